"""Makers of files for the readers to read."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """Makes files of the office formats, part by part (make.py)."""
    return _load("make")


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """Lets LibreOffice make files (office.py); skips where it is missing."""
    module = _load("office")
    module.program()
    return module
