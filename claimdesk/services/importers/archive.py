"""The ZIP that Word, OpenDocument and EPUB files are: read part by part, never more than is due."""

import zipfile
import zlib
from io import BytesIO
from types import TracebackType
from typing import Self

from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _
from claimdesk.services.importers.limits import MAX_ENTRIES, MAX_TEXT_FILE, too_large

_END_RECORD = b"PK\x05\x06"
_ENCRYPTED = 0x1


class Archive:
    """An archive of which single parts are read. Everything wrong with it is an UnreadableText."""

    def __init__(self, content: bytes) -> None:
        self._refuse_crowds(content)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            self._names = {name.lstrip("/"): name for name in self._zip.namelist()}
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged() from error
        self._left = 2 * MAX_TEXT_FILE

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _value: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._zip.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its parts."""
        return tuple(self._names)

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """A part; UnreadableText where there is none, it is locked, damaged or too large."""
        if name not in self._names:
            raise _damaged()
        info = self._zip.getinfo(self._names[name])
        if info.flag_bits & _ENCRYPTED:
            raise UnreadableText(_("it is protected by a password; save it without and try again"))
        limit = min(MAX_TEXT_FILE, self._left)
        if info.file_size > limit:
            raise too_large()
        try:
            with self._zip.open(info) as part:
                content = part.read(limit + 1)  # the size declared may be a lie
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise _damaged() from error
        except (NotImplementedError, RuntimeError) as error:
            raise UnreadableText(
                _("it is packed in a way that Claimdesk does not read; save it anew")
            ) from error
        if len(content) > limit:
            raise too_large()
        self._left -= len(content)
        return content

    @staticmethod
    def _refuse_crowds(content: bytes) -> None:
        """Ask the end record how many entries there are before all of them are listed."""
        place = content.rfind(_END_RECORD)
        if place < 0:
            raise _damaged()
        count = int.from_bytes(content[place + 10 : place + 12], "little")
        if count > MAX_ENTRIES:
            raise UnreadableText(_("it holds too many parts to be a text"))


def _damaged() -> UnreadableText:
    return UnreadableText(_("it is damaged or incomplete; ask for it again"))
