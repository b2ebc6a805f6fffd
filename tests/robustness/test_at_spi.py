"""The window as a screen reader meets it: on the accessibility bus, under a virtual screen."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.store import Reader

pytestmark = pytest.mark.external

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = "/usr/bin/python3"
LISTENER = Path(__file__).with_name("at_spi.py")
RUN = """
/usr/libexec/at-spi-bus-launcher --launch-immediately &
sleep 1
"$1" -m claimdesk "$2" &
"$3" "$4" > "$5"
"""


def _missing() -> str:
    for program in ("Xvfb", "xvfb-run", "dbus-run-session"):
        if shutil.which(program) is None:
            return program
    if not LAUNCHER.exists():
        return "at-spi2-core"
    has = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "python3-pyatspi" if has.returncode else ""


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path) -> Path:
    if missing := _missing():
        pytest.skip(f"{missing} is not here, which the accessibility bus needs")
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(sample_file.read_bytes())
    return path


def test_a_screen_reader_hears_the_window_and_sets_a_status(desk: Path, tmp_path: Path) -> None:
    heard = tmp_path / "heard.json"
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "CLAIMDESK_LANG": "en",
    }
    words = [sys.executable, str(desk), SYSTEM_PYTHON, str(LISTENER), str(heard)]
    done = subprocess.run(
        ["xvfb-run", "-a", "dbus-run-session", "--", "bash", "-c", RUN, "run", *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert heard.exists(), done.stderr
    assert heard.read_text("utf-8"), done.stderr
    lines = json.loads(heard.read_text("utf-8"))
    told = "\n".join(lines)
    for wanted in ("Manuscript", "Claims", "Articles", "false, key 5", "Inspector"):
        assert wanted in told, told
    reader = Reader(desk)
    changed = queries.events(reader)[-1]
    statuses = {row.status for row in queries.claim_rows(reader, [2])}
    reader.close()
    assert "false" in changed.message.words
    assert statuses == {Status.FALSE}
