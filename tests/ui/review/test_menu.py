"""What a right click on a suggestion in the text offers."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from claimdesk.domain.review import ReviewRow
from tests.support.review import Review

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups


def menu_at(review: Review, row: ReviewRow) -> QMenu:
    """The menu that comes up on the passage of a suggestion."""
    assert review.workspace.text
    pane = review.workspace.text._pane
    cursor = pane.textCursor()
    cursor.setPosition(pane.shown.position(row.start + 1))
    point = pane.cursorRect(cursor).center() + QPoint(2, 0)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(pane.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_right_click_turns_to_a_suggestion_and_decides_it(review: Review) -> None:
    row = next(one for one in review.rows if "38 Wagen" in one.quote)
    menu = menu_at(review, row)
    assert review.at.mark == row.mark
    names = [one.objectName() for one in menu.actions() if not one.isSeparator()]
    assert names[1:6] == [
        "accept_suggestion",
        "edit_suggestion",
        "split_suggestion",
        "reject_suggestion",
        "accept_sentence",
    ]
    next(one for one in menu.actions() if one.objectName() == "reject_suggestion").trigger()
    menu.close()
    assert review.workspace.desk.settle(20_000)
    assert row.mark not in {one.mark for one in review.rows}
