"""What a report leaves out, and who must not be in it: over every format."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.source import SourceData, SourceType
from claimdesk.domain.status import Status
from claimdesk.services.exporters.export import export
from claimdesk.services.exporters.formats import FORMATS, OFFERED
from claimdesk.services.exporters.options import Options, Part, cut
from tests.support.inside import words_in

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"
SECRET = SourceData(
    "Gertrud Geheimhaus",
    type=SourceType.PERSON,
    author="Gertrud Geheimhaus",
    publisher="Heimliches Amt",
    url="https://geheim.example.org/x",
    summary="sagt es vertraulich im Keller",
    remark="nur nachts anrufen",
    csl='{"note": "Kellerakte"}',
    confidential=True,
    contact="0171 5550199, gertrud@keller.example",
)
OPEN = SourceData("Amtliches Jahrbuch", contact="030 5550142")
SAYS_NO_NOTE = {"claimreview"}
SAYS_NO_SOURCE = {"claimreview", "annotation"}
TRACES = (
    "Gertrud",
    "Geheimhaus",
    "Heimliches Amt",
    "geheim.example",
    "Keller",
    "nachts",
    "5550199",
    "gertrud@",
    "5550142",
)


def read(path: Path) -> str:
    return words_in(path.read_bytes()).casefold()


@pytest.fixture
def secret(dossier: Make) -> Dossier:
    return dossier(claims=4, sources=(SECRET, OPEN), note="So Frau GEHEIMHAUS, Tel. 0171 5550199.")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_a_confidential_source_is_in_the_bytes(
    secret: Dossier, form: str, tmp_path: Path
) -> None:
    target = tmp_path / "report"
    export(secret, form, target, language="de", made_at=MADE_AT)
    found = read(target)
    assert [trace for trace in TRACES if trace.casefold() in found] == []
    assert "kleinhausen" in found  # or nothing was read


@pytest.mark.parametrize("form", sorted(OFFERED.keys() - FORMATS.keys()))
@pytest.mark.parametrize("unmask", [False, True])
def test_question_sheets_name_it_only_when_asked_to(
    secret: Dossier, discussed: Make, form: str, unmask: bool, tmp_path: Path
) -> None:
    asked = {"question": {"text": "Sagt das Frau Geheimhaus, Tel. 0171 5550199?"}}
    made = discussed(**asked)
    sourced = {claim.row.number: claim.evidence for claim in secret.claims}
    claims = tuple(replace(one, evidence=sourced.get(one.row.number, ())) for one in made.claims)
    told = replace(made, claims=claims, sources=secret.sources)
    target = tmp_path / "sheet"
    export(told, form, target, language="de", made_at=MADE_AT, options=Options(unmask=unmask))
    found = read(target)
    assert ("geheimhaus" in found, "5550199" in found) == (unmask, unmask)
    assert "kleinhausen" in found


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - SAYS_NO_SOURCE))
def test_its_place_is_held_by_a_number(secret: Dossier, form: str, tmp_path: Path) -> None:
    export(secret, form, tmp_path / "report", language="de", made_at=MADE_AT)
    assert "vertrauliche quelle 1" in read(tmp_path / "report")


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - SAYS_NO_NOTE))
def test_it_is_named_when_asked_for(secret: Dossier, form: str, tmp_path: Path) -> None:
    unmasked = Options(unmask=True)
    export(secret, form, tmp_path / "report", language="de", made_at=MADE_AT, options=unmasked)
    assert "geheimhaus" in read(tmp_path / "report")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_dossier_gives_the_same_bytes(dossier: Make, form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(dossier(), form, tmp_path / name, language="de", made_at=MADE_AT)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("all", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
        ("corrections", [5, 6]),
        ("left", [1, 2]),
        ("false", [6]),
        ("status:false,verified", [3, 6]),
        ("number:1,4-6 status:false,unchecked", [1, 6]),
        ("worth:1", [3, 6, 9]),
    ],
)
def test_claims_are_chosen(dossier: Make, words: str, numbers: list[int]) -> None:
    shown = cut(dossier(), Options(words))
    assert [claim.row.number for claim in shown.claims] == numbers


@pytest.mark.parametrize("words", ["status:wrong", "wrong", "colour:red", "number:x"])
def test_a_filter_that_cannot_be_read_is_refused(dossier: Make, words: str) -> None:
    with pytest.raises(Refused):
        cut(dossier(), Options(words))


def test_parts_are_left_out(dossier: Make) -> None:
    shown = cut(dossier(), Options(without=frozenset(Part)))
    assert {note.role.value for claim in shown.claims for note in claim.notes} == {"reason"}
    assert shown.heads == shown.people == ()
    assert "Martha" not in str(shown)


def test_what_is_not_confidential_stays_as_it_is(dossier: Make) -> None:
    made = dossier()
    assert cut(made, Options()) == replace(made)


@pytest.mark.parametrize("form", ["html", "md", "pdf", "docx-report"])
def test_an_extract_says_that_it_is_one(dossier: Make, form: str, tmp_path: Path) -> None:
    whole = dossier(claims=4)
    counts = {Status.VERIFIED: 3, Status.FALSE: 1}
    whole = replace(whole, article=replace(whole.article, counts=counts))
    for claims, said in (("number:2-3", True), ("all", False)):
        target = tmp_path / f"r.{form}"
        options = Options(claims)
        export(whole, form, target, language="en", made_at=MADE_AT, options=options)
        assert ("Extract: 2 of 4 claims." in _first_words(target)) == said


def _first_words(path: Path) -> str:
    """What a reader sees first."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return str(document[0].get_textpage().get_text_bounded())
    if path.suffix == ".docx-report":
        with zipfile.ZipFile(path) as parts:
            return parts.read("word/document.xml").decode()
    return path.read_text(encoding="utf-8")
