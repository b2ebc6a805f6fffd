"""What the window and the process that finds claims say to each other: pickled values, each after
its length. The process is our own child; nobody else writes to its pipes."""

import pickle
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from claimdesk.domain.remark import Remark
from claimdesk.domain.suggestion import Suggestion

_LENGTH = struct.Struct("!I")


@dataclass(frozen=True, slots=True)
class Request:
    """The text to be read; paragraphs with these keys are known already. Without a language it is
    told from the words."""

    text: str
    language: str | None
    known: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What was found in a paragraph, in code points of the text; None where it is known already."""

    start: int
    end: int
    key: bytes
    suggestions: tuple[Suggestion, ...] | None


@dataclass(frozen=True, slots=True)
class Finished:
    """All was read; the slips of the whole text."""

    remarks: tuple[Remark, ...]


def pack(value: Request | FoundIn | Finished) -> bytes:
    """A value as it goes through a pipe."""
    words = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(words)) + words


def read(pipe: BinaryIO) -> Any:
    """The next value of a pipe; None at its end."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    words = pipe.read(length)
    return pickle.loads(words) if len(words) == length else None


class Unpacker:
    """Puts values together from pieces of a pipe."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, piece: bytes) -> Iterator[Any]:
        """The values that are whole by now."""
        self._held += piece
        while len(self._held) >= _LENGTH.size:
            length = _LENGTH.unpack_from(self._held)[0]
            end = _LENGTH.size + length
            if len(self._held) < end:
                return
            words = bytes(self._held[_LENGTH.size : end])
            del self._held[:end]
            yield pickle.loads(words)
