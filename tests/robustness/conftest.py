"""A desk to work on: a copy of the kept one (tests/data/desks), brought up to date."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def desk(tmp_path: Path, kept_desk: Path) -> Path:
    """The path of a small desk: an article of eight claims with all that hangs on them."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(kept_desk, path)
    return path
