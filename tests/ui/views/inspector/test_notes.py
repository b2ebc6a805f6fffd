"""Notes: shown, written, rewritten, set aside."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.note import NoteRole
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.note_row import NoteRow

CONTROL = Qt.KeyboardModifier.ControlModifier
Choose = Callable[[int], int]


def rows(inspector: InspectorView) -> list[NoteRow]:
    pool = inspector.notes.pool
    return pool.rows[: pool.shown]


def texts(desk: Desk, claim: int) -> list[str]:
    return [note.text for note in queries.claim_detail(desk.read, claim).notes]


def test_written_note_is_stored(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    before = texts(desk, claim)
    inspector.write_note()
    field = inspector.notes.editor.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Nachgefragt um 14 Uhr: 230.")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert texts(desk, claim) == [*before, "Nachgefragt um 14 Uhr: 230."]
    assert not inspector.notes.editor.isVisible()
    assert (
        "Ada Ärmel"
        in next(row for row in rows(inspector) if "14 Uhr" in row.text.words).signed.words
    )


def test_escape_keeps_the_words_for_later(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    before = texts(desk, claim)
    inspector.write_note()
    qtbot.keyClicks(inspector.notes.editor.field, "Halb")
    qtbot.keyClick(inspector.notes.editor.field, Qt.Key.Key_Escape)
    assert not inspector.notes.editor.isVisible()
    assert inspector.notes.draft.isVisible()
    assert "Halb" in inspector.notes.draft.pool.rows[0].words.words
    choose(45)
    assert not inspector.notes.draft.isVisible()
    choose(44)
    inspector.write_note()
    assert inspector.notes.editor.words == "Halb"
    assert texts(desk, claim) == before


def test_words_follow_their_claim(inspector: InspectorView, choose: Choose, qtbot: QtBot) -> None:
    choose(44)
    inspector.write_note()
    qtbot.keyClicks(inspector.notes.editor.field, "zu 44")
    choose(45)
    assert not inspector.notes.editor.isVisible()
    inspector.write_note()
    assert inspector.notes.editor.words == ""
    choose(44)
    qtbot.mouseClick(inspector.notes.draft.pool.rows[0].go_on, Qt.MouseButton.LeftButton)
    assert inspector.notes.editor.words == "zu 44"


def test_empty_note_is_none(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    before = texts(desk, claim)
    inspector.write_note()
    qtbot.keyClicks(inspector.notes.editor.field, "  ")
    qtbot.keyClick(inspector.notes.editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert texts(desk, claim) == before
    assert not inspector.notes.editor.isVisible()


def test_note_is_rewritten(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    first = rows(inspector)[0]
    qtbot.mouseClick(first.edit, Qt.MouseButton.LeftButton)
    editor = inspector.notes.editor
    assert first.note is not None
    assert editor.words == first.note.text
    editor.field.setPlainText("Neu gefasst")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert "Neu gefasst" in texts(desk, claim)


def test_refused_rewriting_shows_both(
    inspector: InspectorView,
    choose: Choose,
    desk: Desk,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    choose(44)
    note = rows(inspector)[0].note
    assert note is not None
    qtbot.mouseClick(rows(inspector)[0].edit, Qt.MouseButton.LeftButton)
    editor = inspector.notes.editor
    editor.field.setPlainText("Meine Fassung")
    elsewhere(RewriteNote(note.id, "Andere Fassung", note.text))
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert editor.words == "Meine Fassung"
    assert "Andere Fassung" in editor.clash.held.text()


def test_note_is_set_aside(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    before = len(texts(desk, claim))
    qtbot.mouseClick(rows(inspector)[0].aside, Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert len(texts(desk, claim)) == before - 1
    assert len(rows(inspector)) == before - 1


def test_lead_never_looks_like_a_finding(
    inspector: InspectorView, choose: Choose, desk: Desk
) -> None:
    claim = choose(3)
    desk.run(WriteNote("Lead", claim=claim, role=NoteRole.LEAD))
    desk.run(WriteNote("Finding", claim=claim))
    assert desk.settle()
    QApplication.processEvents()
    shown = {row.text.words: row for row in rows(inspector)}
    assert shown["Lead"].role.words == "Lead: where to look, not a finding"
    assert shown["Finding"].role.words == ""
    lead, finding = (
        shown[words].grab().toImage().pixelColor(4, 4) for words in ("Lead", "Finding")
    )
    assert lead != finding
    order = [row.is_lead for row in rows(inspector)]
    assert order == sorted(order)


def test_reason_is_named(inspector: InspectorView, choose: Choose, desk: Desk) -> None:
    claim = choose(3)
    desk.run(SetStatus((claim,), Status.LEFT_OUT, "keine Zeit"))
    assert desk.settle()
    shown = {row.text.words: row for row in rows(inspector)}
    assert shown["keine Zeit"].role.words == "Reason for leaving it unchecked"


def test_what_was_typed_beside_the_words_goes_with_them(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    """Nothing is left half written once a question is asked, or given up."""
    claim = choose(3)
    for end in ("finished", "discarded"):
        inspector.questions.ask()
        editor = inspector.questions.editor
        editor.who.setText("Grace")
        editor.field.setPlainText("Stimmt das?")
        assert len(desk.drafts.of_claim(claim)) == 2
        getattr(editor, end).emit()
        assert desk.settle()
        assert desk.drafts.of_claim(claim) == []
