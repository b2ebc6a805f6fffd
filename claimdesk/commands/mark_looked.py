"""Say that a passage holds no fact, or is no part of the article; and take it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.domain.coverage import CoverageKind
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

_ONE = {
    CoverageKind.NO_FACT: N_("No fact in “{start}”"),
    CoverageKind.NOT_ARTICLE: N_("Not part of the article: “{start}”"),
}
_MANY = {
    CoverageKind.NO_FACT: N_("No fact in {count} sentences"),
    CoverageKind.NOT_ARTICLE: N_("Not part of the article: {count} passages"),
}
_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class MarkLooked:
    """Say of ranges (start, end in code points) of a revision that somebody looked at them, and
    what they are; what is said of one already stays."""

    revision: int
    ranges: tuple[tuple[int, int], ...]
    kind: CoverageKind = CoverageKind.NO_FACT
    remark: str = ""

    def apply(self, work: "Work") -> Message:
        text = work.get("revision", self.revision)["text"]
        for start, end in self.ranges:
            if not 0 <= start < end <= len(text):
                raise Refused(_("The text has changed meanwhile; choose the passage again."))
        held = {
            (one.start, one.end)
            for one in queries.looked(work.read, self.revision)
            if one.kind is self.kind
        }
        work.add_all(
            "coverage",
            [
                {
                    "revision": self.revision,
                    "kind": self.kind.value,
                    "start": start,
                    "end": end,
                    "remark": self.remark.strip() or None,
                    "person": work.person,
                    "made_at": work.now,
                }
                for start, end in dict.fromkeys(self.ranges)
                if (start, end) not in held
            ],
        )
        return _message(text, self.ranges, _ONE[self.kind], _MANY[self.kind])


@dataclass(frozen=True, slots=True)
class LookAgain:
    """Take back what was said of every range that shares a character with these."""

    revision: int
    ranges: tuple[tuple[int, int], ...]

    def apply(self, work: "Work") -> Message:
        text = work.get("revision", self.revision)["text"]
        touched = [
            one.id
            for one in queries.looked(work.read, self.revision)
            if any(one.start < end and start < one.end for start, end in self.ranges)
        ]
        work.set("coverage", touched, aside=True)
        return _message(
            text,
            self.ranges,
            N_("To be looked at: “{start}”"),
            N_("To be looked at: {count} passages"),
        )


def _message(text: str, ranges: Sequence[tuple[int, int]], one: str, many: str) -> Message:
    if len(ranges) == 1:
        words = " ".join(text[slice(*ranges[0])].split())
        excerpt = words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1].rstrip()}…"
        return Message(one, {"start": excerpt})
    return Message(many, {"count": len(ranges)})
