"""No edit that was acknowledged is lost, however its process dies. CLAIMDESK_KILLS sets how often
(1,000 for the long run), CLAIMDESK_SEED repeats the moments."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from claimdesk.store import open_desk
from claimdesk.store.check import examine

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

KILLS = int(os.environ.get("CLAIMDESK_KILLS", "200"))
EDITS = 2
"""How often an editor edits in the mean: some die while they start, most within an edit, however
busy the machine is."""


@contextmanager
def editor(desk: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(Path(__file__).with_name("editor.py")), str(desk)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdin
    assert process.stdout
    try:
        yield process
        process.stdin.close()
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


def live_and_die(process: subprocess.Popen[str], run: int, seconds: float) -> list[str]:
    """Let a child edit for a while, kill it; the words it acknowledged."""
    assert process.stdin
    assert process.stdout
    print(run, file=process.stdin, flush=True)
    word, child = process.stdout.readline().split()
    assert word == "child"
    time.sleep(seconds)
    os.kill(int(child), signal.SIGKILL)
    acknowledged = iter(process.stdout.readline, "gone\n")
    return [line.strip() for line in acknowledged]


def stored(desk: Path, run: int) -> Counter[str]:
    """How often each word of a run is in the desk, read after SQLite's own check."""
    with closing(sqlite3.connect(desk)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT text FROM note WHERE text GLOB ?", (f"{run}-*",))
        return Counter(row[0] for row in rows)


def test_every_acknowledged_edit_survives_a_kill(desk: Path) -> None:
    chance = random.Random(os.environ.get("CLAIMDESK_SEED"))
    total = 0
    with editor(desk) as process:
        longest = 0.06
        for run in range(1, KILLS + 1):
            acknowledged = live_and_die(process, run, chance.uniform(0, longest))
            total += len(acknowledged)
            longest *= 1.1 if total < EDITS * run else 0.95
            found = stored(desk, run)
            missing = [word for word in acknowledged if word not in found]
            assert not missing, f"run {run}: acknowledged but lost: {missing}"
            assert_whole(found, acknowledged, run)
            if run % 20 == 0:
                assert open_desk(desk) is None
                assert examine(desk) == []
    assert examine(desk) == []
    assert total > KILLS, "the editors died before they stored anything"


def assert_whole(found: Counter[str], acknowledged: list[str], run: int) -> None:
    """At most the one edit that was under way may be there besides, and that one whole."""
    more = set(found) - set(acknowledged)
    assert len(more) <= 1, f"run {run}: {more}"
    assert all(count == (8 if word.endswith("+") else 1) for word, count in found.items())
