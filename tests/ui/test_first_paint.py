"""When a widget has been painted for the first time, told once."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.ui.first_paint import AT_THE_LATEST, FirstPaint


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    """Something with a list in it."""
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    layout.addWidget(QLabel("head"))
    layout.addWidget(QListWidget())
    return made


@pytest.fixture
def told(widget: QWidget) -> list[bool]:
    """Whether the widget was visible, each time that it is told."""
    times: list[bool] = []
    first = FirstPaint(widget, widget)
    first.seen.connect(lambda: times.append(widget.isVisible()))
    return times


def test_told_once_and_only_after_it_is_shown(
    widget: QWidget, told: list[bool], qtbot: QtBot
) -> None:
    qtbot.wait(30)
    assert told == []
    widget.show()
    qtbot.waitUntil(lambda: told == [True], timeout=AT_THE_LATEST - 200)
    widget.findChildren(QListWidget)[0].viewport().repaint()
    qtbot.wait(AT_THE_LATEST + 100)
    assert told == [True]


def test_told_at_the_latest_where_nothing_is_ever_painted(
    widget: QWidget, told: list[bool], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: told == [False], timeout=AT_THE_LATEST + 1000)


def test_nothing_is_left_behind(widget: QWidget, told: list[bool], qtbot: QtBot) -> None:
    assert widget.findChildren(FirstPaint)
    widget.show()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: not widget.findChildren(FirstPaint))


def test_a_widget_closed_meanwhile_is_not_told_of(qtbot: QtBot) -> None:
    owner, told = QObject(), []
    short = QWidget()
    qtbot.addWidget(short)
    first = FirstPaint(short, owner)
    first.seen.connect(lambda: told.append(1))
    del first
    owner.deleteLater()
    qtbot.wait(20)
    assert told == []
