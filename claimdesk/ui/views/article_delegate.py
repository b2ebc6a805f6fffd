"""How an article is drawn in the sidebar: title, where from, how far, and the bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.domain.article import ArticleRow
from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, META, interface_font, scaled, tabular
from claimdesk.ui.models.articles import Role, origin
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.status_bar_chart import BAR_HEIGHT, paint_bar

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 58

_OUTSIDE = 6
_INSIDE = 8
_ABOVE = 6
_RADIUS = 4
_GAP = 8


def article_height() -> int:
    """The height of a row in the user's font."""
    return max(ROW_HEIGHT, scaled(ROW_HEIGHT))


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row whole."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._body = interface_font(BODY)
        self._bold = interface_font(BODY, QFont.Weight.DemiBold)
        self._meta = tabular(interface_font(META))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        return QSize(120, article_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ArticleRow = index.data(Role.ARTICLE)
        ground = option.rect.adjusted(_OUTSIDE, 2, -_OUTSIDE, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        self._paint_ground(painter, ground, chosen=chosen, focused=focused)
        inside = ground.adjusted(_INSIDE, _ABOVE, -_INSIDE, -_ABOVE)
        self._paint_words(painter, inside, row, chosen=chosen)
        bar = QRectF(inside.left(), inside.bottom() + 1 - BAR_HEIGHT, inside.width(), BAR_HEIGHT)
        paint_bar(painter, bar, row.counts)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, ground: QRect, *, chosen: bool, focused: bool
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme().selection if chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().focus, 1.4) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_words(
        self, painter: QPainter, area: QRect, row: ArticleRow, *, chosen: bool
    ) -> None:
        font = self._bold if chosen else self._body
        title, meta = QFontMetrics(font), QFontMetrics(self._meta)
        first = QRect(area.left(), area.top(), area.width(), title.height())
        second = QRect(area.left(), first.bottom() + 1, area.width(), meta.height())
        painter.setFont(font)
        painter.setPen(theme().text)
        _write(painter, first, row.data.title)
        painter.setFont(self._meta)
        painter.setPen(theme().text2)
        done = _("{checked} of {total}").format(checked=row.checked, total=row.claims)
        painter.drawText(second, int(Qt.AlignmentFlag.AlignRight), done)
        _write(painter, second.adjusted(0, 0, -meta.horizontalAdvance(done) - _GAP, 0), origin(row))


def _write(painter: QPainter, area: QRect, words: str) -> None:
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft), fitting)
