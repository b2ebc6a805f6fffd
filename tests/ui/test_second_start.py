"""A second start raises the window that is open, with its desk: real processes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.ui import other_window

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the offscreen platform is Linux's here"
)

Start = Callable[..., subprocess.Popen[str]]

TELLING = """
import sys
from claimdesk import app
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.doorbell import Doorbell

opened = MainWindow.open
def open_and_tell(self, path):
    done = opened(self, path)
    self.ready.connect(lambda: print("stands", path.name, flush=True))
    return done
come_forward = Doorbell._come_forward
def forward_and_tell(self, activation):
    come_forward(self, activation)
    print("raised", self._window.isActiveWindow(), flush=True)
MainWindow.open, Doorbell._come_forward = open_and_tell, forward_and_tell
sys.exit(app.run(sys.argv[1:]))
"""


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(sample_file.read_bytes())
    return path


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the window, and tells what it does line by line."""
    started: list[subprocess.Popen[str]] = []

    def start(*words: str | Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", TELLING, *map(str, words)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout
        process.stdout.close()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def listening() -> None:
    """Wait until a window answers."""
    end = time.monotonic() + 10
    while not other_window.is_there():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_second_start_raises_the_first_with_its_desk(start: Start, desk: Path) -> None:
    first = start(desk)
    assert line(first) == "stands desk.claimdesk"
    listening()
    for words in ((), (desk,), (os.path.relpath(desk),)):
        assert start(*words).wait(timeout=10) == 0
        assert line(first) == "raised True"
    other = desk.with_name("other.claimdesk")
    other.write_bytes(desk.read_bytes())
    assert start(other).wait(timeout=10) == 0
    assert line(first) == "raised True"
    assert line(first).startswith("stands")
    remembered = json.loads((Path(os.environ["CLAIMDESK_HOME"]) / "window.json").read_text())
    assert remembered


def test_what_measures_the_start_talks_to_nobody(start: Start, desk: Path) -> None:
    first = start(desk)
    line(first)
    listening()
    measured = start(desk, "--quit-when-idle")
    assert measured.wait(timeout=20) == 0
    assert first.poll() is None
    shell = [sys.executable, "-m", "claimdesk", "set", "44", "disputed", "--desk", str(desk)]
    assert subprocess.run(shell, check=False, capture_output=True).returncode == 0


def test_a_killed_window_costs_the_next_start_no_time(start: Start, desk: Path) -> None:
    first = start(desk)
    line(first)
    listening()
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert Path(other_window.address()).exists()
    began = time.monotonic()
    assert not other_window.hand_over(desk)
    assert time.monotonic() - began < 0.2
    second = start(desk)
    assert line(second) == "stands desk.claimdesk"
    listening()
    assert start().wait(timeout=10) == 0
    assert line(second) == "raised True"


def test_one_that_hangs_is_not_waited_for_long(start: Start, desk: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as deaf:
        deaf.bind(other_window.address())
        deaf.listen()
        began = time.monotonic()
        assert not other_window.hand_over(desk)
        assert time.monotonic() - began < other_window.PATIENCE + 0.3


def test_what_is_no_socket_of_ours_is_not_asked(start: Start) -> None:
    assert not other_window.is_there()
    Path(other_window.address()).write_text("")
    assert not other_window.is_there()
    assert not other_window.hand_over(None)


def test_nonsense_does_no_harm(start: Start, desk: Path) -> None:
    first = start(desk)
    line(first)
    listening()
    for nonsense in (b"[]\n", b"{}\n", b"\xff\xfe\n", b'{"desk": 7}\n'):
        assert other_window._asked(other_window.address(), nonsense)
    with closing(socket.socket(socket.AF_UNIX)) as noise:
        noise.connect(other_window.address())
        noise.sendall(b"x" * 100_000)
    assert start().wait(timeout=10) == 0
    assert first.poll() is None


def test_without_qt_s_network_module_each_start_has_its_window(
    start: Start, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libgssapi_krb5.so.2").write_bytes(b"")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path / "lib"))
    for _ in range(2):
        assert line(start(desk)) == "stands desk.claimdesk"
    assert not other_window.is_there()


def test_each_user_folder_has_a_window_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = other_window.address()
    monkeypatch.setenv("CLAIMDESK_HOME", str(tmp_path / "else"))
    assert other_window.address() != one
    assert len(one.encode()) < 108
