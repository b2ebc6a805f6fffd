"""Take the dossier of another desk over, as one event: the article with all that is known of it.

Rows keep their public ids, so that the article is known again wherever it goes. Sources are the
library's: one that this desk has already is used as it stands here. History stays where it was
made; what came is an event of whoever imports it.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.commands.edit import required
from claimdesk.commands.tag_claims import TagArticle, TagClaims
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.note import Note
from claimdesk.domain.person import Person
from claimdesk.domain.question import Question
from claimdesk.domain.received import ReceivedDossier
from claimdesk.domain.source import Source
from claimdesk.i18n import N_, _
from claimdesk.services.exporters.hygiene import clean

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_CONFIRMABLE = (AnchorOrigin.REWORDED, AnchorOrigin.FACT_CHANGED)

_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ImportDossier:
    """Add the article of a dossier. Refused where this desk has it, set aside or not."""

    received: ReceivedDossier

    def apply(self, work: "Work") -> Message:
        title = required(self.received.title, _("The title"))
        _refuse_known(work, self.received.dossier.article.public_id, title)
        _Taking(work, self.received).take()
        return Message(N_("Import “{title}” from another desk"), {"title": title})


def _refuse_known(work: "Work", article: str, title: str) -> None:
    for row in work.find("article", public_id=article):
        if row["aside"]:
            said = _("“{title}” is in this desk already, set aside; bring it back instead.")
        else:
            said = _(
                "“{title}” is in this desk already; import it into another one, or bring changes "
                "in by a sheet."
            )
        raise Refused(said.format(title=title))


class _Taking:
    """Adds the rows of one dossier; knows their ids here by those of the file."""

    def __init__(self, work: "Work", received: ReceivedDossier) -> None:
        self._work, self._received = work, received
        self._dossier = received.dossier
        self._people: dict[str, int] = {}
        self._claims: dict[str, int] = {}
        self._article = 0
        self._revision: int | None = None

    def take(self) -> None:
        self._add_article()
        self._add_claims()
        self._add_evidence()
        claims = self._dossier.claims
        notes = [note for claim in claims for note in claim.notes]
        self._work.add_all("note", [self._note(one) for one in (*notes, *self._dossier.notes)])
        self._work.add_all("correction", list(self._corrections()))
        asked = [question for claim in claims for question in claim.questions]
        questions = (*asked, *self._dossier.questions)
        self._work.add_all("question", [self._question(one) for one in questions])
        self._work.add_all("relation", list(self._relations()))
        self._work.add_all("coverage", list(self._coverage()))
        self._tag()

    def _person(self, name: str) -> int:
        if name not in self._people:
            self._people[name] = self._work.person_named(Person.named(name or "–"))
        return self._people[name]

    def _person_or_none(self, name: str | None) -> int | None:
        return self._person(name) if name else None

    def _add_article(self) -> None:
        article, revision = self._dossier.article, self._dossier.revision
        fields = {**asdict(article.data), "archived": article.archived}
        self._article = self._work.add("article", public_id=article.public_id, **fields)
        if revision is not None:
            self._revision = self._work.add(
                "revision",
                public_id=revision.public_id,
                article=self._article,
                number=revision.number,
                text=revision.text,
                sha256=revision.sha256,
                made_at=revision.made_at,
                origin=revision.origin,
                structure=revision.structure,
            )

    def _add_claims(self) -> None:
        import json  # figures only

        claims = self._dossier.claims
        rows = [
            {
                "public_id": claim.row.public_id,
                "article": self._article,
                "number": claim.row.number,
                "statement": claim.row.statement,
                "kind": claim.row.kind.value,
                "status": claim.row.status.value,
                "check_worthiness": claim.row.check_worthiness,
                "attributed_to": claim.row.attributed_to,
                "figures": json.dumps(claim.row.figures, ensure_ascii=False),
                "as_of": claim.row.as_of,
            }
            for claim in claims
        ]
        ids = self._work.add_all("claim", rows)
        self._claims = dict(zip((claim.row.public_id for claim in claims), ids, strict=True))
        self._work.add_all("anchor", [self._anchor(one) for one in claims if one.passage_state])

    def _anchor(self, claim: ClaimDetail) -> _Row:
        """One that is gone has no place; its last words are not in the file."""
        assert claim.passage_state
        nowhere = {"start": None, "end": None, "quote": "", "prefix": "", "suffix": ""}
        waits = claim.row.public_id in self._received.to_confirm
        done = claim.passage_state in _CONFIRMABLE and not waits
        return {
            "claim": self._claims[claim.row.public_id],
            "revision": self._revision,
            **(asdict(claim.anchor) if claim.anchor else nowhere),
            "origin": claim.passage_state.value,
            "confirmed_by": self._work.person if done else None,
            "confirmed_at": self._work.now if done else None,
        }

    def _add_evidence(self) -> None:
        sources = self._take_sources()
        files = self._snapshots()
        rows = [
            {
                "public_id": one.public_id,
                "claim": self._claims[claim.row.public_id],
                "source": sources[one.source.public_id],
                "stance": one.stance.value,
                "locator": one.locator,
                "excerpt": one.excerpt,
                "looked": one.looked,
                "remark": one.remark,
                "snapshot": files.get(one.snapshot_sha256 or ""),
            }
            for claim in self._dossier.claims
            for one in claim.evidence
        ]
        self._work.add_all("evidence", rows)

    def _take_sources(self) -> dict[str, int]:
        """The sources' ids by their public ones; those set aside here come back."""
        wanted = {source.public_id: source for source in self._dossier.sources}
        known = self._work.by_public_id("source", wanted)
        self._work.set("source", list(known.values()), aside=False)
        fresh = [source for public_id, source in wanted.items() if public_id not in known]
        ids = self._work.add_all("source", [_source(source) for source in fresh])
        added = zip((source.public_id for source in fresh), ids, strict=True)
        return known | dict(added)

    def _snapshots(self) -> dict[str, int]:
        """The snapshots that this desk holds, by what they hold; a report has only their names."""
        named = {one.snapshot_sha256 for claim in self._dossier.claims for one in claim.evidence}
        held = (row for name in named if name for row in self._work.find("snapshot", sha256=name))
        return {row["sha256"]: row["id"] for row in held if not row["aside"]}

    def _owner(self, claim: int | None) -> _Row:
        if claim is None:
            return {"claim": None, "article": self._article}
        return {"claim": self._claims[self._dossier.claims[claim - 1].row.public_id]}

    def _note(self, note: Note) -> _Row:
        return {
            "article": None,
            **self._owner(note.claim),
            "public_id": note.public_id,
            "revision": self._revision if note.start is not None else None,
            "person": self._person(note.person),
            "role": note.role.value,
            "start": note.start,
            "end": note.end,
            "text": note.text,
            "made_at": note.made_at,
        }

    def _corrections(self) -> Iterable[_Row]:
        for claim in self._dossier.claims:
            for one in claim.corrections:
                yield {
                    "public_id": one.public_id,
                    "claim": self._claims[claim.row.public_id],
                    "old_wording": one.old_wording,
                    "new_wording": one.new_wording,
                    "why": one.why,
                    "state": one.state.value,
                    "proposed_by": self._person(one.proposed_by),
                    "proposed_at": one.proposed_at,
                    "decided_by": self._person_or_none(one.decided_by),
                    "decided_at": one.decided_at,
                    "reason": one.reason,
                }

    def _question(self, question: Question) -> _Row:
        return {
            "article": None,
            **self._owner(question.claim),
            "public_id": question.public_id,
            "addressee": question.addressee.value,
            "name": question.name,
            "text": question.text,
            "asked_by": self._person(question.asked_by),
            "asked_at": question.asked_at,
            "answer": question.answer,
            "answered_by": self._person_or_none(question.answered_by),
            "answered_at": question.answered_at,
        }

    def _relations(self) -> Iterable[_Row]:
        """Each tie once, though both of its claims name it; as far as both ends are here."""
        ties = [(claim, tie) for claim in self._dossier.claims for tie in claim.relations]
        others = {tie.other_public_id for _claim, tie in ties} - set(self._claims)
        known = self._claims | self._work.by_public_id("claim", others)
        seen: set[str] = set()
        for claim, tie in ties:
            ends = (known[claim.row.public_id], known.get(tie.other_public_id))
            if tie.public_id in seen or ends[1] is None:
                continue
            seen.add(tie.public_id)
            first, second = reversed(ends) if tie.backwards else ends
            yield {
                "public_id": tie.public_id,
                "claim": first,
                "other": second,
                "kind": tie.kind.value,
                "remark": tie.remark,
            }

    def _coverage(self) -> Iterable[_Row]:
        for one in self._dossier.looked:
            yield {
                "revision": self._revision,
                "start": one.start,
                "end": one.end,
                "kind": one.kind.value,
                "remark": one.remark,
                "person": self._person(one.person),
                "made_at": one.made_at,
            }

    def _tag(self) -> None:
        if tags := self._dossier.article.tags:
            TagArticle(self._article, tags).apply(self._work)
        bearing: dict[str, list[int]] = {}
        for claim in self._dossier.claims:
            for tag in claim.row.tags:
                bearing.setdefault(tag, []).append(self._claims[claim.row.public_id])
        for tag, claims in bearing.items():
            TagClaims(tuple(claims), (tag,)).apply(self._work)


def _source(source: Source) -> _Row:
    data = source.data
    return {
        **asdict(data),
        "public_id": source.public_id,
        "title": clean(data.title).strip() or "–",
        "type": data.type.value,
        "rank": data.rank.value,
    }
