"""A chart as a widget: what the mouse is over or the keys stand at is read out, Enter or a click
leads to its claims.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from claimdesk.i18n import _
from claimdesk.ui.theme import notifier
from claimdesk.ui.views.overview.charts import Chart, Target
from claimdesk.ui.views.overview.drawing import Drawing, Place, drawing, words_at
from claimdesk.ui.widgets.tooltip import plain_tooltip

_ALONG = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ACROSS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ChartView(QWidget):
    """Draws one chart as wide as it is."""

    wanted = Signal(object)
    """A Target: somebody wants to see what a bar counts."""
    read = Signal(str)
    """What is looked at, in words; empty where nothing is."""
    moved = Signal(QRectF)
    """Keys went to what stands here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart("", "", (), "")
        self.setAccessibleName(_("Overview"))  # until it shows something
        self._drawing: Drawing | None = None
        self._at: Place | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        notifier.changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart, or the same one anew."""
        self.chart, self._drawing = chart, None
        if self._at is not None and self._at.bar >= len(chart.bars):
            self._at = None
        self.setAccessibleName(chart.title)
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def at(self) -> Place | None:
        """What is being read."""
        return self._at

    def rect_of(self, place: Place) -> QRectF:
        """Where a part of the chart stands."""
        return self._drawn().rect_of(place)

    def _drawn(self) -> Drawing:
        if self._drawing is None:
            self._drawing = drawing(self.chart, self.width())
        return self._drawing

    def resizeEvent(self, _event: object) -> None:
        self._drawing = None

    def sizeHint(self) -> QSize:
        return QSize(320, round(self._drawn().height))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(self._drawn().height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawn().paint(painter, QRectF(event.rect()), self._at)

    # by mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(self._drawn().place_at(event.position()))
        leads = self._target() is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(self._drawn().place_at(event.position()))
            self._lead()

    def leaveEvent(self, _event: QEvent) -> None:
        if not self.hasFocus():
            self._go(None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = words_at(self.chart, self._drawn().place_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    # by keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._lead()
        elif not self.chart.bars or not self._step(key):
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> bool:
        along, across = (_ACROSS, _ALONG) if self.chart.columns else (_ALONG, _ACROSS)
        at = self._at or Place(0)
        last = len(self.chart.bars) - 1
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(Place(0 if key is Qt.Key.Key_Home else last))
        elif key in along:
            self._go(Place(min(last, max(0, at.bar + along[key])) if self._at else 0))
        elif key in across:
            # In a column the parts stand one on the other: up is the next.
            by = -across[key] if self.chart.columns else across[key]
            most = len(self.chart.bars[at.bar].parts) - 1
            self._go(Place(at.bar, min(most, max(-1, at.part + by))))
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key and self._at is None and self.chart.bars:
            self._go(Place(len(self.chart.bars) - 1 if self.chart.columns else 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go(None)

    # what is looked at

    def _go(self, place: Place | None) -> None:
        if place != self._at:
            self._at = place
            self._tell()
            self.update()

    def _tell(self) -> None:
        words = words_at(self.chart, self._at)
        self.read.emit(words)
        said = words or (
            _("{count} bars; the arrow keys read them.").format(count=len(self.chart.bars))
            if self.chart.bars
            else self.chart.empty
        )
        self.setAccessibleDescription(said)
        if self.hasFocus():
            QAccessible.updateAccessibility(
                QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            )
            if self._at is not None:
                self.moved.emit(self._drawn().rect_of(self._at))

    def _target(self) -> Target | None:
        if self._at is None:
            return None
        bar = self.chart.bars[self._at.bar]
        if 0 <= self._at.part < len(bar.parts) and bar.parts[self._at.part].target is not None:
            return bar.parts[self._at.part].target
        return bar.target

    def _lead(self) -> None:
        if (target := self._target()) is not None:
            self.wanted.emit(target)
