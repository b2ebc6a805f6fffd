"""The articles of the desk, at the window's left."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont
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
from claimdesk.ui.views.article_delegate import ArticleDelegate, article_height
from claimdesk.ui.views.empty_list import EmptyList
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.side_list import SideList

_LEAST = 200
"""Pixels that the names of filters need."""
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class SidebarView(QWidget):
    """Chooses the article under check."""

    new_article_wanted = Signal()

    def __init__(self, desk: Desk, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_LEAST)
        self._selection = selection
        self._following = False
        self.model = ArticlesModel(desk, self)
        self._new = self._new_button()
        self.list = ArticleList(self.model, self)
        self.empty = EmptyList(self)
        self.empty.say(_("No article yet. Add the first one to check it."), _("New article …"))
        self.empty.acted.connect(self.new_article_wanted)
        self._pages = QStackedWidget(self)
        self._put_together()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.model.rowsInserted.connect(self._show_choice)
        self.model.rowsRemoved.connect(self._show_choice)
        selection.article_changed.connect(self._show_choice)
        notifier.changed.connect(self._draw_icons)
        self._draw_icons()
        self._show_choice()

    def _put_together(self) -> None:
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        title = ElidedLabel(_("Articles"), self)
        title.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.setContentsMargins(14, 8, 8, 4)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self._pages, 1)

    def add_below(self, view: QWidget) -> None:
        """Put a view right under the articles; each gets the height that it needs, if there is."""
        self._column.setStretchFactor(self._pages, 0)
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column.addWidget(view)
        self._column.addStretch(1)
        QWidget.setTabOrder(self.list, view)

    def _new_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(_("New article"))
        button.setToolTip(_("New article"))
        button.clicked.connect(self.new_article_wanted)
        return button

    def _draw_icons(self) -> None:
        self._new.setIcon(icon("plus"))
        self.list.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._selection.choose_article(self.model.id_at(current.row()))

    def _show_choice(self) -> None:
        self._pages.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        row = self.model.row_of(self._selection.article)
        index = self.model.index(-1 if row is None else row)
        self._following = True
        self.list.selectionModel().setCurrentIndex(index, _SELECT)
        self._following = False


class ArticleList(SideList):
    """Rows on the window's own ground; letters and digits are the window's shortcuts."""

    def __init__(self, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = ArticleDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Articles"))
        model.rowsInserted.connect(self.updateGeometry)
        model.rowsRemoved.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(220, max(1, self.model().rowCount()) * article_height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, article_height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._delegate.set_fonts()
        super().changeEvent(event)
