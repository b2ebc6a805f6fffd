"""What the detector proposes for a revision, and what became of it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from claimdesk.domain.claim import Kind
from claimdesk.domain.history import Message
from claimdesk.domain.recognition import Taken
from claimdesk.domain.remark import RemarkKind
from claimdesk.domain.review import ReviewRow
from claimdesk.domain.suggestion import (
    Figure,
    NotCheckable,
    Reason,
    ReasonKind,
    Suggestion,
    SuggestionState,
)
from claimdesk.store.queries.coverage import looked
from claimdesk.store.queries.read import Read

_OPEN = """SELECT fingerprint, start, "end", statement, quote, kind, check_worthiness, not_checkable
FROM suggestion WHERE revision = :revision AND state = 'open' AND NOT aside"""

_REMARKS = """SELECT fingerprint, kind, text, arguments, spans FROM remark
WHERE revision = :revision AND state = 'open' AND NOT aside ORDER BY id"""


def review_rows(read: Read, revision: int) -> list[ReviewRow]:
    """What waits for somebody's decision, in the order of the text."""
    given = {"revision": revision}
    rows = [
        ReviewRow(mark, start, end, words, quote, Kind(kind), worth, _member(NotCheckable, unfit))
        for mark, start, end, words, quote, kind, worth, unfit in read(_OPEN, given)
    ]
    remarks = read(_REMARKS, given)
    # Once: it may be long, and there may be very many.
    text = read("SELECT text FROM revision WHERE id = :revision", given)[0][0] if remarks else ""
    for mark, kind, words, arguments, spans in remarks:
        known, places = _member(RemarkKind, kind), tuple(_spans(spans))
        if known is not None and places:
            said = Message(words, _json(arguments, {})).words
            quotes = tuple(text[start:end] for start, end in places)
            row = ReviewRow(mark, *places[0], said, "", remark=known, spans=places, quotes=quotes)
            rows.append(row)
    rows.sort(key=lambda row: (row.start, row.end))
    return rows


def suggestion(read: Read, article: int, mark: str) -> Suggestion | None:
    """A suggestion with all that is known of it; None where there is none (any more)."""
    rows = read(
        'SELECT start, "end", quote, statement, kind, check_worthiness, attributed_to, figures, '
        "reasons, not_checkable FROM suggestion "
        "WHERE article = :article AND fingerprint = :mark AND NOT aside",
        {"article": article, "mark": mark},
    )
    if not rows:
        return None
    row = rows[0]
    return Suggestion(
        row[0],
        row[1],
        row[2],
        row[3],
        Kind(row[4]),
        row[5],
        row[6],
        tuple(_figures(row[7])),
        tuple(_reasons(row[8])),
        _member(NotCheckable, row[9]),
    )


def decided_marks(read: Read, article: int) -> frozenset[str]:
    """The marks of suggestions that somebody accepted or rejected."""
    rows = read(
        "SELECT fingerprint FROM suggestion "
        "WHERE article = :article AND state <> 'open' AND NOT aside",
        {"article": article},
    )
    return frozenset(row[0] for row in rows)


def suggestion_counts(read: Read, revision: int) -> Mapping[SuggestionState, int]:
    """How many suggestions of a revision are in which state."""
    rows = read(
        "SELECT state, count(*) FROM suggestion WHERE revision = :revision AND NOT aside "
        "GROUP BY state",
        {"revision": revision},
    )
    return {SuggestionState(state): count for state, count in rows}


def newest_findings(read: Read) -> tuple[int, int]:
    """The ids of the suggestion and of the remark that came last; 0 where there is none."""
    rows = read("SELECT (SELECT max(id) FROM suggestion), (SELECT max(id) FROM remark)", {})
    return int(rows[0][0] or 0), int(rows[0][1] or 0)


def is_found_since(read: Read, article: int, newest: tuple[int, int]) -> bool:
    """Whether suggestions or remarks of an article are newer than these."""
    rows = read(
        "SELECT EXISTS (SELECT 1 FROM suggestion WHERE article = :article AND id > :suggestion "
        "AND NOT aside) OR EXISTS (SELECT 1 FROM remark WHERE article = :article AND id > :remark "
        "AND NOT aside)",
        {"article": article, "suggestion": newest[0], "remark": newest[1]},
    )
    return bool(rows[0][0])


def taken(read: Read, revision: int) -> Taken:
    """What of a revision needs no suggestions."""
    claims = read(
        'SELECT a.start, a."end", c.kind FROM anchor a JOIN claim c ON c.id = a.claim '
        "WHERE a.revision = :revision AND a.start IS NOT NULL AND NOT a.aside AND NOT c.aside",
        {"revision": revision},
    )
    return Taken(
        ((start, end, Kind(kind)) for start, end, kind in claims),
        ((one.start, one.end) for one in looked(read, revision)),
    )


# What a later Claimdesk wrote may make no sense to this one: it is left out, never an error.


def _json(stored: str | None, otherwise: Any) -> Any:
    with suppress(ValueError, RecursionError):
        held = json.loads(stored or "null")
        if isinstance(held, type(otherwise)):
            return held
    return otherwise


def _member(scale: Any, stored: str | None) -> Any:
    with suppress(ValueError):
        return scale(stored) if stored is not None else None
    return None


def _figures(stored: str) -> list[Figure]:
    with suppress(TypeError):
        return [Figure(**one) for one in _json(stored, [])]
    return []


def _reasons(stored: str) -> list[Reason]:
    return [
        Reason(kind, str(one.get("words", "")))
        for one in _json(stored, [])
        if isinstance(one, dict) and (kind := _member(ReasonKind, one.get("kind")))
    ]


def _spans(stored: str) -> list[tuple[int, int]]:
    return [
        (one[0], one[1])
        for one in _json(stored, [])
        if isinstance(one, list)
        and len(one) == 2
        and all(isinstance(place, int) for place in one)
        and 0 <= one[0] < one[1]
    ]
