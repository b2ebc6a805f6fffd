"""Whether a window can open here, asked before Qt is loaded.

Qt aborts the process where no screen answers, and importing PySide6 fails with a traceback where
a system library is missing; both deserve a sentence instead. Only Linux leaves these choices open:
Windows and macOS always have a screen, and PySide6 brings there all that it needs. X is asked
through libxcb, as Qt asks it, since a socket that accepts may still refuse the user.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from claimdesk.i18n import _

QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""What every Qt window needs of the system, with the Debian package that has it."""

FURTHER_LIBRARIES = {"libgssapi_krb5.so.2": "libgssapi-krb5-2"}
"""What a window opens without: with it, Qt's network module, a second start finds the first."""

X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""What a window on an X screen needs besides."""

WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What a window on a Wayland screen needs besides."""

_OF_A_PLATFORM = {"xcb": X11_LIBRARIES, "wayland": WAYLAND_LIBRARIES}
_SCREENS = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
_UNSEEN = {"offscreen", "minimal", "minimalegl"}


def has_screen() -> bool:
    """Whether a window would be seen by somebody."""
    if not sys.platform.startswith("linux"):
        return True
    return any(platform not in _UNSEEN for platform in _answering())


def obstacle() -> str | None:
    """Why no window can open here, in one sentence; None where one can."""
    if not sys.platform.startswith("linux"):
        return None
    if not _platforms():
        return _("There is no display to open a window on; {others}.").format(others=_others())
    if not _answering():
        return _("The display {name} does not answer; {others}.").format(
            name=_display_name(), others=_others()
        )
    if missing := _missing_for_a_window():
        return _lacking(missing)
    return None


def missing_libraries() -> dict[str, str]:
    """The system libraries Qt would miss, with their Debian packages; where several screens
    answer, those of the one that lacks least, since Qt takes the first that works."""
    if not sys.platform.startswith("linux"):
        return {}
    return _missing_for_a_window() | _not_there(FURTHER_LIBRARIES)


def _missing_for_a_window() -> dict[str, str]:
    return min(map(_missing, _answering() or ["offscreen"]), key=len)


def _missing(platform: str) -> dict[str, str]:
    return _not_there(QT_LIBRARIES | _OF_A_PLATFORM.get(platform, {}))


def _not_there(needed: Mapping[str, str]) -> dict[str, str]:
    return {name: package for name, package in needed.items() if _load(name) is None}


def _answering() -> list[str]:
    return [platform for platform in _platforms() if _answers(platform)]


def _platforms() -> list[str]:
    return _platforms_asked() or _named_screens()


def _platforms_asked() -> list[str]:
    """The platforms of QT_QPA_PLATFORM, such as 'wayland;xcb' or 'vnc:size=800x600'."""
    asked = os.environ.get("QT_QPA_PLATFORM", "").split(";")
    names = [platform.partition(":")[0].strip().lower() for platform in asked]
    return ["wayland" if name.startswith("wayland") else name for name in names if name]


def _named_screens() -> list[str]:
    return [platform for platform, name in _SCREENS.items() if os.environ.get(name)]


def _answers(platform: str) -> bool:
    ask = {"xcb": _x_answers, "wayland": _wayland_answers}.get(platform)
    return ask() if ask else True


def _x_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    xcb = _load("libxcb.so.1")
    if xcb is None:
        return True  # nobody can ask; that the library is missing gets said
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers() -> bool:
    import socket  # 2 ms that an X screen does not need

    folder, name = (os.environ.get(key, "") for key in ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY"))
    try:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(Path(folder, name)))
    except OSError:
        return False
    return bool(name)


def _load(library: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None


def _display_name() -> str:
    names = (os.environ.get(name) for name in (*_SCREENS.values(), "QT_QPA_PLATFORM"))
    return next(name for name in names if name)


def _lacking(libraries: Mapping[str, str]) -> str:
    entry = _("{library} (package {package})")
    return _("Qt cannot start, since this system lacks {libraries}.").format(
        libraries=", ".join(entry.format(library=k, package=v) for k, v in libraries.items())
    )


def _others() -> str:
    return _("“claimdesk list”, “claimdesk report” and the other commands work without one")
