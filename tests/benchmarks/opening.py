"""Opening a big desk: from process start to the list painted, beside the same start with the
sample; and what memory the window then holds, beside a bare window.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from big_desk import BigDesk
from figure import Figure
from start import BARE

RUNS = 9


def measure(big: BigDesk) -> Iterator[Figure]:
    desk = big.path
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CLAIMDESK_HOME": folder}
        sample = str(Path(folder) / "sample.claimdesk")
        program = [sys.executable, "-m", "claimdesk"]
        made = [*program, "sample", "--desk", sample]
        subprocess.run(made, env=environment, check=True, stdout=subprocess.DEVNULL)
        of_sample = [*program, sample, "--quit-when-painted"]
        of_big = [*program, str(desk), "--quit-when-painted"]
        for warm in (of_sample, of_big):
            _run(warm, environment)
        floor, ours = [], []
        for _ in range(RUNS):
            floor.append(_run(of_sample, environment)[0])
            ours.append(_run(of_big, environment)[0])
        what = f"open {big.claims:,} claims: last article's list painted"
        yield Figure(what, statistics.median(ours), statistics.median(floor), "1.3 x")
        bare = statistics.median(_run(BARE, environment)[1] for _ in range(3))
        idle = [*program, str(desk), "--quit-when-idle"]
        held = statistics.median(_run(idle, environment)[1] for _ in range(3))
        what = f"memory over a bare window, {big.claims:,} claims"
        yield Figure(what, held - bare, None, "150 MB", "MB")


_ALONE = """
import resource, subprocess, sys, time
began = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL)
took = (time.perf_counter() - began) * 1000
print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
"""Started by a small process of its own: a child counts what its parent held when it began."""


def _run(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Milliseconds, and the most memory that was held, in MB."""
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, *command],
        env=environment,
        cwd=tempfile.gettempdir(),
        check=True,
        capture_output=True,
        text=True,
    )
    took, held = done.stdout.split()
    return float(took), float(held)
