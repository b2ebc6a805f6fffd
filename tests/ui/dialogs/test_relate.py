"""A claim is tied to another one, found by number or words."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.domain.claim import ClaimRow, RelationKind
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.relate import RelateDialog

Show = Callable[[QDialog], None]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(desk: Desk, show: Show, claim: Callable[[int], ClaimRow]) -> Iterator[RelateDialog]:
    made = RelateDialog(desk, claim(44))
    show(made)
    yield made
    if isValid(made):
        made.close()


def test_by_number(dialog: RelateDialog, desk: Desk, qtbot: QtBot) -> None:
    assert dialog.search.hasFocus()
    assert not dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.search, "4")
    assert dialog.chosen is not None
    assert dialog.chosen.number == 4, "the number typed comes before those that hold it"
    qtbot.keyClicks(dialog.search, "5")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    [tie] = queries.claim_detail(desk.read, 44).relations
    assert (tie.kind, tie.other_number) == (RelationKind.SAME_FACT, 45)


def test_by_words_and_otherwise(
    dialog: RelateDialog, desk: Desk, qtbot: QtBot, claim: Callable[[int], ClaimRow]
) -> None:
    dialog.kind.choose(RelationKind.DEPENDS_ON)
    qtbot.keyClicks(dialog.search, "verhaftet")
    chosen = dialog.chosen
    assert chosen is not None
    assert "verhaftet" in chosen.statement
    qtbot.keyClicks(dialog.remark, "wegen der Zahl")
    qtbot.keyClick(dialog.remark, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    [tie] = queries.claim_detail(desk.read, 44).relations
    assert (tie.kind, tie.other, tie.remark) == (
        RelationKind.DEPENDS_ON,
        chosen.id,
        "wegen der Zahl",
    )


def test_the_claim_itself_is_not_offered(dialog: RelateDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "44")
    assert dialog.chosen is None or dialog.chosen.number != 44


def test_down_moves_in_the_list(dialog: RelateDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "die")
    first = dialog.chosen
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.search.hasFocus()
    assert dialog.chosen not in (None, first)
    said = dialog.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.chosen is not None
    assert said.endswith(dialog.chosen.status.label)


def test_a_refused_tie_keeps_the_dialog_open(
    dialog: RelateDialog, desk: Desk, qtbot: QtBot
) -> None:
    desk.run(RelateClaims(45, 44, RelationKind.SAME_FACT))
    assert desk.settle()
    qtbot.keyClicks(dialog.search, "45")
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert dialog.isVisible()
    assert "already tied" in dialog.reason.text()
