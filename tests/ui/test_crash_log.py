"""What is kept of a crash: real processes that crash, are killed, or end well."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.ui.crash_log import MOST, own_parts

End = Callable[[str], subprocess.CompletedProcess[str]]

BEGIN = """
import faulthandler, os, signal, sys, threading
from claimdesk.ui.crash_log import CrashLog
from claimdesk import i18n
log = CrashLog()
log.start()
told = []
log.tell = lambda: told.append(1)
def fail(words="Geheimer Satz"):
    i18n.use_language(words)
def fail_and_go_on():
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())
"""
"""The failure is one inside our own code, so that a frame of it is named."""


@pytest.fixture
def end(user_folder: Path) -> End:
    """Runs a program that keeps a crash log, to its end."""

    def end(code: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", BEGIN + code],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    return end


def found(user_folder: Path) -> str | None:
    log = user_folder / "crash.log"
    return log.read_text(encoding="utf-8") if log.exists() else None


def earlier(end: End) -> str:
    """What the next start finds."""
    return end("print(log.take_earlier()); log.end()").stdout.strip()


def test_a_program_that_ends_well_leaves_nothing(end: End, user_folder: Path) -> None:
    assert end("log.end()").returncode == 0
    assert found(user_folder) is None
    assert earlier(end) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
def test_a_killed_program_leaves_a_mark_that_is_no_crash(end: End, user_folder: Path) -> None:
    assert end("os.kill(os.getpid(), signal.SIGKILL)").returncode == -signal.SIGKILL
    assert found(user_folder) == ""
    assert earlier(end) == ""
    assert found(user_folder) is None


@pytest.mark.parametrize("crash", ["os.abort()", "faulthandler._sigsegv()"])
def test_a_crash_is_told_once_at_the_next_start(end: End, user_folder: Path, crash: str) -> None:
    assert end(crash).returncode != 0
    told = earlier(end)
    assert told.startswith("Fatal Python error")
    assert earlier(end) == ""
    assert "Fatal" in (user_folder / "crash-shown.log").read_text()


def test_an_exception_is_kept_without_its_words(end: End, user_folder: Path) -> None:
    ended = end("fail_and_go_on(); assert told == [1]; log.end()")
    assert ended.returncode == 0, ended.stderr
    told = earlier(end)
    assert "builtins.ValueError" in told
    assert "claimdesk/i18n.py:" in told
    assert "use_language" in told
    assert "Geheimer" not in told
    assert str(Path.cwd()) not in told


def test_one_that_nobody_caught_is_kept_too(end: End) -> None:
    assert end("fail()").returncode == 1
    assert "builtins.ValueError" in earlier(end)


def test_a_thread_s_exception_is_kept(end: End) -> None:
    code = "t = threading.Thread(target=fail); t.start(); t.join(); assert told == [1]; log.end()"
    assert end(code).returncode == 0
    assert "use_language" in earlier(end)


def test_what_was_shown_at_once_is_not_shown_again(end: End) -> None:
    ended = end("fail_and_go_on(); print(log.take_present()); log.end()")
    assert "ValueError" in ended.stdout
    assert earlier(end) == ""
    assert "ValueError" in end("print(log.shown); log.forget(); log.end()").stdout
    assert end("print(log.shown); log.end()").stdout.strip() == ""


def test_a_failure_that_comes_again_and_again_fills_no_disk(end: End) -> None:
    end(f"[fail_and_go_on() for _ in range({MOST} + 30)]; log.end()")
    assert earlier(end).count("==") == MOST


def test_beside_a_running_window_another_keeps_its_hands_off(end: End, user_folder: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", BEGIN + "print('runs', flush=True); sys.stdin.read(); os.abort()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert first.stdout
    assert first.stdout.readline() == b"runs\n"
    assert end("fail_and_go_on(); log.end()").returncode == 0
    assert found(user_folder) == ""
    first.communicate()
    assert "Fatal" in earlier(end)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_where_nothing_can_be_written_nothing_is_kept(end: End, user_folder: Path) -> None:
    user_folder.chmod(0o500)
    assert end("fail_and_go_on(); log.end()").returncode == 0
    user_folder.chmod(0o700)


def test_only_our_own_frames_are_shown() -> None:
    package = Path(__file__).resolve().parents[2] / "claimdesk"
    dump = (
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f (most recent call first):\n"
        f'  File "{package}/ui/desk.py", line 12 in close\n'
        '  File "/home/ada/secret/x.py", line 3 in <module>\n\n'
        "Extension modules: shiboken6.Shiboken (total: 1)\n"
        "Der Satz aus dem Artikel\n"
    )
    assert own_parts(dump).splitlines() == [
        "Fatal Python error: Segmentation fault",
        "Current thread 0x00007f (most recent call first):",
        "  claimdesk/ui/desk.py:12 close",
    ]
