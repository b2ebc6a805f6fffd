"""A desk to work on: a copy of the kept one (tests/data/desks), brought up to date."""

import shutil
from pathlib import Path

import pytest

from claimdesk.store import open_desk

KEPT = Path(__file__).resolve().parents[1] / "data" / "desks" / "0001.claimdesk"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The path of a small desk: an article of eight claims with all that hangs on them."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(KEPT, path)
    open_desk(path)
    return path
