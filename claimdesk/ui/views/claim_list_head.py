"""The claim list's head: how many, the status legend that filters, order, and a line of further
filters that shows itself when it is wanted or narrows the list.
"""

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from claimdesk.domain.claim import ClaimColumn, ClaimFilter, ClaimSort, Kind
from claimdesk.domain.status import OPEN, Status
from claimdesk.i18n import N_, _, ngettext
from claimdesk.ui.fonts import BODY, SMALL, interface_font, tabular
from claimdesk.ui.icons import icon
from claimdesk.ui.theme import notifier
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.filter_chip import FilterChip
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.status_filter import StatusFilter

TYPING = 150
"""Milliseconds after the last key until a typed filter takes effect."""

_LEFT, _RIGHT, _SPACING = 16, 8, 8

_ORDERS = {
    ClaimColumn.PASSAGE: N_("by passage"),
    ClaimColumn.NUMBER: N_("by number"),
    ClaimColumn.STATUS: N_("by status"),
    ClaimColumn.STATEMENT: N_("by statement"),
    ClaimColumn.KIND: N_("by kind"),
    ClaimColumn.CHECK_WORTHINESS: N_("by weight"),
    ClaimColumn.FIGURES: N_("by figures"),
    ClaimColumn.SOURCES: N_("by sources"),
    ClaimColumn.NOTES: N_("by notes"),
    ClaimColumn.CHANGED_BY: N_("by who changed it"),
    ClaimColumn.CHANGED_AT: N_("by time of change"),
}


