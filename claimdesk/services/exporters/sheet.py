"""The rows of the line-by-line sheet, as XLSX and CSV lay them out.

Each row carries, in its last column, which claim it is and a digest of every cell that somebody
may change. So a sheet that comes back shows what was changed in it, and what in the desk since.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from claimdesk.domain.note import Note
from claimdesk.domain.sheet import COMING_BACK, Column
from claimdesk.i18n import _
from claimdesk.services.exporters.content import FINDINGS
from claimdesk.services.exporters.dates import read_day
from claimdesk.services.exporters.report import (
    Address,
    ClaimEntry,
    EvidenceEntry,
    NoteEntry,
    QuestionEntry,
    Report,
    SourceEntry,
)

DIGEST = 8
"""Hexadecimal digits of a cell's digest."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The cells of a claim, all of them text; 'link' is the address in its column."""

    claim: ClaimEntry
    cells: Mapping[Column, str]
    link: Address | None


def sheet_rows(report: Report) -> tuple[SheetRow, ...]:
    """A row for each claim, in the text's order; speaks the language spoken."""
    return tuple(map(_row, report.claims))


def values(claim: ClaimEntry) -> dict[Column, str]:
    """What the cells that come back say, in words of no language: identifiers and ISO dates."""
    return {
        Column.STATUS: claim.status.value,
        Column.STATEMENT: claim.statement,
        Column.FINDING: claim.findings[0].text if claim.findings else "",
        Column.CORRECTION: claim.corrections[-1].new_wording if claim.corrections else "",
        Column.NEW_NOTE: "",
        Column.KIND: claim.kind.value,
        Column.WORTHINESS: str(claim.check_worthiness),
        Column.ATTRIBUTED_TO: claim.attributed_to or "",
        Column.AS_OF: read_day(claim.as_of) or claim.as_of if claim.as_of else "",
    }


def first_finding(notes: Iterable[Note]) -> Note | None:
    """The note that the finding's cell holds: the oldest one, so that a later note does not take
    its place while the sheet is away."""
    found = (note for note in notes if note.role in FINDINGS)
    return min(found, key=lambda note: note.made_at, default=None)


def digest(value: str) -> str:
    """What is remembered of a value; blanks around it do not count."""
    return sha256(value.strip().encode()).hexdigest()[:DIGEST]


def state(claim: ClaimEntry) -> str:
    """The last cell of a row: the claim's public id, a blank, the digests one after the other."""
    held = values(claim)
    return f"{claim.id} {''.join(digest(held[column]) for column in COMING_BACK)}"


def cited(source: SourceEntry) -> str:
    """A source in one line: who, when, what."""
    who = ", ".join(filter(None, (source.author, source.publisher, source.published)))
    title = source.title
    if not source.title_seen:
        unseen = _("title not seen, reconstructed")
        title = f"[{title}] ({unseen})"
    return ". ".join(filter(None, (who, title)))


def _row(claim: ClaimEntry) -> SheetRow:
    link = _link(claim.evidence)
    cells = {
        **values(claim),
        Column.STATUS: claim.status.label,
        Column.KIND: claim.kind.label,
        Column.AS_OF: claim.as_of or "",
        Column.NUMBER: str(claim.number),
        Column.SOURCES: "\n".join(dict.fromkeys(map(_evidence, claim.evidence))),
        Column.LINK: link.text if link else "",
        Column.DECISION: _decision(claim),
        Column.PASSAGE: claim.passage.quote if claim.passage else "",
        Column.QUESTIONS: "\n".join(map(_question, claim.questions)),
        Column.OTHER_NOTES: "\n".join(_other_notes(claim)),
        Column.MARKS: ", ".join(badge.label for badge in claim.badges),
        Column.CHANGED: _signed(claim.changed_by, claim.changed_at),
        Column.STATE: state(claim),
    }
    return SheetRow(claim, cells, link)


def _link(evidence: Iterable[EvidenceEntry]) -> Address | None:
    """The first address that can be followed; the sheet of sources has them all."""
    addresses = (one.source.address for one in evidence)
    return next((address for address in addresses if address and address.href), None)


def _evidence(evidence: EvidenceEntry) -> str:
    said = f"[{evidence.source.number}] {evidence.stance.label}: {cited(evidence.source)}"
    return ", ".join(filter(None, (said, evidence.locator)))


def _decision(claim: ClaimEntry) -> str:
    if not claim.corrections:
        return ""
    last = claim.corrections[-1]
    return ": ".join(filter(None, (last.state.label, last.reason)))


def _question(question: QuestionEntry) -> str:
    asked = ", ".join(filter(None, (question.addressee.label, question.name)))
    answer = [_("No answer yet.")] if question.is_open else [_("Answer:"), question.answer or "–"]
    return " ".join((f"{asked}:", question.text, *answer))


def _other_notes(claim: ClaimEntry) -> Iterable[str]:
    for note in claim.findings[1:]:
        yield f"{note.text} ({_signed(note.person, note.made_at)})"
    for note in (*claim.reasons, *claim.leads):
        yield _with_role(note)


def _with_role(note: NoteEntry) -> str:
    return f"{note.role.label}: {note.text} ({_signed(note.person, note.made_at)})"


def _signed(person: str, time: str) -> str:
    return ", ".join(filter(None, (person, time)))
