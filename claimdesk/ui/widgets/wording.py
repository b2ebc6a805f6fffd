"""One of two wordings, with the words in which it differs from the other one: what goes is struck
out, what is new is underlined; colour only helps."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from claimdesk.domain.anchor import Utf16
from claimdesk.domain.wording import Part
from claimdesk.i18n import _
from claimdesk.ui.fonts import EXCERPT, manuscript_font
from claimdesk.ui.theme import theme


class Side(Enum):
    """Which of the two wordings it is."""

    OLD = "old"
    NEW = "new"


class Wording(QWidget):
    """Words in the manuscript's letters, over as many lines as they need."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._parts: tuple[Part, ...] = ()
        self.words = ""
        self.setFont(manuscript_font(EXCERPT, italic=side is Side.NEW))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(1, 1)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show a wording; hidden where it has no words."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self.words = "".join(part.words for part in self._parts)
            self.updateGeometry()
            self.update()
        name = _("Old wording: {words}") if self._side is Side.OLD else _("New wording: {words}")
        self.setAccessibleName(name.format(words=self.words))
        self.setVisible(bool(self.words))

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height()) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setPen(theme().text2 if self._side is Side.OLD else theme().text)
        self._laid_out(self.width()).draw(painter, QPointF())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Copy"), lambda: QGuiApplication.clipboard().setText(self.words))
        menu.popup(event.globalPos())

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        units, start, made = Utf16(self.words), 0, []
        for part in self._parts:
            end = start + len(part.words)
            if part.changed:
                mark = QTextLayout.FormatRange()
                mark.start = units.units(start)
                mark.length = units.units(end) - mark.start
                mark.format = self._mark()
                made.append(mark)
            start = end
        return made

    def _mark(self) -> QTextCharFormat:
        letters = QTextCharFormat()
        if self._side is Side.OLD:
            letters.setFontStrikeOut(True)
            letters.setBackground(theme().dele)
        else:
            letters.setFontUnderline(any(not part.changed for part in self._parts))
            letters.setBackground(theme().ins)
        return letters
