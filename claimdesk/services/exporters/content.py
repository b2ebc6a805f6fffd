"""What a verification report says, in the order it says it: the one builder of all formats."""

from collections.abc import Iterable, Mapping

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import Revision
from claimdesk.domain.claim import RelationKind
from claimdesk.domain.correction import Correction
from claimdesk.domain.coverage import Sentence, SentenceState
from claimdesk.domain.dossier import ClaimDetail, Dossier, Relation
from claimdesk.domain.erasure import Erasure
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.question import Question
from claimdesk.domain.source import Evidence, Source, timing
from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.i18n import _, sort_key, speaking
from claimdesk.services.anchoring.sentences import sentences
from claimdesk.services.coverage import coverage
from claimdesk.services.exporters.dates import day, moment
from claimdesk.services.exporters.hygiene import clean, link
from claimdesk.services.exporters.marked_text import Paragraph, Passage, marked
from claimdesk.services.exporters.passage import Quotation, quotation
from claimdesk.services.exporters.report import (
    Address,
    ClaimEntry,
    CorrectionEntry,
    EvidenceEntry,
    Head,
    HeadLine,
    NoteEntry,
    Part,
    QuestionEntry,
    RelationEntry,
    Report,
    RevisionLine,
    SourceEntry,
    Summary,
    Unchecked,
)

_UNDECIDED = (Status.DISPUTED, Status.UNVERIFIABLE)
FINDINGS = (NoteRole.NOTE, NoteRole.PASSAGE)
"""The roles of notes that say what was found."""

_NOT_CHECKED = (Status.UNCHECKED, Status.IN_PROGRESS, Status.LEFT_OUT)


def build(dossier: Dossier, *, made_at: str, language: str) -> Report:
    """The report of a dossier, made at a time (ISO 8601), in 'de' or 'en'."""
    with speaking(language):
        return _Builder(dossier).report(made_at, language)


def text_order(claims: Iterable[ClaimDetail]) -> list[ClaimDetail]:
    """Claims as the text has them; those without a passage follow, by number."""
    return sorted(claims, key=_place)


def _place(claim: ClaimDetail) -> tuple[bool, int, int, int]:
    anchor = claim.anchor
    start, end = (anchor.start, anchor.end) if anchor else (0, 0)
    return anchor is None, start, end, claim.row.number


def sentence_states(dossier: Dossier) -> tuple[Sentence, ...]:
    """How far the checking of each sentence is; none where there is no text."""
    revision = dossier.revision
    if revision is None:
        return ()
    held = (
        (claim.anchor.start, claim.anchor.end, claim.row.is_left)
        for claim in dossier.claims
        if claim.anchor and claim.revision == revision.id
    )
    spans = sentences(revision.text, dossier.article.data.language)
    return coverage(spans, held, dossier.looked)


def not_looked_at(dossier: Dossier) -> list[tuple[int, int, str]]:
    """The sentences that nobody looked at: start, end and words."""
    text = dossier.revision.text if dossier.revision else ""
    return [
        (one.start, one.end, text[one.start : one.end])
        for one in sentence_states(dossier)
        if one.state is SentenceState.NOT_LOOKED_AT
    ]


