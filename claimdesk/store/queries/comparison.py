"""Two revisions of an article beside each other, and texts by the files they came from."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.article import Revision
from claimdesk.domain.comparison import CarriedClaim
from claimdesk.domain.status import Status
from claimdesk.store.queries.articles import revision
from claimdesk.store.queries.read import Read


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A revision that came from a file."""

    article: int
    title: str
    number: int


def revision_from(read: Read, sha256: str) -> KnownFile | None:
    """The newest revision that came from the file with this SHA-256, in hex."""
    rows = read(
        "SELECT a.id, a.title, r.number FROM snapshot s JOIN revision r ON r.snapshot = s.id "
        "JOIN article a ON a.id = r.article "
        "WHERE s.sha256 = :sha256 AND NOT s.aside AND NOT r.aside AND NOT a.aside "
        "ORDER BY r.id DESC LIMIT 1",
        {"sha256": sha256},
    )
    return KnownFile(*rows[0]) if rows else None


def last_two(read: Read, article: int) -> tuple[Revision, Revision] | None:
    """An article's newest revision and the one before it, older first; None where it has fewer."""
    rows = read(
        "SELECT id FROM revision WHERE article = :article AND NOT aside "
        "ORDER BY number DESC LIMIT 2",
        {"article": article},
    )
    if len(rows) < 2:
        return None
    newer, older = (revision(read, row[0]) for row in rows)
    return older, newer


def carried_claims(read: Read, older: int, newer: int) -> list[CarriedClaim]:
    """What became of the claims of one revision in another, in the order of the older one."""
    rows = read(
        'SELECT c.id, c.number, c.status, n.origin, n.start, n."end", n.quote, '
        'o.start, o."end", o.quote, n.confirmed_at, n.difference '
        "FROM anchor n JOIN claim c ON c.id = n.claim "
        "LEFT JOIN anchor o ON o.claim = n.claim AND o.revision = :older AND NOT o.aside "
        "WHERE n.revision = :newer AND NOT n.aside AND NOT c.aside "
        "ORDER BY coalesce(o.start, n.start), c.number",
        {"older": older, "newer": newer},
    )
    return [
        CarriedClaim(
            row[0],
            row[1],
            Status(row[2]),
            AnchorOrigin(row[3]),
            (row[4], row[5]) if row[4] is not None else None,
            (row[7], row[8]) if row[7] is not None else None,
            row[10] is not None,
            _reason(row[11]),
        )
        for row in rows
    ]


def _reason(stored: str | None) -> str | None:
    """Why the claim is where it is; that of a later Claimdesk may make no sense to this one."""
    with suppress(ValueError, TypeError, RecursionError):
        held: Any = json.loads(stored or "null")
        if isinstance(held, Mapping) and isinstance(held.get("reason"), str):
            return str(held["reason"])
    return None
