"""The start: from process start to its end, warm, beside a bare window left the same way."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from figure import Figure

RUNS = 15
BARE = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "CLAIMDESK_HOME": folder,
        }
        desk = str(Path(folder) / "sample.claimdesk")
        program = [sys.executable, "-m", "claimdesk"]
        subprocess.run(
            [*program, "sample", "--desk", desk],
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield _against_bare(
            "start: list painted", [*program, desk, "--quit-when-painted"], environment, "2.0 x"
        )
        yield _against_bare(
            "start: inspector built, queue empty",
            [*program, desk, "--quit-when-idle"],
            environment,
            "2.6 x",
        )


def _against_bare(
    what: str, command: list[str], environment: dict[str, str], budget: str
) -> Figure:
    """Runs the two in turn, so that a machine that slows down slows both."""
    for warm in (BARE, command):
        _timed(warm, environment)
    bare, ours = [], []
    for _ in range(RUNS):
        bare.append(_timed(BARE, environment))
        ours.append(_timed(command, environment))
    return Figure(what, statistics.median(ours), statistics.median(bare), budget)


def _timed(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, cwd=tempfile.gettempdir())
    return (time.perf_counter() - began) * 1000
