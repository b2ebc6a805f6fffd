"""Lays two revisions side by side: a row a claim, and one for each new sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.article import Revision
from claimdesk.domain.carry_over import Reason
from claimdesk.domain.comparison import (
    CarriedClaim,
    ComparedRow,
    Comparison,
    Piece,
    PieceKind,
    Verdict,
)
from claimdesk.i18n import _
from claimdesk.services.anchoring.sentences import Span, sentences, sentences_touching
from claimdesk.services.matching.difference import difference


def comparison(
    older: Revision, newer: Revision, claims: Sequence[CarriedClaim], language: str | None = None
) -> Comparison:
    """Both revisions with what became of the claims, in the order of the newer one; what is gone
    stands behind the claim that it stood behind."""
    made = _Comparing(older.text, newer.text, language)
    rows = _with_repeats(made.rows(claims))
    return Comparison(older.number, newer.number, older.made_at, newer.made_at, tuple(rows))


class _Comparing:
    def __init__(self, old: str, new: str, language: str | None) -> None:
        self._old, self._new = old, new
        self._old_spans, self._new_spans = sentences(old, language), sentences(new, language)

    def rows(self, claims: Sequence[CarriedClaim]) -> list[ComparedRow]:
        placed: list[tuple[tuple[float, int], ComparedRow]] = []
        last = -1.0
        for claim in claims:
            row = self._row(claim)
            if claim.after is not None:
                last = float(claim.after[0])
                place = last
            else:
                place = last + 0.25
            placed.append(((place, claim.number), row))
        placed += [((float(start), 0), row) for start, row in self._new_rows(claims)]
        return [row for _place, row in sorted(placed, key=lambda one: one[0])]

    def _row(self, claim: CarriedClaim) -> ComparedRow:
        before = self._sentence(self._old, self._old_spans, claim.before)
        after = self._sentence(self._new, self._new_spans, claim.after)
        pieces = difference(before, after) if before and after else ()
        return ComparedRow(
            verdict=Verdict.of(claim.origin),
            before=_side(pieces, PieceKind.REMOVED) if pieces else _whole(before),
            after=_side(pieces, PieceKind.ADDED) if pieces else _whole(after),
            claim=claim.claim,
            number=claim.number,
            status=claim.status,
            start=claim.after[0] if claim.after else None,
            remark=self._remark(claim),
            is_open=claim.origin is AnchorOrigin.REWORDED and not claim.confirmed,
        )

    def _remark(self, claim: CarriedClaim) -> str:
        if claim.origin is AnchorOrigin.MOVED and claim.before:
            number = _paragraph(self._old, claim.before[0])
            return _("from paragraph {number}").format(number=number)
        if claim.origin is AnchorOrigin.FACT_CHANGED and claim.reason in list(Reason):
            return Reason(claim.reason).label
        return ""

    def _new_rows(self, claims: Sequence[CarriedClaim]) -> Iterator[tuple[int, ComparedRow]]:
        known = {_plain(self._old[slice(*span)]) for span in self._old_spans}
        held = [claim.after for claim in claims if claim.after]
        for start, end in self._new_spans:
            if any(one[0] < end and start < one[1] for one in held):
                continue
            words = self._new[start:end]
            if _plain(words) not in known:
                piece = (Piece(words, PieceKind.ADDED),)
                yield start, ComparedRow(Verdict.NEW, (), piece, start=start)

    def _sentence(self, text: str, spans: Sequence[Span], place: Span | None) -> str:
        if place is None:
            return ""
        touched = sentences_touching(spans, *place)
        if not touched:
            return text[slice(*place)]
        return text[min(touched[0][0], place[0]) : max(touched[-1][1], place[1])]


def _side(pieces: Sequence[Piece], part: PieceKind) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.kind in (PieceKind.SAME, part))


def _whole(words: str) -> tuple[Piece, ...]:
    return (Piece(words),) if words else ()


def _plain(words: str) -> str:
    return " ".join(words.split())


def _paragraph(text: str, start: int) -> int:
    """Counted from 1, blank lines left out."""
    breaks = [place for place, sign in enumerate(text[:start]) if sign == "\n"]
    lines = [text[a + 1 : b] for a, b in zip([-1, *breaks], breaks, strict=False)]
    return sum(1 for line in lines if line.strip()) + 1


def _with_repeats(rows: Sequence[ComparedRow]) -> Iterator[ComparedRow]:
    before: ComparedRow | None = None
    for row in rows:
        repeats = (
            before is not None
            and (row.before, row.after) == (before.before, before.after)
            and _tone(row.verdict) == _tone(before.verdict)
        )
        yield replace(row, repeats=repeats)
        before = row


def _tone(verdict: Verdict) -> int:
    """What is drawn alike."""
    if verdict in (Verdict.SAME, Verdict.MOVED, Verdict.CORRECTED):
        return 0
    return {Verdict.REWORDED: 1, Verdict.FACT_CHANGED: 2}.get(verdict, 3)
