"""A report whose making is killed leaves the old file, or the whole new one, under its name."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

KILLS = 5
OLD = b"the report of yesterday"


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize("form", ["json", "docx", "xlsx"])
def test_a_kill_leaves_the_old_report_or_the_new_one(desk: Path, tmp_path: Path, form: str) -> None:
    chance = random.Random(form)
    target = tmp_path / f"report.{form}"
    command = [sys.executable, "-m", "claimdesk", "report", "--format", form]
    command += ["--desk", str(desk), "--output", str(target)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1648469400"}
    began = time.monotonic()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    takes, whole = time.monotonic() - began, target.read_bytes()
    for _kill in range(KILLS):
        target.write_bytes(OLD)
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.5, 1.05) * takes)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert target.read_bytes() in (OLD, whole)
