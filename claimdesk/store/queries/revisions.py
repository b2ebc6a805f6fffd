"""What is to be carried over to a newer text."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.carry_over import OldClaim
from claimdesk.store.queries.articles import NEWEST_REVISION
from claimdesk.store.queries.read import Read


@dataclass(frozen=True, slots=True)
class Base:
    """A revision, and the claims whose last known place is in it."""

    revision: int
    text: str
    claims: tuple[OldClaim, ...]


_PLACES = """SELECT a.revision, c.id, a.start, a."end" FROM claim c
JOIN anchor a ON a.claim = c.id AND NOT a.aside AND a.start IS NOT NULL
JOIN revision r ON r.id = a.revision AND NOT r.aside
WHERE c.article = :article AND NOT c.aside AND r.number = (
    SELECT max(q.number) FROM anchor b JOIN revision q ON q.id = b.revision
    WHERE b.claim = c.id AND NOT b.aside AND b.start IS NOT NULL AND NOT q.aside)
ORDER BY a.start, a."end", c.number"""

_ACCEPTED = """SELECT k.claim, k.old_wording, k.new_wording FROM correction k
JOIN claim c ON c.id = k.claim
WHERE c.article = :article AND k.state = 'accepted' AND NOT k.aside AND k.new_wording <> ''
    AND k.old_wording <> '' ORDER BY k.id"""


def carry_over_bases(read: Read, article: int) -> list[Base]:
    """The revisions that an article's claims were last seen in, the newest first; the newest of
    all comes first even where no claim stands in it."""
    accepted: Mapping[int, list[tuple[str, str]]] = defaultdict(list)
    for claim, old, new in read(_ACCEPTED, {"article": article}):
        accepted[claim].append((old, new))
    held: dict[int, list[OldClaim]] = defaultdict(list)
    for revision, claim, start, end in read(_PLACES, {"article": article}):
        held[revision].append(OldClaim(claim, start, end, tuple(accepted[claim])))
    rows = read(
        "SELECT r.id, r.text FROM revision r WHERE r.article = :article AND NOT r.aside "
        "ORDER BY r.number DESC",
        {"article": article},
    )
    return [
        Base(row[0], row[1], tuple(held[row[0]]))
        for place, row in enumerate(rows)
        if not place or row[0] in held
    ]


def newest_revision(read: Read, claim: int) -> int | None:
    """The newest revision of a claim's article."""
    rows = read(
        f"SELECT {NEWEST_REVISION.format(article='c.article')} FROM claim c WHERE c.id = :claim",
        {"claim": claim},
    )
    return rows[0][0] if rows else None


def passage_states(read: Read, revision: int) -> dict[int, AnchorOrigin]:
    """How each claim came to stand where it stands in a revision."""
    rows = read(
        "SELECT a.claim, a.origin FROM anchor a WHERE a.revision = :revision AND NOT a.aside",
        {"revision": revision},
    )
    return {claim: AnchorOrigin(origin) for claim, origin in rows}
