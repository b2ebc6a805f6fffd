"""Put tags on claims and articles, and take them off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import about_claims
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work

LONGEST = 60
"""Characters of a tag."""


@dataclass(frozen=True, slots=True)
class TagClaims:
    """Put tags on each of the claims that lacks them, and take others off, in one event."""

    claims: tuple[int, ...]
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def apply(self, work: "Work") -> Message:
        _change(work, "claim", self.claims, self.add, self.remove)
        return about_claims(
            work,
            self.claims,
            N_("Tags of claim {number}: {tags}"),
            N_("Tags of {count} claims: {tags}"),
            tags=_in_words(self.add, self.remove),
        )


@dataclass(frozen=True, slots=True)
class TagArticle:
    """Put tags on an article, and take others off."""

    article: int
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()

    def apply(self, work: "Work") -> Message:
        title = work.get("article", self.article)["title"]
        _change(work, "article", (self.article,), self.add, self.remove)
        words = _in_words(self.add, self.remove)
        return Message(N_("Tags of “{title}”: {tags}"), {"title": title, "tags": words})


def tag_name(typed: str) -> str:
    """A tag as it is kept: one line, no '#' before it. Refused where nothing is left, or it is
    too long."""
    name = " ".join(typed.split()).lstrip("#").strip()
    if not name or len(name) > LONGEST:
        raise Refused(_("A tag is a word or a few, up to {count} letters.").format(count=LONGEST))
    return name


def _in_words(add: Sequence[str], remove: Sequence[str]) -> str:
    return ", ".join((*(f"+{name}" for name in add), *(f"−{name}" for name in remove)))


def _change(
    work: "Work", owner: str, rows: Sequence[int], add: Sequence[str], remove: Sequence[str]
) -> None:
    with work.pace.within(0, 0.1):
        work.know(owner, rows)
    known = {name.casefold(): row for row, name in queries.tags(work.read)}
    for name in work.pace.parts(add):
        kept = tag_name(name)
        tag = known.get(kept.casefold()) or work.add("tag", name=kept)
        known[kept.casefold()] = tag
        bearing = _bearing(work, owner, rows, tag)
        lacking = [row for row in rows if row not in bearing]
        work.add_all("tagging", [{"tag": tag, owner: row} for row in lacking])
    for name in work.pace.parts(remove):
        if (gone := known.get(name.casefold())) is not None:
            work.set("tagging", _bearing(work, owner, rows, gone).values(), aside=True)


def _bearing(work: "Work", owner: str, rows: Collection[int], tag: int) -> dict[int, int]:
    """Those of the rows that bear a tag, with the taggings."""
    return queries.tagged(work.read, owner, rows, tag)