class _Builder:
    """Holds what the parts of one report share: the dossier, the order, the sources' numbers."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._claims = text_order(dossier.claims)
        self._numbers = {claim.row.id: claim.row.number for claim in self._claims}
        self._users = _users(self._claims)
        self._sources = {
            source.id: self._source(source, place)
            for place, source in enumerate(self._listed_sources(), start=1)
        }

    def report(self, made_at: str, language: str) -> Report:
        claims = tuple(map(self._claim, self._claims))
        sources = tuple(self._sources.values())
        own = tuple(map(_question, self._dossier.questions))
        asked = (*(one for claim in claims for one in claim.questions), *own)
        return Report(
            language=language,
            head=_head(self._dossier, made_at),
            summary=_summary(claims),
            corrections=tuple(filter(_concerns_wording, claims)),
            open_questions=tuple(question for question in asked if question.is_open),
            to_decide=tuple(claim for claim in claims if claim.status in _UNDECIDED),
            claims=claims,
            not_checked=_not_checked(claims),
            notes=tuple(map(self._note, _dated(self._dossier.notes))),
            answered=tuple(question for question in own if not question.is_open),
            sources=tuple(source for source in sources if source.claims),
            unused=tuple(source for source in sources if not source.claims),
            not_looked_at=tuple(
                " ".join(clean(words).split())
                for _start, _end, words in not_looked_at(self._dossier)
            ),
            text=_text(self._dossier, self._claims),
        )

    def _listed_sources(self) -> list[Source]:
        """Each source once: those used in the order of their first use, then the others."""
        used = {e.source.id: e.source for claim in self._claims for e in claim.evidence}
        others = {source.id: source for source in self._dossier.sources if source.id not in used}
        by_title = sorted(others.values(), key=lambda s: (sort_key(s.data.title), s.public_id))
        return [*used.values(), *by_title]

    def _source(self, source: Source, number: int) -> SourceEntry:
        data = source.data
        return SourceEntry(
            number=number,
            title=clean(data.title),
            title_seen=data.title_seen,
            author=_clean(data.author),
            publisher=_clean(data.publisher),
            published=_day(data.published),
            timing=timing(data.published, self._dossier.article.data.published),
            type=data.type,
            rank=data.rank,
            language=_clean(data.language),
            address=_address(data.url),
            summary=_clean(data.summary),
            remark=_clean(data.remark),
            date_basis=_clean(data.date_basis),
            read_as=_clean(data.read_as),
            claims=tuple(self._users.get(source.id, ())),
        )

    def _claim(self, claim: ClaimDetail) -> ClaimEntry:
        row = claim.row
        notes = [self._note(note) for note in _dated(claim.notes)]
        return ClaimEntry(
            id=clean(row.public_id),
            number=row.number,
            statement=clean(row.statement),
            kind=row.kind,
            check_worthiness=row.check_worthiness,
            status=row.status,
            badges=row.badges,
            attributed_to=_clean(row.attributed_to),
            figures=tuple(map(clean, row.figures)),
            as_of=_day(row.as_of),
            passage=self._quotation(claim.anchor, claim.revision),
            evidence=tuple(map(self._evidence, claim.evidence)),
            findings=_of_role(notes, *FINDINGS),
            reasons=_of_role(notes, NoteRole.REASON),
            leads=_of_role(notes, NoteRole.LEAD),
            corrections=tuple(map(_correction, claim.corrections)),
            questions=tuple(map(_question, claim.questions)),
            relations=tuple(map(self._relation, claim.relations)),
            changed_at=moment(clean(row.changed_at)),
            changed_by=clean(row.changed_by),
        )

    def _quotation(self, anchor: Anchor | None, revision: int | None) -> Quotation | None:
        """An anchor of an older revision brings its own surroundings."""
        if anchor is None:
            return None
        current = self._dossier.revision
        return quotation(anchor, current.text if current and revision == current.id else "")

    def _evidence(self, evidence: Evidence) -> EvidenceEntry:
        return EvidenceEntry(
            source=self._sources[evidence.source.id],
            stance=evidence.stance,
            locator=_clean(evidence.locator),
            excerpt=_clean(evidence.excerpt),
            looked=_day(evidence.looked),
            remark=_clean(evidence.remark),
            timing=evidence.timing,
            snapshot_sha256=_clean(evidence.snapshot_sha256),
        )

    def _note(self, note: Note) -> NoteEntry:
        revision = self._dossier.revision
        passage = None
        if revision and note.start is not None and note.end is not None:
            passage = _passage(revision.text, note.start, note.end)
        return NoteEntry(
            role=note.role,
            text=clean(note.text),
            person=clean(note.person),
            made_at=moment(clean(note.made_at)),
            passage=passage,
        )

    def _relation(self, relation: Relation) -> RelationEntry:
        return RelationEntry(
            kind=relation.kind,
            number=relation.other_number,
            statement=clean(relation.other_statement),
            status=relation.other_status,
            here=relation.other in self._numbers,
            remark=_clean(relation.remark),
            backwards=relation.backwards and relation.kind is RelationKind.DEPENDS_ON,
        )


def _text(dossier: Dossier, claims: Iterable[ClaimDetail]) -> tuple[Paragraph, ...]:
    revision = dossier.revision
    if revision is None:
        return ()
    passages = (
        Passage(claim.anchor.start, claim.anchor.end, claim.row.number, claim.row.status)
        for claim in claims
        if claim.anchor and claim.revision == revision.id
    )
    return marked(revision.text, passages)


def _correction(correction: Correction) -> CorrectionEntry:
    return CorrectionEntry(
        old_wording=clean(correction.old_wording),
        new_wording=clean(correction.new_wording),
        why=_clean(correction.why),
        state=correction.state,
        proposed_by=clean(correction.proposed_by),
        proposed_at=moment(clean(correction.proposed_at)),
        decided_by=_clean(correction.decided_by),
        decided_at=_moment(correction.decided_at),
        reason=_clean(correction.reason),
    )


def _question(question: Question) -> QuestionEntry:
    return QuestionEntry(
        number=question.number,
        addressee=question.addressee,
        name=_clean(question.name),
        text=clean(question.text),
        asked_by=clean(question.asked_by),
        asked_at=moment(clean(question.asked_at)),
        answer=_clean(question.answer),
        answered_by=_clean(question.answered_by),
        answered_at=_moment(question.answered_at),
    )


def _concerns_wording(claim: ClaimEntry) -> bool:
    """Whether its passage cannot stay, or somebody proposed that it should not."""
    return claim.status.needs_correction or bool(claim.corrections)


def _users(claims: Iterable[ClaimDetail]) -> Mapping[int, list[int]]:
    """The numbers of the claims that use each source, each once, in the text's order."""
    users: dict[int, dict[int, None]] = {}
    for claim in claims:
        for evidence in claim.evidence:
            users.setdefault(evidence.source.id, {})[claim.row.number] = None
    return {source: list(numbers) for source, numbers in users.items()}


