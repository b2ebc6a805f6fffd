"""The as-of date, edited in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimRow
from claimdesk.i18n import speaking
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]
Find = Callable[[int], ClaimRow]


def test_enter_stores_it(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    line = inspector.particulars.as_of.line
    qtbot.keyClicks(line, "2022-03-28")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.settle()
    assert claim(44).as_of == "2022-03-28"
    assert "28 March 2022" in inspector.passage.where.words
    assert line.text() == "28 March 2022"


def test_a_day_is_read_and_shown_as_germans_write_it(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    line = inspector.particulars.as_of.line
    with speaking("de"):
        qtbot.keyClicks(line, "28.3.22")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert desk.settle()
        assert claim(44).as_of == "2022-03-28"
        assert line.text() == "28.03.2022"
        events = len(queries.events(desk.read))
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert desk.settle()
    assert len(queries.events(desk.read)) == events


def test_what_is_no_day_is_said_and_not_stored(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    as_of = inspector.particulars.as_of
    qtbot.keyClicks(as_of.line, "28.3.")
    qtbot.keyClick(as_of.line, Qt.Key.Key_Return)
    assert desk.settle()
    assert claim(44).as_of is None
    assert as_of.warning.isVisible()
    assert as_of.line.text() == "28.3."
    choose(45)
    assert as_of.line.text() == ""
    assert not as_of.warning.isVisible()


def test_esc_takes_back_what_was_typed_and_leaving_stores_for_the_right_claim(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    line = inspector.particulars.as_of.line
    qtbot.keyClicks(line, "2021")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    qtbot.keyClicks(line, "2020")
    choose(45)
    assert desk.settle()
    assert (claim(44).as_of, claim(45).as_of) == ("2020", None)
