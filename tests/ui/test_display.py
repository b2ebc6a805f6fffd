"""Every answer is asked of a fresh process, in the environment that it is about."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimdesk import i18n
from claimdesk.ui import display

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a choice")
ASK = """
import sys
from claimdesk.ui import display
print(display.obstacle(), display.has_screen(), "PySide6" in sys.modules, sep="\\n")
"""


def run(code: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run code in a process that knows of no other screen than these variables name."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    inherited = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, "-c", code],
        env=inherited | environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def asked(**environment: str) -> tuple[str, bool]:
    """What a process with these variables says: its obstacle, and whether it has a screen."""
    finished = run(ASK, environment)
    assert finished.stderr == ""
    obstacle, screen, qt_loaded = finished.stdout.splitlines()
    assert qt_loaded == "False"
    return obstacle, screen == "True"


@pytest.fixture
def lacking(tmp_path: Path) -> dict[str, str]:
    """An environment whose loader finds an empty file in libEGL's place."""
    (tmp_path / "libEGL.so.1").write_bytes(b"")
    return {"LD_LIBRARY_PATH": str(tmp_path)}


@pytest.fixture
def x_screen() -> Iterator[str]:
    """A real X screen, where the machine has a server for one."""
    if not (server := shutil.which("Xvfb")):
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    # A server that starts anew after each client refuses the next one meanwhile.
    command = [server, "-displayfd", str(write), "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        os.close(write)
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"
        process.terminate()


@linux
def test_without_a_display_the_sentence_names_what_works() -> None:
    obstacle, screen = asked()
    assert "no display" in obstacle
    assert "claimdesk list" in obstacle
    assert not screen


@linux
def test_the_sentence_is_in_the_language_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with i18n.speaking("de"):
        assert "keinen Bildschirm" in str(display.obstacle())


@linux
def test_pictures_can_be_made_where_nobody_sees_them() -> None:
    assert asked(QT_QPA_PLATFORM="offscreen") == ("None", False)
    assert asked(QT_QPA_PLATFORM="minimal:enable_fonts") == ("None", False)


@linux
def test_a_platform_that_needs_no_display_is_believed() -> None:
    assert asked(QT_QPA_PLATFORM="vnc:size=800x600") == ("None", True)


@linux
@pytest.mark.parametrize("name", [":4711", "localhost:4711"])
def test_a_display_where_nobody_answers(name: str) -> None:
    obstacle, screen = asked(DISPLAY=name)
    assert f"The display {name} does not answer" in obstacle
    assert "claimdesk report" in obstacle
    assert not screen


@linux
def test_a_wayland_display_where_nobody_answers(tmp_path: Path) -> None:
    obstacle, screen = asked(WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path))
    assert "The display wayland-7 does not answer" in obstacle
    assert not screen


@linux
def test_a_wayland_display_that_answers(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        environment = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert asked(**environment)[1]
        assert asked(**environment, DISPLAY=":4711")[1]


@linux
def test_an_x_screen_that_answers(x_screen: str) -> None:
    obstacle, screen = asked(DISPLAY=x_screen)
    assert screen
    assert "display" not in obstacle


@linux
def test_a_missing_library_is_named_with_its_package(lacking: dict[str, str]) -> None:
    obstacle, _screen = asked(QT_QPA_PLATFORM="offscreen", **lacking)
    assert "lacks libEGL.so.1 (package libegl1)." in obstacle


@linux
@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ":4711"}, {"QT_QPA_PLATFORM": "offscreen"}, {"QT_QPA_PLATFORM": "xcb"}],
    ids=str,
)
def test_qt_comes_to_the_same_answer(environment: dict[str, str]) -> None:
    obstacle, _screen = asked(**environment)
    start = "from PySide6.QtWidgets import QApplication; QApplication([])"
    finished = run(start, environment)
    assert (finished.returncode == 0) == (obstacle == "None")


@linux
def test_asking_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    display.obstacle()
    begun = time.perf_counter()
    display.obstacle()
    assert time.perf_counter() - begun < 0.05


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_screen(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert display.obstacle() is None
    assert display.has_screen()
    assert display.missing_libraries() == {}


def test_there_is_a_font_with_umlauts(qapp: "QApplication") -> None:
    """Without one every letter is drawn as an empty box, and nothing fails."""
    from PySide6.QtGui import QFont, QRawFont

    font = QRawFont.fromFont(QFont())
    assert all(font.supportsCharacter(ord(letter)) for letter in "aäöüßÄ„“–")
