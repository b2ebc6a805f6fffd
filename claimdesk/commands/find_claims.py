"""Store what the detector found in a text."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.recognition import remarks_known_by
from claimdesk.domain.remark import Remark, RemarkState
from claimdesk.domain.suggestion import Proposal, Suggestion, SuggestionState
from claimdesk.i18n import N_, _
from claimdesk.services.anchoring.rejections import Rejected, Rejections, Text
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class FindClaims:
    """Put these proposals and remarks in the place of the open ones of an article. What somebody
    decided before, in whatever revision, does not come back (what was rejected, not even where
    its sentence was reworded), nor does what a claim states already. 'until' is how far (in code
    points) the text was read; None: to its end."""

    revision: int
    proposals: tuple[Proposal, ...]
    remarks: tuple[Remark, ...] = ()
    until: int | None = None

    def apply(self, work: "Work") -> Message:
        revision = work.get("revision", self.revision)
        article, text = revision["article"], revision["text"]
        suggestions = [one.suggestion for one in self.proposals]
        if any(text[one.start : one.end] != one.quote for one in suggestions):
            raise Refused(_("The text has changed meanwhile; find its claims again."))
        place = {"article": article, "revision": self.revision, "made_at": work.now}
        taken = queries.taken(work.read, self.revision)
        found = {
            one.mark: _suggestion(one.suggestion)
            for one in self.proposals
            if not taken.holds(one.suggestion)
        }
        waiting = _waiting(work, "suggestion", article, found)
        for mark in _rejected_before(work, revision, found):
            del found[mark]
        if self.until is None:
            slips = {mark: _remark(one) for mark, one in remarks_known_by(self.remarks)}
            _replace(work, "remark", _waiting(work, "remark", article, slips), slips, place)
        else:
            waiting = [row for row in waiting if row["start"] < self.until]
        _replace(work, "suggestion", waiting, found, place)
        title = work.get("article", article)["title"]
        return Message(N_("Find claims in “{title}”"), {"title": title})


_Row = Mapping[str, Any]


def _waiting(
    work: "Work", entity: str, article: int, found: dict[str, dict[str, Any]]
) -> list[_Row]:
    """What waits for a decision; what was decided is taken out of what was found."""
    waiting = []
    for row in work.find(entity, article=article, aside=False):
        if row["state"] in (SuggestionState.OPEN, RemarkState.OPEN):
            waiting.append(row)
        else:
            found.pop(row["fingerprint"], None)
    return waiting


def _rejected_before(work: "Work", revision: _Row, found: Mapping[str, _Row]) -> list[str]:
    """The marks of what was rejected in an earlier text, in a sentence that is reworded since."""
    rejected = defaultdict(list)
    state = SuggestionState.REJECTED.value
    for row in work.find("suggestion", article=revision["article"], state=state, aside=False):
        if row["revision"] != revision["id"]:
            rejected[row["revision"]].append(Rejected(row["start"], row["end"], Kind(row["kind"])))
    if not rejected or not found:
        return []
    later = Text(revision["text"])
    held = [
        Rejections(Text(work.get("revision", earlier)["text"]), passages, later)
        for earlier, passages in rejected.items()
    ]
    return [
        mark
        for mark, one in found.items()
        if any(them.hold(one["start"], one["end"], Kind(one["kind"])) for them in held)
    ]


def _replace(
    work: "Work",
    entity: str,
    waiting: Sequence[_Row],
    found: Mapping[str, _Row],
    place: _Row,
) -> None:
    """Add what is new, renew what waits still, set aside what waits and was not found again."""
    still = {
        row["fingerprint"]: row["id"]
        for row in waiting
        if row["revision"] == place["revision"] and row["fingerprint"] in found
    }
    kept = set(still.values())
    gone = [row["id"] for row in waiting if row["id"] not in kept]
    work.set(entity, gone, aside=True)
    work.set_rows(entity, {row: found[mark] for mark, row in still.items()})
    work.add_all(
        entity,
        [
            {**fields, **place, "fingerprint": mark}
            for mark, fields in found.items()
            if mark not in still
        ],
    )


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "statement": one.statement,
        "kind": one.kind.value,
        "check_worthiness": one.check_worthiness,
        "attributed_to": one.attributed_to,
        "figures": _json([asdict(figure) for figure in one.figures]),
        "reasons": _json([asdict(reason) for reason in one.reasons]),
        "not_checkable": one.not_checkable.value if one.not_checkable else None,
    }


def _remark(one: Remark) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "text": one.message.id,
        "arguments": _json(dict(one.message.arguments)),
        "spans": _json(one.spans),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
