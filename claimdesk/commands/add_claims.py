"""Add the claims of a foreign spreadsheet to an article, as one event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimdesk.commands.import_article import add_claims
from claimdesk.domain.claim_list import ListedClaim, PlacedClaim
from claimdesk.domain.history import Message
from claimdesk.domain.note import NoteRole
from claimdesk.domain.source import SourceRank, SourceType, Stance
from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _
from claimdesk.services.anchoring.placing import place_claims
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_STANCES = {
    Status.VERIFIED: Stance.SUPPORTS,
    Status.VERIFIED_WITH_CAVEAT: Stance.QUALIFIES,
    Status.INACCURATE: Stance.REFUTES,
    Status.FALSE: Stance.REFUTES,
}

_Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class AddListedClaims:
    """Add claims under the next numbers, each at the place of its words where the text has them
    once, with what the sheet says of it: status, note, source, proposed wording. Those that the
    article has already, in the same words, are passed over."""

    article: int
    claims: tuple[ListedClaim, ...]
    name: str

    def apply(self, work: "Work") -> Message:
        article = queries.article(work.read, self.article)
        text = queries.revision(work.read, article.revision).text if article.revision else ""
        placed = self._placed(work, text)
        claims = [one.claim for one in placed]
        ids = add_claims(work, self.article, article.revision or 0, text, placed)
        _add_notes(work, claims, ids, self.name)
        _add_sources(work, claims, ids)
        _add_corrections(work, placed, ids, text)
        return Message(N_("{count} claims from “{name}”"), {"count": len(ids), "name": self.name})

    def _placed(self, work: "Work", text: str) -> tuple[PlacedClaim, ...]:
        taken = work.find("claim", article=self.article)
        first = max((claim["number"] for claim in taken), default=0) + 1
        known = {_folded(claim["statement"]) for claim in taken if not claim["aside"]}
        fresh = [claim for claim in self.claims if _folded(claim.statement) not in known]
        placed = place_claims(text, fresh)
        return tuple(replace(one, number=number) for number, one in enumerate(placed, first))


def _folded(statement: str) -> str:
    return " ".join(statement.split()).casefold()


def _add_notes(work: "Work", claims: Sequence[ListedClaim], ids: Sequence[int], name: str) -> None:
    rows: _Rows = []
    for claim, row in zip(claims, ids, strict=True):
        left_out = claim.status is Status.LEFT_OUT
        reason = _("So it stands in the sheet “{name}”.").format(name=name) if left_out else ""
        if text := claim.note.strip() or reason:
            role = NoteRole.REASON if left_out else NoteRole.NOTE
            rows.append(
                {
                    "claim": row,
                    "person": work.person,
                    "role": role.value,
                    "text": text,
                    "made_at": work.now,
                }
            )
    work.add_all("note", rows)


def _add_sources(work: "Work", claims: Sequence[ListedClaim], ids: Sequence[int]) -> None:
    """Each source of the sheet once, whatever it is called with the same words and address."""
    known: dict[tuple[str, str], int] = {}
    rows: _Rows = []
    for claim, row in zip(claims, ids, strict=True):
        named = (claim.source, claim.address)
        if not any(named):
            continue
        if named not in known:
            known[named] = work.add(
                "source",
                title=claim.source or claim.address,
                url=claim.address or None,
                type=(SourceType.WEB_PAGE if claim.address else SourceType.OTHER).value,
                rank=SourceRank.SECONDARY.value,
            )
        stance = _STANCES.get(claim.status, Stance.CONTEXT)
        rows.append({"claim": row, "source": known[named], "stance": stance.value})
    work.add_all("evidence", rows)


def _add_corrections(
    work: "Work", placed: Sequence[PlacedClaim], ids: Sequence[int], text: str
) -> None:
    rows: _Rows = [
        {
            "claim": row,
            "old_wording": text[one.span[0] : one.span[1]] if one.span else "",
            "new_wording": one.claim.new_wording,
            "proposed_by": work.person,
            "proposed_at": work.now,
        }
        for one, row in zip(placed, ids, strict=True)
        if one.claim.new_wording
    ]
    work.add_all("correction", rows)
