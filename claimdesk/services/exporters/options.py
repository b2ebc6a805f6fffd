"""A dossier cut to what is to be handed over, before any format sees it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from claimdesk.domain.claim import Badge, Kind
from claimdesk.domain.dossier import ClaimDetail, Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.source import Source
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.services.exporters.masking import masked, without_people


class Part(StrEnum):
    """What can be left out of a report."""

    NOTES = "notes"
    HISTORY = "history"
    PEOPLE = "people"


Choice = Callable[[ClaimDetail], bool]

ALL, CORRECTIONS, LEFT = "all", "corrections", "left"
CLAIMS = "claims"
"""What is missing where not all claims were wanted."""


@dataclass(frozen=True, slots=True)
class Options:
    """'claims' says which ones (see 'chosen'), 'numbers' narrows them to a selection, 'without'
    what is left out; confidential sources and contact data stand in a report only 'unmasked';
    'address' is where it will stand on the web."""

    claims: str = ALL
    numbers: frozenset[int] = frozenset()
    without: frozenset[Part] = frozenset()
    unmask: bool = False
    address: str | None = None


def cut(dossier: Dossier, options: Options) -> Dossier:
    """The dossier that a report is made of. Refused where the filter cannot be read."""
    wanted = selected(options)
    claims = tuple(filter(wanted, dossier.claims))
    if len(claims) < len(dossier.claims):
        used = _still_used(dossier, claims)
        dossier = replace(dossier, claims=claims, sources=used, left_out=(CLAIMS,))
    dossier = replace(dossier, address=options.address)
    if not options.unmask:
        dossier = masked(dossier)
    if Part.NOTES in options.without:
        dossier = _without_notes(dossier)
    if Part.HISTORY in options.without:
        dossier = replace(dossier, heads=(), first_event=None, last_event=None, erasures=())
    if Part.PEOPLE in options.without:
        dossier = without_people(dossier)
    parts = tuple(part.value for part in Part if part in options.without)
    return replace(dossier, left_out=(*dossier.left_out, *parts)) if parts else dossier


def selected(options: Options) -> Choice:
    """Which claims are handed over. Refused where the filter cannot be read."""
    wanted, numbers = chosen(options.claims), options.numbers
    return lambda claim: wanted(claim) and (not numbers or claim.row.number in numbers)


def chosen(filter_: str) -> Choice:
    """Which claims a filter means: 'all', 'corrections', 'left', or conditions that all hold, such
    as 'status:false,inaccurate kind:quantity badge:open_question worth:3 number:1,4-9'. A bare
    status is one too."""
    choices = [_condition(word) for word in filter_.split()]
    return lambda claim: all(choice(claim) for choice in choices)


def _condition(word: str) -> Choice:
    if word == ALL:
        return lambda _claim: True
    if word == CORRECTIONS:
        return lambda claim: claim.row.status.needs_correction or bool(claim.corrections)
    if word == LEFT:
        return lambda claim: claim.row.status.is_open
    name, found, values = word.partition(":")
    if not found:
        name, values = "status", word
    make = _CONDITIONS.get(name)
    if make is None:
        raise Refused(
            _("There is no filter “{word}”; it is one of {known}.").format(
                word=word,
                known=", ".join([ALL, CORRECTIONS, LEFT, *(f"{one}:…" for one in _CONDITIONS)]),
            )
        )
    try:
        return make(values.split(","))
    except ValueError as error:
        raise Refused(_sentence(word, error)) from error


def _sentence(word: str, error: ValueError) -> str:
    if word.startswith("status:") or ":" not in word:
        return str(error)
    return _("The filter “{word}” cannot be read.").format(word=word)


def _by_status(values: list[str]) -> Choice:
    statuses = {Status.parse(value) for value in values}
    return lambda claim: claim.row.status in statuses


def _by_kind(values: list[str]) -> Choice:
    kinds = {Kind(value) for value in values}
    return lambda claim: claim.row.kind in kinds


def _by_badge(values: list[str]) -> Choice:
    badges = {Badge(value) for value in values}
    return lambda claim: not badges.isdisjoint(claim.row.badges)


def _by_worth(values: list[str]) -> Choice:
    levels = set(map(int, values))
    return lambda claim: claim.row.check_worthiness in levels


def _by_number(values: list[str]) -> Choice:
    spans = [_span(value) for value in values]
    return lambda claim: any(low <= claim.row.number <= high for low, high in spans)


def _span(value: str) -> tuple[int, int]:
    low, _dash, high = value.partition("-")
    return int(low), int(high or low)


_CONDITIONS: dict[str, Callable[[list[str]], Choice]] = {
    "status": _by_status,
    "kind": _by_kind,
    "badge": _by_badge,
    "worth": _by_worth,
    "number": _by_number,
}


def _still_used(dossier: Dossier, claims: Iterable[ClaimDetail]) -> tuple[Source, ...]:
    used = {evidence.source.id for claim in claims for evidence in claim.evidence}
    return tuple(source for source in dossier.sources if source.id in used)


def _without_notes(dossier: Dossier) -> Dossier:
    """Reasons stay: a claim left out has to say why."""
    claims = tuple(replace(claim, notes=_reasons(claim.notes)) for claim in dossier.claims)
    return replace(dossier, claims=claims, notes=())


def _reasons(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.role is NoteRole.REASON)
