"""An inspector over a desk with the German sample, and somebody else who edits the same desk."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit import Edit
from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.person import Person
from claimdesk.store import Store
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]


@pytest.fixture
def selection(desk: Desk) -> Selection:
    chosen = Selection()
    chosen.choose_article(1)
    return chosen


@pytest.fixture
def inspector(desk: Desk, selection: Selection, qtbot: QtBot) -> InspectorView:
    view = InspectorView(desk, selection)
    qtbot.addWidget(view)
    view.resize(398, 900)
    view.show()
    view.activateWindow()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def choose(selection: Selection, claim: Callable[[int], ClaimRow]) -> Choose:
    """Turn to the claim with a number; gives its id."""

    def turn_to(number: int) -> int:
        row = claim(number).id
        selection.choose(row)
        QApplication.processEvents()
        return row

    return turn_to


@pytest.fixture
def elsewhere(desk: Desk) -> Callable[[Edit], None]:
    """Another program that edits the desk."""

    def run(edit: Edit) -> None:
        with Store(desk.path) as store:
            store.run(edit, Person.named("Grace Hopper"))

    return run
