"""The script behind the two commands: out of the way where all is there, awake where it is not.
What it installs on a bare system can only be seen on one."""

import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("environment", checkout / ".ci" / "venv.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose environment is set up, as far as the script can tell."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    copy = tmp_path / "check out ü"
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in (".ci", "claimdesk"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", copy)
    subprocess.run(
        [sys.executable, "-I", "-m", "venv", "--without-pip", copy / ".venv"], check=True
    )
    script = load(copy)
    script.STAMP.write_text(json.dumps(script._wanted()), "utf-8")
    return copy


def call(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / ".ci" / "venv.py"), *words]
    return subprocess.run(
        command, cwd=checkout.parent, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_command_runs_in_the_environment_where_it_was_called(checkout: Path) -> None:
    code = "import os, sys; print(os.getcwd(), sys.prefix, sys.argv[1:], sep='\\n')"
    finished = call(checkout, "python", "-c", code, "--version", "a b")
    assert finished.stdout.splitlines() == [
        str(checkout.parent),
        str(checkout / ".venv"),
        "['--version', 'a b']",
    ]
    assert finished.stderr == ""


def test_its_exit_status_is_passed_on(checkout: Path) -> None:
    assert call(checkout, "python", "-c", "raise SystemExit(7)").returncode == 7


def test_what_it_starts_keeps_what_was_compiled(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    code = "import sys; print(sys.dont_write_bytecode)"
    assert call(checkout, "python", "-c", code).stdout == "False\n"


@pytest.mark.parametrize("words", [(), ("no-such-command",)])
def test_wrong_use_is_one_sentence(checkout: Path, words: tuple[str, ...]) -> None:
    finished = call(checkout, *words)
    assert finished.returncode == 2
    assert len(finished.stderr.splitlines()) == 1


def test_a_changed_project_a_moved_checkout_and_a_lost_python_are_noticed(checkout: Path) -> None:
    assert load(checkout)._is_current()
    moved = checkout.rename(checkout.with_name("moved"))
    assert not load(moved)._is_current()
    assert not load(moved)._is_of_use()
    checkout = moved.rename(checkout)
    (checkout / "pyproject.toml").write_text("# changed", "utf-8")
    assert not load(checkout)._is_current()
    load(checkout).PYTHON.unlink()
    assert not load(checkout)._is_of_use()
