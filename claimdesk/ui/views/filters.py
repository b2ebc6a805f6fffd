"""The filters, under the articles: pressed they narrow the list, be it of the article under
check or of the whole desk."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.history import Changes
from claimdesk.domain.saved_filter import conditions_of
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.models.filters import FilterRow, FiltersModel
from claimdesk.ui.selection import Selection
from claimdesk.ui.theme import notifier
from claimdesk.ui.views.filter_delegate import FilterDelegate, filter_height
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.side_list import SideList
from claimdesk.ui.widgets.tooltip import plain_tooltip

_COUNT_AFTER = 50
"""Milliseconds that let several edits be counted as one."""


class FiltersView(QWidget):
    """It narrows nothing itself: it tells what is wanted, and shows what is on."""

    wanted = Signal(ClaimFilter)
    save_wanted = Signal()
    rename_wanted = Signal(int)
    aside_wanted = Signal(int)

    def __init__(self, desk: Desk, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read, self._selection = desk.read, selection
        self._shown = ClaimFilter()
        self.model = FiltersModel(desk, self)
        self.list = FilterList(self.model, self)
        self._save = self._save_button()
        self._put_together()
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(lambda: self.look() if desk.is_open else None)
        self.list.clicked.connect(self._apply)
        self.list.taken.connect(self._apply)
        self.list.renamed.connect(lambda row: self._tell(row, self.rename_wanted.emit))
        self.list.removed.connect(lambda row: self._tell(row, self.aside_wanted.emit))
        self.list.customContextMenuRequested.connect(self._show_menu)
        desk.changed.connect(self._on_changed)
        selection.article_changed.connect(self._on_article)
        selection.scope_changed.connect(lambda _wide: self._on_article(selection.article))
        self.model.counted.connect(self._on_counted)
        notifier.changed.connect(self._draw_icons)
        self._draw_icons()
        self._on_article(selection.article)

    @property
    def active(self) -> FilterRow | None:
        """The filter of the list that is on."""
        at = self.model.row_of(lambda row: conditions_of(row.conditions) == self._shown)
        return None if at is None else self.model.rows[at]

    @property
    def saved_at_hand(self) -> int | None:
        """The saved filter that is marked where the keyboard is, else the one that is on."""
        rows = (self.list.row() if self.list.hasFocus() else None, self.active)
        return next((row.saved for row in rows if row and row.saved is not None), None)

    def show_filter(self, chosen: ClaimFilter) -> None:
        """Show that this filter is on."""
        self._shown = conditions_of(chosen)
        self._save.setEnabled(chosen.is_narrowed)
        self._mark_active()

    def menu(self, row: FilterRow) -> QMenu:
        """What can be done with a filter."""
        menu = QMenu(self)
        menu.addAction(_("&Show these claims")).triggered.connect(lambda: self._want(row))
        if row.saved is not None:
            menu.addSeparator()
            for words, key, signal in (
                (_("&Rename …"), "F2", self.rename_wanted),
                (_("Set a&side"), "Del", self.aside_wanted),
            ):
                action = menu.addAction(words)
                action.setShortcut(QKeySequence(key))
                action.triggered.connect(lambda _on=False, told=signal: told.emit(row.saved))
        return menu

    def _put_together(self) -> None:
        title = ElidedLabel(_("Filters"), self)
        title.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        self.scope = ElidedLabel(parent=self)
        self.scope.setFont(interface_font(SMALL))
        ink(self.scope, "text2")
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 4)
        head.setSpacing(6)
        head.addWidget(title)
        head.addWidget(self.scope, 1)
        head.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        QWidget.setTabOrder(self._save, self.list)

    def _save_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(_("Save the filter of the list"))
        button.setToolTip(button.accessibleName())
        button.setEnabled(False)
        button.clicked.connect(self.save_wanted)
        return button

    def _draw_icons(self) -> None:
        self._save.setIcon(icon("plus"))
        self.list.viewport().update()

    def _on_article(self, article: int | None) -> None:
        self.setVisible(article is not None)
        title = queries.article(self._read, article).data.title if article is not None else ""
        whole_desk = self._selection.whole_desk
        said = _("For the article “{title}”").format(title=title)
        if whole_desk:
            said = _("For the whole desk, archived articles included")
        self.scope.setText(_("whole desk") if whole_desk else _("this article"))
        self.list.setAccessibleDescription(said)
        self.scope.setToolTip(plain_tooltip(said))
        if not (whole_desk and self.model.whole_desk):
            self.model.whole_desk = whole_desk
            self.model.show_article(article)

    def _on_counted(self) -> None:
        self._mark_active()
        self.list.fit()

    def _on_changed(self, changes: Changes) -> None:
        if "saved_filter" in changes.entities:
            self.look()
        elif self.model.whole_desk or self.model.article in changes.articles:
            self._counting.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.model.is_held = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.model.is_held = False
        self._counting.start()
        super().leaveEvent(event)

    def look(self) -> None:
        """Count anew, now."""
        self._counting.stop()
        self.model.look()

    def _mark_active(self) -> None:
        active = self.active
        self.list.show_active(None if active is None else self.model.rows.index(active))

    def _apply(self, index: QModelIndex) -> None:
        self._want(self.model.rows[index.row()])

    def _want(self, row: FilterRow) -> None:
        """Pressed again, it shows all."""
        again = conditions_of(row.conditions) == self._shown
        self.wanted.emit(ClaimFilter() if again else row.conditions)

    def _tell(self, row: FilterRow, told: Callable[[int], object]) -> None:
        if row.saved is not None:
            told(row.saved)

    def _show_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            menu = self.menu(self.model.rows[index.row()])
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))


class FilterList(SideList):
    """As high as its rows; letters and digits are the window's shortcuts, but F2 and Del are its
    own: they would touch a claim that one does not look at."""

    taken = Signal(QModelIndex)
    renamed = Signal(object)
    removed = Signal(object)

    def __init__(self, model: FiltersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = FilterDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Filters"))

    def row(self) -> FilterRow | None:
        """The row that is marked."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def show_active(self, row: int | None) -> None:
        """Mark the filter that is on."""
        self._delegate.active = row
        self.viewport().update()

    def fit(self) -> None:
        """Ask for as much height as the rows take."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(120, max(1, len(self._model.rows)) * filter_height() + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 2 * filter_height())

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and event.key() in self._own_keys():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is marked."""
        own, row = self._own_keys().get(event.key()), self.row()
        if own is not None and row is not None:
            own(row)
            return
        super().keyPressEvent(event)

    def _own_keys(self) -> dict[int, Callable[[FilterRow], None]]:
        return {
            Qt.Key.Key_Return: lambda _row: self.taken.emit(self.currentIndex()),
            Qt.Key.Key_Enter: lambda _row: self.taken.emit(self.currentIndex()),
            Qt.Key.Key_F2: self.renamed.emit,
            Qt.Key.Key_Delete: self.removed.emit,
        }

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._delegate.set_fonts()
        super().changeEvent(event)
