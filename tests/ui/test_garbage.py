import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.ui import garbage
from claimdesk.ui.main_window import MainWindow


class _Ring:
    """What only a look through all objects finds, once nobody has it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def grown_old(looks: int) -> "weakref.ref[_Ring]":
    """A ring that has outlived so many looks at the young, and that nobody has any more."""
    ring = _Ring()
    for _look in range(looks):
        gc.collect(1)
    return weakref.ref(ring)


def test_all_is_looked_through_once_nothing_is_under_way(window: MainWindow) -> None:
    window.garbage.begin()
    assert gc.get_threshold()[2] > 1_000_000
    ring = grown_old(garbage._TOO_MANY)
    assert window.workspace
    window.workspace.desk.undo()
    window.garbage.look()
    assert ring() is not None
    assert window.workspace.desk.settle()
    window.garbage.look()
    assert ring() is None


def test_while_somebody_works_in_the_window_it_waits(window: MainWindow, qtbot: QtBot) -> None:
    window.garbage.begin()
    ring = grown_old(20)
    window.garbage.look()
    assert ring() is not None
    window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    window.garbage.look()
    assert ring() is None
    ring = grown_old(2)
    window.garbage.look()
    assert ring() is not None, "a little is not worth a look"


def test_without_a_desk_nothing_is_under_way(window: MainWindow) -> None:
    window.close_desk()
    window.garbage.begin()
    ring = grown_old(garbage._TOO_MANY)
    window.garbage.look()
    assert ring() is None
