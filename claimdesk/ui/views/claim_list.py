"""The claims of the article under check, or of the whole desk: head, table or
cards, and what to do where none is shown. Selection and current claim are those of the window.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.history import Changes
from claimdesk.domain.saved_filter import read, written
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.wide_claims import WideClaimsModel
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.claim_list_head import ClaimListHead
from claimdesk.ui.views.claim_table import ClaimTable
from claimdesk.ui.views.empty_list import EmptyList
from claimdesk.ui.views.listed_choice import ListedChoice
from claimdesk.ui.views.no_claims import how_to_begin
from claimdesk.ui.views.reading_line import ReadingLine


class ClaimListView(QWidget):
    """Shows and chooses claims; it changes none."""

    filter_changed = Signal(ClaimFilter)
    visible_changed = Signal()
    """Other claims are shown than before, by a filter or by an edit."""
    arranged = Signal()
    """Order or columns changed."""
    context_menu_wanted = Signal(QPoint)
    """At this place of the screen, for the chosen claims."""

    def __init__(self, desk: Desk, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self._before: ClaimFilter | None = None
        self._desk, self._read = desk, desk.read
        self.model = WideClaimsModel(desk, self)
        self.head = ClaimListHead(self)
        self.head.menu.known_tags = lambda: [name for _row, name in queries.tags(desk.read)]
        self.head.menu.known_people = lambda: queries.people(desk.read)
        self.head.line.titles = lambda ids: queries.titles(desk.read, ids)
        self.table = ClaimTable(self.model, self)
        self.choice = ListedChoice(self.table, self.model, selection)
        self.empty = EmptyList(self)
        self._pages = QStackedWidget(self)
        self._put_together()
        self._connect()
        desk.changed.connect(self._on_desk_changed)
        self._show_contents()

    def _put_together(self) -> None:
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._pages, 1)
        back = partial(self._selection.show_whole_desk, False)
        self.reading = ReadingLine(column, 1, _("Reading the claims …"), back)
        self.model.loading.connect(self.reading.show)

    def _connect(self) -> None:
        self.head.filter_wanted.connect(self._on_filter)
        self.head.order_wanted.connect(self._on_order)
        self.head.columns_wanted.connect(self._on_columns)
        self.head.left.connect(self.focus_list)
        self.empty.acted.connect(self._clear_filter)
        self.table.sort_wanted.connect(self._on_order)
        self.table.arranged.connect(self.arranged)
        self.table.customContextMenuRequested.connect(self._on_context_menu)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._on_rows)
        self.model.filled.connect(lambda _first: self.visible_changed.emit())
        self.model.counted.connect(self._show_counts)
        self.model.came_back.connect(self._selection.choose)
        self.head.left_wanted.connect(self.show_left)
        self.head.whole_desk_wanted.connect(self._selection.show_whole_desk)
        self.table.doubleClicked.connect(lambda _index: self._selection.show_whole_desk(False))
        self._selection.article_changed.connect(self._on_article)
        self._selection.scope_changed.connect(self._on_scope)
        self._selection.claim_changed.connect(self._follow_article)
        self._selection.claim_changed.connect(self.choice.show)
        self._selection.claims_changed.connect(self.choice.show)
        self._selection.claims_changed.connect(self.model.hold)

    # what is shown

    @property
    def claim_filter(self) -> ClaimFilter:
        """Which claims are shown."""
        chosen = self._selection
        return self.head.criteria(None if chosen.whole_desk else chosen.article)

    def visible_claims(self) -> Collection[int] | None:
        """The claims of the article that are shown; None where no filter hides any."""
        if not self.claim_filter.is_narrowed:
            return None
        if self.model.is_wide:
            mine = self.head.criteria(self._selection.article)
            return frozenset(queries.claim_ids(self._read, mine, ClaimSort(ClaimColumn.NUMBER)))
        return frozenset(self.model.ids)

    def has_claim(self, claim: int) -> bool:
        """Whether the claim is shown."""
        return self.model.row_of(claim) is not None

    def hides(self, claim: int) -> bool:
        """Whether a filter keeps the claim off the list."""
        return (
            self.claim_filter.is_narrowed
            and not self.model.is_loading
            and not self.has_claim(claim)
        )

    def first_claim(self) -> int | None:
        """The first unchecked claim, or the first one, to start with."""
        first = self.model.next_unchecked(None)
        return first if first is not None else next(iter(self.model.ids), None)

    def next_unchecked(self, after: int | None, skipping: Collection[int] = ()) -> int | None:
        """The next unchecked claim in the list's order, from its beginning after its end."""
        return self.model.next_unchecked(after, skipping)

    def step(self, by: int) -> None:
        """Choose the claim so many rows below, or above."""
        if not self.model.ids:
            return
        current = self._selection.claim
        behind = self.model.row_behind(current) if current is not None else 0
        # One that a filter hides has a place between two rows.
        shown = current is not None and self.has_claim(current)
        wanted = behind + by - (1 if shown or by > 0 else 0)
        if 0 <= wanted < len(self.model.ids):
            self._selection.choose(self.model.id_at(wanted))

    def set_arrangement(self, arrangement: str) -> None:
        """Show a 'table', for under the text, or 'cards', for beside it."""
        self.head.set_cards(arrangement == "cards")
        self.table.set_cards(arrangement == "cards")
        self.choice.reveal()

    def focus_filter(self) -> None:
        """Put the caret into the text filter."""
        self.head.focus_filter()

    @property
    def shows_left(self) -> bool:
        """Whether the list is narrowed to all that is left."""
        return self.claim_filter.left

    def show_left(self, wanted: bool) -> None:
        """Narrow the list to all that is left, whatever it was narrowed to; or show that again."""
        now = self.claim_filter
        if wanted and not now.left:
            self.show_filter(ClaimFilter(left=True))
            self._before = now
        elif not wanted and now.left:
            self.show_filter(self._before or replace(now, left=False))
        self.head.menu.tick(self.head.menu.conditions, narrowed=self.claim_filter.is_narrowed)

    def show_filter(self, chosen: ClaimFilter) -> None:
        """Narrow the list to this, whatever its article; one that names articles is of the whole
        desk."""
        if chosen.articles:
            self._selection.show_whole_desk(True)
        self.head.ask_for(chosen)

    # from the head

    def _on_article(self, _article: int | None) -> None:
        if not self._selection.whole_desk:
            self._apply_filter()
        elif self.claim_filter.is_narrowed:
            self.visible_changed.emit()

    def _on_scope(self, whole_desk: bool) -> None:
        self.head.show_scope(whole_desk=whole_desk)
        if not whole_desk and self.claim_filter.articles:
            self.head.ask_for(replace(self.claim_filter, articles=frozenset()))
        self.table.show_articles(whole_desk)
        if self.model.chosen != self.claim_filter:
            self._apply_filter()
        self.filter_changed.emit(self.claim_filter)

    def _follow_article(self, claim: int | None) -> None:
        """On the whole desk the article under check is that of the current claim."""
        if self._selection.whole_desk and claim is not None:
            for row in queries.claim_rows(self._read, (claim,)):
                self._selection.follow(row.article)

    def _on_filter(self) -> None:
        self._before = None
        self._apply_filter()
        self.filter_changed.emit(self.claim_filter)

    def _apply_filter(self) -> None:
        article = self._selection.article
        self.model.set_filter(None if article is None else self.claim_filter)

    def _clear_filter(self) -> None:
        self.head.clear()
        self.focus_list()

    def _on_order(self, order: ClaimSort) -> None:
        self.model.set_order(order)
        self.head.show_order(order)
        self.table.show_order(order)
        self.arranged.emit()

    def _on_columns(self) -> None:
        self.table.show_column_menu(QPoint(0, self.table.horizontalHeader().height()))

    def focus_list(self) -> None:
        """Give the claims the keyboard, where there are any."""
        if self._pages.currentWidget() is self.table:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # from the model

    def _on_rows(self) -> None:
        self._show_contents()
        self.choice.show()
        self.visible_changed.emit()

    def _show_counts(self) -> None:
        self.head.show_counts(len(self.model.ids), self.model.counts, self.model.total)

    def _show_contents(self) -> None:
        self._show_counts()
        if self.model.ids:
            self._pages.setCurrentWidget(self.table)
            return
        if self.claim_filter.is_narrowed:
            self.empty.say(_("No claim passes the filter."), _("Show all claims"))
        elif self._selection.article is None:
            self.empty.say(_("No article is open."))
        elif self._selection.whole_desk:
            self.empty.say(_("This desk has no claims yet."))
        else:
            self.empty.say(how_to_begin(self._desk, self._selection.article))
        self._pages.setCurrentWidget(self.empty)

    def _on_desk_changed(self, changes: Changes) -> None:
        if "suggestion" in changes.entities and not self.model.ids:
            self._show_contents()

    def _on_context_menu(self, at: QPoint) -> None:
        self.context_menu_wanted.emit(self.table.viewport().mapToGlobal(at))

    # memory

    def save_state(self) -> dict[str, Any]:
        """Filter, order and columns, for JSON."""
        chosen = self.claim_filter
        return {
            **written(chosen),
            "before": written(self._before) if self._before else None,
            "sort": self.model.order.column.value,
            "descending": self.model.order.descending,
            "columns": self.table.save_state(),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take a saved state; whatever in it makes no sense is left."""
        columns, before = state.get("columns"), state.get("before")
        if isinstance(columns, dict):
            self.table.restore_state(columns)
        with suppress(ValueError, TypeError):
            column = ClaimColumn(state.get("sort", ClaimColumn.PASSAGE))
            self._on_order(ClaimSort(column, state.get("descending") is True))
        with suppress(ValueError, TypeError):
            self.show_filter(replace(read(state), articles=frozenset()))
            if isinstance(before, dict):
                self._before = read(before)
