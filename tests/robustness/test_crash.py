"""A window that dies: what the next start says of it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the offscreen platform is Linux's here"
)

WINDOW = """
import os, sys
from PySide6.QtCore import QTimer, qFatal
from claimdesk import app
from claimdesk.ui.main_window import MainWindow

built = MainWindow.__init__
def build(self, *given):
    built(self, *given)
    self.ready.connect(lambda: QTimer.singleShot(0, self, lambda: end(self)))
def end(window):
    print(window.__dict__.get("messages") and window.messages.sentence(), flush=True)
    if sys.argv[2] == "quit":
        window.close()
    elif sys.argv[2] == "fatal":
        qFatal("Geheimer Satz")
    else:
        sys.stdin.read()
MainWindow.__init__ = build
sys.exit(app.run(sys.argv[1:2]))
"""


def window(desk: Path, how: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(desk), how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def said(desk: Path) -> str:
    """What the next start says in its bar, before it ends well."""
    return window(desk, "quit").communicate(timeout=30)[0].strip()


def test_a_crash_is_told_of_once(desk: Path, user_folder: Path) -> None:
    for signal_ in (signal.SIGSEGV, signal.SIGABRT):
        crashing = window(desk, "wait")
        assert crashing.stdout
        assert crashing.stdout.readline() == "None\n"
        crashing.send_signal(signal_)
        assert crashing.wait(timeout=10) == -signal_
        crashing.communicate()
        assert said(desk).startswith("Claimdesk ended badly last time")
        assert said(desk) == "None"
    assert "claimdesk/app.py:" in (user_folder / "crash-shown.log").read_text()


def test_qt_s_last_words_are_kept_without_the_words(desk: Path, user_folder: Path) -> None:
    dying = window(desk, "fatal")
    dying.communicate(timeout=20)
    assert dying.returncode == -signal.SIGABRT
    assert said(desk).startswith("Claimdesk ended badly last time")
    log = (user_folder / "crash-shown.log").read_text()
    assert "Qt fatal" in log
    assert "Geheimer" not in log


def test_a_kill_is_no_crash(desk: Path, user_folder: Path) -> None:
    killed = window(desk, "wait")
    assert killed.stdout
    killed.stdout.readline()
    killed.kill()
    killed.communicate()
    assert (user_folder / "crash.log").read_text() == ""
    assert said(desk) == "None"
    assert not (user_folder / "crash.log").exists()
