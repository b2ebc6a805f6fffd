"""A claim list under the hands of a test."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget

from claimdesk.domain.claim import ClaimRow
from claimdesk.ui.views.claim_list import ClaimListView
from claimdesk.ui.views.claim_table import STATEMENT

Number = Callable[[int], ClaimRow]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

POPUP = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")
"""What the platform without a screen says of every menu."""


def click(
    view: ClaimListView, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    area = view.table.visualRect(view.model.index(row, STATEMENT))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, keys, area.center())


def press(
    view: ClaimListView, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view.table.setFocus()
    QTest.keyClick(view.table, key, keys)


def selected(view: ClaimListView) -> list[int]:
    return sorted(index.row() for index in view.table.selectionModel().selectedRows())


def button(view: QWidget, name: str) -> QToolButton:
    return next(one for one in view.findChildren(QToolButton) if one.accessibleName() == name)


def shown(view: ClaimListView) -> int:
    return view.model.rowCount()


def entry(menu: QWidget, data: str) -> QAction:
    return next(one for one in menu.actions() if one.data() == data)
