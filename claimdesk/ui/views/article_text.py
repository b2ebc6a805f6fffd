"""The manuscript of the chosen article, kept in step with the desk."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.claim import Passage
from claimdesk.domain.history import Changes
from claimdesk.domain.margin import MarginNote
from claimdesk.domain.structure import BlockKind, Structure
from claimdesk.i18n import _
from claimdesk.services.exporters.dates import day
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.tasks import Task
from claimdesk.ui.views.manuscript import ManuscriptView
from claimdesk.ui.views.manuscript.marks import Marks

_IN_MARGIN = {"correction", "question", "anchor"}
_IN_TEXT = {"claim", "anchor"}


FEW = 500
"""Claims whose passages are looked up rather than all read again."""


class Found(NamedTuple):
    """What was read of a long text's claims."""

    passages: list[Passage]
    by_claim: dict[int, Passage]
    marks: Marks
    notes: dict[int, MarginNote]


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
        self._notes: dict[int, MarginNote] = {}
        self._reading: Task | None = None
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

    def around(self, start: int, end: int, length: int) -> str:
        """A passage with the words around it, as far as there is room, as one line."""
        room = max(0, length - (end - start)) // 2
        before, behind = self._text[max(0, start - room) : start], self._text[end : end + room]
        before, behind = before.rpartition("\n")[2], behind.partition("\n")[0]
        if start - len(before) and not self._text[start - len(before) - 1].isspace():
            before = f"… {before.partition(' ')[2]}"
        if self._text[end + len(behind) : end + len(behind) + 1].strip():
            behind = f"{behind.rpartition(' ')[0]} …"
        return " ".join(f"{before}{self._text[start:end]}{behind}".split())

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
        self._revision, self._reading = held.revision if held else None, None
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
        structure = _structure(revision.structure)
        has_title = any(block.kind is BlockKind.TITLE for block in structure.blocks)
        title = "" if has_title else held.data.title
        self.set_text(revision.text, title, _byline(held), revision.origin, structure)
        self._read_passages()

    def _read_passages(self) -> None:
        """Of a long text off the GUI thread: they may be very many."""
        self._reading, revision, path = None, self._revision, self._desk.path
        if revision is None:
            return
        if not self.is_long:
            self._show_passages(queries.passages(self._desk.read, revision))
            return
        maker = self.mark_maker()
        task = self._reading = Task(lambda _task: _read(path, revision, maker), self)
        task.done.connect(lambda found: self._arrived(task, found))
        task.start()

    def _arrived(self, task: Task, found: "Found") -> None:
        if task is self._reading and self._desk.is_open:
            self._reading = None
            self._passages_shown = found.by_claim
            self.set_made(found.passages, found.marks)
            self._take_notes(found.notes)
            self.select(self._selection.claim)

    def _show_passages(self, passages: list[Passage]) -> None:
        self._passages_shown = {passage.claim: passage for passage in passages}
        self.set_passages(passages)
        self._show_margin()

    def _show_margin(self) -> None:
        revision = self._revision
        self._take_notes(
            {} if revision is None else queries.margin_notes(self._desk.read, revision)
        )

    def _take_few_notes(self, claims: Collection[int]) -> None:
        if self._revision is not None:
            now = queries.margin_notes(self._desk.read, self._revision, claims)
            others = {claim: one for claim, one in self._notes.items() if claim not in claims}
            self._take_notes({**others, **now})

    def _take_notes(self, notes: dict[int, MarginNote]) -> None:
        self._notes = notes
        self.set_margin(notes)

    def _on_changed(self, changes: Changes) -> None:
        article = self._selection.article
        if article not in changes.articles:
            return
        if {"article", "revision"} & changes.entities:
            place = self.reading_place()
            self.show_article()
            self.go_to(place)
            return
        if not changes.entities & (_IN_MARGIN | _IN_TEXT):
            return
        if self._reading is not None or len(changes.claims) > FEW:
            self._read_passages()
            return
        if changes.entities & _IN_MARGIN:
            self._take_few_notes(changes.claims)
        if changes.entities & _IN_TEXT and self._revision is not None:
            self._take_few(changes.claims)

    def _take_few(self, claims: Collection[int]) -> None:
        """Where they stand where they stood, there is nothing to lay out."""
        assert self._revision is not None
        now = {one.claim: one for one in queries.passages(self._desk.read, self._revision, claims)}
        before = {claim: one for claim in claims if (one := self._passages_shown.get(claim))}
        if _places(now) == _places(before):
            self._passages_shown.update(now)
            self.update_statuses({claim: one.status for claim, one in now.items()})
            return
        self._read_passages()
        chosen = self._selection.claim
        if chosen in now and chosen not in before:
            self.select(chosen)

    def _words(self, claim: int) -> str:
        rows = queries.claim_rows(self._desk.read, [claim])
        return rows[0].statement if rows else ""


def _read(path: Path, revision: int, maker: Callable[[list[Passage]], Marks]) -> Found:
    with Reader(path) as read:
        passages = queries.passages(read, revision)
        notes = queries.margin_notes(read, revision)
    return Found(passages, {one.claim: one for one in passages}, maker(passages), notes)


def _places(passages: Mapping[int, Passage]) -> dict[int, tuple[int, int]]:
    return {claim: (one.start, one.end) for claim, one in passages.items()}


_structure = lru_cache(maxsize=4)(Structure.from_json)
"""A long text has thousands of blocks, and is turned back to."""


def _byline(article: ArticleRow) -> str:
    data = article.data
    published = day(data.published) if data.published else ""
    return " · ".join(part for part in (data.author, data.publisher, published) if part)
