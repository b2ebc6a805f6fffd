"""The claim list's head: how many, the status legend that filters, order, and a line of further
filters that shows itself when it is wanted or narrows the list.
"""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QToolButton, QWidget

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort
from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _, ngettext, number
from claimdesk.ui.fonts import BODY, SMALL, interface_font, tabular
from claimdesk.ui.icons import icon
from claimdesk.ui.theme import notifier
from claimdesk.ui.views.filter_line import FilterLine
from claimdesk.ui.views.filter_menu import FilterMenu
from claimdesk.ui.widgets.drop_down import DropDown
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.settle import settle
from claimdesk.ui.widgets.status_filter import StatusFilter

_LEFT, _RIGHT, _SPACING = 16, 8, 8

_ORDERS = {
    ClaimColumn.PASSAGE: N_("by passage"),
    ClaimColumn.ARTICLE: N_("by article"),
    ClaimColumn.NUMBER: N_("by number"),
    ClaimColumn.STATUS: N_("by status"),
    ClaimColumn.STATEMENT: N_("by statement"),
    ClaimColumn.KIND: N_("by kind"),
    ClaimColumn.CHECK_WORTHINESS: N_("by check-worthiness"),
    ClaimColumn.FIGURES: N_("by figures"),
    ClaimColumn.SOURCES: N_("by sources"),
    ClaimColumn.NOTES: N_("by notes"),
    ClaimColumn.AS_OF: N_("by as-of date"),
    ClaimColumn.CHANGED_BY: N_("by who changed it"),
    ClaimColumn.CHANGED_AT: N_("by time of change"),
}


