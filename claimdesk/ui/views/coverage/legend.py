"""What the drawing of the text means, with counts, and the same as a bar."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.domain.coverage import SentenceState
from claimdesk.i18n import _
from claimdesk.ui.fonts import EXCERPT, interface_font, manuscript_font
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.flow import flow, flow_height
from claimdesk.ui.widgets.ink import ink

BAR_HEIGHT = 8
ORDER = (
    SentenceState.CHECKED,
    SentenceState.OPEN,
    SentenceState.NO_FACT,
    SentenceState.NOT_LOOKED_AT,
)
_BETWEEN, _BETWEEN_ROWS = 20, 4
_LETTERS = "abc"
_PAD = 5.0


class CoverageLegend(QWidget):
    """One entry a state, above the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = {state: _Entry(state, self) for state in ORDER}
        self.bar = CoverageBar(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 10, 20, 10)
        whole.setSpacing(8)
        whole.addWidget(_Entries(list(self.entries.values()), self))
        whole.addWidget(self.bar)
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Coverage"))
        notifier.changed.connect(self.update)

    def show_counts(self, counts: Mapping[SentenceState, int]) -> None:
        """How many sentences are in which state."""
        for state, entry in self.entries.items():
            entry.show_count(counts.get(state, 0))
        self.bar.show_counts(counts)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme().line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class _Entries(QWidget):
    """In a row, or in as many as their words need."""

    def __init__(self, entries: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = entries
        for entry in entries:
            entry.setParent(self)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:
        return flow_height(self._flow(width))

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """A count with more digits asks for more room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        for entry, (place, size) in zip(self._entries, self._flow(self.width()), strict=True):
            entry.setGeometry(QRect(place, size))

    def _flow(self, width: int) -> list[tuple[QPoint, QSize]]:
        sizes = (entry.sizeHint().boundedTo(QSize(max(1, width), 99)) for entry in self._entries)
        return list(flow(sizes, width, _BETWEEN, _BETWEEN_ROWS))


class _Entry(QWidget):
    """A sample of the drawing, a number, a word."""

    def __init__(self, state: SentenceState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.count = QLabel(self)
        self.count.setFont(interface_font(weight=self.font().Weight.DemiBold))
        self.words = ElidedLabel(state.label, self)
        ink(self.words, "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(_Sample(state, self))
        row.addWidget(self.count)
        row.addWidget(self.words)

    def show_count(self, count: int) -> None:
        """Show a number."""
        self.count.setText(str(count))
        self.setAccessibleName(f"{count} {self._state.label}")


class _Sample(QWidget):
    """Three letters, drawn as the text draws a sentence in this state."""

    def __init__(self, state: SentenceState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self.setFont(manuscript_font(EXCERPT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(
            round(metrics.horizontalAdvance(_LETTERS) + 2 * _PAD) + 2, round(metrics.height()) + 4
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._state is SentenceState.NOT_LOOKED_AT:
            painter.setPen(QPen(theme().unseen_mark, 1.2))
            painter.setBrush(theme().unseen)
            painter.drawRoundedRect(area, 3, 3)
        plain = self._state in (SentenceState.OPEN, SentenceState.NOT_LOOKED_AT)
        painter.setPen(theme().text if plain else theme().text3)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, _LETTERS)
        painter.setPen(QPen(theme().line_strong, 1.2))
        if self._state is SentenceState.CHECKED:
            middle = area.center().y() + 2
            painter.drawLine(QLineF(area.left() + 2, middle, area.right() - 2, middle))
        elif self._state is SentenceState.NO_FACT:
            for x, foot in ((area.left(), 3), (area.right(), -3)):
                painter.drawPolyline(
                    [
                        QPointF(x + foot, area.top()),
                        QPointF(x, area.top()),
                        QPointF(x, area.bottom()),
                        QPointF(x + foot, area.bottom()),
                    ]
                )
        elif self._state is SentenceState.OPEN:
            pen = QPen(theme().accent, 1.6, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(
                QLineF(area.left() + _PAD, area.bottom(), area.right() - _PAD, area.bottom())
            )


class CoverageBar(QWidget):
    """The states as shares of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[SentenceState, int] = {}
        self.setFixedHeight(BAR_HEIGHT)
        self.setAccessibleName(_("Coverage"))
        notifier.changed.connect(self.update)

    def show_counts(self, counts: Mapping[SentenceState, int]) -> None:
        """Draw these."""
        self._counts = dict(counts)
        words = ", ".join(f"{counts.get(state, 0)} {state.label}" for state in ORDER)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = [state for state in ORDER if self._counts.get(state)]
        total = sum(self._counts[state] for state in shown)
        left, free = 0.0, float(self.width() - 2 * max(0, len(shown) - 1))
        for state in shown:
            width = max(3.0, free * self._counts[state] / total)
            _paint_share(painter, QRectF(left, 0, width, self.height()), state)
            left += width + 2


def _paint_share(painter: QPainter, area: QRectF, state: SentenceState) -> None:
    if state is SentenceState.CHECKED:
        painter.fillRect(area, theme().line_strong)
        return
    if state is SentenceState.NOT_LOOKED_AT:
        painter.fillRect(area, theme().unseen_mark)
        return
    line = theme().accent if state is SentenceState.OPEN else theme().line_strong
    painter.fillRect(area, theme().selection if state is SentenceState.OPEN else theme().paper)
    if state is SentenceState.NO_FACT:
        painter.fillRect(area, _hatched(line))
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))


def _hatched(colour: QColor) -> QBrush:
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)
