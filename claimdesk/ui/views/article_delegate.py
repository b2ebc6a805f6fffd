"""How an article is drawn in the sidebar: title, where from, how far, and the bar; and the heading
of a group."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.domain.article import ArticleRow
from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, META, SMALL, interface_font, scaled, tabular
from claimdesk.ui.icons import pixmap
from claimdesk.ui.models.article_words import origin_in
from claimdesk.ui.models.articles import Heading, Role
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.status_bar_chart import BAR_HEIGHT, paint_bar

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 58
HEADING_HEIGHT = 27

_OUTSIDE = 6
_INSIDE = 8
_ABOVE = 6
_RADIUS = 4
_GAP = 8
_ICON = 12
_NOT_READ_YET = (0.7, 0.4)
"""How wide the two lines are that hold a row's place until it is read."""


def article_height() -> int:
    """The height of a row in the user's font."""
    return max(ROW_HEIGHT, scaled(ROW_HEIGHT))


def heading_height() -> int:
    """The height of a group's heading in the user's font."""
    return max(HEADING_HEIGHT, scaled(HEADING_HEIGHT))


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row whole; 'chosen' is the article under check, 'holding' the closed group that it
    is in."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.chosen: int | None = None
        self.holding: int | None = None
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the system's font as it is now."""
        self._body = interface_font(BODY)
        self._bold = interface_font(BODY, QFont.Weight.DemiBold)
        self._head = interface_font(SMALL, QFont.Weight.DemiBold)
        self._meta = tabular(interface_font(META))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        return QSize(120, article_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading: Heading | None = index.data(Role.HEADING)
        row: ArticleRow | None = index.data(Role.ARTICLE)
        ground = option.rect.adjusted(_OUTSIDE, 2, -_OUTSIDE, -2)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        if heading is not None:
            chosen = heading.code == self.holding and not heading.is_open
            self._paint_ground(painter, ground, chosen=chosen, focused=focused)
            self._paint_heading(painter, ground.adjusted(_INSIDE, 0, -_INSIDE, 0), heading)
        else:
            chosen = row is not None and row.id == self.chosen
            self._paint_ground(painter, ground, chosen=chosen, focused=focused)
            self._paint_row(painter, ground.adjusted(_INSIDE, _ABOVE, -_INSIDE, -_ABOVE), row)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, ground: QRect, *, chosen: bool, focused: bool
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme().selection if chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().focus, 1.4) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(ground).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_heading(self, painter: QPainter, area: QRect, heading: Heading) -> None:
        name = "chevron-down" if heading.is_open else "chevron-right"
        ratio = painter.device().devicePixelRatioF()
        top = area.center().y() - _ICON // 2 + 1
        painter.drawPixmap(QPoint(area.left(), top), pixmap(name, _ICON, theme().text3, ratio))
        middle = Qt.AlignmentFlag.AlignVCenter
        count = "" if heading.articles is None else str(heading.articles)
        painter.setFont(self._meta)
        painter.setPen(theme().text3)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | middle), count)
        taken = painter.fontMetrics().horizontalAdvance(count) + _GAP
        painter.setFont(self._head)
        painter.setPen(theme().text2)
        words = area.adjusted(_ICON + _GAP // 2, 0, -taken, 0)
        _write(painter, words, heading.name, middle)

    def _paint_row(self, painter: QPainter, area: QRect, row: ArticleRow | None) -> None:
        bar = QRectF(area.left(), area.bottom() + 1 - BAR_HEIGHT, area.width(), BAR_HEIGHT)
        font = self._bold if row is not None and row.id == self.chosen else self._body
        title, meta = QFontMetrics(font), QFontMetrics(self._meta)
        first = QRect(area.left(), area.top(), area.width(), title.height())
        second = QRect(area.left(), first.bottom() + 1, area.width(), meta.height())
        if row is None:
            for line, share in zip((first, second), _NOT_READ_YET, strict=True):
                place = QRectF(line.left(), line.center().y() - 2, line.width() * share, BAR_HEIGHT)
                painter.fillRect(place, theme().line)
            return
        painter.setFont(font)
        painter.setPen(theme().text)
        _write(painter, first, row.data.title)
        painter.setFont(self._meta)
        painter.setPen(theme().text2)
        done = _("{checked} of {total}").format(checked=row.checked, total=row.claims)
        painter.drawText(second, int(Qt.AlignmentFlag.AlignRight), done)
        room = second.adjusted(0, 0, -meta.horizontalAdvance(done) - _GAP, 0)
        words = origin_in(row, meta, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), words)
        paint_bar(painter, bar, row.counts)


def _write(
    painter: QPainter,
    area: QRect,
    words: str,
    upright: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
) -> None:
    fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | upright), fitting)
