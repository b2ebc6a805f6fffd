"""What the patterns mean: each status that is drawn, with how many claims have it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from claimdesk.domain.overview import Counts
from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.i18n import number
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.icons import status_pixmap
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.overview.patterns import fill

_ICON = 14


def entries(counts: Counts, width: float) -> Iterator[tuple[Status, str, QPointF]]:
    """Each status with its words and where it stands, in as many lines as a width needs."""
    metrics = QFontMetricsF(interface_font(SMALL))
    left = top = 0.0
    for status in BAR_ORDER:
        if not counts.get(status):
            continue
        words = f"{status.short_label} {number(counts[status])}"
        wide = _before() + metrics.horizontalAdvance(words)
        if left and left + wide > width:
            left, top = 0.0, top + _line()
        yield status, words, QPointF(left, top)
        left += wide + scaled(16)


def legend_height(counts: Counts, width: float) -> float:
    """How much room the legend needs in a width."""
    last = [place.y() for _status, _words, place in entries(counts, width)]
    return max(last, default=0.0) + _line()


def paint_legend(painter: QPainter, counts: Counts, width: float, ratio: float) -> None:
    """Draw it, in a window or in a picture."""
    font = interface_font(SMALL)
    for status, words, place in entries(counts, width):
        middle = place.y() + _line() / 2
        side = scaled(_ICON)
        painter.drawPixmap(
            QPointF(place.x(), middle - side / 2), status_pixmap(status, side, ratio)
        )
        swatch = QRectF(place.x() + side + 5, middle - side / 2, scaled(22), side)
        fill(painter, swatch, status)
        painter.setFont(font)
        painter.setPen(theme().text)
        words_at = QRectF(place.x() + _before(), place.y(), width, _line())
        painter.drawText(
            words_at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
        )


def _before() -> float:
    return scaled(_ICON) + 5 + scaled(22) + 6


def _line() -> float:
    return QFontMetricsF(interface_font(SMALL)).height() + scaled(6)


class Legend(QWidget):
    """The legend in the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        notifier.changed.connect(self.update)

    def show_counts(self, counts: Counts) -> None:
        """Show how many claims have which status."""
        self._counts = counts
        words = [
            f"{status.label} {number(counts[status])}" for status in BAR_ORDER if counts.get(status)
        ]
        self.setAccessibleName(", ".join(words))
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:
        return round(legend_height(self._counts, width))

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(600, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(_line()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, self._counts, self.width(), self.devicePixelRatioF())
