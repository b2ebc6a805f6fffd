"""Keep a slip that the detector noticed, or let it go."""

import json
from collections.abc import Mapping
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
    """Make a note on the article of a remark, at the first of its passages."""

    article: int
    mark: str

    def apply(self, work: "Work") -> Message:
        row = _waiting(work, self.article, self.mark)
        said = _said(row)
        start, end = next(iter(json.loads(row["spans"])), (None, None))
        note = work.add(
            "note",
            article=self.article,
            revision=row["revision"],
            person=work.person,
            role=NoteRole.NOTE.value,
            start=start,
            end=end,
            text=said.words,
            made_at=work.now,
        )
        work.set("remark", row["id"], state=RemarkState.KEPT.value, note=note)
        return _about(N_("Keep as a note: {message}"), said)


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
