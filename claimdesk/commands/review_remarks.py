"""Keep a slip that the detector noticed, or let it go."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.note import NoteRole
from claimdesk.domain.remark import RemarkState
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class KeepRemark:
    """Make a note of a remark, with the words of its passages: on the claim that one of them
    stands in, else on the article."""

    article: int
    mark: str

    def apply(self, work: "Work") -> Message:
        row = _waiting(work, self.article, self.mark)
        said, spans = _said(row), json.loads(row["spans"])
        start, end = next(iter(spans), (None, None))
        claim = _claim_at(work, row["revision"], spans)
        note = work.add(
            "note",
            claim=claim["id"] if claim else None,
            article=None if claim else self.article,
            revision=row["revision"],
            person=work.person,
            role=NoteRole.NOTE.value,
            start=start,
            end=end,
            text=_with_passages(work, said.words, row["revision"], spans),
            made_at=work.now,
        )
        work.set("remark", row["id"], state=RemarkState.KEPT.value, note=note)
        if claim is None:
            return _about(N_("Keep as a note: {message}"), said)
        about = _about(N_("Keep as a note on claim {number}: {message}"), said)
        return Message(about.id, {**about.arguments, "number": claim["number"]})


@dataclass(frozen=True, slots=True)
class DismissRemark:
    """Let a remark not be made any more, in this revision or a later one."""

    article: int
    mark: str

    def apply(self, work: "Work") -> Message:
        row = _waiting(work, self.article, self.mark)
        work.set("remark", row["id"], state=RemarkState.DISMISSED.value)
        return _about(N_("Dismiss: {message}"), _said(row))


def _said(row: Mapping[str, Any]) -> Message:
    return Message(row["text"], json.loads(row["arguments"]))


def _about(words: str, said: Message) -> Message:
    """In the words of whatever language it is shown in."""
    return Message(words, {"message": {"id": said.id, "arguments": dict(said.arguments)}})


def _waiting(work: "Work", article: int, mark: str) -> Mapping[str, Any]:
    found = work.find("remark", article=article, fingerprint=mark, aside=False)
    row = next((one for one in found if one["state"] == RemarkState.OPEN), None)
    if row is None:
        raise Refused(_("This was decided meanwhile; look at the next one."))
    return row


_Spans = Sequence[tuple[int, int]]


def _with_passages(work: "Work", words: str, revision: int, spans: _Spans) -> str:
    """What is noticed, and where: the note may be read far from the text."""
    text = work.get("revision", revision)["text"]
    passages = [" ".join(text[start:end].split()) for start, end in spans]
    return "\n".join((words, *(f"- {passage}" for passage in passages)))


def _claim_at(work: "Work", revision: int, spans: _Spans) -> Mapping[str, Any] | None:
    """The claim whose passage shares most with a remark's, the first of them that has one: at
    least half of either."""
    anchors = work.find("anchor", revision=revision, aside=False)
    for start, end in spans:
        shared = [
            (min(end, one["end"]) - max(start, one["start"]), one)
            for one in anchors
            if one["start"] is not None
            and 2 * (min(end, one["end"]) - max(start, one["start"]))
            >= min(end - start, one["end"] - one["start"])
        ]
        for _share, one in sorted(shared, key=lambda met: (-met[0], met[1]["end"])):
            row = work.get("claim", one["claim"])
            if not row["aside"]:
                return row
    return None
