"""Tells what others said to our own comments from leads, when a file comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimdesk.domain.comment_mark import PROGRAM, Returned, returned
from claimdesk.domain.imported import Lead, LeadKind, Reply
from claimdesk.i18n import _


def told_apart(
    leads: Iterable[Lead], saved_by: str | None = None, unplaced: Iterable[Lead] = ()
) -> tuple[tuple[Lead, ...], tuple[Reply, ...], int]:
    """The leads; the replies to our comments; how many of ours were marked as done. Our comments
    themselves are neither. What was typed into one of them counts as said by whoever saved the
    file. Of those 'unplaced', whose passages are gone, only replies are taken."""
    placed = list(leads)
    given = [*placed, *unplaced]
    ours: dict[int, Returned] = {}
    for at, lead in enumerate(given):
        if lead.kind is LeadKind.COMMENT and (found := returned(lead.text, lead.said_by)):
            ours[at] = found
    if not ours:
        return tuple(placed), (), 0
    typed_by = saved_by if saved_by and saved_by != PROGRAM else _("not named")
    left, replies = [], []
    roots = _Roots(given, ours)
    for at, lead in enumerate(given):
        root = at if at in ours else roots.of(lead)
        if root is None:
            left += [lead] if at < len(placed) else []
            continue
        held, typed = ours[root], at == root and not ours[root].quoted
        if text := held.added if at == root else lead.text:
            said = replace(lead, said_by=typed_by, said_at=None) if typed else lead
            asked = None if held.quoted else given[root].said_at
            said = replace(said, text=text)
            replies.append(Reply(said, held.mark, asked, changed=typed and held.changed))
    done = sum(given[at].done for at in ours)
    replies.sort(key=lambda one: (one.mark.number, one.lead.said_at or ""))
    return tuple(left), tuple(replies), done


class _Roots:
    """Finds the comment of ours that another one replies to: by what Word says, or, where a
    program dropped that, by the same passage, if only one of ours stands there."""

    def __init__(self, leads: list[Lead], ours: Mapping[int, Returned]) -> None:
        self._ours = ours
        self._by_name = {lead.external: at for at, lead in enumerate(leads) if lead.external}
        self._parents = {at: lead.parent for at, lead in enumerate(leads)}
        self._known: dict[str, int | None] = {}
        self._at: dict[tuple[int, int], list[int]] = {}
        for at, held in ours.items():
            if not held.quoted:
                self._at.setdefault((leads[at].start, leads[at].end), []).append(at)

    def of(self, lead: Lead) -> int | None:
        """The place of our comment among the leads; None where it is no reply."""
        if lead.kind is not LeadKind.COMMENT:
            return None
        if lead.parent is not None:
            return self._above(lead.parent)
        here = self._at.get((lead.start, lead.end), [])
        return here[0] if len(here) == 1 else None

    def _above(self, name: str | None) -> int | None:
        """The comment of ours that begins a thread; each one on the way is looked at once."""
        way: dict[str, None] = {}
        found: int | None = None
        while name is not None and name not in way:
            if name in self._known:
                found = self._known[name]
                break
            way[name] = None
            at = self._by_name.get(name)
            if at is None or at in self._ours:
                found = at
                break
            name = self._parents[at]
        self._known.update(dict.fromkeys(way, found))
        return found
