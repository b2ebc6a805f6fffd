"""What the detector proposes for a revision, and what became of it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from claimdesk.domain.claim import Kind
from claimdesk.domain.history import Message
from claimdesk.domain.remark import Notice, Remark, RemarkKind
from claimdesk.domain.suggestion import (
    Figure,
    NotCheckable,
    Proposal,
    Reason,
    ReasonKind,
    Suggestion,
    SuggestionState,
)
from claimdesk.store.queries.read import Read


def open_suggestions(read: Read, revision: int) -> list[Proposal]:
    """The suggestions that wait for somebody, from the text's beginning to its end."""
    rows = read(
        'SELECT s.fingerprint, s.start, s."end", s.quote, s.statement, s.kind, '
        "s.check_worthiness, s.attributed_to, s.figures, s.reasons, s.not_checkable "
        "FROM suggestion s WHERE s.revision = :revision AND s.state = 'open' AND NOT s.aside "
        'ORDER BY s.start, s."end", s.id',
        {"revision": revision},
    )
    return [
        Proposal(
            row[0],
            Suggestion(
                row[1],
                row[2],
                row[3],
                row[4],
                Kind(row[5]),
                row[6],
                row[7],
                tuple(_figures(row[8])),
                tuple(_reasons(row[9])),
                _member(NotCheckable, row[10]),
            ),
        )
        for row in rows
    ]


def suggestion_counts(read: Read, revision: int) -> Mapping[SuggestionState, int]:
    """How many suggestions of a revision are in which state."""
    rows = read(
        "SELECT state, count(*) FROM suggestion WHERE revision = :revision AND NOT aside "
        "GROUP BY state",
        {"revision": revision},
    )
    return {SuggestionState(state): count for state, count in rows}


def open_remarks(read: Read, revision: int) -> list[Notice]:
    """The slips that wait for somebody, in the order in which they were found."""
    rows = read(
        "SELECT fingerprint, kind, text, arguments, spans FROM remark "
        "WHERE revision = :revision AND state = 'open' AND NOT aside ORDER BY id",
        {"revision": revision},
    )
    text = read("SELECT text FROM revision WHERE id = :revision", {"revision": revision})
    found = []
    for mark, kind, words, arguments, spans in rows:
        known = _member(RemarkKind, kind)
        if known is not None:
            places = tuple(_spans(spans, len(text[0][0])))
            quotes = tuple(text[0][0][start:end] for start, end in places)
            message = Message(words, _json(arguments, {}))
            found.append(Notice(mark, Remark(known, message, places, quotes)))
    return found


def claimed_passages(read: Read, revision: int) -> list[tuple[int, int, Kind]]:
    """Where claims stand in a revision, with their kinds."""
    rows = read(
        'SELECT a.start, a."end", c.kind FROM anchor a JOIN claim c ON c.id = a.claim '
        "WHERE a.revision = :revision AND a.start IS NOT NULL AND NOT a.aside AND NOT c.aside",
        {"revision": revision},
    )
    return [(start, end, Kind(kind)) for start, end, kind in rows]


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


def _spans(stored: str, length: int) -> list[tuple[int, int]]:
    return [
        (one[0], one[1])
        for one in _json(stored, [])
        if isinstance(one, list)
        and len(one) == 2
        and all(isinstance(place, int) for place in one)
        and 0 <= one[0] < one[1] <= length
    ]
