"""What is chosen is what the list shows: through orders, filters, edits and undo, and whatever has
the focus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimColumn, ClaimFilter
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.sqlite import list_reading
from claimdesk.ui.dialogs import sure
from claimdesk.ui.dialogs.sure import SureDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.workspace import Workspace
from tests.support.claim_list import CTRL, click, selected

Press = Callable[..., None]
Asked = Callable[[type[QDialog]], QDialog]

BEGINNING = 20
VERIFIED = ClaimFilter(statuses=frozenset({Status.VERIFIED}))


@pytest.fixture
def workspace(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """More than some claims are asked about, and a wide list tells its beginning first."""
    monkeypatch.setattr(sure, "MOST_UNASKED", BEGINNING)
    monkeypatch.setattr(list_reading, "FIRST", BEGINNING)
    assert window.workspace
    window.workspace.list.table.setFocus()
    return window.workspace


@pytest.fixture
def whole_desk(workspace: Workspace, press: Press, qtbot: QtBot) -> Workspace:
    press("Ctrl+Shift+L")
    loaded(workspace, qtbot)
    return workspace


def loaded(workspace: Workspace, qtbot: QtBot) -> None:
    """Wait until the list is there as it is now to be."""
    assert workspace.desk.settle()
    model = workspace.list.model
    qtbot.waitUntil(lambda: model.is_wide and not model.is_loading)


def click_head(workspace: Workspace, column: ClaimColumn, qtbot: QtBot) -> None:
    head = workspace.list.table.horizontalHeader()
    section = place(column)
    at = head.viewport().rect().center()
    at.setX(head.sectionViewportPosition(section) + head.sectionSize(section) // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)


def listed(workspace: Workspace) -> set[int]:
    return set(workspace.list.model.ids)


def title(workspace: Workspace) -> str:
    assert workspace.inspector
    assert workspace.inspector.head.isVisible()
    return workspace.inspector.head.title.text()


@pytest.mark.parametrize("descending", [False, True])
def test_all_that_is_chosen_stays_so_when_the_list_is_sorted_and_the_focus_comes_back(
    whole_desk: Workspace, press: Press, asked: Asked, descending: bool, qtbot: QtBot
) -> None:
    workspace = whole_desk
    workspace.selection.choose(90)
    loaded(workspace, qtbot)
    workspace.list.table.setFocus()
    press("Ctrl+A")
    current, article = workspace.selection.claim, workspace.selection.article
    for _click in range(1 + descending):
        click_head(workspace, ClaimColumn.NUMBER, qtbot)
        loaded(workspace, qtbot)
    press("Ctrl+K")
    press("Esc")
    QApplication.processEvents()
    workspace.list.table.setFocus()
    QApplication.processEvents()
    assert (workspace.selection.claim, workspace.selection.article) == (current, article)
    assert set(workspace.selection.claims) == listed(workspace)
    assert len(selected(workspace.list)) == 180
    assert title(workspace) == "180 claims chosen"
    before = queries.status_counts(workspace.desk.read, ClaimFilter())
    press("8")
    asked(SureDialog).reject()
    assert workspace.desk.settle()
    assert queries.status_counts(workspace.desk.read, ClaimFilter()) == before


def test_what_is_chosen_before_all_is_read_is_what_is_then_shown(
    workspace: Workspace, press: Press, qtbot: QtBot
) -> None:
    model, early = workspace.list.model, list[tuple[int, ...]]()

    def choose_all() -> None:
        assert model.is_loading
        press("Ctrl+A")
        early.append(workspace.selection.claims)

    model.modelReset.connect(choose_all, Qt.ConnectionType.SingleShotConnection)
    press("Ctrl+Shift+L")
    loaded(workspace, qtbot)
    assert [len(claims) for claims in early] == [BEGINNING]
    assert 0 not in early[0]
    assert set(workspace.selection.claims) == listed(workspace)
    assert len(selected(workspace.list)) == 180


def test_a_focus_that_comes_back_before_all_is_read_chooses_nothing(
    whole_desk: Workspace, press: Press, qtbot: QtBot
) -> None:
    workspace, table = whole_desk, whole_desk.list.table
    workspace.selection.choose(90)
    press("Ctrl+A")
    article = workspace.selection.article

    def come_back() -> None:
        assert workspace.list.model.is_loading
        table.clearFocus()
        table.setFocus(Qt.FocusReason.PopupFocusReason)

    workspace.list.model.modelReset.connect(come_back, Qt.ConnectionType.SingleShotConnection)
    click_head(workspace, ClaimColumn.NUMBER, qtbot)
    loaded(workspace, qtbot)
    QApplication.processEvents()
    assert (workspace.selection.claim, workspace.selection.article) == (90, article)
    assert set(workspace.selection.claims) == listed(workspace)


def test_a_focus_that_comes_back_chooses_nothing(
    whole_desk: Workspace, press: Press, qtbot: QtBot
) -> None:
    """Qt makes the first row current where none is: the choice is not of this row for it."""
    workspace = whole_desk
    workspace.list.show_filter(VERIFIED)
    loaded(workspace, qtbot)
    checked = next(claim for claim in range(1, 181) if claim not in listed(workspace))
    workspace.selection.choose(checked)
    press("Ctrl+K", "Esc")
    workspace.list.table.setFocus()
    QApplication.processEvents()
    assert workspace.selection.claims == (checked,)


def test_claims_that_a_filter_hides_are_chosen_no_longer(
    workspace: Workspace, press: Press, asked: Asked
) -> None:
    press("Ctrl+A")
    workspace.list.show_filter(VERIFIED)
    left = listed(workspace)
    assert BEGINNING < len(left) < 180
    assert set(workspace.selection.claims) == left
    assert workspace.selection.claim in left
    assert title(workspace) == f"{len(left)} claims chosen"
    press("5")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    assert f"{len(left)} claims" in dialog.question.text()
    dialog.reject()


def test_where_a_filter_hides_all_that_was_chosen_nothing_is(
    workspace: Workspace, press: Press
) -> None:
    assert workspace.inspector
    press("Ctrl+A")
    workspace.list.show_filter(ClaimFilter(text="no claim says this"))
    assert (workspace.selection.claim, workspace.selection.claims) == (None, ())
    assert not workspace.inspector.buttons.isVisible()
    before = queries.last_event(workspace.desk.read)
    press("5", "T")
    assert workspace.desk.settle()
    assert not QApplication.activeModalWidget()
    assert queries.last_event(workspace.desk.read) == before


def test_claims_that_an_edit_or_its_undo_takes_off_the_list_are_chosen_no_longer(
    whole_desk: Workspace, press: Press, asked: Asked, qtbot: QtBot
) -> None:
    workspace = whole_desk
    workspace.list.show_filter(VERIFIED)
    loaded(workspace, qtbot)
    before = listed(workspace)
    press("Ctrl+A")
    press("5")
    dialog = asked(SureDialog)
    assert isinstance(dialog, SureDialog)
    dialog.finish.click()
    loaded(workspace, qtbot)
    qtbot.waitUntil(lambda: not listed(workspace))
    assert not workspace.selection.claims
    workspace.selection.choose(10)
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: listed(workspace) == before)
    assert workspace.selection.claims == (10,)


def test_claims_of_other_articles_leave_with_the_whole_desk(
    whole_desk: Workspace, press: Press, qtbot: QtBot
) -> None:
    workspace = whole_desk
    first = workspace.selection.article
    workspace.desk.run(AddArticle(ArticleData("Ein zweiter Text")))
    assert workspace.desk.settle()
    rows = queries.article_rows(workspace.desk.read)
    [other] = [row.id for row in rows if row.id != first]
    workspace.desk.run(AddClaim(other, "Erste Aussage"))
    loaded(workspace, qtbot)
    workspace.list.table.setFocus()
    press("Ctrl+A")
    assert len(workspace.selection.claims) == 181
    assert workspace.selection.article == first
    press("Ctrl+Shift+L")
    assert len(workspace.list.model.ids) == 180
    assert set(workspace.selection.claims) == listed(workspace)


def test_one_claim_more_is_chosen_after_a_filter_came_and_went(
    workspace: Workspace, press: Press
) -> None:
    press("Ctrl+A")
    workspace.list.show_filter(VERIFIED)
    left = len(workspace.selection.claims)
    workspace.list.show_filter(ClaimFilter())
    assert len(workspace.selection.claims) == left
    rows = selected(workspace.list)
    other = next(row for row in range(180) if row not in rows)
    workspace.list.table.reveal(other)
    click(workspace.list, other, CTRL)
    assert len(workspace.selection.claims) == left + 1
    press("Ctrl+Up")
    QApplication.processEvents()
    assert len(workspace.selection.claims) == left + 1


@pytest.mark.parametrize("wide", [False, True])
def test_the_inspector_says_that_the_list_does_not_show_its_claim(
    workspace: Workspace, press: Press, wide: bool, qtbot: QtBot
) -> None:
    assert workspace.inspector
    said = workspace.inspector.head.unlisted
    if wide:
        press("Ctrl+Shift+L")
        loaded(workspace, qtbot)
    workspace.selection.choose(44)
    assert not said.isVisible()
    workspace.list.show_filter(VERIFIED)
    qtbot.waitUntil(lambda: not workspace.list.model.is_loading)
    assert 44 not in listed(workspace)
    assert said.isVisible()
    assert said.words == "Not in the filtered list; J goes on there."
    press("J")
    assert workspace.selection.claim in listed(workspace)
    assert not said.isVisible()
    press("Alt+Left")
    assert said.isVisible()
    workspace.list.show_filter(ClaimFilter())
    qtbot.waitUntil(lambda: not workspace.list.model.is_loading)
    assert not said.isVisible()
