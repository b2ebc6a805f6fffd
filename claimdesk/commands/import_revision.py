"""Take a newer text of an article in, and carry all claims over to it, as one event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from claimdesk.commands.import_article import leave_out
from claimdesk.commands.take_replies import sort_replies, take_replies
from claimdesk.commands.take_text import add_leads, add_revision
from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.carry_over import Carried, CarryOver, Range
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.domain.history import Message
from claimdesk.domain.imported import ImportedText
from claimdesk.domain.replies import Incoming
from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.queries.read import Read
    from claimdesk.store.queries.revisions import Base
    from claimdesk.store.work import Work

_NEW_AND_SAID = N_(
    "New version of “{title}”: {changed} changed, {reworded} reworded, {gone} gone; from replies: "
    "answers {answers}, notes {notes}"
)
_SAID = N_("Replies on “{title}”: answers {answers}, notes {notes}, leads {leads}")
_SHARE = 0.5
"""How much of a sentence must have been looked at for it to count as looked at."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a newer text would do to an article's claims, worked out before anything is written;
    it holds as long as the 'bases' are what the desk has."""

    article: int
    text: str
    bases: tuple["Base", ...]
    carried: CarryOver


def plan_revision(read: "Read", article: int, text: str, language: str | None = None) -> Plan:
    """Work out what a newer text does to the claims; long texts take a while."""
    from claimdesk.services.matching.carry_over import (  # only a new text needs it
        carry_over,
    )

    bases = queries.carry_over_bases(read, article)
    if not bases:
        raise NotFound(_("This article has no text yet; import one as its first."))
    if language is None:
        language = queries.article(read, article).data.language
    results = [carry_over(base.text, base.claims, text, language) for base in bases]
    claims = tuple(one for result in results for one in result.claims)
    return Plan(article, text, tuple(bases), replace(results[0], claims=claims))


@dataclass(frozen=True, slots=True)
class ImportRevision:
    """Add a newer text to an article. A changed fact sets its claim back to 'in progress'; what
    was reworded waits to be confirmed; what is gone stays in the list without a place. What others
    said to our comments in the file becomes answers and notes, also where the text is the one that
    the article has; then there is no new revision. 'plan' was
    worked out before; where the desk has changed since, it is worked out anew. 'not_article' are
    ranges of the text that are no part of the article."""

    article: int
    text: ImportedText
    plan: Plan | None = None
    not_article: tuple[tuple[int, int], ...] = ()

    def apply(self, work: "Work") -> Message:
        title = work.get("article", self.article)["title"]
        plan = self._valid_plan(work)
        newest = plan.bases[0]
        incoming = sort_replies(work.read, self.article, self.text.replies)
        take_replies(work, self.article, incoming)
        if newest.text == self.text.text:
            return self._only_said(work, newest.revision, title, incoming)
        revision = add_revision(work, self.article, self.text)
        add_leads(work, self.article, revision, (*self.text.leads, *incoming.leads))
        leave_out(work, revision, self.not_article)
        before = {
            row["claim"]: row
            for row in work.find("anchor", revision=newest.revision)
            if not row["aside"]
        }
        states = _Carrier(self.text.text, plan, before).carry(work, revision)
        _carry_coverage(work, newest.revision, revision, plan.carried.kept)
        told = {
            "title": title,
            "changed": states[AnchorOrigin.FACT_CHANGED],
            "reworded": states[AnchorOrigin.REWORDED],
            "gone": states[AnchorOrigin.GONE],
        }
        if incoming.count:
            return Message(_NEW_AND_SAID, {**told, **_counted(incoming)})
        return Message(
            N_("New version of “{title}”: {changed} changed, {reworded} reworded, {gone} gone"),
            told,
        )

    def _only_said(self, work: "Work", revision: int, title: str, incoming: Incoming) -> Message:
        """Take in what others said to a text that they left as it is."""
        leads = add_leads(work, self.article, revision, (*self.text.leads, *incoming.leads))
        if not incoming.count and not leads:
            raise Refused(_("This is the text that “{title}” has already.").format(title=title))
        return Message(_SAID, {"title": title, "leads": leads, **_counted(incoming)})

    def _valid_plan(self, work: "Work") -> Plan:
        plan = self.plan
        fits = plan is not None and (plan.article, plan.text) == (self.article, self.text.text)
        if plan and fits and plan.bases == tuple(queries.carry_over_bases(work.read, self.article)):
            return plan
        return plan_revision(work.read, self.article, self.text.text)


def _counted(incoming: Incoming) -> dict[str, int]:
    return {"answers": len(incoming.answers), "notes": len(incoming.notes)}


@dataclass(slots=True)
class _Carrier:
    """Writes what became of the claims."""

    text: str
    plan: Plan
    before: Mapping[int, Mapping[str, Any]]

    def carry(self, work: "Work", revision: int) -> Counter[AnchorOrigin]:
        """Add the anchors, set statuses back; how many claims are in each state."""
        carried = [self._still_open(one) for one in self.plan.carried.claims]
        last = {claim.id: (base, claim) for base in self.plan.bases for claim in base.claims}
        rows = []
        for one in carried:
            base, claim = last[one.claim]
            old = Anchor.at(base.text, claim.start, claim.end)
            rows.append({"claim": one.claim, "revision": revision, **self._anchor(one, old)})
        work.add_all("anchor", rows)
        changed = [one.claim for one in carried if one.state is AnchorOrigin.FACT_CHANGED]
        open_again = [
            claim
            for claim in changed
            if work.get("claim", claim)["status"] != Status.UNCHECKED.value
        ]
        work.set("claim", open_again, status=Status.IN_PROGRESS.value)
        return Counter(one.state for one in carried)

    def _still_open(self, one: Carried) -> Carried:
        """What nobody has confirmed in the version before is not confirmed by standing still."""
        row = self.before.get(one.claim)
        waits = row and row["origin"] == AnchorOrigin.REWORDED and not row["confirmed_at"]
        if waits and one.state in (AnchorOrigin.SAME, AnchorOrigin.MOVED):
            return replace(one, state=AnchorOrigin.REWORDED)
        return one

    def _anchor(self, one: Carried, old: Anchor) -> dict[str, Any]:
        told = {"origin": one.state.value, "difference": one.difference.to_json()}
        if one.start is None or one.end is None:
            return {**asdict(old), "start": None, "end": None, **told}
        return {**asdict(Anchor.at(self.text, one.start, one.end)), **told}


def _carry_coverage(work: "Work", old: int, new: int, kept: Sequence[tuple[Range, Range]]) -> None:
    rows = [row for row in work.find("coverage", revision=old) if not row["aside"]]
    work.add_all(
        "coverage",
        [
            {
                "revision": new,
                "start": start,
                "end": end,
                "kind": row["kind"],
                "person": row["person"],
                "made_at": row["made_at"],
                "remark": row["remark"],
            }
            for row in rows
            for start, end in _joined(_kept_of(row["start"], row["end"], kept))
        ],
    )


def _kept_of(
    start: int, end: int, kept: Sequence[tuple[Range, Range]]
) -> Iterator[tuple[int, Range]]:
    """The sentences of a range that stand in the new text, each with its place in the row."""
    for place, (old, new) in enumerate(kept):
        shared = min(end, old[1]) - max(start, old[0])
        if shared >= _SHARE * (old[1] - old[0]):
            yield place, new


def _joined(found: Iterable[tuple[int, Range]]) -> Iterator[Range]:
    """Neighbours as one range."""
    held: Range | None = None
    last = -2
    for place, (start, end) in found:
        if held and place == last + 1 and 0 <= start - held[1] < 4:
            held = (held[0], end)
        else:
            if held:
                yield held
            held = (start, end)
        last = place
    if held:
        yield held
