"""What is open, on one sheet."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest

from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.question import Addressee
from claimdesk.domain.source import Source, SourceData, SourceType
from claimdesk.i18n import speaking
from claimdesk.services.exporters.options import Options, Part, cut
from claimdesk.services.exporters.question_sheet import SHEETS, export_questions, question_sheet
from claimdesk.services.exporters.questions import as_text

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"


def written(dossier: Dossier, form: str, folder: Path, **options: object) -> bytes:
    target = folder / f"sheet.{form}"
    export_questions(dossier, form, target, language="de", made_at=MADE_AT, **options)
    return target.read_bytes()


def in_word(content: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(one.text for one in document.paragraphs), *cells]


def test_only_what_is_open_is_on_it(discussed: Make) -> None:
    sheet = question_sheet(discussed(), MADE_AT, "de")
    [group] = sheet.groups
    assert group.to == "An eine Quelle: Frau Öhm"
    about, whole = group.asked
    assert (about.question.number, about.statement) == (7, "In Kleinhausen leben 106 Menschen.")
    assert about.passage is not None
    assert about.passage.quote == "106 Menschen"
    assert (whole.question.number, whole.passage) == (None, None)
    [rewording] = sheet.rewordings
    assert (rewording.number, rewording.correction.new_wording) == (5, "rund 100 Menschen")


@pytest.mark.parametrize(
    ("state", "to", "count"),
    [
        (CorrectionState.PROPOSED, Addressee.AUTHOR, 1),
        (CorrectionState.ACCEPTED, Addressee.AUTHOR, 0),
        (CorrectionState.ACCEPTED, Addressee.EDITOR, 1),
        (CorrectionState.DROPPED, Addressee.EDITOR, 1),
        (CorrectionState.DECLINED, Addressee.EDITOR, 0),
        (CorrectionState.PROPOSED, Addressee.SOURCE, 0),
    ],
)
def test_who_sees_which_correction(
    discussed: Make, state: CorrectionState, to: Addressee, count: int
) -> None:
    sheet = question_sheet(discussed(correction={"state": state}), MADE_AT, "de", to)
    assert len(sheet.rewordings) == count
    assert bool(sheet.groups) is (to is Addressee.SOURCE)


def test_in_word_each_question_has_room_for_its_answer(discussed: Make, tmp_path: Path) -> None:
    words = in_word(written(discussed(), "docx", tmp_path))
    assert words.count("Gilt das?") == 2
    assert words.count("Antwort:") == 2
    assert words.index("rund 100 Menschen") > words.index("104 Menschen")


def test_on_paper_it_keeps_the_standards(discussed: Make, tmp_path: Path) -> None:
    content = written(discussed(question={"text": "👍 #read 中\n$x$ *b*"}), "pdf", tmp_path)
    with pikepdf.open(io.BytesIO(content)) as document, document.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert document.Root.Lang == "de"


def test_as_a_mail_corrections_follow_the_questions(discussed: Make, tmp_path: Path) -> None:
    text = written(discussed(), "md", tmp_path).decode()
    assert text.startswith("An eine Quelle: Frau Öhm\n\n„Eine Stadt wächst“\n\n1. Gilt das?")
    assert text.endswith(
        "Vorgeschlagene Korrekturen\n\n„Eine Stadt wächst“\n\nBehauptung 5\n"
        "   Alt: „104 Menschen“\n   Neu: „rund 100 Menschen“\n   Das Jahrbuch rundet."
    )
    to_source = written(discussed(), "md", tmp_path, to=Addressee.SOURCE).decode()
    assert "Korrekturen" not in to_source


def test_corrections_alone_are_a_mail_too(discussed: Make) -> None:
    with speaking("en"):
        made = as_text([], {}, {1: "T"}, discussed().claims)
    assert made.startswith("Proposed corrections\n\n“T”\n\nClaim 5\n   Old: ")


@pytest.mark.parametrize("form", SHEETS)
def test_the_same_sheet_has_the_same_bytes(discussed: Make, form: str, tmp_path: Path) -> None:
    one, two = (written(discussed(), form, tmp_path) for _round in range(2))
    assert one == two


def test_without_anything_open_there_is_no_sheet(dossier: Make, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Keine Rückfrage ist offen"):
        written(dossier(), "pdf", tmp_path)
    with pytest.raises(Refused, match="nicht als html"):
        written(dossier(), "html", tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["docx", "md"])
def test_nothing_of_a_confidential_source_is_on_it(
    discussed: Make, form: str, tmp_path: Path
) -> None:
    secret = SourceData("Gertrud Geheimhaus", type=SourceType.PERSON, confidential=True)
    made = discussed(question={"text": "Sagt das Frau GEHEIMHAUS?", "name": "Frau Geheimhaus"})
    shown = replace(made, sources=(Source(9, "s9", secret),))
    content = written(shown, form, tmp_path)
    words = " ".join(in_word(content)) if form == "docx" else content.decode("utf-8", "replace")
    assert "geheimhaus" not in words.casefold()
    assert "Sagt das Frau" in words
    on_paper = question_sheet(cut(shown, Options()), MADE_AT, "de")
    assert "geheimhaus" not in repr(on_paper).casefold()


def test_names_of_people_can_be_left_out(discussed: Make, tmp_path: Path) -> None:
    shown = replace(discussed(), people=("Martha Müller",))
    options = Options(without=frozenset({Part.PEOPLE}))
    words = in_word(written(shown, "docx", tmp_path, options=options))
    assert not any("Martha" in one for one in words)
