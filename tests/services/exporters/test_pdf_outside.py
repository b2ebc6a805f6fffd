"""What other programs make of the PDF: poppler reads it, knows it and draws it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from claimdesk.services.exporters.export import export
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader

pytestmark = pytest.mark.external


@pytest.fixture(scope="module", params=["pdf", "questions-pdf"])
def paper(
    request: pytest.FixtureRequest, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The sample's report, and its question sheet."""
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler (pdftotext, pdfinfo, pdftoppm) is not installed")
    target = tmp_path_factory.mktemp("paper") / f"{request.param}.pdf"
    read = Reader(sample_file)
    dossier = queries.dossier(read, queries.only_article(read, None).id)
    read.close()
    export(dossier, request.param, target, language="de", made_at="2022-03-28T12:10:00Z")
    return target


def said(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return done.stdout.decode()


def test_its_words_can_be_taken_out(paper: Path) -> None:
    words = " ".join(said("pdftotext", paper, "-").split())
    for sought in ("Kasachstan", "Alter Wortlaut", "Stand: 14. März"):
        assert sought in words
    assert "\ufffd" not in words


def test_it_says_what_it_is(paper: Path) -> None:
    lines = (line.partition(":") for line in said("pdfinfo", paper).split("\n"))
    facts = {key.strip(): value.strip() for key, _colon, value in lines}
    assert facts["Tagged"] == "yes"
    assert "Sowjet-Traum" in facts["Title"]
    assert facts["Page size"].endswith("(A4)")
    assert int(facts["Pages"]) > 1


def test_its_pages_are_drawn(paper: Path, tmp_path: Path) -> None:
    said("pdftoppm", "-r", "30", "-gray", "-f", "1", "-l", "2", paper, tmp_path / "page")
    pages = sorted(tmp_path.glob("page*.pgm"))
    assert len(pages) == 2
    for page in pages:
        pixels = page.read_bytes().split(b"\n", 3)[3]
        assert 0.002 < sum(pixel < 128 for pixel in pixels) / len(pixels) < 0.5
