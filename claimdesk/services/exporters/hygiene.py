"""What may go into a document: every string of a report passes through here.

A claim or a source's title may come from anywhere. NUL and other control characters break Word,
Excel and PDF writers, a lone surrogate cannot even be encoded, and a direction override makes
'exe.fdp' read 'pdf.exe'. So the first are dropped, and the last are printed by name.
"""

import re
import unicodedata
from urllib.parse import urlsplit

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NONCHARACTERS = "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_DROPPED = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINKED = {"http", "https", "mailto"}


def clean(text: str) -> str:
    """The text in NFC without what no document can hold; direction controls become words. Line
    breaks of all kinds become LF, since dropping them would glue words together."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", text)
    text = _DROPPED.sub("", text)
    text = _DIRECTIONS.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text)
    return unicodedata.normalize("NFC", text)


def link(url: str) -> str | None:
    """The address as one may click it; None for all but web and mail addresses. Browsers drop
    tabs and line breaks inside addresses, so one that holds any such thing is no link."""
    if clean(url) != url or url.split() != [url]:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    where = parts.path if parts.scheme == "mailto" else parts.netloc
    return url if parts.scheme in _LINKED and where else None
