"""A desk with the German sample for each test, and two ways to run a command on it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimdesk import cli
from claimdesk.store import Store, queries
from claimdesk.store.sqlite.connection import Reader


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error of a command that failed."""
        assert self.status in (1, 2), self
        assert self.err.count("\n") == 1, self.err
        assert not self.out
        assert "Traceback" not in self.err
        assert "Usage:" not in self.err
        return self.err.strip()

    @property
    def json(self) -> Any:
        """What a command that succeeded printed."""
        assert self.status == 0, self
        assert not self.err
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk of the test's own, which commands find without being told."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(sample_file, path)
    monkeypatch.setenv("CLAIMDESK_DESK", str(path))
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command inside this process."""

    def run(*words: str | Path) -> Ended:
        capsys.readouterr()
        outcome = cli.run([str(word) for word in words])
        return Ended(outcome.status, *capsys.readouterr())

    return run


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """Runs a command as a process of its own, in UTF-8 and with no screen unless told."""

    def process(*words: str | Path, **environment: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "claimdesk", *map(str, words)],
            env={**os.environ, **environment},
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return process


@pytest.fixture
def ask(desk: Path) -> Callable[[Callable[[Reader], Any]], Any]:
    """Asks the desk something, past the command line."""

    def ask(query: Callable[[Reader], Any]) -> Any:
        read = Reader(desk)
        try:
            return query(read)
        finally:
            read.close()

    return ask


@pytest.fixture
def events(ask: Callable[[Callable[[Reader], Any]], Any]) -> Callable[[], list[Any]]:
    """All events of the desk, oldest first."""
    return lambda: ask(queries.events)


@pytest.fixture
def edit(desk: Path) -> Callable[..., Any]:
    """Carries an edit out, past the command line."""
    from claimdesk.domain.person import Person

    def edit(one: Any) -> Any:
        with Store(desk) as store:
            return store.run(one, Person.named("Ada Ärmel"))

    return edit
