"""How a source of the library is drawn in a list: who, what, when, each in its column."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from claimdesk.domain.source import Source
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.fonts import BODY, META, interface_font, scaled, tabular
from claimdesk.ui.theme import theme
from claimdesk.ui.when import partial_date

SOURCE = Qt.ItemDataRole.UserRole
"""The role under which a model has the Source of a row; None where it is none."""

_HEIGHT = 26
_INSIDE, _BETWEEN = 6, 12
_WHO = 0.34
"""The share of the width that those who say it have."""


def words_of(source: Source) -> tuple[str, str, str]:
    """Who, what, when; a title that nobody saw stands in brackets."""
    data = source.data
    title = data.title if data.title_seen else f"[{data.title}]"
    when = partial_date(data.published) if data.published else ""
    who = data.publisher or data.author or ""
    return clean(" ".join(who.split())), clean(" ".join(title.split())), when


class SourceDelegate(QStyledItemDelegate):
    """Draws any other row as usual."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(_HEIGHT, scaled(_HEIGHT)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        source = index.data(SOURCE)
        if not isinstance(source, Source):
            super().paint(painter, option, index)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme().selection)
        _paint(painter, option.rect.adjusted(_INSIDE, 0, -_INSIDE, 0), words_of(source))
        painter.restore()


def _paint(painter: QPainter, area: QRect, words: tuple[str, str, str]) -> None:
    who, what, when = words
    body, meta = interface_font(BODY), tabular(interface_font(META))
    beside = QFontMetrics(meta).horizontalAdvance(when) + _BETWEEN if when else 0
    left = round(area.width() * _WHO) if who else 0
    upright = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(meta)
    painter.setPen(theme().text2)
    painter.drawText(area, int(upright | Qt.AlignmentFlag.AlignRight), when)
    painter.setFont(body)
    for place, said, colour in (
        (QRect(area.left(), area.top(), left - _BETWEEN, area.height()), who, theme().text2),
        (area.adjusted(left, 0, -beside, 0), what, theme().text),
    ):
        painter.setPen(colour)
        room = max(0, place.width())
        fitting = QFontMetrics(body).elidedText(said, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, int(upright | Qt.AlignmentFlag.AlignLeft), fitting)
