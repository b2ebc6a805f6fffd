import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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


def grow() -> None:
    """As much comes as is worth a look."""
    for _look in range(12):
        gc.collect(1)


def test_what_came_is_looked_through_once_nothing_is_under_way(window: MainWindow) -> None:
    window.garbage.begin()
    assert gc.get_threshold()[2] > 1_000_000
    ring = _Ring()
    grow()
    known = weakref.ref(ring)
    del ring
    assert window.workspace
    window.workspace.desk.undo()
    window.garbage.look()
    assert known() is not None
    assert window.workspace.desk.settle()
    grow()
    window.garbage.look()
    assert known() is None


def test_a_little_is_not_worth_a_look(window: MainWindow) -> None:
    window.garbage.begin()
    ring = _Ring()
    gc.collect()
    known = weakref.ref(ring)
    del ring
    window.garbage.look()
    assert known() is not None


def test_what_has_lived_for_a_while_is_looked_through_while_nobody_looks(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.garbage.begin()
    ring = _Ring()
    grow()
    window.garbage.look()
    known = weakref.ref(ring)
    del ring
    grow()
    window.garbage.look()
    assert known() is not None, "somebody works in the window"
    window.hide()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    window.garbage.look()
    assert known() is None
    assert gc.get_freeze_count()


def test_without_a_desk_nothing_is_under_way(window: MainWindow) -> None:
    window.close_desk()
    window.garbage.begin()
    ring = _Ring()
    grow()
    known = weakref.ref(ring)
    del ring
    window.garbage.look()
    assert known() is None
