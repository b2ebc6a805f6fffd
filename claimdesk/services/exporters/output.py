"""Writes a report to its file, wholly or not at all.

The text goes into a hidden file beside the target, is flushed to the disk and then takes the
target's place, so that a killed or failed export leaves the old file. Devices and pipes cannot
be replaced; they are written into.
"""

import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claimdesk.domain.errors import OutputError, reason
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean

_LEFT_OVER = 3600
"""Seconds after which a hidden file is of no export any more."""


def write(path: Path | str, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8; OutputError in one sentence where that cannot be done."""
    path = Path(path)
    content = content.encode() if isinstance(content, str) else content
    with _in_one_sentence(path):
        mode = _mode(path)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        if mode and not stat.S_ISREG(mode):
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content, stat.S_IMODE(mode))


def _mode(path: Path) -> int:
    """The kind and rights of what is there; 0 where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def _replace(target: Path, content: bytes, rights: int) -> None:
    _sweep(target.parent)
    fresh = target.with_name(f".claimdesk-{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if rights:
            fresh.chmod(rights)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    _keep_name(target.parent)


def _sweep(folder: Path) -> None:
    """Remove what exports that were killed left there; none is under way that long."""
    for left in folder.glob(".claimdesk-*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_OVER:
                left.unlink()


def _keep_name(folder: Path) -> None:
    """Flush the folder too, where the system can; the text is safe already."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _in_one_sentence(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(_sentence(path, error)) from error
    except ValueError as error:  # a NUL in the name
        sentence = _("“{path}” is no name for a file.")
        raise OutputError(sentence.format(path=clean(str(path)))) from error


def _sentence(path: Path, error: OSError) -> str:
    sentence = _reasons().get(error.errno or 0, _("“{path}” cannot be written: {reason}."))
    return sentence.format(
        path=clean(str(path)),
        folder=clean(str(path.absolute().parent)),
        reason=reason(error),
    )


def _reasons() -> dict[int, str]:
    full = _("The disk is full, so “{path}” was not written.")
    forbidden = _("“{path}” cannot be written: you may not write into the folder “{folder}”.")
    return {
        errno.ENOENT: _("“{path}” cannot be written: there is no folder “{folder}”."),
        errno.ENOTDIR: _("“{path}” cannot be written: “{folder}” is no folder."),
        errno.EISDIR: _("“{path}” is a folder; name a file in it."),
        errno.EACCES: forbidden,
        errno.EPERM: forbidden,
        errno.EROFS: _("“{path}” cannot be written: the disk is read-only."),
        errno.ENOSPC: full,
        errno.EDQUOT: full,
        errno.EFBIG: _("“{path}” was not written: the system allows no file of that size."),
        errno.ENAMETOOLONG: _("“{path}” cannot be written: the name is too long."),
    }
