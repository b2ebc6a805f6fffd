"""Many claims edited at once: the question before it, progress and a stop meanwhile, and one step
back."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.history import Message
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.work import Work
from claimdesk.ui import claim_work
from claimdesk.ui.dialogs import sure
from claimdesk.ui.dialogs.attribution import AttributionDialog
from claimdesk.ui.dialogs.reason import ReasonDialog
from claimdesk.ui.dialogs.sure import SureDialog
from claimdesk.ui.dialogs.tags import TagsDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace

Press = Callable[..., None]
Asked = Callable[[type[QDialog]], QDialog]


@pytest.fixture
def workspace(window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """All 180 claims chosen, which are many here."""
    monkeypatch.setattr(sure, "MOST_UNASKED", 20)
    monkeypatch.setattr(claim_work, "_MANY", 20)
    assert window.workspace
    window.workspace.list.table.setFocus()
    press("Ctrl+A")
    assert len(window.workspace.selection.claims) == 180
    return window.workspace


def statuses(workspace: Workspace) -> dict[Status, int]:
    return queries.status_counts(workspace.desk.read, ClaimFilter())


def test_a_status_is_set_once_somebody_said_yes_and_is_one_step(
    workspace: Workspace, window: MainWindow, press: Press, asked: Asked, qtbot: QtBot
) -> None:
    before, chosen = statuses(workspace), workspace.selection.claims
    press("2")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    assert dialog.question.text() == "Set 180 claims to “verified”?"
    worked_on = 180 - before[Status.UNCHECKED]
    assert dialog.standing.text() == (
        f"{worked_on} of them have another status than “unchecked” already. They are of 1 article."
    )
    qtbot.mouseClick(dialog.finish, Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    assert statuses(workspace) == {Status.VERIFIED: 180}
    assert workspace.selection.claims == chosen
    assert "Mark 180 claims verified" in window.messages.sentence()
    press("Ctrl+Z")
    assert workspace.desk.settle()
    assert statuses(workspace) == before


def test_who_says_no_changes_nothing(workspace: Workspace, press: Press, asked: Asked) -> None:
    before = statuses(workspace)
    press("5")
    asked(SureDialog).reject()
    press("Del")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    assert dialog.question.text() == "Set 180 claims aside?"
    dialog.reject()
    assert workspace.desk.settle()
    assert statuses(workspace) == before


@pytest.mark.parametrize("key", ["Return", "Enter", "Esc", "Space"])
def test_who_presses_a_key_without_reading_changes_nothing(
    workspace: Workspace, press: Press, asked: Asked, qtbot: QtBot, key: str
) -> None:
    before, chosen = statuses(workspace), workspace.selection.claims
    press("8")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    assert dialog.cancel.isDefault()
    assert dialog.cancel.hasFocus()
    with qtbot.waitSignal(dialog.rejected):
        press(key)
    assert workspace.desk.settle()
    assert statuses(workspace) == before
    assert workspace.selection.claims == chosen


def test_what_many_claims_hold_already_is_counted_on_another_thread(
    workspace: Workspace,
    press: Press,
    asked: Asked,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sure, "_AT_ONCE", 20)
    workspace.desk.run(SetStatus(workspace.selection.claims, Status.UNCHECKED, ""))
    assert workspace.desk.settle()
    press("8")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    qtbot.waitUntil(
        lambda: dialog.standing.text() == "All of them are unchecked so far. They are of 1 article."
    )
    dialog.reject()


def test_few_claims_are_not_asked_about(
    workspace: Workspace, window: MainWindow, press: Press
) -> None:
    few = workspace.selection.claims[:20]
    workspace.selection.choose(few[0], few)
    press("5")
    assert workspace.desk.settle()
    assert not window.findChildren(SureDialog)
    rows = queries.claim_rows(workspace.desk.read, few)
    assert {row.status for row in rows} == {Status.FALSE}
    assert not window.messages.isVisible(), "one sees it"


def test_leaving_out_asks_for_the_reason_alone(
    workspace: Workspace, press: Press, asked: Asked, window: MainWindow
) -> None:
    press("9")
    dialog = asked(ReasonDialog)
    assert isinstance(dialog, ReasonDialog)
    dialog.words.setPlainText("not for print")
    dialog.accept()
    assert workspace.desk.settle()
    assert not window.findChildren(SureDialog)
    assert statuses(workspace) == {Status.LEFT_OUT: 180}


def test_all_are_attributed_in_one_step(
    workspace: Workspace, window: MainWindow, press: Press, asked: Asked, qtbot: QtBot
) -> None:
    held = [row.attributed_to for row in queries.claim_rows(workspace.desk.read, range(1, 181))]
    window.actions_["attribute_claims"].trigger()
    dialog = asked(AttributionDialog)
    assert isinstance(dialog, AttributionDialog)
    assert not dialog.name.words
    qtbot.keyClicks(dialog.name, "Hafenamt")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert workspace.desk.settle()
    rows = queries.claim_rows(workspace.desk.read, workspace.selection.claims)
    assert {row.attributed_to for row in rows} == {"Hafenamt"}
    press("Ctrl+Z")
    assert workspace.desk.settle()
    rows = queries.claim_rows(workspace.desk.read, range(1, 181))
    assert [row.attributed_to for row in rows] == held


def test_tags_of_many_claims_are_read_on_another_thread(
    workspace: Workspace,
    press: Press,
    asked: Asked,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from claimdesk.ui.dialogs import tags

    monkeypatch.setattr(tags, "_AT_ONCE", 20)
    for typed in ("tower", "bridge"):
        press("T")
        dialog = asked(TagsDialog)
        assert isinstance(dialog, TagsDialog)
        qtbot.keyClicks(dialog.field, typed)
        qtbot.waitUntil(dialog.finish.isEnabled)
        dialog.accept()
        assert workspace.desk.settle()
    counts = queries.tags_of(workspace.desk.read, "claim", workspace.selection.claims)
    assert counts == {"bridge": 180, "tower": 180}


def test_a_long_edit_is_shown_and_stopped_from_the_status_bar(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    progress = window.status.progress
    workspace.desk.progressed.emit("Changing 100,000 claims", 0.25)
    qtbot.waitUntil(progress.isVisible)
    assert progress.words.text() == "Changing 100,000 claims"
    stops: list[bool] = []
    window.status.stopped.connect(lambda: stops.append(True))
    qtbot.mouseClick(progress.stop, Qt.MouseButton.LeftButton)
    assert stops
    workspace.desk.progressed.emit("", 1.0)
    assert not progress.isVisible()
    workspace.desk.stopped.emit()
    assert window.messages.sentence() == "Stopped; nothing was changed."


def offered(window: MainWindow, words: str) -> QPushButton:
    """What the bar offers by this name."""
    [button] = [
        one
        for one in window.messages.findChildren(QPushButton)
        if one.isVisible() and one.text() == words
    ]
    return button


def test_tags_of_many_are_offered_and_told_with_the_way_back_and_forth(
    workspace: Workspace, window: MainWindow, asked: Asked, qtbot: QtBot
) -> None:
    def bearing() -> dict[str, int]:
        return queries.tags_of(workspace.desk.read, "claim", range(1, 181))

    assert workspace.inspector
    before = bearing()
    qtbot.mouseClick(workspace.inspector.several.tags, Qt.MouseButton.LeftButton)
    dialog = asked(TagsDialog)
    assert isinstance(dialog, TagsDialog)
    qtbot.keyClicks(dialog.field, "tower")
    dialog.accept()
    assert workspace.desk.settle()
    told = "Stored: Tags of 180 claims: +tower; claims changed: 180."
    assert window.messages.sentence() == told
    qtbot.mouseClick(offered(window, "Undo"), Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    assert bearing() == before
    told = "Taken back: Tags of 180 claims: +tower; claims changed: 180."
    assert window.messages.sentence() == told
    qtbot.mouseClick(offered(window, "Redo"), Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    assert bearing() == {**before, "tower": 180}
    assert window.messages.sentence().startswith("Done again: Tags of 180 claims")


def test_an_attribution_of_many_is_offered_and_told_until_the_next_edit(
    workspace: Workspace, window: MainWindow, asked: Asked, qtbot: QtBot
) -> None:
    assert workspace.inspector
    held = queries.claim_rows(workspace.desk.read, range(1, 181))
    already = sum(row.attributed_to == "Hafenamt" for row in held)
    qtbot.mouseClick(workspace.inspector.several.attribution, Qt.MouseButton.LeftButton)
    dialog = asked(AttributionDialog)
    assert isinstance(dialog, AttributionDialog)
    qtbot.keyClicks(dialog.name, "Hafenamt")
    qtbot.mouseClick(dialog.finish, Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    told = f"Stored: Attribution of 180 claims; claims changed: {180 - already}."
    assert window.messages.sentence() == told
    workspace.selection.choose(10)
    assert not workspace.inspector.several.isVisible()
    workspace.set_status(Status.DISPUTED)
    assert workspace.desk.settle()
    assert not window.messages.isVisible(), "its undo would be that of the later edit"


class GoesOn(SetStatus):
    """As on a desk of a million claims: it goes on for seconds after all is written, unless it is
    stopped."""

    def apply(self, work: Work) -> Message:
        message = SetStatus.apply(self, work)
        for _step in work.pace.each(range(50_000), 50_000):
            time.sleep(0.0001)
        return message


@pytest.fixture
def going_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statuses take that long to set."""
    monkeypatch.setattr("claimdesk.commands.set_status.SetStatus", GoesOn)


@pytest.mark.usefixtures("going_on")
def test_a_running_edit_that_is_stopped_by_a_click_leaves_the_desk_as_it_was(
    workspace: Workspace, window: MainWindow, press: Press, asked: Asked, qtbot: QtBot
) -> None:
    progress, before = window.status.progress, statuses(workspace)
    last, chosen = queries.last_event(workspace.desk.read), workspace.selection.claims
    press("8")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    qtbot.mouseClick(dialog.finish, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(progress.stop.isVisible)
    assert progress.words.text() == "Changing 180 claims"
    with qtbot.waitSignal(workspace.desk.stopped, timeout=2_000):
        qtbot.mouseClick(progress.stop, Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    assert statuses(workspace) == before
    assert queries.last_event(workspace.desk.read) == last
    assert workspace.selection.claims == chosen
    assert not progress.isVisible()
    assert window.messages.sentence() == "Stopped; nothing was changed."
    press("Ctrl+Z")
    assert workspace.desk.settle()
    assert queries.last_event(workspace.desk.read) == last, "there is nothing to take back"
