"""Bytes to characters: byte order marks, strict UTF-8, then Windows-1252; or what somebody says."""

import codecs
import re
from dataclasses import dataclass

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import Oddity, OddityKind
from claimdesk.i18n import _

ENCODINGS = ("utf-8", "windows-1252", "utf-16", "iso-8859-15", "mac-roman")
"""What a person may choose between."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NO_TEXT = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
"""Controls, and what Windows-1252 has no sign for."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read in, and whether that was guessed."""

    text: str
    encoding: str
    oddities: tuple[Oddity, ...] = ()


def decode(content: bytes, encoding: str | None = None, *, declared: str | None = None) -> Decoded:
    """Read bytes in the encoding given, or the one that the bytes themselves show, or the one
    that the file declares. UnreadableText where they are no text."""
    if encoding:
        return _as_told(content, encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            return Decoded(_strict(content, name), name.removesuffix("-sig"))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(content, declared)
    if text.count("\0") * 4 > len(text):
        return _without_mark(content)
    return Decoded(text, "utf-8")


def _as_told(content: bytes, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding)
        text = content.decode(codec.name, errors="replace")
    except (LookupError, UnicodeError, ValueError, AssertionError) as error:
        said = _("there is no encoding “{encoding}”; choose one of {known}")
        known = ", ".join(ENCODINGS)
        raise UnreadableText(said.format(encoding=encoding, known=known)) from error
    text = text.removeprefix("\ufeff")
    bad = text.count("\ufffd")
    if bad:
        said = _("Read as {encoding}, it holds signs that are none; try another encoding.")
        odd = Oddity(OddityKind.ENCODING, said.format(encoding=encoding))
        return Decoded(text, encoding, (odd,))
    return Decoded(text, encoding)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        said = _("it begins like {encoding} and then is none; it is damaged")
        name = encoding.removesuffix("-sig").upper()
        raise UnreadableText(said.format(encoding=name)) from error


def _without_mark(content: bytes) -> Decoded:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    order = "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"
    return Decoded(_strict(content, order), order, (_doubt(order),))


def _guessed(content: bytes, declared: str | None) -> Decoded:
    sample = content[:4096]
    if len(content) % 2 == 0 and sample.count(0) * 4 > len(sample):
        return _without_mark(content)
    if declared:
        try:
            return Decoded(content.decode(declared), declared)
        except (LookupError, UnicodeError):
            pass
    if content.count(0) * 100 > len(content) or len(_NO_TEXT.findall(sample)) * 50 > len(sample):
        raise UnreadableText(_("it is neither text nor a format that Claimdesk reads"))
    text = content.decode("windows-1252", errors="replace")
    return Decoded(text, "windows-1252", (_doubt("windows-1252"),))


def _doubt(encoding: str) -> Oddity:
    said = _("The file does not say its encoding; it was read as {encoding}.")
    return Oddity(OddityKind.ENCODING, said.format(encoding=encoding))
