"""One desk's panes and what can be done in them: articles, text, list, inspector."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.history import Changes
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui import widths
from claimdesk.ui.claim_work import ClaimWork
from claimdesk.ui.desk import Desk
from claimdesk.ui.middle import Middle
from claimdesk.ui.passage_work import PassageWork
from claimdesk.ui.places import kept, place_of, turn_to
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list import ClaimListView
from claimdesk.ui.views.paper import Paper
from claimdesk.ui.views.sidebar import SidebarView

if TYPE_CHECKING:
    from claimdesk.ui.filtering import Filtering
    from claimdesk.ui.finding import Finding
    from claimdesk.ui.overviewing import Overviewing
    from claimdesk.ui.reading import Reading
    from claimdesk.ui.searching import Searching
    from claimdesk.ui.views.article_text import ArticleText
    from claimdesk.ui.views.inspector import InspectorView

COMPACT_UNDER = 720
"""Pixels of height, which a window of 800 has left for the panes."""
TEXT_SIZES = (13, 15, 17, 19, 21, 24, 28)
TEXT_SIZE = 17


class Workspace(QWidget):
    """The panes of one desk. Panes tell each other nothing: they share desk and selection."""

    said = Signal(str)
    """A sentence for the message bar that is no failure."""
    triggered = Signal(str)
    """The action with this id is wanted."""
    progressed = Signal(str, float)
    """Work that is under way, and how much of it is done; without words it has ended."""
    arranged = Signal()
    """Something of the arrangement changed that is worth remembering."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.selection = Selection(self)
        self.sidebar = SidebarView(desk, self.selection)
        self.list = ClaimListView(desk, self.selection)
        self.work = ClaimWork(self)
        self.work.said.connect(self.said)
        self.passages = PassageWork(self)
        self.passages.said.connect(self.said)
        self.text: ArticleText | None = None
        self.inspector: InspectorView | None = None
        self.filtering: Filtering | None = None
        self.reading: Reading | None = None
        self.searching: Searching | None = None
        self.overviewing: Overviewing | None = None
        self._paper, self._margin = Paper(), QWidget()
        self._splitters: dict[str, Any] = {}
        self._arrangement = "auto"
        self._sidebar_wanted: bool | None = None
        self._sidebar_width: int | None = None
        self._text_size = TEXT_SIZE
        self._scroll: object = None
        self._put_together()
        self.list.visible_changed.connect(self._on_filter)
        self.list.arranged.connect(self.arranged)
        self.list.model.failed.connect(self.said)
        self.sidebar.arranged.connect(self.arranged)
        self.sidebar.left.connect(self.list.focus_list)
        self.sidebar.model.failed.connect(self.said)
        self.selection.article_changed.connect(self._on_article)
        self.selection.claim_changed.connect(lambda _claim: self._on_claim())
        self.selection.scope_changed.connect(lambda _wide: self.arranged.emit())
        desk.changed.connect(self._on_changed)

    def _put_together(self) -> None:
        self.middle = Middle(self._paper, self.list)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.addWidget(self.sidebar)
        self.columns.addWidget(self.middle)
        # The inspector's place, held open so that nothing moves when it comes.
        self.columns.addWidget(self._margin)
        self.columns.setStretchFactor(1, 1)
        self.columns.setStretchFactor(2, 0)
        for splitter in (self.middle, self.columns):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.splitterMoved.connect(lambda *_: self.arranged.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)

    def add_text(self, scroll: object) -> None:
        """Put the manuscript where so far there is blank paper; scrolled as it was left."""
        from claimdesk.ui.views.article_text import ArticleText  # after the list
        from claimdesk.ui.views.text_page import TextPage  # likewise

        self.text = ArticleText(self.desk, self.selection)
        if self._text_size != TEXT_SIZE:
            self.text.set_font_size(self._text_size)
        self.page = TextPage(self.text)
        self.middle.put_text(self.page)
        self.text.show_article()
        if (place := place_of(scroll)) is not None:
            self.text.go_to(place)
        self.text.scrolled.connect(self.arranged)
        self._on_filter()

    def add_inspector(self) -> None:
        """Build the inspector, which costs as much as all the rest."""
        from claimdesk.ui.views.inspector import InspectorView

        self.inspector = InspectorView(self.desk, self.selection)
        self.inspector.follow(self.work)
        self.inspector.status_wanted.connect(self.set_status)
        self.inspector.several.wanted.connect(self.triggered)
        self.inspector.place_wanted.connect(self.work.go_to)
        self.inspector.next_wanted.connect(self.next)
        self.inspector.previous_wanted.connect(self.previous)
        self.side = QStackedWidget()
        self.side.addWidget(self.inspector)
        sizes = self.columns.sizes()
        self.columns.replaceWidget(self.columns.indexOf(self._margin), self.side)
        self.columns.setStretchFactor(2, 0)
        self.columns.setSizes(sizes)
        self._margin.deleteLater()
        self._on_claim()
        self._arrange()

    def add_reading(self) -> "Reading":
        """Let the text be read in other ways."""
        from claimdesk.ui.reading import Reading  # after the first paint

        self.reading = Reading(self)
        self.reading.said.connect(self.said)
        return self.reading

    @cached_property
    def finding(self) -> "Finding":
        """Who finds the claims of a text."""
        from claimdesk.ui.finding import Finding  # when asked for

        finding = Finding(self)
        finding.progressed.connect(self.progressed)
        return finding

    def add_filters(self) -> None:
        """Put the filters under the articles."""
        from claimdesk.ui.filtering import Filtering  # after the first paint

        self.filtering = Filtering(self)
        self.sidebar.model.complete()

    @property
    def article(self) -> ArticleRow | None:
        """The article under check."""
        if self.selection.article is None:
            return None
        return queries.article(self.desk.read, self.selection.article)

    @property
    def is_complete(self) -> bool:
        """Whether the inspector is there, too."""
        return self.inspector is not None

    # arrangement

    @property
    def arrangement(self) -> str:
        """Where the list is wanted: 'below', 'left' or 'auto'."""
        return self._arrangement

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first = not event.oldSize().isValid()
        self._arrange()
        if first:
            self._size_columns()
            self.restore_splitters(self._splitters)
            QTimer.singleShot(0, self, self._splitters.clear)

    def set_arrangement(self, arrangement: str) -> None:
        """Put the list 'below' the text, 'left' of it, or as 'auto' finds right for the width."""
        self._arrangement = arrangement
        self._arrange()
        self.arranged.emit()

    def show_sidebar(self, shown: bool) -> None:
        """Show or hide the articles; until said, the width decides."""
        self._sidebar_wanted = shown
        self._arrange()
        self.arranged.emit()

    def _arrange(self) -> None:
        left = self._arrangement == "left" or (
            self._arrangement == "auto" and self.width() >= widths.LIST_LEFT_FROM
        )
        if self.middle.put_list(left=left):
            self.list.set_arrangement("cards" if left else "table")
        if self.inspector is not None:
            self.inspector.set_compact(self.height() < COMPACT_UNDER)
        wide = self.width() >= widths.SIDEBAR_FROM
        shown = wide if self._sidebar_wanted is None else self._sidebar_wanted
        if shown == self.sidebar.isHidden():
            self._let_sidebar(come=shown)

    def _size_columns(self) -> None:
        sidebar, inspector = widths.sidebar(self.width()), widths.inspector(self.width())
        self.columns.setSizes([sidebar, self.width() - sidebar - inspector, inspector])

    def _let_sidebar(self, *, come: bool) -> None:
        """Take its room from the middle, as much as it had: the splitter would squeeze it."""
        if not come:
            self._sidebar_width = self.columns.sizes()[0] or None
        self.sidebar.setVisible(come)
        if come:
            held, middle, inspector = self.columns.sizes()
            wanted = self._sidebar_width or widths.sidebar(self.width())
            self.columns.setSizes([wanted, middle + held - wanted, inspector])

    def larger_text(self) -> None:
        self.set_text_size(next((size for size in TEXT_SIZES if size > self._text_size), None))

    def smaller_text(self) -> None:
        smaller = [size for size in TEXT_SIZES if size < self._text_size]
        self.set_text_size(smaller[-1] if smaller else None)

    @property
    def text_size(self) -> int:
        """How large the manuscript's letters are."""
        return self._text_size

    def set_text_size(self, size: int | None) -> None:
        """Show the manuscript in one of TEXT_SIZES; None leaves it."""
        if size is not None and self.text is not None:
            self._text_size = size
            self.text.set_font_size(size)
            self.middle.show_text_size(size)
            self.arranged.emit()

    def place(self) -> dict[str, Any]:
        """Where one is on this desk, and what of it one looks at."""
        return {
            "list": self.list.save_state(),
            "articles": self.sidebar.save_state(),
            "whole_desk": self.selection.whole_desk,
            "article": self.selection.article,
            "claim": self.selection.claim,
            "scroll": list(self.text.reading_place()) if self.text else self._scroll,
        }

    def arranged_as(self) -> dict[str, Any]:
        """How the panes stand."""
        return {
            "arrangement": self._arrangement,
            "sidebar": self._sidebar_wanted,
            "text_size": self._text_size,
            "columns": kept(self.columns),
            "middle": self.middle.shares(),
            "list": {"columns": self.list.save_state()["columns"]},
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        """Put the panes as they were, and turn to where one was; else to the newest article's
        first unchecked claim."""
        if state.get("arrangement") in ("auto", "below", "left"):
            self._arrangement = state["arrangement"]
        if isinstance(state.get("sidebar"), bool):
            self._sidebar_wanted = state["sidebar"]
        if state.get("text_size") in TEXT_SIZES:
            self._text_size = state["text_size"]
            self.middle.show_text_size(self._text_size)
        if isinstance(state.get("list"), dict):
            self.list.restore_state(state["list"])
        if isinstance(state.get("articles"), dict):
            self.sidebar.restore_state(state["articles"])
        self._scroll = state.get("scroll")
        self._splitters = dict(state)
        self._arrange()
        turn_to(self, state)

    def restore_splitters(self, state: dict[str, Any]) -> None:
        """Give the panes their sizes; needs the whole to have its own."""
        if isinstance(state.get("columns"), str):
            self.columns.restoreState(QByteArray.fromBase64(state["columns"].encode()))
            self.columns.setHandleWidth(1)
        self.middle.restore(state.get("middle"))

    # what can be done; ClaimWork has more

    @property
    def proposal(self) -> str:
        """The action that Enter stands for; empty where nothing is proposed."""
        if self.work.same_facts.offer is not None:
            return "same_status"
        if self.passages.waits_to_be_confirmed:
            return "confirm_passage"
        return self.reading.proposal if self.reading is not None else ""

    def propose(self) -> None:
        """Do what the view proposes."""
        match self.proposal:
            case "same_status":
                self.work.same_status()
            case "confirm_passage":
                self.passages.confirm_passage()
            case "next_unseen" if self.reading is not None:
                self.reading.next_unseen()

    def set_status(self, status: Status) -> None:
        self.work.set_status(status)

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        reviews = self.reading is not None and self.reading.mode == "review"
        if not (reviews and self.reading and self.reading.reviewing.step(by)):
            self.list.step(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a claim back to what one was going through."""
        if event.key() == Qt.Key.Key_Escape and self.reading is not None:
            self.reading.come_back()
        else:
            super().keyPressEvent(event)

    def back(self) -> None:
        self.selection.back()

    def filter_claims(self) -> None:
        self.list.focus_filter()

    def show_left(self, wanted: bool) -> None:
        self.list.show_left(wanted)

    def show_whole_desk(self, wanted: bool) -> None:
        self.selection.show_whole_desk(wanted)

    def put_drafts_away(self) -> None:
        """Keep the words that are being typed, for panes that take the place of these."""
        self.selection.choose(None)

    def _on_filter(self) -> None:
        if self.text is not None:
            self.text.set_visible_claims(self.list.visible_claims())
        self._on_claim()

    def _on_claim(self) -> None:
        claim = self.selection.claim
        if self.inspector is not None:
            self.inspector.tell_unlisted(claim is not None and self.list.hides(claim))
        self.arranged.emit()

    def _on_article(self, _article: int | None) -> None:
        if self.selection.claim is None:
            self.selection.choose(self.list.first_claim())

    def _on_changed(self, changes: Changes) -> None:
        if "article" in changes.entities and self.selection.article is None:
            QTimer.singleShot(0, self, lambda: turn_to(self, {}))
