"""Many claims edited at once: the question before it, progress and a stop meanwhile, and one step
back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.store import queries
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
    workspace: Workspace, press: Press, asked: Asked, qtbot: QtBot
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
