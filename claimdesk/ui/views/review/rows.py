"""The list of what waits: the passage, below it what it is and how much it matters."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimdesk.domain.review import ReviewRow
from claimdesk.i18n import _
from claimdesk.ui.fonts import EXCERPT, META, SMALL, interface_font, manuscript_font
from claimdesk.ui.icons import pixmap
from claimdesk.ui.models.review import Index, ReviewModel, Role, facts
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.claim_delegates import paint_weight

_ABOVE, _BETWEEN, _SIDE = 6, 2, 6
_ICON = 14
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_WINDOWS_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewList(QListView):
    """Tells which one was chosen, by its mark; keys other than those that move are the window's."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        self._model = ReviewModel(self)
        self._marking = False
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Suggestions"))
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._tell)
        notifier.changed.connect(self.viewport().update)

    @property
    def rows(self) -> list[ReviewRow]:
        """What is listed."""
        return list(self._model.rows)

    def lists(self, mark: str) -> bool:
        """Whether it is listed."""
        return self._model.place_of(mark) >= 0

    def fill(self, rows: list[ReviewRow]) -> None:
        """List these; what is the same stays as it is."""
        if rows != self._model.rows:
            self._marking = True
            scrolled = self.verticalScrollBar().value()
            self._model.show(rows)
            self.verticalScrollBar().setValue(scrolled)
            self._marking = False

    def mark(self, mark: str | None) -> None:
        """Show which of them is looked at."""
        index = self._model.index(self._model.place_of(mark))
        self._marking = True
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self._marking = False

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's name
        """None: letters are the window's shortcuts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter are the window's, too."""
        if event.key() in _WINDOWS_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() == "?":
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if not self._marking and index.isValid():
            self.chosen.emit(index.data(Role.ROW).mark)


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        upper = QFontMetrics(manuscript_font(EXCERPT)).height()
        lower = QFontMetrics(interface_font(META)).height()
        return QSize(120, upper + lower + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReviewRow = index.data(Role.ROW)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().selection)
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 4, 4)
        self._paint_words(painter, area, row)
        self._paint_facts(painter, area, row)
        painter.setPen(theme().line)
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, row: ReviewRow) -> None:
        font = manuscript_font(EXCERPT) if row.quote else interface_font(SMALL)
        metrics = QFontMetrics(font)
        height = QFontMetrics(manuscript_font(EXCERPT)).height()
        words = " ".join((row.quote or row.words).split())
        room = QRect(area.left() + _SIDE, area.top() + _ABOVE, area.width() - 2 * _SIDE, height)
        painter.setFont(font)
        painter.setPen(theme().text2 if row.not_checkable else theme().text)
        elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_facts(self, painter: QPainter, area: QRect, row: ReviewRow) -> None:
        font = interface_font(META)
        height = QFontMetrics(font).height()
        top = area.bottom() - _ABOVE - height
        room = QRect(area.left() + _SIDE, top, area.width() - 2 * _SIDE, height)
        if row.remark is None:
            used = paint_weight(painter, room, row.check_worthiness) + 6
        else:
            ratio = painter.device().devicePixelRatioF()
            picture = pixmap("alert-triangle", _ICON, theme().danger, ratio)
            painter.drawPixmap(room.left(), top + (height - _ICON) // 2, picture)
            used = _ICON + 6
        room.setLeft(room.left() + used)
        painter.setFont(font)
        painter.setPen(theme().text2)
        words = QFontMetrics(font).elidedText(facts(row), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
