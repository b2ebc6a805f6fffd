"""Where the palette leads besides actions: claims, articles, desks."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from pathlib import Path

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimRow, ClaimSort
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import queries
from claimdesk.ui.actions.matching import marks, match
from claimdesk.ui.actions.offers import Offer, Row, under
from claimdesk.ui.desk import Desk
from claimdesk.ui.memory import Memory
from claimdesk.ui.selection import Selection

MOST = 8
"""How many of a kind are offered."""
NEWEST = 300
"""Among how many articles is looked at each letter; older ones are found in the sidebar."""

_DIGITS = 9
"""Of the longest number a claim can have."""


class Jumps:
    """Finds places in the open desk, and other desks."""

    def __init__(
        self,
        desk: Desk | None,
        selection: Selection | None,
        memory: Memory,
        open_desk: Callable[[Path], object],
    ) -> None:
        self._desk, self._selection = desk, selection
        self._memory, self._open = memory, open_desk

    @property
    def where(self) -> str:
        """The claim that actions are about, in words."""
        if self._desk is None or self._selection is None or self._selection.claim is None:
            return ""
        rows = queries.claim_rows(self._desk.read, [self._selection.claim])
        return _("Claim {number}").format(number=rows[0].number) if rows else ""

    def numbered(self, query: str) -> list[Row]:
        """The claim whose number was typed."""
        claim = self._numbered(query.strip())
        return under(_("Number"), self._claims([] if claim is None else [claim], ""))

    def _numbered(self, number: str) -> int | None:
        if self._desk is None or self._selection is None or self._selection.article is None:
            return None
        if not (number.isascii() and number.isdecimal() and len(number) <= _DIGITS):
            return None
        return queries.claim_numbered(self._desk.read, self._selection.article, int(number))

    def further(self, query: str) -> list[Row]:
        """Claims of the article, articles and desks that the words lead to."""
        if not query.strip():
            return []
        return [
            *under(_("Claims"), self._claims_with(query)),
            *under(_("Articles"), self._articles(query)),
            *under(_("Desks"), self._desks(query)),
        ]

    def _claims_with(self, query: str) -> Iterable[Offer]:
        if self._desk is None or self._selection is None or self._selection.article is None:
            return []
        chosen = ClaimFilter(self._selection.article, text=query)
        found = queries.claim_ids(self._desk.read, chosen, ClaimSort(ClaimColumn.NUMBER))
        known = self._numbered(query.strip())
        return self._claims((one for one in found[: MOST + 1] if one != known), query)

    def _claims(self, ids: Iterable[int], query: str) -> Iterable[Offer]:
        rows = queries.claim_rows(self._desk.read, islice(ids, MOST)) if self._desk else []
        return [self._claim(row, query) for row in rows]

    def _claim(self, row: ClaimRow, query: str) -> Offer:
        words = _on_one_line(row.statement)
        choose = self._selection.choose if self._selection else None
        return Offer(
            words,
            partial(choose, row.id) if choose else None,
            status=row.status,
            number=str(row.number),
            spans=marks(query, words),
        )

    def _articles(self, query: str) -> Iterable[Offer]:
        if self._desk is None or self._selection is None:
            return []
        choose = self._selection.choose_article
        found = (
            Offer(title, partial(choose, article), icon="article", spans=hit.spans)
            for article, title in self._titles()
            if (hit := match(query, title))
        )
        return islice(found, MOST)

    def _titles(self) -> Iterable[tuple[int, str]]:
        titles = queries.article_titles(self._desk.read, NEWEST) if self._desk else []
        return ((article, _on_one_line(title)) for article, title in titles)

    def _desks(self, query: str) -> Iterable[Offer]:
        here = self._desk.path.resolve() if self._desk else None
        found = (
            Offer(path.stem, partial(self._open, path), icon="database", spans=hit.spans)
            for path in self._memory.recent
            if path != here and (hit := match(query, path.stem))
        )
        return islice(found, MOST)


def _on_one_line(words: str) -> str:
    return " ".join(clean(words).split())