class ClaimListHead(QWidget):
    """Tells what the user wants to see; it knows nothing of the desk."""

    filter_wanted = Signal()
    """'criteria' changed."""
    order_wanted = Signal(ClaimSort)
    columns_wanted = Signal()
    whole_desk_wanted = Signal(bool)
    """The claims of all articles, or of the one under check."""
    left_wanted = Signal(bool)
    """All that is left, or again what was shown before."""
    save_wanted = Signal()
    """The filter is worth a name."""
    period_wanted = Signal(str)
    article_wanted = Signal()
    """As FilterMenu tells it."""
    left = Signal()
    """Esc or Enter in the text filter: back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = ClaimSort()
        self._as_cards = False
        self._beside: bool | None = None
        self._title = ElidedLabel(_("Claims"), self)
        self._title.setFont(interface_font(BODY, QFont.Weight.DemiBold))
        self._count = ElidedLabel(parent=self)
        self._count.setFont(tabular(interface_font(BODY)))
        ink(self._count, "text2")
        self.legend = StatusFilter(self)
        self.legend.setAccessibleName(_("Filter by status"))
        self.legend.changed.connect(self.filter_wanted)
        self._order_button = DropDown(_("Order"), self)
        self._order_button.setMenu(self._order_menu())
        self.scope = self._scope_button()
        self.menu = self._filter_menu()
        self.more = self._more_button()
        self.line = FilterLine(self)
        self.line.changed.connect(self.filter_wanted)
        self.line.wanted.connect(self.ask_for)
        self.line.left_unwanted.connect(lambda: self.left_wanted.emit(False))
        self.line.cleared.connect(self.clear)
        self.line.left.connect(self._on_left)
        self._with_words = False
        self._grid = QGridLayout(self)
        self._put_together()
        self.show_order(self._order)
        self._draw_icons()
        notifier.changed.connect(self._draw_icons)

    # what is wanted

    def criteria(self, article: int | None) -> ClaimFilter:
        """What the head asks for, of one article."""
        return replace(
            self.menu.conditions,
            article=article,
            statuses=self.legend.checked(),
            text=self.line.text().strip(),
        )

    def ask_for(self, chosen: ClaimFilter) -> None:
        """Ask for these, whatever their article; tells once."""
        before = self.criteria(None)
        self.blockSignals(True)
        self.legend.set_checked(chosen.statuses)
        conditions = replace(chosen, article=None, statuses=frozenset(), text="")
        self.menu.tick(conditions, narrowed=chosen.is_narrowed)
        self.line.set_text(chosen.text)
        self.blockSignals(False)
        self._show_line()
        if self.criteria(None) != before:
            self.filter_wanted.emit()

    def clear(self) -> None:
        """Ask for all claims."""
        self.ask_for(ClaimFilter())

    def focus_filter(self) -> None:
        """Put the caret into the text filter."""
        self._with_words = True
        self._show_line()
        self.line.focus()

    def open_menu(self) -> None:
        """Offer what else claims can be filtered by."""
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # what is shown

    def set_cards(self, as_cards: bool) -> None:
        """Stand above cards, or above the table."""
        self._as_cards = as_cards
        self._columns.setVisible(not as_cards)
        self._show_title()
        self._place_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_title()
        self._place_legend()

    def minimumSizeHint(self) -> QSize:
        """As narrow as with the statuses in a row of their own, to which they give way."""
        least = super().minimumSizeHint()
        beside = self.legend.minimumSizeHint().width() + _SPACING if self._beside else 0
        return QSize(least.width() - beside, least.height())

    def _place_legend(self) -> None:
        """Beside the title where all of it fits there, else in a row of its own."""
        beside = not self._as_cards and self.width() >= self._width_in_one_row()
        if beside is not self._beside:
            self._beside = beside
            self._grid.removeWidget(self.legend)
            where = (0, 2) if beside else (1, 0, 1, 7)
            self._grid.addWidget(self.legend, *where)
            self._grid.setColumnStretch(2 if beside else 3, 1)
            self._grid.setColumnStretch(3 if beside else 2, 0)
            settle(self)

    def _width_in_one_row(self) -> int:
        keys = self.legend.findChildren(QToolButton)
        return self._width_of_title_row() + sum(key.sizeHint().width() + 2 for key in keys)

    def _width_of_title_row(self) -> int:
        parts = (self._title, self._count, self.scope, self._order_button, self.more)
        wide = sum(max(part.minimumWidth(), part.sizeHint().width()) + _SPACING for part in parts)
        return wide + _LEFT + _RIGHT

    def show_counts(self, shown: int, counts: dict[Status, int], total: int) -> None:
        """Say how many claims are shown, and how many there are of each status."""
        self._count.setText(
            number(total)
            if shown == total
            else _("{shown} of {total}").format(shown=number(shown), total=number(total))
        )
        widest = _("{shown} of {total}").format(shown=number(total), total=number(total))
        # Or a filter would push the legend away under the mouse.
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(widest))
        self._count.setAccessibleName(
            ngettext("{count} claim shown", "{count} claims shown", shown)
        )
        self._show_title()
        self.legend.set_counts(counts)
        self._place_legend()
        self._show_line()

    def show_scope(self, *, whole_desk: bool) -> None:
        """Say whether the whole desk is shown, or one article."""
        self._title.setText(_("Desk") if whole_desk else _("Claims"))
        self.scope.setChecked(whole_desk)
        self._show_title()
        self._by_article.setVisible(whole_desk)
        if not whole_desk and self._order.column is ClaimColumn.ARTICLE:
            self.order_wanted.emit(replace(self._order, column=ClaimColumn.PASSAGE))
        self._place_legend()

    def show_order(self, order: ClaimSort) -> None:
        """Say how the list is ordered."""
        self._order = order
        words = _(_ORDERS[order.column])
        self._order_button.setText(f"{words} ↓" if order.descending else words)
        self._order_button.setAccessibleName(_("Order: {order}").format(order=words))
        for action in self._order_button.menu().actions():
            if isinstance(action.data(), str):
                action.setChecked(action.data() == order.column)
            elif action.isCheckable():
                action.setChecked(order.descending)

    def _show_title(self) -> None:
        """Whole, or where the row is too narrow for it not at all: the count needs no title."""
        self._title.setVisible(self.width() >= self._width_of_title_row())

    # parts

    def _put_together(self) -> None:
        self._grid.setContentsMargins(_LEFT, 6, _RIGHT, 6)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._count, 0, 1)
        self._grid.addWidget(self.scope, 0, 4)
        self._grid.addWidget(self._order_button, 0, 5)
        self._grid.addWidget(self.more, 0, 6)
        self._grid.addWidget(self.line, 2, 0, 1, 7)
        self._place_legend()
        for one, next_ in (
            (self.legend, self.scope),
            (self.scope, self._order_button),
            (self._order_button, self.more),
            (self.more, self.line),
        ):
            QWidget.setTabOrder(one, next_)

    def _drop_down(self, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFont(interface_font(SMALL))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(tip)
        return button

    def _scope_button(self) -> QToolButton:
        button = self._drop_down(_("Claims of the whole desk"))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(button.toolTip())
        button.setCheckable(True)
        button.clicked.connect(self.whole_desk_wanted)
        return button

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for column, words in _ORDERS.items():
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setData(column.value)
            group.addAction(action)
            if column is ClaimColumn.ARTICLE:
                self._by_article = action
        self._by_article.setVisible(False)
        menu.addSeparator()
        menu.addAction(_("Reversed")).setCheckable(True)
        menu.addSeparator()
        self._columns = menu.addAction(_("Columns …"))
        self._columns.triggered.connect(self.columns_wanted)
        menu.triggered.connect(self._on_order)
        return menu

    def _more_button(self) -> QToolButton:
        button = self._drop_down(_("Filter by words, kind, marks, people, dates and more"))
        button.setIconSize(QSize(16, 16))
        button.setAccessibleName(button.toolTip())
        button.setMenu(self.menu)
        return button

    def _filter_menu(self) -> FilterMenu:
        menu = FilterMenu(self)
        menu.changed.connect(self.filter_wanted)
        menu.left_wanted.connect(self.left_wanted)
        menu.words_wanted.connect(self.focus_filter)
        menu.period_wanted.connect(self.period_wanted)
        menu.article_wanted.connect(self.article_wanted)
        menu.save_wanted.connect(self.save_wanted)
        menu.cleared.connect(self.clear)
        return menu

    def _draw_icons(self) -> None:
        self.more.setIcon(icon("filter"))
        self.scope.setIcon(icon("stack-2"))

    # what happens

    def _on_order(self, action: QAction) -> None:
        column: Any = action.data()
        if isinstance(column, str):
            self.order_wanted.emit(ClaimSort(ClaimColumn(column), self._order.descending))
        elif action.isCheckable():
            self.order_wanted.emit(ClaimSort(self._order.column, action.isChecked()))

    def _on_left(self) -> None:
        self._with_words = False
        self._show_line()
        self.left.emit()

    def _show_line(self) -> None:
        """The line stays as long as it narrows the list: nothing is hidden by what is hidden."""
        chosen = self.criteria(None)
        self.menu.tick(self.menu.conditions, narrowed=chosen.is_narrowed)
        self.line.show_filter(chosen)
        self.line.setVisible(self._with_words or chosen.is_narrowed)
