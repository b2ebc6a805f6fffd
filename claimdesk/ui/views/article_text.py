"""The manuscript of the chosen article, kept in step with the desk."""

from typing import NamedTuple

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.claim import Passage
from claimdesk.domain.history import Changes
from claimdesk.domain.structure import BlockKind, Structure
from claimdesk.i18n import _
from claimdesk.services.exporters.dates import day
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.manuscript import ManuscriptView

_IN_MARGIN = {"correction", "question", "anchor"}


class Marked(NamedTuple):
    """Words marked in the text, and the ids of the claims that have some of them, inner before
    outer."""

    words: str
    claims: tuple[int, ...]


class ArticleText(ManuscriptView):
    """Shows the newest revision of the article under check."""

    def __init__(self, desk: Desk, selection: Selection) -> None:
        super().__init__()
        self._desk, self._selection = desk, selection
        self._revision: int | None = None
        self._text = ""
        self._passages_shown: dict[int, Passage] = {}
        self.set_tooltip_source(self._words)
        desk.changed.connect(self._on_changed)
        selection.article_changed.connect(self.show_article)
        selection.claim_changed.connect(self.select)
        selection.claims_changed.connect(self.set_selected)
        self.claim_chosen.connect(selection.choose)

    def show_article(self) -> None:
        """Show the article chosen, and in it the claims chosen."""
        self._on_article(self._selection.article)
        self.select(self._selection.claim)
        self.set_selected(self._selection.claims)

    @property
    def length(self) -> int:
        """How many characters the text has."""
        return len(self._text)

    def waits_to_be_confirmed(self, claim: int) -> bool:
        """Whether a claim's passage was reworded and nobody has confirmed it."""
        return claim in self._passages_shown and self._passages_shown[claim].to_confirm

    def marked(self) -> "Marked | None":
        """The words that are marked, and the claims they belong to; None where none are."""
        span = self.selection()
        if span is None:
            return None
        words = self._text[span[0] : span[1]]
        inner = (
            span[0] + len(words) - len(words.lstrip()),
            span[1] - (len(words) - len(words.rstrip())),
        )
        if inner[0] >= inner[1]:
            return None
        return Marked(words.strip(), tuple(self.claims_within(*inner)))

    def _on_article(self, article: int | None) -> None:
        held = queries.article(self._desk.read, article) if article is not None else None
        self._revision = held.revision if held else None
        self._text = ""
        self.set_placeholder(
            _("This article has no text yet. Its claims stand in the list.") if held else ""
        )
        if held is None or held.revision is None:
            self.set_text("", held.data.title if held else "", _byline(held) if held else "")
            self._show_passages([])
            return
        revision = queries.revision(self._desk.read, held.revision)
        self._text = revision.text
        structure = Structure.from_json(revision.structure)
        has_title = any(block.kind is BlockKind.TITLE for block in structure.blocks)
        title = "" if has_title else held.data.title
        self.set_text(revision.text, title, _byline(held), revision.origin, structure)
        self._show_passages(queries.passages(self._desk.read, held.revision))

    def _show_passages(self, passages: list[Passage]) -> None:
        self._passages_shown = {passage.claim: passage for passage in passages}
        self.set_passages(passages)
        self._show_margin()

    def _show_margin(self) -> None:
        revision = self._revision
        self.set_margin({} if revision is None else queries.margin_notes(self._desk.read, revision))

    def _on_changed(self, changes: Changes) -> None:
        article = self._selection.article
        if article not in changes.articles:
            return
        if {"article", "revision"} & changes.entities:
            place = self.reading_place()
            self.show_article()
            self.go_to(place)
            return
        if changes.entities & _IN_MARGIN:
            self._show_margin()
        if self._revision is None or not {"claim", "anchor"} & changes.entities:
            return
        passages = queries.passages(self._desk.read, self._revision)
        places = {one.claim: (one.start, one.end) for one in passages}
        if places == {one.claim: (one.start, one.end) for one in self._passages_shown.values()}:
            self._passages_shown = {one.claim: one for one in passages}
            self.update_statuses(
                {one.claim: one.status for one in passages if one.claim in changes.claims}
            )
            return
        chosen = self._selection.claim
        comes_back = chosen in places and chosen not in self._passages_shown
        self._show_passages(passages)
        if comes_back:
            self.select(chosen)

    def _words(self, claim: int) -> str:
        rows = queries.claim_rows(self._desk.read, [claim])
        return rows[0].statement if rows else ""


def _byline(article: ArticleRow) -> str:
    data = article.data
    published = day(data.published) if data.published else ""
    return " · ".join(part for part in (data.author, data.publisher, published) if part)
