"""Of what was being typed when the process died, nothing older than a second is lost.
CLAIMDESK_TYPISTS sets how often, CLAIMDESK_SEED repeats the moments."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.domain.person import Person
from claimdesk.paths import installation
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

TYPISTS = int(os.environ.get("CLAIMDESK_TYPISTS", "8"))
SHORTEST, LONGEST = 0.9, 2.2
"""Seconds a typist lives."""
MAY_BE_LOST = 1.0
"""Seconds of typing."""


def type_and_die(process: subprocess.Popen[str], run: int, seconds: float) -> str:
    """Let a child type, kill it; the words it had typed a second before, which must be there."""
    assert process.stdin
    assert process.stdout
    print(run, file=process.stdin, flush=True)
    word, child = process.stdout.readline().split()
    assert word == "child"
    time.sleep(seconds)
    killed = time.monotonic()
    os.kill(int(child), signal.SIGKILL)
    due = ""
    for line in iter(process.stdout.readline, "gone\n"):
        moment, typed = line.split()
        if float(moment) <= killed - MAY_BE_LOST:
            due = typed
    return due


def kept(desk: Path, claim: int) -> str:
    """What the desk holds of a half-written note, read after SQLite's own check."""
    with closing(sqlite3.connect(desk)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    reader = Reader(desk)
    found = queries.drafts(reader, installation(), Person.named("Tippi Typist").name)
    reader.close()
    return next((one.words or "" for one in found if one.place.row == claim), "")


def test_nothing_older_than_a_second_is_lost(desk: Path) -> None:
    chance = random.Random(os.environ.get("CLAIMDESK_SEED"))
    installation()  # made before the first child is
    command = [sys.executable, str(Path(__file__).with_name("typist.py")), str(desk)]
    total = 0
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        try:
            for run in range(TYPISTS):
                due = type_and_die(process, run, chance.uniform(SHORTEST, LONGEST))
                words = kept(desk, 1 + run % 8)
                assert words.startswith(due), f"run {run}: {due!r} was typed, {words!r} is left"
                total += len(due)
        finally:
            process.kill()
    assert examine(desk) == []
    assert total > TYPISTS, "the typists died before they typed anything"
