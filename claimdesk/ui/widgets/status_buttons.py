"""The ten statuses as real buttons, with key, icon and word: two columns, or one strip of keys
where the window is low.

A button shows what the desk holds, not what was clicked: after a click it springs back until
set_status says otherwise, so that a refused edit never looks done.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, META, interface_font, scaled
from claimdesk.ui.icons import status_pixmap
from claimdesk.ui.theme import StatusColours, notifier, theme
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.key_cap import key_cap_size, paint_key_cap

_ICON = 15
_RADIUS = 5
_PADDING = 6
_SPACING = 8
_GAP = 4
_BUTTON_HEIGHT = 29
_STRIP_HEIGHT = 38
_SHORTEST_WORD = 40


def paint_ground(
    painter: QPainter, button: QPushButton, chosen: StatusColours | None = None
) -> None:
    """A button's ground and border, in these colours while it is chosen; the focus inside the
    border, so that a chosen button shows both."""
    colours = theme()
    painter.setBrush(colours.card)
    pen = QPen(colours.line_strong if button.underMouse() else colours.line, 1)
    if chosen is not None and button.isChecked():
        painter.setBrush(chosen.strong)
        pen = QPen(chosen.mark, 1.6)
    elif button.isDown():
        painter.setBrush(colours.sunken)
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    if button.hasFocus():
        painter.setPen(QPen(colours.focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(3, 3, -3, -3), 3, 3)


class StatusButton(QPushButton):
    """One status; painted by us, since no style draws a chosen button in a colour of its own."""

    def __init__(self, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = status
        self._compact = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(status.short_label)
        self.setAccessibleName(_("{status}, key {key}").format(status=status.label, key=status.key))
        self.setToolTip(f"{status.label} ({status.key})")

    def set_compact(self, compact: bool) -> None:
        """Show only icon and key."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(_ICON + 2 * _PADDING, _in_height(_STRIP_HEIGHT))
        word = QFontMetrics(_label_font(chosen=True)).horizontalAdvance(self.text())
        return QSize(self._word_left() + word + 2 * _PADDING, _in_height(_BUTTON_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        if self._compact:
            return full
        return QSize(min(full.width(), self._word_left() + _SHORTEST_WORD), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self, theme().status[self.status])
        if self._compact:
            self._paint_strip_key(painter)
        else:
            self._paint_row(painter)

    def _paint_row(self, painter: QPainter) -> None:
        cap = key_cap_size(self._key)
        middle = self.height() / 2
        left = float(_PADDING)
        paint_key_cap(
            painter, QRectF(left, middle - cap.height() / 2, cap.width(), cap.height()), self._key
        )
        left += cap.width() + _SPACING
        painter.drawPixmap(QPointF(left, middle - _ICON / 2), self._picture())
        room = QRectF(self.rect()).adjusted(self._word_left(), 0, -_PADDING, 0)
        font = _label_font(chosen=self.isChecked())
        word = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.setFont(font)
        painter.setPen(theme().text)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)

    def _paint_strip_key(self, painter: QPainter) -> None:
        half = self.height() / 2
        painter.drawPixmap(QPointF((self.width() - _ICON) / 2, half - _ICON + 1), self._picture())
        painter.setFont(interface_font(META))
        painter.setPen(theme().text if self.isChecked() else theme().text3)
        below = QRectF(0, half, self.width(), half - 3)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._key)

    def _picture(self) -> QPixmap:
        return status_pixmap(self.status, _ICON, self.devicePixelRatioF())

    def _word_left(self) -> int:
        return _PADDING + key_cap_size(self._key).width() + _SPACING + _ICON + _SPACING

    @property
    def _key(self) -> str:
        return str(self.status.key)


class StatusButtons(QWidget):
    """The choice of a claim's status."""

    chosen = Signal(Status)
    """The status that somebody clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: Status | None = None
        self._compact = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        # An exclusive group would set a status with each arrow key; one that is not leaves these
        # keys to us, and buttons without a group would walk on out of the grid.
        self._group = QButtonGroup(self, exclusive=False)
        self._buttons = {status: StatusButton(status, self) for status in Status}
        self._word = ElidedLabel(parent=self)
        for button in self._buttons.values():
            self._group.addButton(button)
            button.clicked.connect(self._clicked)
        self._arrange()
        notifier.changed.connect(self._repaint)

    def set_status(self, status: Status | None) -> None:
        """Show a claim's status; None where several claims differ or none is chosen."""
        self._status = status
        for each, button in self._buttons.items():
            button.setChecked(each is status)
        self._word.setText(status.label if status else "")

    def set_compact(self, compact: bool) -> None:
        """One strip of ten keys, with the chosen one's name below, or two columns."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def button(self, status: Status) -> StatusButton:
        """The button of a status."""
        return self._buttons[status]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, StatusButton):
            super().keyPressEvent(event)
            return
        place = focused.status.key + step
        if 0 <= place < len(Status):
            self._buttons[tuple(Status)[place]].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _columns(self) -> int:
        return len(Status) if self._compact else 2

    def _arrange(self) -> None:
        columns = self._columns
        for place, button in enumerate(self._buttons.values()):
            button.set_compact(self._compact)
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(len(Status)):
            self._grid.setColumnStretch(column, int(column < columns))
        self._grid.setHorizontalSpacing(_GAP if self._compact else _PADDING)
        if self._compact:
            self._grid.addWidget(self._word, 1, 0, 1, columns)
        else:
            self._grid.removeWidget(self._word)
        self._word.setVisible(self._compact)

    def _clicked(self) -> None:
        button = self.sender()
        self.set_status(self._status)
        if isinstance(button, StatusButton):
            self.chosen.emit(button.status)

    def _repaint(self) -> None:
        for button in self._buttons.values():
            button.update()


def _label_font(*, chosen: bool) -> QFont:
    return interface_font(BODY, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)


def _in_height(drawn: int) -> int:
    """A drawn height, for a font larger or smaller than the drawn one."""
    return max(drawn, scaled(drawn))
