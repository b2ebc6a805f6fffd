"""The list on the sample, alone in a window."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list import ClaimListView


@pytest.fixture
def view(desk: Desk, selection: Selection, qtbot: QtBot) -> Iterator[ClaimListView]:
    made = ClaimListView(desk, selection)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    selection.choose_article(queries.article_rows(desk.read)[0].id)
    yield made
    made.close()