class ClaimListHead(QWidget):
    """Tells what the user wants to see; it knows nothing of the desk."""

    filter_wanted = Signal()
    """'criteria' changed."""
    order_wanted = Signal(ClaimSort)
    columns_wanted = Signal()
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
        self._order_button = self._drop_down(_("Order"))
        self._order_button.setMenu(self._order_menu())
        self.more = self._more_button()
        self.further = FurtherFilters(self)
        self.further.changed.connect(self._on_further)
        self.further.cleared.connect(self.clear)
        self.further.left.connect(self._on_left)
        self.chip = FilterChip(_("All that is left"), self)
        self.further.put_first(self.chip)
        self._grid = QGridLayout(self)
        self._put_together()
        self.show_order(self._order)
        self._draw_icons()
        notifier.changed.connect(self._draw_icons)

    # what is wanted

    def criteria(self, article: int | None) -> ClaimFilter:
        """What the head asks for, of one article."""
        return ClaimFilter(
            article, self.legend.checked(), self.further.kinds(), self.further.text().strip()
        )

    def set_criteria(self, statuses: frozenset[Status], kinds: frozenset[Kind], text: str) -> None:
        """Ask for these; tells once."""
        before = self.criteria(None)
        self.blockSignals(True)
        self.legend.set_checked(statuses)
        self.further.set_criteria(kinds, text)
        self.blockSignals(False)
        self._show_further()
        if self.criteria(None) != before:
            self.filter_wanted.emit()

    def clear(self) -> None:
        """Ask for all claims."""
        self.set_criteria(frozenset(), frozenset(), "")

    def focus_filter(self) -> None:
        """Put the caret into the text filter."""
        self.more.setChecked(True)
        self.further.focus()

    # what is shown

    def set_cards(self, as_cards: bool) -> None:
        """Stand above cards, or above the table."""
        self._as_cards = as_cards
        self._columns.setVisible(not as_cards)
        self._show_title()
        self._place_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_legend()

    def _place_legend(self) -> None:
        """Beside the title where all of it fits there, else in a row of its own."""
        beside = not self._as_cards and self.width() >= self._width_in_one_row()
        if beside is not self._beside:
            self._beside = beside
            self._grid.removeWidget(self.legend)
            where = (0, 2) if beside else (1, 0, 1, 6)
            self._grid.addWidget(self.legend, *where)
            self._grid.setColumnStretch(2 if beside else 3, 1)
            self._grid.setColumnStretch(3 if beside else 2, 0)

    def _width_in_one_row(self) -> int:
        parts = (self._title, self._count, self._order_button, self.more)
        keys = self.legend.findChildren(QToolButton)
        legend = sum(key.sizeHint().width() + 2 for key in keys)
        rest = sum(max(part.minimumWidth(), part.sizeHint().width()) + _SPACING for part in parts)
        return legend + rest + _LEFT + _RIGHT

    def show_counts(self, shown: int, counts: dict[Status, int], total: int) -> None:
        """Say how many claims are shown, and how many there are of each status."""
        self._count.setText(
            str(total)
            if shown == total
            else _("{shown} of {total}").format(shown=shown, total=total)
        )
        widest = _("{shown} of {total}").format(shown=total, total=total)
        # Or a filter would push the legend away under the mouse.
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(widest))
        self._count.setAccessibleName(
            ngettext("{count} claim shown", "{count} claims shown", shown)
        )
        self._show_title()
        self.legend.set_counts(counts)
        self._place_legend()
        self.further.offer_clearing(self.criteria(None).is_narrowed)
        self._show_further()

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
        """Above cards there is no room for both the title and how many of how many."""
        self._title.setVisible(not (self._as_cards and self.criteria(None).is_narrowed))

    # parts

    def _put_together(self) -> None:
        self._grid.setContentsMargins(_LEFT, 6, _RIGHT, 6)
        self._grid.setHorizontalSpacing(_SPACING)
        self._grid.setVerticalSpacing(4)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._count, 0, 1)
        self._grid.addWidget(self._order_button, 0, 4)
        self._grid.addWidget(self.more, 0, 5)
        self._grid.addWidget(self.further, 2, 0, 1, 6)
        self._place_legend()
        for one, next_ in (
            (self.legend, self._order_button),
            (self._order_button, self.more),
            (self.more, self.further),
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

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for column, words in _ORDERS.items():
            action = menu.addAction(_(words))
            action.setCheckable(True)
            action.setData(column.value)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Reversed")).setCheckable(True)
        menu.addSeparator()
        self._columns = menu.addAction(_("Columns …"))
        self._columns.triggered.connect(self.columns_wanted)
        menu.triggered.connect(self._on_order)
        return menu

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(_("Filter by words and kind"))
        button.setToolTip(_("Filter by words and kind"))
        button.toggled.connect(self._show_further)
        return button

    def _draw_icons(self) -> None:
        self.more.setIcon(icon("filter"))

    # what happens

    def _on_order(self, action: QAction) -> None:
        column: Any = action.data()
        if isinstance(column, str):
            self.order_wanted.emit(ClaimSort(ClaimColumn(column), self._order.descending))
        elif action.isCheckable():
            self.order_wanted.emit(ClaimSort(self._order.column, action.isChecked()))

    def _on_further(self) -> None:
        self._show_further()
        self.filter_wanted.emit()

    def _on_left(self) -> None:
        self.more.setChecked(False)
        self.left.emit()

    def _show_further(self) -> None:
        """The line stays as long as it narrows the list: nothing is hidden by what is hidden."""
        narrowed = self.criteria(None).is_narrowed
        self.further.setVisible(self.more.isChecked() or narrowed)
        self.chip.setVisible(self.legend.checked() == OPEN)


class FurtherFilters(QWidget):
    """By words and by kind, with the button that clears all."""

    changed = Signal()
    cleared = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = FilterField(self)
        self._field.textChanged.connect(self._on_typed)
        self._field.left.connect(self._on_left)
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self._take_text)
        self._text = ""
        self._kinds = QToolButton(self)
        self._kinds.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._kinds.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._kinds.setAutoRaise(True)
        self._kinds.setMenu(self._kind_menu())
        self._clear = LinkButton(_("Show all"), self)
        self._clear.setAccessibleName(_("Clear the filter and show all claims"))
        self._clear.clicked.connect(self.cleared)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._field, 1)
        self._row.addWidget(self._kinds)
        self._row.addWidget(self._clear)
        self.setFocusProxy(self._field)
        self._tell_kinds()
        self.offer_clearing(False)

    def put_first(self, chip: QWidget) -> None:
        """Let a filter that is on by name stand before the others."""
        self._row.insertWidget(0, chip)
        QWidget.setTabOrder(chip, self._field)

    def text(self) -> str:
        """The words looked for."""
        return self._text

    def kinds(self) -> frozenset[Kind]:
        """The kinds looked for; none for all."""
        chosen = (action for action in self._kinds.menu().actions() if action.isChecked())
        return frozenset(Kind(action.data()) for action in chosen)

    def set_criteria(self, kinds: frozenset[Kind], text: str) -> None:
        """Show these, without telling."""
        for action in self._kinds.menu().actions():
            action.setChecked(action.data() in kinds)
        self._tell_kinds()
        self._text = text
        self._field.setText(text)
        self._typing.stop()

    def offer_clearing(self, narrowed: bool) -> None:
        """Show the button that clears, where there is something to clear."""
        self._clear.setVisible(narrowed)

    def focus(self) -> None:
        """Put the caret into the words."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _kind_menu(self) -> QMenu:
        menu = StayingMenu(self)
        for kind in Kind:
            action = menu.addAction(kind.label)
            action.setCheckable(True)
            action.setData(kind.value)
        menu.triggered.connect(self._on_kind)
        return menu

    def _on_kind(self, _action: QAction) -> None:
        self._tell_kinds()
        self.changed.emit()

    def _tell_kinds(self) -> None:
        chosen = [kind.label for kind in Kind if kind in self.kinds()]
        words = _("All kinds")
        if chosen:
            words = (
                chosen[0]
                if len(chosen) == 1
                else ngettext("{count} kind", "{count} kinds", len(chosen))
            )
        self._kinds.setText(words)
        self._kinds.setToolTip(", ".join(chosen) or words)
        self._kinds.setAccessibleName(_("Kind: {kinds}").format(kinds=", ".join(chosen) or words))

    def _on_typed(self) -> None:
        self._typing.start()

    def _take_text(self) -> None:
        self._typing.stop()
        if self._field.text() != self._text:
            self._text = self._field.text()
            self.changed.emit()

    def _on_left(self, leaves_words: bool) -> None:
        if not leaves_words:
            self._field.clear()
        self._take_text()
        self.left.emit()


class FilterField(QLineEdit):
    """Enter goes to the list with the words; Esc empties the field, and once empty leaves it."""

    left = Signal(bool)
    """The words stay (True) or not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Words, figures or a number"))
        self.setAccessibleName(_("Filter claims by words, figures or number"))
        self.setClearButtonEnabled(True)
        self.setFont(interface_font(SMALL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(False)
        else:
            super().keyPressEvent(event)


class StayingMenu(QMenu):
    """Stays open while several of its entries are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if (
            action is not None
            and action.isCheckable()
            and self.rect().contains(event.position().toPoint())
        ):
            action.trigger()
        else:
            super().mouseReleaseEvent(event)
