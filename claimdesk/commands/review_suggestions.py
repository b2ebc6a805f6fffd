"""Accept and reject what the detector proposes. Suggestions are named by their marks (see
domain.recognition): an edit may be on its way before what it decides on is stored."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from claimdesk.commands.edit import required
from claimdesk.commands.mark_looked import MarkLooked
from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.status import Status
from claimdesk.domain.suggestion import SuggestionState
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AcceptSuggestions:
    """Make a claim of each suggestion, at its passage, in its words or in those given for its mark.
    What is proposed as not checkable becomes a claim with that status."""

    article: int
    marks: tuple[str, ...]
    reworded: Mapping[str, str] = field(default_factory=dict)

    def apply(self, work: "Work") -> Message:
        rows = _waiting(work, self.article, self.marks)
        words = [self.reworded.get(row["fingerprint"], row["statement"]) for row in rows]
        numbers = _accept(work, self.article, list(zip(rows, words, strict=True)))
        if len(numbers) == 1:
            return _accepted(numbers[0], reworded=bool(self.reworded))
        return Message(N_("Accept {count} suggestions"), {"count": len(numbers)})


@dataclass(frozen=True, slots=True)
class AcceptReworded:
    """Make claims of one suggestion in other words: one, or several where it states several
    things."""

    article: int
    mark: str
    statements: tuple[str, ...]

    def apply(self, work: "Work") -> Message:
        [row] = _waiting(work, self.article, (self.mark,))
        words = [required(one, _("The statement")) for one in self.statements]
        numbers = _accept(work, self.article, [(row, one) for one in words])
        if len(numbers) == 1:
            return _accepted(numbers[0], reworded=True)
        return Message(
            N_("Split a suggestion: claims {numbers}"),
            {"numbers": ", ".join(str(number) for number in numbers)},
        )


@dataclass(frozen=True, slots=True)
class RejectSuggestions:
    """Let suggestions not be proposed any more, in this revision or a later one."""

    article: int
    marks: tuple[str, ...]

    def apply(self, work: "Work") -> Message:
        rows = _waiting(work, self.article, self.marks)
        _reject(work, rows)
        if len(rows) == 1:
            return Message(N_("Reject “{statement}”"), {"statement": rows[0]["statement"]})
        return Message(N_("Reject {count} suggestions"), {"count": len(rows)})


@dataclass(frozen=True, slots=True)
class NoFactThere:
    """Say that a sentence (start, end in code points) of a revision holds no fact, and reject
    what is proposed in it."""

    article: int
    revision: int
    sentence: tuple[int, int]
    marks: tuple[str, ...]

    def apply(self, work: "Work") -> Message:
        _reject(work, _waiting(work, self.article, self.marks))
        return MarkLooked(self.revision, (self.sentence,)).apply(work)


def _accepted(number: int, *, reworded: bool) -> Message:
    as_found = N_("Accept a suggestion as claim {number}")
    in_other_words = N_("Accept a suggestion, reworded, as claim {number}")
    return Message(in_other_words if reworded else as_found, {"number": number})


def _waiting(work: "Work", article: int, marks: Sequence[str]) -> list[_Row]:
    """The suggestions in the order of the marks; Refused where one of them was decided, or where
    a newer text came."""
    if not marks:
        return []
    one = {"fingerprint": marks[0]} if len(marks) == 1 else {}
    found = work.find("suggestion", article=article, aside=False, **one)
    held = {row["fingerprint"]: row for row in found}
    rows = [held[mark] for mark in marks if mark in held]
    if len(rows) < len(marks) or any(row["state"] != SuggestionState.OPEN for row in rows):
        raise Refused(_("This suggestion was decided meanwhile; look at the next one."))
    revisions = work.find("revision", article=article, aside=False)
    newest = max(revisions, key=lambda one: one["number"])["id"]
    if any(row["revision"] != newest for row in rows):
        raise Refused(_("The text has changed meanwhile; find its claims again."))
    return rows


def _reject(work: "Work", rows: Sequence[_Row]) -> None:
    work.set("suggestion", [row["id"] for row in rows], state=SuggestionState.REJECTED.value)


def _accept(work: "Work", article: int, statements: Sequence[tuple[_Row, str]]) -> list[int]:
    """Make claims of suggestions with these statements; their numbers."""
    first = max((one["number"] for one in work.find("claim", article=article)), default=0) + 1
    numbers = list(range(first, first + len(statements)))
    claims = work.add_all(
        "claim",
        [
            _claim(article, number, row, statement)
            for number, (row, statement) in zip(numbers, statements, strict=True)
        ],
    )
    texts = {
        revision: work.get("revision", revision)["text"]
        for revision in {row["revision"] for row, _statement in statements}
    }
    work.add_all(
        "anchor",
        [
            {
                "claim": claim,
                "revision": row["revision"],
                **asdict(Anchor.at(texts[row["revision"]], row["start"], row["end"])),
                "origin": AnchorOrigin.MADE.value,
            }
            for claim, (row, _statement) in zip(claims, statements, strict=True)
        ],
    )
    became = {
        row["id"]: {"state": SuggestionState.ACCEPTED.value, "claim": claim}
        for claim, (row, _statement) in reversed(list(zip(claims, statements, strict=True)))
    }
    work.set_rows("suggestion", became)
    return numbers


def _claim(article: int, number: int, row: _Row, statement: str) -> dict[str, Any]:
    figures = [figure["text"] for figure in json.loads(row["figures"])]
    status = Status.NOT_CHECKABLE if row["not_checkable"] else Status.UNCHECKED
    return {
        "article": article,
        "number": number,
        "statement": statement,
        "kind": row["kind"],
        "check_worthiness": row["check_worthiness"],
        "attributed_to": row["attributed_to"],
        "figures": json.dumps(figures, ensure_ascii=False),
        "status": status.value,
    }
