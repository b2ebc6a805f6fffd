"""The legend that filters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from claimdesk.domain.status import Status
from claimdesk.ui.widgets.status_filter import StatusFilter

COUNTS = dict(zip(Status, (82, 8, 32, 28, 13, 1, 6, 2, 3, 5), strict=True))


@pytest.fixture
def legend(qtbot: QtBot) -> StatusFilter:
    made = StatusFilter()
    qtbot.addWidget(made)
    made.set_counts(COUNTS)
    return made


def buttons(legend: StatusFilter) -> list[QToolButton]:
    return legend.findChildren(QToolButton)


def test_each_status_has_its_count_and_says_so(legend: StatusFilter) -> None:
    assert [button.text() for button in buttons(legend)] == [str(n) for n in COUNTS.values()]
    assert buttons(legend)[2].accessibleName() == "verified, 32 claims"
    assert buttons(legend)[5].accessibleName() == "false, 1 claim"
    assert all(not button.icon().isNull() for button in buttons(legend))


def test_click_filters_and_a_second_one_no_longer(legend: StatusFilter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(legend.changed, timeout=1000):
        qtbot.mouseClick(buttons(legend)[5], Qt.MouseButton.LeftButton)
    assert legend.checked() == {Status.FALSE}
    qtbot.mouseClick(buttons(legend)[5], Qt.MouseButton.LeftButton)
    assert legend.checked() == frozenset()


def test_key_filters(legend: StatusFilter, qtbot: QtBot) -> None:
    qtbot.keyClick(buttons(legend)[4], Qt.Key.Key_Space)
    assert legend.checked() == {Status.INACCURATE}


def test_setting_many_tells_once(legend: StatusFilter, qtbot: QtBot) -> None:
    wanted = frozenset({Status.UNCHECKED, Status.IN_PROGRESS})
    told: list[frozenset[Status]] = []
    legend.changed.connect(lambda: told.append(legend.checked()))
    legend.set_checked(wanted)
    legend.set_checked(wanted)
    assert told == [wanted]


def test_narrow_legend_takes_two_rows_and_cuts_nothing(legend: StatusFilter, qtbot: QtBot) -> None:
    legend.resize(legend.sizeHint())
    legend.show()
    assert len({button.y() for button in buttons(legend)}) == 1
    legend.resize(legend.minimumSizeHint().width(), 60)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons(legend)}) == 2, timeout=1000)
    assert all(button.width() >= button.sizeHint().width() for button in buttons(legend))
    assert all(legend.rect().contains(button.geometry()) for button in buttons(legend))
    legend.close()
