"""Is there a window of this user already? Asked by a second start before Qt is loaded, so that
it hands its desk over and is gone at once; what a killed window left behind costs no time.
"""

import json
import os
import stat
import sys
import threading
import zlib
from pathlib import Path

from claimdesk.paths import user_data

PATIENCE = 0.5
"""Seconds that the other window has for its answer."""

TAKEN, BUSY = b"taken\n", b"busy\n"
ACTIVATION = "XDG_ACTIVATION_TOKEN"
"""By this Wayland lets one program raise another's window."""


def address() -> str:
    """The name under which the user's window can be reached; each CLAIMDESK_HOME has its own."""
    home = f"{zlib.crc32(os.fsencode(user_data().resolve())):08x}"
    if sys.platform == "win32":
        return f"\\\\.\\pipe\\claimdesk-{os.environ.get('USERNAME', '')}-{home}"
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp"
    return str(Path(folder) / f"claimdesk-{os.getuid()}-{home}")


def hand_over(desk: Path | None) -> bool:
    """Ask the other window to come forward, with a desk where one is named; whether it does."""
    where = address()
    if not _may_be_there(where):
        return False
    named = str(desk.resolve()) if desk else None
    request = {"desk": named, "activation": os.environ.get(ACTIVATION, "")}
    return _asked(where, json.dumps(request).encode() + b"\n") == TAKEN


def is_there() -> bool:
    """Whether somebody answers under the address."""
    where = address()
    return _may_be_there(where) and bool(_asked(where, b"{}\n"))


def _may_be_there(where: str) -> bool:
    """In a folder that all may write to, a socket of somebody else's is no window of ours."""
    if sys.platform == "win32":
        return True
    try:
        found = Path(where).lstat()
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()


def _asked(where: str, request: bytes) -> bytes:
    try:
        if sys.platform == "win32":
            return _asked_by_pipe(where, request)
        return _asked_by_socket(where, request)
    except OSError:
        return b""


def _asked_by_socket(where: str, request: bytes) -> bytes:
    import socket  # 2 ms that a first start does not need

    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE)
        line.connect(where)
        line.sendall(request)
        return line.recv(64)


def _asked_by_pipe(where: str, request: bytes) -> bytes:
    answers: list[bytes] = []
    with Path(where).open("r+b", buffering=0) as line:
        line.write(request)
        # Windows has no time limit for a pipe; whoever hangs is left to a thread.
        reading = threading.Thread(target=lambda: answers.append(line.read(64)), daemon=True)
        reading.start()
        reading.join(PATIENCE)
        return b"".join(answers)
