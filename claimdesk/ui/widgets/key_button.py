"""A button that shows its key before its word, like those of the statuses."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, interface_font, scaled
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.widgets.key_cap import key_cap_size, paint_key_cap
from claimdesk.ui.widgets.status_buttons import paint_ground

_PADDING, _SPACING, _HEIGHT = 6, 6, 29
_SHORTEST_WORD = 40


class KeyButton(QPushButton):
    """Pressed by the mouse it does not take the focus: the keys go on where they were."""

    def __init__(self, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._key = key
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("{action}, key {key}").format(action=words, key=key))
        self.setToolTip(f"{words} ({key})")
        notifier.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        word = QFontMetrics(interface_font(BODY)).horizontalAdvance(self.text())
        return QSize(self._word_left + word + _PADDING + 1, max(_HEIGHT, scaled(_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        full = self.sizeHint()
        return QSize(min(full.width(), self._word_left + _SHORTEST_WORD), full.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, self)
        cap = key_cap_size(self._key)
        top = (self.height() - cap.height()) / 2
        paint_key_cap(painter, QRectF(_PADDING, top, cap.width(), cap.height()), self._key)
        room = QRectF(self.rect()).adjusted(self._word_left, 0, -_PADDING, 0)
        font = interface_font(BODY)
        word = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1
        )
        painter.setFont(font)
        painter.setPen(theme().text if self.isEnabled() else theme().text3)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)

    @property
    def _word_left(self) -> int:
        return _PADDING + key_cap_size(self._key).width() + _SPACING
