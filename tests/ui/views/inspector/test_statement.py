"""The statement, rewritten where it stands."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_claim import EditStatement
from claimdesk.domain.claim import ClaimRow
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.statement import LINES

CONTROL = Qt.KeyboardModifier.ControlModifier
Choose = Callable[[int], int]
Find = Callable[[int], ClaimRow]


def held(desk: Desk, claim: int) -> str:
    return queries.claim_detail(desk.read, claim).row.statement


def rewrite(inspector: InspectorView, qtbot: QtBot, words: str) -> None:
    inspector.edit_statement()
    field = inspector.statement.editor.field
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_control_enter_stores(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    rewrite(inspector, qtbot, "Im Januar starben 230 Menschen.")
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert claim(44).statement == "Im Januar starben 230 Menschen."
    assert inspector.statement.label.isVisible()
    assert inspector.statement.label.text() == "Im Januar starben 230 Menschen."
    assert not inspector.statement.editor.isVisible()


def test_escape_leaves_a_draft_that_shows(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    before = claim(44).statement
    rewrite(inspector, qtbot, "Halb umgestellt")
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Escape)
    assert desk.settle()
    assert claim(44).statement == before
    assert inspector.statement.label.isVisible()
    [line] = inspector.statement.draft.pool.rows
    assert line.isVisible()
    assert line.words.words == "Draft: “Halb umgestellt”"
    choose(45)
    assert not inspector.statement.draft.isVisible()
    choose(44)
    assert not inspector.statement.editor.isVisible()
    qtbot.mouseClick(line.go_on, Qt.MouseButton.LeftButton)
    assert inspector.statement.editor.words == "Halb umgestellt"
    assert not inspector.statement.draft.isVisible()


def test_a_draft_is_thrown_away_only_on_purpose(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    before = claim(44).statement
    for discard in ("line", "editor"):
        rewrite(inspector, qtbot, "Unsinn")
        if discard == "line":
            qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Escape)
            inspector.statement.draft.pool.rows[0].discard.click()
        else:
            inspector.statement.editor.discarded.emit()
        assert not inspector.statement.draft.isVisible()
        assert not inspector.statement.editor.isVisible()
        inspector.edit_statement()
        assert inspector.statement.editor.words == before


def test_double_click_and_pencil_open_it(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(44)
    qtbot.mouseDClick(inspector.statement.label, Qt.MouseButton.LeftButton)
    assert inspector.statement.editor.isVisible()
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Escape)
    qtbot.mouseClick(inspector.statement.pencil, Qt.MouseButton.LeftButton)
    assert inspector.statement.editor.isVisible()


def test_focus_goes_back_to_where_it_was(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(44)
    inspector.head.next.setFocus()
    inspector.edit_statement()
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Escape)
    assert inspector.head.next.hasFocus()
    qtbot.mouseClick(inspector.statement.pencil, Qt.MouseButton.LeftButton)
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Escape)
    assert inspector.statement.pencil.hasFocus()


def test_words_stay_while_one_looks_at_another_claim(
    inspector: InspectorView, choose: Choose, claim: Find, qtbot: QtBot
) -> None:
    choose(44)
    rewrite(inspector, qtbot, "Halb getippt")
    choose(45)
    assert inspector.statement.label.text() == claim(45).statement
    assert not inspector.statement.editor.isVisible()
    choose(44)
    assert inspector.statement.editor.isVisible()
    assert inspector.statement.editor.words == "Halb getippt"


def test_change_that_arrives_does_not_touch_what_is_typed(
    inspector: InspectorView,
    choose: Choose,
    claim: Find,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    row = choose(44)
    before = claim(44).statement
    rewrite(inspector, qtbot, "Mein Satz")
    elsewhere(EditStatement(row, "Satz der anderen", before))
    qtbot.waitUntil(lambda: inspector.statement.label.words == "Satz der anderen")
    assert inspector.statement.editor.words == "Mein Satz"
    assert inspector.statement.editor.field.hasFocus()


def test_refused_words_are_shown_beside_those_of_the_desk(
    inspector: InspectorView,
    choose: Choose,
    desk: Desk,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    row = choose(44)
    before = held(desk, row)
    rewrite(inspector, qtbot, "Mein Satz")
    elsewhere(EditStatement(row, "Satz der anderen", before))
    editor = inspector.statement.editor
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    QApplication.processEvents()
    assert held(desk, row) == "Satz der anderen"
    assert editor.words == "Mein Satz"
    assert not editor.field.isReadOnly()
    assert "Satz der anderen" in editor.clash.held.text()
    editor.clash.mine_kept.emit()
    assert desk.settle()
    assert held(desk, row) == "Mein Satz"
    assert not editor.isVisible()


def test_those_of_the_desk_can_be_taken(
    inspector: InspectorView,
    choose: Choose,
    desk: Desk,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    row = choose(44)
    before = held(desk, row)
    rewrite(inspector, qtbot, "Mein Satz")
    elsewhere(EditStatement(row, "Satz der anderen", before))
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    inspector.statement.editor.clash.theirs_taken.emit()
    assert desk.settle()
    assert held(desk, row) == "Satz der anderen"
    assert not inspector.statement.editor.isVisible()


def test_refusal_after_one_has_gone_on_waits_for_the_return(
    inspector: InspectorView,
    choose: Choose,
    desk: Desk,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    row = choose(44)
    before = held(desk, row)
    rewrite(inspector, qtbot, "Mein Satz")
    elsewhere(EditStatement(row, "Satz der anderen", before))
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Return, CONTROL)
    choose(45)
    assert desk.settle()
    choose(44)
    assert inspector.statement.editor.words == "Mein Satz"


def test_pasted_line_breaks_do_not_break_the_statement(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    inspector.edit_statement()
    field = inspector.statement.editor.field
    field.setPlainText("Eine Zeile\nund noch eine")
    qtbot.keyClick(field, Qt.Key.Key_Enter, CONTROL)
    assert desk.settle()
    assert claim(44).statement == "Eine Zeile und noch eine"


def test_unchanged_words_are_no_edit(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    changes: list[object] = []
    desk.changed.connect(changes.append)
    inspector.edit_statement()
    qtbot.keyClick(inspector.statement.editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert changes == []
    assert inspector.statement.label.isVisible()


def test_a_long_statement_leaves_the_statuses_in_sight_until_all_is_asked_for(
    inspector: InspectorView, desk: Desk, choose: Choose, qtbot: QtBot
) -> None:
    claim = choose(44)
    words = " ".join(f"Wort{number}🚢" for number in range(1000))
    desk.run(EditStatement(claim, words, held(desk, claim)))
    label, whole = inspector.statement.label, inspector.statement.whole
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    line = label.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: label.height() <= (LINES + 1) * line)
    assert label.height() >= (LINES - 1) * line
    assert words.startswith(label.text()[:-1])
    assert inspector.buttons.y() < inspector.height()
    assert words[:500] in label.toolTip()
    qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert label.text() == words
    inspector.edit_statement()
    assert inspector.statement.editor.field.toPlainText() == words
    assert not whole.isVisible()
