"""A section of the inspector: a rule, a head with title, count and one action, and a body."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.key_cap import KeyCap
from claimdesk.ui.widgets.link_button import LinkButton

_ABOVE, _BELOW = 11, 10
_SPACING = 6


class Section(QWidget):
    """Fill 'body'; 'action' tells that the button in the head was pressed."""

    action = Signal()

    def __init__(
        self, title: str, action: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._button: LinkButton | None = None
        self._key = key
        self._count = ElidedLabel(parent=self)
        self._count.setFont(interface_font(SMALL))
        ink(self._count, "text3")
        self._head = QHBoxLayout()
        self._head.setSpacing(_SPACING)
        self._head.addWidget(self._titled(title))
        self._head.addWidget(self._count)
        self._head.addStretch(1)
        if action:
            self._offer(action, key)
        self.body = QVBoxLayout()
        self.body.setSpacing(_SPACING)
        self._put_together()

    def set_count(self, count: int | None) -> None:
        """Show a number beside the title, or none."""
        self._count.setText("" if count is None else str(count))

    def name_action(self, action: str) -> None:
        """Call the button in the head something else."""
        if self._button is not None and self._button.text() != action:
            self._button.setText(action)
            if self._key:
                name = _("{action}, key {key}").format(action=action, key=self._key)
                self._button.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        QPainter(self).fillRect(0, 0, self.width(), 1, theme().line)

    def _titled(self, title: str) -> ElidedLabel:
        label = ElidedLabel(title, self)
        label.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        return label

    def _offer(self, action: str, key: str) -> None:
        self._button = LinkButton("", self)
        self._button.clicked.connect(self.action)
        self.name_action(action)
        self._head.addWidget(self._button)
        if key:
            self._head.addWidget(KeyCap(key, self))

    def _put_together(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, _ABOVE, 0, _BELOW)
        whole.setSpacing(_SPACING)
        whole.addLayout(self._head)
        whole.addLayout(self.body)
