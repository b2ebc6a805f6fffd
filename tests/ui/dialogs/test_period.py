"""Days of one's own choice, typed into a small form."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from claimdesk.domain.period import Period
from claimdesk.ui.dialogs.period import PeriodDialog

Show = Callable[[QDialog], None]


def test_from_and_until_are_typed_and_given(show: Show, qtbot: QtBot) -> None:
    dialog = PeriodDialog("Last changed", None)
    given: list[Period] = []
    dialog.given.connect(given.append)
    show(dialog)
    assert dialog.reason.text() == "Give the first day, the last day, or both."
    qtbot.keyClicks(dialog.first.line, "2022-03")
    qtbot.keyClick(dialog.first.line, Qt.Key.Key_Tab)
    assert dialog.last.line.hasFocus()
    qtbot.keyClicks(dialog.last.line, "2022-03")
    qtbot.keyClick(dialog.last.line, Qt.Key.Key_Return)
    assert given == [Period(first="2022-03-01", last="2022-03-31")]


@pytest.mark.parametrize(
    ("first", "last", "obstacle"),
    [
        ("2023", "2022", "The last day comes before the first."),
        (
            "31.3.",
            "",
            "There is no such date; write 28 March 2022, March 2022 or 2022.",
        ),
    ],
)
def test_what_makes_no_sense_is_said(
    show: Show, qtbot: QtBot, first: str, last: str, obstacle: str
) -> None:
    dialog = PeriodDialog("Last changed", None)
    show(dialog)
    qtbot.keyClicks(dialog.first.line, first)
    qtbot.keyClicks(dialog.last.line, last)
    assert dialog.reason.text() == obstacle
    assert not dialog.finish.isEnabled()
    dialog.reject()


def test_what_is_asked_for_already_stands_there(show: Show) -> None:
    dialog = PeriodDialog("Last changed", Period(first="2022-03-01"))
    show(dialog)
    assert dialog.first.line.text() == "1 March 2022"
    assert dialog.first.date_or_none == "2022-03-01"
    assert dialog.finish.isEnabled()
    dialog.reject()
