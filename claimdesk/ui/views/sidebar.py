"""The articles of the desk, at the window's left, with a field that narrows them."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.models.articles import ArticlesModel
from claimdesk.ui.selection import Selection
from claimdesk.ui.theme import notifier
from claimdesk.ui.views.article_list import ArticleList
from claimdesk.ui.views.empty_list import EmptyList
from claimdesk.ui.views.filter_line import FilterField
from claimdesk.ui.views.reading_line import ReadingLine
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink

_LEAST = 200
"""Pixels that the names of filters need."""
_BELOW = 0.45
"""The share of the height that what stands below may have where the articles want more, too."""
_TYPING = 120
"""Milliseconds after the last key until the articles are narrowed."""
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class SidebarView(QWidget):
    """Chooses the article under check."""

    new_article_wanted = Signal()
    left = Signal()
    """Esc: back to the claims."""
    arranged = Signal()
    """A group was opened or closed."""

    def __init__(self, desk: Desk, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_LEAST)
        self._selection = selection
        self._following = self._goes_to_first = self._is_shown = False
        self._heading: int | None = None
        self._searched = ""
        self._below: QWidget | None = None
        self.model = ArticlesModel(desk, self)
        self._new = self._new_button()
        self.field = self._search_field()
        self.list = ArticleList(self.model, self)
        self.empty = EmptyList(self)
        self.empty.acted.connect(self._on_acted)
        self._pages = QStackedWidget(self)
        self._put_together()
        self._connect()
        self.installEventFilter(self)
        self.field.installEventFilter(self)
        self._draw_icons()
        self._show_choice()

    def _put_together(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        title = ElidedLabel(_("Articles"), self)
        title.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 4)
        by = ElidedLabel(_("by arrival"), self)
        by.setFont(interface_font(SMALL))
        ink(by, "text2")
        head.setSpacing(6)
        head.addWidget(title)
        head.addWidget(by, 1)
        head.addWidget(self._new)
        search = QHBoxLayout()
        search.setContentsMargins(12, 0, 12, 6)
        search.addWidget(self.field)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(search)
        self._column.addWidget(self._pages, 1)
        self.reading = ReadingLine(
            self._column, 2, _("Reading the articles …"), self.model.stop, bar=False
        )
        QWidget.setTabOrder(self._new, self.field)
        QWidget.setTabOrder(self.field, self.list)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.left.connect(self._leave)
        self.model.changing.connect(self._on_changing)
        self.model.listed.connect(self._on_listed)
        self.model.loading.connect(lambda loading: self.reading.show(0, int(loading)))
        self.model.toggled.connect(self.arranged)
        self._selection.article_changed.connect(self._show_choice)
        notifier.changed.connect(self._draw_icons)

    def add_below(self, view: QWidget) -> None:
        """Put a view right under the articles; each gets the height that it needs, if there is."""
        self._below = view
        self._column.setStretchFactor(self._pages, 0)
        view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column.addWidget(view)
        self._column.addStretch(1)
        QWidget.setTabOrder(self.list, view)
        self._share_height()

    def _share_height(self) -> None:
        """The articles take what they need; where that is too much, what stands below keeps as
        much as it needs of its share."""
        if self._below is None:
            return
        room = self.height() - self._pages.y()
        below = self._below.sizeHint().height() if self._below.isVisibleTo(self) else 0
        wanted = self.list.rows_height() + 4 if self.model.rowCount() else _EMPTY_HEIGHT
        if self.model.words:
            wanted = max(wanted, self._pages.height())  # nothing moves below while one types
        least = min(below, round(room * _BELOW))
        self._pages.setFixedHeight(
            max(self.list.minimumSizeHint().height(), min(wanted, room - least))
        )

    def minimumSizeHint(self) -> QSize:
        """What it has now is no reason for the window to stay as high: all of it can give way."""
        parts = [self.list.minimumSizeHint().height()]
        if self._below is not None and self._below.isVisibleTo(self):
            parts.append(self._below.minimumSizeHint().height())
        return QSize(super().minimumSizeHint().width(), self._pages.y() + sum(parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its own events, too: handling these in 'event', Python would hold its lock while Qt
        takes the tasks of the model apart, which a thread that tells its result waits for."""
        if watched is self.field:
            if event.type() == QEvent.Type.FocusIn:
                self.model.prepare()
        elif event.type() == QEvent.Type.LayoutRequest:
            self._share_height()
        elif event.type() == QEvent.Type.WindowActivate:
            self.model.look_at_the_day()
        return super().eventFilter(watched, event)

    def _new_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(_("New article"))
        button.setToolTip(_("New article"))
        button.clicked.connect(self.new_article_wanted)
        return button

    def _search_field(self) -> FilterField:
        field = FilterField(self)
        field.setPlaceholderText(_("Find an article"))
        field.setAccessibleName(_("Find an article by title, author or publication"))
        field.setToolTip(field.accessibleName())
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self._search)
        field.textChanged.connect(self._typing.start)
        field.left.connect(self._on_field_left)
        return field

    def _draw_icons(self) -> None:
        self._new.setIcon(icon("plus"))
        self.list.viewport().update()

    # searching

    def find_article(self) -> None:
        """Put the caret into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _search(self) -> None:
        self._typing.stop()
        self.model.search(self.field.text())

    def _on_field_left(self, with_words: bool) -> None:
        """Enter and the arrow down go on to the list, Esc without the words."""
        if not with_words:
            self._leave()
            return
        self._search()
        self._goes_to_first = self.model.is_loading
        self._go_to_list()

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.row_of(self._selection.article) is None:
            first = self.model.first_article()
            if first is not None:
                self.list.turn_to(first)

    def _leave(self) -> None:
        """Show all again; where all is shown, go back to the claims."""
        self._goes_to_first = False
        if self.field.text():
            self.field.clear()
            self._search()
        else:
            self.left.emit()

    def _on_acted(self) -> None:
        if self.model.words:
            self._leave()
        else:
            self.new_article_wanted.emit()

    # choice

    def _on_changing(self, begins: bool) -> None:
        """What moves the mark while rows come and go is not the user. The list scrolls only to an
        article that was not shown before."""
        self._following = begins
        if begins:
            current = self.list.currentIndex()
            marked = self.model.id_at(current.row()) if current.isValid() else 0
            self._heading = marked if marked < 0 else None
            return
        self.list.setAutoScroll(not self._is_shown)
        self._show_choice()
        row = self.model.row_of(self._heading)
        if row is not None:
            self._mark(row, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.setAutoScroll(True)

    def _on_listed(self) -> None:
        if self.model.words != self._searched:
            self._searched = self.model.words
            self.list.scrollToTop()
            self.list.scrollTo(self.model.index(self.model.row_of(self._selection.article) or 0))
        if self._goes_to_first:
            self._goes_to_first = False
            self._go_to_list()

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            one = self.model.id_at(current.row())
            if one > 0:
                self._selection.choose_article(one)

    def _show_choice(self) -> None:
        self._show_page()
        article = self._selection.article
        delegate = self.list.delegate
        delegate.chosen = article
        delegate.holding = self.model.group_of(article)
        row = self.model.row_of(article)
        self._is_shown = row is not None
        if row is not None:
            self._mark(row, _SELECT)
        else:
            self.list.clearSelection()
        self.list.viewport().update()

    def _mark(self, row: int, how: QItemSelectionModel.SelectionFlag) -> None:
        self._following = True
        self.list.selectionModel().setCurrentIndex(self.model.index(row), how)
        self._following = False

    def _show_page(self) -> None:
        is_empty = not self.model.rowCount()
        if is_empty and self.model.words:
            self.empty.say(_("No article goes by these words."), _("Show all articles"))
        elif is_empty:
            self.empty.say(_("No article yet. Add the first one to check it."), _("New article …"))
        self.field.setVisible(bool(self.model.words) or not is_empty)
        self._pages.setCurrentWidget(self.empty if is_empty else self.list)
        self._share_height()

    # memory

    def save_state(self) -> dict[str, Any]:
        """Which groups are closed, for JSON."""
        return {"closed": self.model.closed}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take a saved state; whatever in it makes no sense is left."""
        self.model.restore_closed(state.get("closed"))


_EMPTY_HEIGHT = 180