def _head(dossier: Dossier, made_at: str) -> Head:
    data, revision = dossier.article.data, dossier.revision
    return Head(
        title=clean(data.title),
        language=clean(data.language),
        author=_clean(data.author),
        publisher=_clean(data.publisher),
        published=_day(data.published),
        address=_address(data.url),
        revision=_revision(revision) if revision else None,
        desk=clean(dossier.desk.title),
        sample=dossier.desk.sample,
        made_at=moment(clean(made_at)),
        people=tuple(sorted(map(clean, dossier.people), key=sort_key)),
        first_event=_moment(dossier.first_event),
        last_event=_moment(dossier.last_event),
        chains=_chains(dossier),
        erased=tuple(map(_erased, dossier.erasures)),
        extent=_extent(dossier),
    )


def _extent(dossier: Dossier) -> str | None:
    """That claims were left out: a count of those shown must not pass for the whole."""
    here, all_ = len(dossier.claims), dossier.article.claims
    if here >= all_:
        return None
    return _("Extract: {here} of {count} claims.").format(here=here, count=all_)


def _erased(erasure: Erasure) -> str:
    return _("Words were erased for good on {time} by {person}: {reason}").format(
        time=moment(clean(erasure.time)),
        person=clean(erasure.person),
        reason=clean(erasure.reason),
    )


def _revision(revision: Revision) -> RevisionLine:
    return RevisionLine(
        number=revision.number,
        sha256=clean(revision.sha256),
        origin=clean(revision.origin),
        made_at=moment(clean(revision.made_at)),
    )


def _chains(dossier: Dossier) -> tuple[HeadLine, ...]:
    return tuple(
        HeadLine(clean(head.writer), head.events, moment(clean(head.time)), clean(head.link))
        for head in sorted(dossier.heads, key=lambda head: (head.writer, head.link))
    )


def _summary(claims: tuple[ClaimEntry, ...]) -> Summary:
    """Counted from the claims shown, so that a report cannot contradict itself."""
    statuses = [claim.status for claim in claims]
    return Summary(
        claims=len(claims),
        checked=sum(status.is_checked for status in statuses),
        parts=tuple(Part(status, statuses.count(status)) for status in BAR_ORDER),
    )


def _not_checked(claims: tuple[ClaimEntry, ...]) -> tuple[Unchecked, ...]:
    groups = (
        Unchecked(status, tuple(claim for claim in claims if claim.status is status))
        for status in _NOT_CHECKED
    )
    return tuple(group for group in groups if group.claims)


def _of_role(notes: Iterable[NoteEntry], *roles: NoteRole) -> tuple[NoteEntry, ...]:
    return tuple(note for note in notes if note.role in roles)


def _dated(notes: Iterable[Note]) -> list[Note]:
    return sorted(notes, key=lambda note: note.made_at)


def _passage(text: str, start: int, end: int) -> Quotation | None:
    try:
        return quotation(Anchor.at(text, start, end), text)
    except ValueError:
        return None


def _clean(text: str | None) -> str | None:
    return clean(text) if text else None


def _day(text: str | None) -> str | None:
    return day(clean(text)) if text else None


def _moment(text: str | None) -> str | None:
    return moment(clean(text)) if text else None


def _address(url: str | None) -> Address | None:
    return Address(clean(url), link(url)) if url else None
