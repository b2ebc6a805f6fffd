"""Which pages are to be printed, as people write it."""

import re

from claimdesk.domain.errors import OutputError
from claimdesk.i18n import _

_RANGE = re.compile(r"\s*([0-9]{1,5})?\s*([-–])?\s*([0-9]{1,5})?\s*")
"""First page, dash, last page; without a dash, the one page stands first."""


def numbers(words: str, of: int) -> tuple[int, ...]:
    """The pages that words such as '1-3, 7' name, from 0 on; all where there are none. Raises
    OutputError where they name a page that is not there, or no page."""
    if not words.strip():
        return tuple(range(of))
    found = [page for part in words.split(",") for page in _pages(part, words, of)]
    return tuple(dict.fromkeys(found))


def _pages(part: str, words: str, of: int) -> range:
    read = _RANGE.fullmatch(part)
    first, dash, last = read.groups() if read else (None, None, None)
    if not (first or last) or (last and not dash):
        raise OutputError(
            _("“{words}” names no pages; write them like 1-3, 7.").format(words=words.strip())
        )
    begin, end = int(first or 1), int(last or (of if dash else first or 1))
    if not 1 <= begin <= end <= of:
        raise OutputError(
            _("There are no pages {words}; the report has {count}.").format(
                words=part.strip(), count=of
            )
        )
    return range(begin - 1, end)
