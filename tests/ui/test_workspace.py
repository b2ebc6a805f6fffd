"""The panes of one desk under real keys and clicks: statuses, digits, what is typed, others."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.note import NoteRole
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.ui import widths
from claimdesk.ui.dialogs.reason import ReasonDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.places import turn_to
from claimdesk.ui.workspace import COMPACT_UNDER, Workspace
from tests.support.seat import Seat, events, locked, settle, statuses

Press = Callable[..., None]
STAY = [status for status in Status if not status.goes_on]
GO_ON = [Status.VERIFIED, Status.VERIFIED_WITH_CAVEAT, Status.NOT_CHECKABLE]


def unchecked(workspace: Workspace) -> list[int]:
    wanted = ClaimFilter(workspace.selection.article, frozenset({Status.UNCHECKED}))
    read = workspace.desk.read
    return [row.number for row in queries.claim_rows(read, queries.claim_ids(read, wanted))]


# statuses by key


@pytest.mark.parametrize("status", STAY)
def test_what_needs_more_work_stays(
    workspace: Workspace, seat: Seat, press: Press, status: Status
) -> None:
    seat.choose(44)
    press(str(status.key))
    assert seat.number == 44
    settle(workspace)
    assert (seat.number, seat.row(44).status) == (44, status)


@pytest.mark.parametrize("status", GO_ON)
def test_what_is_done_goes_on_to_the_next_unchecked(
    workspace: Workspace, seat: Seat, press: Press, status: Status
) -> None:
    before = unchecked(workspace)
    seat.choose(before[1])
    press(str(status.key))
    assert seat.number == before[2], "before the edit is through"
    settle(workspace)
    assert seat.number == before[2]
    assert seat.row(before[1]).status is status


def test_going_on_begins_anew_after_the_end(workspace: Workspace, seat: Seat, press: Press) -> None:
    before = unchecked(workspace)
    seat.choose(180)
    press("2")
    assert seat.number == before[0]


def test_going_on_from_a_claim_that_the_filter_hides_goes_on_in_the_text(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    left = unchecked(workspace)
    workspace.list.head.ask_for(ClaimFilter(statuses=frozenset({Status.UNCHECKED})))
    hidden = next(number for number in range(left[0] + 1, 180) if number not in left)
    seat.choose(hidden)
    press("3")
    assert seat.number == next(number for number in left if number > hidden)


def test_digits_pressed_faster_than_the_desk_stores_hit_one_claim_each(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    before, made = unchecked(workspace), events(workspace)
    seat.choose(before[0])
    for _ in range(3):
        press("2", into=workspace)
    assert seat.number == before[3]
    settle(workspace)
    assert unchecked(workspace) == before[3:]
    assert events(workspace) == made + 3


def test_a_digit_held_down_marks_once(
    workspace: Workspace, seat: Seat, window: MainWindow, press: Press
) -> None:
    before, made = unchecked(workspace), events(workspace)
    seat.choose(before[0])
    press("2")
    for _ in range(5):
        again = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2", True
        )
        QApplication.sendEvent(window.focusWidget() or window, again)
    settle(workspace)
    assert unchecked(workspace) == before[1:]
    assert events(workspace) == made + 1


def test_several_chosen_claims_take_a_status_as_one_event(
    workspace: Workspace, seat: Seat, press: Press
) -> None:
    made = events(workspace)
    seat.choose(2, 3, 4, 5)
    press("6")
    settle(workspace)
    assert {seat.row(n).status for n in (2, 3, 4, 5)} == {Status.DISPUTED}
    assert events(workspace) == made + 1
    assert len(workspace.selection.claims) == 4, "they stay chosen"


def test_with_no_claim_chosen_a_digit_does_nothing(
    workspace: Workspace, window: MainWindow, press: Press
) -> None:
    made = events(workspace)
    workspace.selection.choose(None)
    assert not window.actions_["status_verified"].isEnabled()
    press("2", "9", "Del")
    workspace.set_status(Status.VERIFIED)
    workspace.work.set_aside()
    settle(workspace)
    assert events(workspace) == made
    assert QApplication.activeModalWidget() is None


# the reason


def test_nine_asks_for_the_reason_and_stores_it_in_the_same_event(
    workspace: Workspace, seat: Seat, press: Press, asked: Any
) -> None:
    before, made = unchecked(workspace), events(workspace)
    seat.choose(before[0])
    press("9")
    QTest.keyClicks(asked(ReasonDialog).words, "known to all")
    press("Ctrl+Return")
    assert seat.number == before[1]
    settle(workspace)
    assert events(workspace) == made + 1
    assert seat.row(before[0]).status is Status.LEFT_OUT
    [note] = queries.claim_detail(workspace.desk.read, seat.row(before[0]).id).notes
    assert (note.role, note.text) == (NoteRole.REASON, "known to all")


def test_a_reason_not_given_leaves_all_as_it_was(
    workspace: Workspace, seat: Seat, press: Press, asked: Any
) -> None:
    before, made = statuses(workspace), events(workspace)
    seat.choose(44)
    press("9")
    QTest.keyClicks(asked(ReasonDialog).words, "never mind")
    press("Esc")
    settle(workspace)
    assert QApplication.activeModalWidget() is None
    assert (statuses(workspace), events(workspace), seat.number) == (before, made, 44)


# what is typed is typed


@pytest.mark.parametrize("place", ["kind", "attribution", "filter", "note", "statement"])
def test_what_is_typed_into_a_field_is_no_command(
    workspace: Workspace, seat: Seat, press: Press, place: str
) -> None:
    seat.choose(44)
    made = events(workspace)
    field = _field(workspace, place)
    field.setFocus()
    press("2", "5", "9", "J", "K", "N", "S", into=field)
    settle(workspace)
    assert seat.number == 44
    assert statuses(workspace)[44] is Status.INACCURATE
    assert QApplication.activeModalWidget() is None
    if place != "kind":  # where a letter chooses a kind
        assert events(workspace) == made
        press("Esc", into=field)  # nothing half typed is stored on the way out


def _field(workspace: Workspace, place: str) -> QWidget:
    inspector = workspace.inspector
    assert inspector
    if place == "kind":
        return inspector.particulars.kind
    if place == "attribution":
        return inspector.particulars.attribution.line
    if place == "filter":
        workspace.filter_claims()
    elif place == "note":
        workspace.inspector.write_note()
    else:
        workspace.inspector.edit_statement()
    field = QApplication.focusWidget()
    assert field
    assert field is not workspace
    return field


# beside others


def test_a_refused_edit_returns_to_its_claim_and_says_why(
    workspace: Workspace, seat: Seat, window: MainWindow, press: Press
) -> None:
    """While an edit waits for another program's lock, that program forbids all edits."""
    first = unchecked(workspace)[0]
    seat.choose(first)
    claim = seat.row(first)
    holder = sqlite3.connect(workspace.desk.path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    holder.execute(
        "CREATE TRIGGER no BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'no more'); END"
    )
    press("2")
    assert seat.number != first
    holder.execute("COMMIT")
    holder.close()
    settle(workspace)
    assert workspace.selection.claim == claim.id
    assert window.messages.sentence()
    assert window.messages.isVisible()


def test_keys_move_on_while_another_program_writes(
    workspace: Workspace, seat: Seat, window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    seat.choose(44)
    with locked(workspace.desk.path):
        press("6")
        qtbot.waitUntil(lambda: "waits" in window.messages.sentence(), timeout=5000)
        press("J", "J", "K")
        assert seat.number == 45
        assert workspace.inspector
        assert workspace.inspector._shown == workspace.selection.claim
        assert statuses(workspace)[44] is Status.INACCURATE
    settle(workspace)
    assert statuses(workspace)[44] is Status.DISPUTED
    assert not window.messages.isVisible()
    assert seat.number == 45


def test_an_edit_from_the_shell_appears_in_list_text_and_inspector(
    workspace: Workspace, seat: Seat, qtbot: QtBot
) -> None:
    seat.choose(44)
    claim = seat.row(44).id
    subprocess.run(
        [sys.executable, "-m", "claimdesk", "set", "44", "disputed"],
        env=os.environ | {"CLAIMDESK_DESK": str(workspace.desk.path)},
        check=True,
        capture_output=True,
        timeout=60,
    )
    text, inspector = workspace.text, workspace.inspector
    assert text
    assert inspector
    marks = text._marks
    mark = marks.get(claim)
    assert mark
    qtbot.waitUntil(lambda: marks.status(mark) is Status.DISPUTED, timeout=1000)
    model = workspace.list.model
    listed = [model.index(model.row_of(claim) or 0, one) for one in range(model.columnCount())]
    assert any("disputed" in str(one.data()) for one in listed)
    assert inspector.buttons.button(Status.DISPUTED).isChecked()


def test_an_edit_from_elsewhere_leaves_where_one_stands(
    workspace: Workspace, seat: Seat, qtbot: QtBot
) -> None:
    seat.choose(44)
    with Store(workspace.desk.path) as store:
        store.run(SetStatus((seat.row(45).id,), Status.FALSE), Person.named("Ben Ohm"))
    qtbot.waitUntil(lambda: statuses(workspace)[45] is Status.FALSE)
    qtbot.wait(700)
    assert seat.number == 44


# panes


def test_the_list_stands_left_where_the_window_is_wide(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    assert workspace.middle.orientation() is Qt.Orientation.Vertical
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: workspace.middle.orientation() is Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: workspace.list.width() >= widths.LIST_AT_LEFT)
    assert workspace.middle.indexOf(workspace.list) == 0
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: workspace.middle.orientation() is Qt.Orientation.Vertical)
    assert workspace.middle.indexOf(workspace.list) == 1


def test_a_low_window_has_one_strip_of_statuses_and_rows_enough(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    assert workspace.inspector
    window.resize(1440, 900)
    tall = workspace.inspector.buttons.sizeHint().height()
    window.resize(1280, 720)
    qtbot.waitUntil(lambda: workspace.height() < COMPACT_UNDER)
    assert workspace.inspector.buttons.sizeHint().height() < tall / 2
    assert not workspace.sidebar.isVisible()


def test_text_grows_and_shrinks_within_bounds(workspace: Workspace, press: Press) -> None:
    for _ in range(12):
        press("Ctrl++")
    assert workspace.arranged_as()["text_size"] == 28
    for _ in range(12):
        press("Ctrl+-")
    assert workspace.arranged_as()["text_size"] == 13


def test_the_sidebar_is_shown_and_hidden_by_key(
    workspace: Workspace, window: MainWindow, press: Press
) -> None:
    assert workspace.sidebar.isVisible()
    press("Ctrl+B")
    assert not workspace.sidebar.isVisible()
    assert not window.actions_["show_sidebar"].isChecked()
    window.resize(1920, 1080)
    assert not workspace.sidebar.isVisible(), "what was said stands"
    press("Ctrl+B")
    assert workspace.sidebar.isVisible()


def test_a_filter_dims_the_text_and_counts(
    workspace: Workspace, press: Press, qtbot: QtBot
) -> None:
    press("F")
    QTest.keyClicks(QApplication.focusWidget(), "zzzz")
    qtbot.waitUntil(lambda: not workspace.list.model.ids, timeout=3000)
    assert workspace.text
    assert workspace.text._marks.visible == frozenset()
    press("J", "K", "Esc", "Esc")


def test_a_place_that_is_gone_is_none(window_on: Any, desk_file: Path, user_folder: Path) -> None:
    window = window_on(desk_file)
    workspace = window.workspace
    start = workspace.selection.claim
    turn_to(workspace, {"article": 4711, "claim": 4711})
    assert workspace.selection.claim == start
    for nonsense in ({}, {"arrangement": 5, "list": [], "text_size": "x", "sidebar": "yes"}):
        workspace.restore_state(nonsense)
        workspace.restore_splitters({"columns": "%%%", "middle": 7})
    assert workspace.arrangement == "auto"
