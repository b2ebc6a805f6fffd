"""The formats, each with a line that says who it is for."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from claimdesk.i18n import _
from claimdesk.services.exporters.formats import Format
from claimdesk.ui.fonts import BODY, SMALL, interface_font, scaled
from claimdesk.ui.theme import notifier, theme

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_INSIDE, _BETWEEN = 8, 1
_SHOWN = 5
"""How many rows are in sight at least."""
_ELIDED = Qt.TextElideMode.ElideRight


class _Formats(QAbstractListModel):
    def __init__(self, formats: Sequence[Format], parent: QObject) -> None:
        super().__init__(parent)
        self.formats = formats

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.formats)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        form = self.formats[index.row()]
        if role == _ROW:
            return form
        if role == Qt.ItemDataRole.DisplayRole:
            return form.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{form.words}: {_(form.purpose)}"
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002  Qt's
        return QSize(120, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        form: Format = index.data(_ROW)
        area, chosen = option.rect, bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(area, theme().selection)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(theme().focus)
                painter.drawRect(area.adjusted(0, 0, -1, -1))
        head, line = _fonts()
        inside = area.adjusted(_INSIDE, scaled(4), -_INSIDE, 0)
        painter.setFont(head)
        painter.setPen(theme().text)
        below = _line(painter, inside, form.words)
        painter.setFont(line)
        painter.setPen(theme().text2)
        _line(painter, inside.adjusted(0, below + _BETWEEN, 0, 0), _(form.purpose))
        painter.restore()


def _fonts() -> tuple[QFont, QFont]:
    return interface_font(BODY, QFont.Weight.DemiBold), interface_font(SMALL)


def row_height() -> int:
    """Of two lines with air around them."""
    head, line = map(QFontMetrics, _fonts())
    return head.height() + _BETWEEN + line.height() + scaled(8)


def _line(painter: QPainter, area: QRect, words: str) -> int:
    metrics = painter.fontMetrics()
    painter.drawText(area, 0, metrics.elidedText(words, _ELIDED, area.width()))
    return metrics.height()


class FormatList(QListView):
    """Chooses one of them, by arrows, by its first letters or by a click."""

    chosen = Signal(object)
    """The Format."""

    def __init__(self, formats: Sequence[Format], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = _Formats(formats, self)
        self.setModel(self._formats)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Format"))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(_SHOWN * row_height() + row_height() // 2)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen.emit(self.form))
        notifier.changed.connect(self.viewport().update)

    @property
    def form(self) -> Format:
        """The one chosen."""
        return self._formats.formats[max(0, self.currentIndex().row())]

    def choose(self, name: object) -> None:
        """Choose one by its id; the first where there is no such format."""
        ids = [form.id for form in self._formats.formats]
        self.setCurrentIndex(self._formats.index(ids.index(name) if name in ids else 0))
