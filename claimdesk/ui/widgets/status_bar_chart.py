"""The thin bar that shows how far an article is: one segment a status, work done first."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.i18n import _
from claimdesk.ui.theme import notifier, theme

BAR_HEIGHT = 5
_GAP = 1
_NARROWEST = 2
"""One claim among thousands must still show."""


def segments(width: float, counts: Mapping[Status, int]) -> Iterator[tuple[Status, float, float]]:
    """Status, left edge and width of each segment, within a bar of this width."""
    shown = [status for status in BAR_ORDER if counts.get(status, 0) > 0]
    total = sum(counts[status] for status in shown)
    free = width - _GAP * (len(shown) - 1) - _NARROWEST * len(shown)
    left = 0.0
    for status in shown:
        share = _NARROWEST + max(0.0, free) * counts[status] / total
        yield status, left, share
        left += share + _GAP


def paint_bar(painter: QPainter, rect: QRectF, counts: Mapping[Status, int]) -> None:
    """Draw the bar into a rectangle, for widgets and delegates alike."""
    colours = theme().status
    if not any(counts.values()):
        painter.fillRect(rect, theme().line)
    for status, left, width in segments(rect.width(), counts):
        # What nobody touched is the empty part of the bar.
        colour = theme().line if status is Status.UNCHECKED else colours[status].mark
        painter.fillRect(QRectF(rect.left() + left, rect.top(), width, rect.height()), colour)


def progress_in_words(counts: Mapping[Status, int]) -> str:
    """'90 of 180 checked: 82 unchecked, 8 in progress', in the scale's own order."""
    checked = sum(count for status, count in counts.items() if status.is_checked)
    total = sum(counts.values())
    head = _("{checked} of {total} checked").format(checked=checked, total=total)
    parts = [f"{counts[status]} {status.short_label}" for status in Status if counts.get(status)]
    return f"{head}: {', '.join(parts)}" if parts else head


class ProgressBar(QWidget):
    """The bar as a widget, described for those who do not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Status, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        notifier.changed.connect(self.update)
        self._describe()

    def set_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many claims have which status."""
        self._counts = dict(counts)
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        top = (self.height() - BAR_HEIGHT) / 2
        paint_bar(painter, QRectF(0, top, self.width(), BAR_HEIGHT), self._counts)

    def _describe(self) -> None:
        words = progress_in_words(self._counts)
        self.setAccessibleName(_("Progress"))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
