"""Attribution, kind and check-worthiness."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_claim import SetAttribution
from claimdesk.domain.claim import ClaimRow, Kind
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]
Find = Callable[[int], ClaimRow]


def held(desk: Desk, claim: int) -> str:
    return queries.claim_detail(desk.read, claim).row.attributed_to or ""


def test_enter_stores_the_attribution(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    line = inspector.particulars.attribution.line
    line.selectAll()
    qtbot.keyClicks(line, "Interfax")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.settle()
    assert claim(44).attributed_to == "Interfax"


def test_going_to_another_claim_stores_it_for_the_right_one(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    other = claim(45).attributed_to
    line = inspector.particulars.attribution.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Interfax")
    choose(45)
    assert desk.settle()
    assert claim(44).attributed_to == "Interfax"
    assert claim(45).attributed_to == other
    assert line.text() == (other or "")


def test_attribution_can_be_emptied(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    line = inspector.particulars.attribution.line
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.settle()
    assert claim(44).attributed_to is None


def test_escape_takes_the_typed_attribution_back(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    line = inspector.particulars.attribution.line
    before = line.text()
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == before
    assert desk.settle()
    assert claim(44).attributed_to == before


def test_refused_attribution_shows_both(
    inspector: InspectorView,
    choose: Choose,
    desk: Desk,
    elsewhere: Callable[..., None],
    qtbot: QtBot,
) -> None:
    row = choose(44)
    attribution = inspector.particulars.attribution
    attribution.line.selectAll()
    qtbot.keyClicks(attribution.line, "Interfax")
    elsewhere(SetAttribution(row, "KPMG", held(desk, row)))
    qtbot.keyClick(attribution.line, Qt.Key.Key_Return)
    assert desk.settle()
    QApplication.processEvents()
    assert attribution.line.text() == "Interfax"
    assert "KPMG" in attribution.clash.held.text()
    attribution.clash.mine_kept.emit()
    assert desk.settle()
    assert held(desk, row) == "Interfax"
    assert not attribution.clash.isVisible()


def test_kind_is_chosen(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    kind = inspector.particulars.kind
    qtbot.keyClick(kind, Qt.Key.Key_S)
    assert desk.settle()
    assert claim(44).kind is Kind.SUPERLATIVE
    assert kind.currentText() == "superlative"


def test_digit_in_the_kind_is_no_status(inspector: InspectorView, choose: Choose) -> None:
    choose(44)
    kind = inspector.particulars.kind
    pressed: list[int] = []
    shortcut = QShortcut("4", inspector.window())
    shortcut.activated.connect(lambda: pressed.append(4))
    kind.setFocus()
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4"
    )
    override.ignore()
    QApplication.sendEvent(kind, override)
    assert override.isAccepted()
    assert pressed == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_arrows_open_the_kinds_and_store_nothing(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    kind = inspector.particulars.kind
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert kind.view().isVisible()
    kind.hidePopup()
    assert desk.settle()
    assert claim(44).kind is Kind.QUANTITY


def test_check_worthiness_is_chosen(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    worthiness = inspector.particulars.worthiness
    qtbot.mouseClick(worthiness.button(1), Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert claim(44).check_worthiness == 1
    assert [level for level in (1, 2, 3) if worthiness.button(level).isChecked()] == [1]


def test_arrows_store_no_check_worthiness(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    worthiness = inspector.particulars.worthiness
    worthiness.button(1).setFocus()
    qtbot.keyClick(worthiness.button(1), Qt.Key.Key_Right)
    assert desk.settle()
    assert claim(44).check_worthiness == 3
