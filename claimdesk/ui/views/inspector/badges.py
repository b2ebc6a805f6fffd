"""What the desk knows of a claim beside its status: icons and words, in lines that break."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from claimdesk.domain.claim import Badge
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import badge_pixmap
from claimdesk.ui.widgets.ink import ink

_ICON = 14
_BETWEEN = 13
_BETWEEN_LINES = 3


class BadgeLine(QWidget):
    """An icon and a label a badge, one after the other; those that do not apply are hidden."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._marks = {badge: _Mark(badge, self) for badge in Badge}

    def fill(self, badges: tuple[Badge, ...]) -> None:
        """Show these."""
        for badge, mark in self._marks.items():
            mark.setVisible(badge in badges)
            if badge in badges:
                mark.draw()
        self.setVisible(bool(badges))
        self._arrange()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def heightForWidth(self, width: int) -> int:
        ends = [place.y() + mark.sizeHint().height() for mark, place in self._places(width)]
        return max(ends, default=0)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        sizes = [mark.sizeHint() for mark in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def _shown(self) -> "Iterable[_Mark]":
        return (mark for mark in self._marks.values() if not mark.isHidden())

    def _arrange(self) -> None:
        for mark, place in self._places(self.width()):
            mark.setGeometry(place.x(), place.y(), *mark.sizeHint().toTuple())

    def _places(self, width: int) -> "Iterator[tuple[_Mark, QPoint]]":
        """Where each stands in a line that breaks at a width."""
        across = down = 0
        for mark in self._shown():
            size = mark.sizeHint()
            if across and across + size.width() > width:
                across, down = 0, down + size.height() + _BETWEEN_LINES
            yield mark, QPoint(across, down)
            across += size.width() + _BETWEEN


class _Mark(QWidget):
    """One badge."""

    def __init__(self, badge: Badge, parent: QWidget) -> None:
        super().__init__(parent)
        self._badge = badge
        self._picture, words = QLabel(self), QLabel(badge.label, self)
        self._picture.setFixedWidth(_ICON)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(interface_font(SMALL))
        ink(words, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._picture)
        row.addWidget(words)

    def draw(self) -> None:
        """Take the icon in the colours in force."""
        self._picture.setPixmap(badge_pixmap(self._badge, _ICON, self.devicePixelRatioF()))
