"""The house's rules: who may import whom, and what must not be loaded before the first paint."""

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import claimdesk

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ["sqlalchemy", "sqlmodel", "alembic", "pydantic", "jinja2"]
LIGHT = ("claimdesk.store.sqlite", "claimdesk.commands", "claimdesk.ui")
"""What stands between the start and the first paint, with all modules in it."""

OFFENDERS = """
import importlib, json, sys
names, heavy = json.loads(sys.argv[1])
offenders = {}
for name in names:
    importlib.import_module(name)
    if found := [package for package in heavy if package in sys.modules]:
        offenders[name] = found
        heavy = [package for package in heavy if package not in found]
print(json.dumps(offenders))
"""

VERSION = """
import sys
from claimdesk.__main__ import main
sys.argv = ["claimdesk", "--version"]
try:
    sys.exit(main())
finally:
    print(*sys.modules, file=sys.stderr)
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def offenders(modules: list[str], heavy: list[str]) -> dict[str, list[str]]:
    """Which of the modules, imported in this order, brought which packages in."""
    finished = run("-c", OFFENDERS, json.dumps([modules, heavy]))
    assert finished.returncode == 0, finished.stderr
    result: dict[str, list[str]] = json.loads(finished.stdout)
    return result


def modules_in(package: str) -> list[str]:
    everything = pkgutil.walk_packages(claimdesk.__path__, "claimdesk.")
    names = [module.name for module in everything]
    return [name for name in names if f"{name}.".startswith(f"{package}.")]


def test_imports_point_downwards() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    finished = run("-c", lint, "--no-cache", "--no-logo")
    assert finished.returncode == 0, finished.stdout


@pytest.mark.parametrize("package", LIGHT)
def test_the_first_paint_waits_for_nothing_heavy(package: str) -> None:
    modules = modules_in(package)
    assert modules
    assert offenders(["claimdesk.store", *modules], HEAVY) == {}


def test_the_check_for_heavy_modules_can_fail() -> None:
    assert offenders(["json", "jinja2"], HEAVY) == {"jinja2": ["jinja2"]}


def test_the_version_needs_neither_qt_nor_the_store() -> None:
    finished = run("-c", VERSION)
    assert finished.returncode == 0, finished.stderr
    assert claimdesk.__version__ in finished.stdout
    loaded = set(finished.stderr.split())
    assert "claimdesk" in loaded
    assert not loaded & {"PySide6", *HEAVY}
