"""Dossiers of any size about an invented town, without a desk."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import ArticleData, ArticleRow, Revision, text_sha256
from claimdesk.domain.claim import ClaimRow, Kind, RelationKind
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.domain.desk import DeskInfo
from claimdesk.domain.dossier import ChainHead, ClaimDetail, Dossier, Relation
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.question import Addressee, Question
from claimdesk.domain.source import (
    Evidence,
    Source,
    SourceData,
    SourceRank,
    SourceType,
    Stance,
    timing,
)
from claimdesk.domain.status import Status

PUBLISHED = "2022-03-28"
EDITED = "2022-03-28T12:06:30.000Z"
PERSON = "Martha Müller"
ADDRESS = "https://kleine-zeitung.example/stadt"
SENTENCE = "Seit {year} leben in Kleinhausen {people} Menschen, so das Amt."

CORRECTION = Correction(
    1,
    "correction-1",
    5,
    "104 Menschen",
    "rund 100 Menschen",
    "Das Jahrbuch rundet.",
    CorrectionState.PROPOSED,
    "Martha Müller",
    EDITED,
)
QUESTION = Question(
    1, "question-1", 7, 7, 1, Addressee.SOURCE, "Frau Öhm", "Gilt das?", "Martha Müller", EDITED
)

SOURCES = (
    SourceData("Amtliches Jahrbuch", published="2021", author="Statistisches Amt", language="de"),
    SourceData("Town grows", published="2022-04", url="https://example.org/town?a=1&b=2"),
    SourceData("Zweite Zählung", published="2022-03", title_seen=False, remark="nur im Archiv"),
    SourceData("Gespräch mit der Meldestelle", type=SourceType.PERSON, rank=SourceRank.PRIMARY),
)


@dataclass
class Plan:
    """How large the dossier is, and what stands in for its parts."""

    claims: int = 10
    evidence: int = 2
    statuses: tuple[Status, ...] = tuple(Status)
    statement: str = ""
    note: str = "Das Jahrbuch nennt eine andere Zahl."
    sources: tuple[SourceData, ...] = SOURCES
    notes: tuple[Note, ...] = ()
    title: str = "Eine Stadt wächst"
    people: tuple[str, ...] = (PERSON, "Ösel", "Zander")
    text: str = field(init=False)

    def __post_init__(self) -> None:
        lines = [SENTENCE.format(year=1900 + n, people=100 + n) for n in range(self.claims)]
        self.text = "\n".join(" ".join(lines[n : n + 5]) for n in range(0, len(lines), 5))

    def dossier(self) -> Dossier:
        claims = tuple(self.claim(number) for number in range(1, self.claims + 1))
        counts = dict.fromkeys(Status, 0)
        for claim in claims:
            counts[claim.row.status] += 1
        data = ArticleData(self.title, "A. Schreiber", "Kleine Zeitung", PUBLISHED, "de", ADDRESS)
        return Dossier(
            desk=DeskInfo("desk-1", "Mein Desk", False, EDITED),
            article=ArticleRow(1, "article-1", data, 1, counts),
            revision=self.revision(),
            claims=claims,
            notes=self.notes,
            sources=tuple(self.source(place) for place in range(len(self.sources))),
            people=self.people,
            first_event="2022-03-28T09:24:00.000Z",
            last_event=EDITED,
            heads=(ChainHead("writer-1", 42, EDITED, "ab" * 32),),
        )

    def revision(self) -> Revision:
        sha256 = text_sha256(self.text)
        return Revision(1, "revision-1", 1, 2, self.text, sha256, EDITED, "stadt.docx")

    def claim(self, number: int) -> ClaimDetail:
        status = self.statuses[(number - 1) % len(self.statuses)]
        quote = f"{99 + number} Menschen"
        start = self.text.index(f"Seit {1899 + number} ")
        start = self.text.index(quote, start)
        evidence = tuple(self.proof(number, place) for place in range(self.evidence))
        notes = self.claim_notes(number, status)
        row = ClaimRow(
            id=number,
            public_id=f"claim-{number:04}",
            article=1,
            number=number,
            statement=self.statement or f"In Kleinhausen leben {99 + number} Menschen.",
            kind=tuple(Kind)[number % len(Kind)],
            status=status,
            check_worthiness=1 + number % 3,
            attributed_to="das Amt" if number % 2 else None,
            figures=(str(99 + number),),
            as_of=PUBLISHED if number % 3 else None,
            sources=len(evidence),
            primary_sources=0,
            notes=len(notes),
            leads=sum(note.role is NoteRole.LEAD for note in notes),
            snapshots=0,
            changed_at=EDITED,
            changed_by=PERSON,
        )
        return ClaimDetail(
            row=row,
            anchor=Anchor.at(self.text, start, start + len(quote)),
            revision=1,
            evidence=evidence,
            notes=notes,
            relations=(self.relation(number),) if number > 1 else (),
        )

    def claim_notes(self, number: int, status: Status) -> tuple[Note, ...]:
        roles = [NoteRole.NOTE] if status.is_checked else []
        roles += [NoteRole.REASON] if status is Status.LEFT_OUT else []
        roles += [NoteRole.LEAD] if number % 4 == 0 else []
        return tuple(
            Note(
                id=number * 10 + place,
                public_id=f"note-{number:04}-{place}",
                claim=number,
                article=1,
                person=PERSON,
                role=role,
                text=f"{role.value} {number}: {self.note}",
                made_at=EDITED,
            )
            for place, role in enumerate(roles)
        )

    def source(self, place: int) -> Source:
        return Source(place + 1, f"source-{place:04}", self.sources[place], 1)

    def proof(self, number: int, place: int) -> Evidence:
        source = self.source((number + place) % len(self.sources))
        return Evidence(
            id=number * 100 + place,
            public_id=f"evidence-{number:04}-{place}",
            claim=number,
            source=source,
            stance=tuple(Stance)[place % len(Stance)],
            locator="S. 12",
            excerpt=f"{98 + number} Menschen",
            looked="2022-03-29",
            remark=None,
            snapshot_sha256="cd" * 32,
            timing=timing(source.data.published, PUBLISHED),
        )

    def relation(self, number: int) -> Relation:
        return Relation(
            id=number,
            public_id=f"relation-{number:04}",
            kind=RelationKind.DEPENDS_ON,
            claim=number,
            other=number - 1,
            other_public_id=f"claim-{number - 1:04}",
            other_number=number - 1,
            other_statement=f"In Kleinhausen leben {98 + number} Menschen.",
            other_status=Status.VERIFIED,
            remark=None,
        )


@pytest.fixture
def dossier() -> Callable[..., Dossier]:
    """Makes a dossier of a Plan's keywords; 'heads' and the like are replaced afterwards."""

    def make(**keywords: object) -> Dossier:
        plan = {key: value for key, value in keywords.items() if key in Plan.__dataclass_fields__}
        rest = {key: value for key, value in keywords.items() if key not in plan}
        return replace(Plan(**plan).dossier(), **rest)

    return make


@pytest.fixture
def discussed(dossier: Callable[..., Dossier]) -> Callable[..., Dossier]:
    """A dossier of ten claims where claim 5 has a correction, 7 an open and an answered question,
    and the article one of each; 'correction' and 'question' are replaced in all of them."""

    def make(**fields: dict[str, object]) -> Dossier:
        corrections = {5: (replace(CORRECTION, **fields.get("correction", {})),)}
        asked = replace(QUESTION, **fields.get("question", {}))
        answered = replace(asked, answer="Ja, so ist es.", answered_by="Ösel", answered_at=EDITED)
        both = (asked, replace(answered, id=2, public_id="question-2"))
        made = dossier()
        claims = tuple(
            replace(
                claim,
                corrections=corrections.get(claim.row.number, ()),
                questions=both if claim.row.number == 7 else (),
            )
            for claim in made.claims
        )
        own = tuple(replace(one, claim=None, number=None) for one in both)
        return replace(made, claims=claims, questions=own)

    return make
