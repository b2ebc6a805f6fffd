"""The Word files in LibreOffice: it shows the comments, and gives them back as it got them."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pikepdf
import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.services.importers.intake import read_bytes, read_file

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "support"))

from in_word import InWord

pytestmark = pytest.mark.external

Make = Callable[..., Dossier]
Written = Callable[[Dossier], bytes]
WITH_COMMENTS = '{"ExportNotes":{"type":"boolean","value":"true"}}'
NOTE = "\n".join(
    f"{line}. Die Donaudampfschifffahrtsgesellschaft nennt „rund 100“ Köpfe." for line in range(60)
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With one profile for all conversions, since making it takes longest."""
    return tmp_path_factory.mktemp("office")


@pytest.fixture
def shown(discussed: Make) -> Dossier:
    """A dossier with a note of sixty lines."""
    made = discussed()
    first = made.claims[2]
    note = replace(first.notes[0], text=NOTE)
    claims = (*made.claims[:2], replace(first, notes=(note,)), *made.claims[3:])
    return replace(made, claims=claims)


def pages(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_the_comments_are_seen(
    shown: Dossier, article_of: Written, office: ModuleType, folder: Path
) -> None:
    source = folder / "artikel.docx"
    source.write_bytes(article_of(shown))
    with zipfile.ZipFile(office.convert(source, "odt", folder)) as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == content.count("<office:annotation-end ") == 11
    assert "Martha Müller (Claimdesk)" in content
    with pikepdf.open(office.convert(source, "pdf", folder, WITH_COMMENTS)) as document:
        kinds = [note.Subtype for page in document.pages for note in page.get("/Annots", [])]
        box = document.pages[0].MediaBox
    assert kinds.count("/Text") == 11
    assert [round(float(one)) for one in box[2:]] == [595, 842]


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_what_was_said_survives_saving(
    shown: Dossier, article_of: Written, office: ModuleType, folder: Path, form: str
) -> None:
    file = InWord(article_of(shown))
    file.reply(file.about("Behauptung 3 ·"), "Gezählt hat das Amt.\nAm Montag.")
    file.type_into(file.about("Behauptung 4 ·"), "Stimmt.")
    file.mark_done(file.about("Behauptung 2 ·"))
    source = folder / "antworten.docx"
    source.write_bytes(file.bytes())
    out = folder / form
    out.mkdir()
    saved = read_file(_converted(office, source, form, out, folder))
    assert saved.text == read_bytes(article_of(shown), "a.docx").text
    assert saved.leads == ()
    said = {reply.mark.number: reply.lead.text for reply in saved.replies}
    assert said == {3: "Gezählt hat das Amt.\nAm Montag.", 4: "Stimmt."}
    assert (saved.article, saved.done) == ("article-1", 1)


def _converted(office: ModuleType, source: Path, form: str, out: Path, folder: Path) -> Path:
    """Converted in a folder of its own, by the profile of all."""
    (out / "profile").symlink_to(folder / "profile")
    (folder / "profile").mkdir(exist_ok=True)
    made: Path = office.convert(source, form, out)
    return made


def test_the_report_breaks_well_and_says_all(
    shown: Dossier, report_of: Written, office: ModuleType, folder: Path
) -> None:
    source = folder / "bericht.docx"
    source.write_bytes(report_of(shown))
    path = office.convert(source, "pdf", folder)
    text = pages(path)
    for line in (0, 30, 59):
        assert f"{line}. Die Donaudampf" in text
    assert "Alle Behauptungen in der Reihenfolge des Textes" in text
    with pikepdf.open(path) as document:
        count = len(document.pages)
        links = [note for page in document.pages for note in page.get("/Annots", [])]
    assert f"{count} / {count}" in text
    assert len(links) > 40
    assert re.search(rf"^Nachweis\.+{count}$", text, re.MULTILINE)
