"""What the tests of several views need."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.commands.new_desk import new_desk
from claimdesk.domain.person import Person
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection


@pytest.fixture
def selection() -> Selection:
    return Selection()


@pytest.fixture
def empty_desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    new_desk(tmp_path / "new.claimdesk", "Neu")
    opened = Desk(tmp_path / "new.claimdesk", Person.named("Ada B"))
    yield opened
    opened.close()
