"""The sidebar alone, on the desk of a test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.sidebar import SidebarView


@pytest.fixture
def sidebar(desk: Desk, selection: Selection, qtbot: QtBot) -> Iterator[SidebarView]:
    made = SidebarView(desk, selection)
    qtbot.addWidget(made)
    made.resize(220, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
