"""The line of words and chips: at any width all of it is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.period import Period
from claimdesk.ui.views.filter_line import FilterLine

THREE = ClaimFilter(
    people=frozenset({"Ada Ärmel"}), changed=Period(days=7), articles=frozenset({"a"})
)


@pytest.fixture
def line(qtbot: QtBot) -> Iterator[FilterLine]:
    """In a pane as the list's head is."""
    pane = QWidget()
    qtbot.addWidget(pane)
    made = FilterLine()
    made.titles = lambda ids: dict.fromkeys(ids, "Schulen in Zürich (298)")
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    column.addStretch(1)
    pane.show()
    yield made
    pane.close()


@pytest.mark.parametrize("widths", [range(260, 1000, 37), range(1000, 260, -37)])
def test_no_chip_ever_vanishes(line: FilterLine, widths: range) -> None:
    for width in widths:
        line.show_filter(ClaimFilter())
        line.window().resize(width, 300)
        line.show_filter(THREE)
        assert len(line.chips.chips) == 3
        line.resize(QSize(width, line.heightForWidth(width)))
        assert line.rect().contains(line.chips.geometry())
        assert all(line.chips.rect().contains(chip.geometry()) for chip in line.chips.chips)
        assert not line.field.geometry().intersects(line.chips.geometry())
        assert line.field.width() > 100, "words can be read while they are typed"


def test_the_pane_gives_it_the_height_that_its_width_asks_for(
    line: FilterLine, qtbot: QtBot
) -> None:
    line.show_filter(THREE)
    for width in (900, 300, 560, 340, 900):
        line.window().resize(width, 300)
        qtbot.waitUntil(lambda: line.height() == line.heightForWidth(line.width()), timeout=1000)
