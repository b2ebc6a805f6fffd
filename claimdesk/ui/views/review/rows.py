"""The list of what waits: what it states with its passage marked, below it what it is and how much
it matters."""

from PySide6.QtCore import (
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from claimdesk.domain.review import ReviewRow
from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, META, interface_font
from claimdesk.ui.icons import pixmap
from claimdesk.ui.models.review import Index, ReviewModel, Role, facts, parted
from claimdesk.ui.theme import theme
from claimdesk.ui.views.claim_painters import paint_weight
from claimdesk.ui.widgets.passage_list import PassageList

_ABOVE, _BETWEEN, _SIDE = 6, 2, 6
_ICON = 14


class ReviewList(PassageList):
    """Tells which one was chosen, by its mark."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = ReviewModel()
        super().__init__(self._model, _("Suggestions"), parent)
        self.setItemDelegate(_RowDelegate(self))
        self.turned.connect(lambda index: self.chosen.emit(index.data(Role.ROW).mark))

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
            scrolled = self.verticalScrollBar().value()
            self._model.show(rows)
            self.verticalScrollBar().setValue(scrolled)

    def mark(self, mark: str | None) -> None:
        """Show which of them is looked at."""
        self.mark_row(self._model.place_of(mark))


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        upper = QFontMetrics(interface_font(BODY)).height()
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
        plain, marked = interface_font(BODY), interface_font(BODY, QFont.Weight.DemiBold)
        room = QRect(area.left() + _SIDE, area.top() + _ABOVE, area.width() - 2 * _SIDE, 0)
        room.setHeight(QFontMetrics(plain).height())
        painter.setPen(theme().text2 if row.not_checkable else theme().text)
        before, passage, behind = parted(row)
        least = min(QFontMetrics(plain).horizontalAdvance(behind), room.width() // 4)
        taken = QFontMetrics(marked).horizontalAdvance(passage) + least
        left = QFontMetrics(plain).elidedText(
            before, Qt.TextElideMode.ElideLeft, max(0, room.width() - taken)
        )
        for words, font in ((left, plain), (passage, marked), (behind, plain)):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            room.setLeft(room.left() + metrics.horizontalAdvance(shown))

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
