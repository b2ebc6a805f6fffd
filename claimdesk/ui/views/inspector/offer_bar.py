"""Offers the status just set for other claims that state the same fact."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from claimdesk.domain.claim import ClaimRow
from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import icon, status_pixmap
from claimdesk.ui.same_facts import SameFactOffer
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.key_cap import KeyCap, key_parts
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words

NAMED = 6
"""How many claims are named by their numbers."""

_ICON = 15


class OfferBar(QWidget):
    """A sentence, what Enter does, and a cross; hidden where nothing is offered."""

    taken = Signal()
    turned_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self.sentence = Words(interface_font(SMALL), parent=self)
        self.take = LinkButton("", self)
        self.take.clicked.connect(self.taken)
        self.close_ = QToolButton(self)
        self.close_.setAutoRaise(True)
        self.close_.setIconSize(QSize(_ICON, _ICON))
        self.close_.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_.setToolTip(_("Leave the others as they are"))
        self.close_.setAccessibleName(_("Leave the others as they are"))
        self.close_.clicked.connect(self.turned_down)
        self._put_together()
        self.hide()

    def fill(self, offer: SameFactOffer | None) -> None:
        """Show an offer."""
        if offer is not None:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(status_pixmap(offer.status, _ICON, ratio))
            self.close_.setIcon(icon("x"))
            self.sentence.show_words(in_words(offer))
            self.take.setText(_how(offer))
            self.take.setAccessibleName(
                _("{action}, key {key}").format(action=_how(offer), key=key_parts("Enter")[0])
            )
        self.setVisible(offer is not None)
        if offer is not None:
            self.setAccessibleName(in_words(offer))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        QPainter(self).fillRect(self.rect(), theme().selection)

    def _put_together(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.sentence, 1)
        first.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(4)
        second.addSpacing(_ICON + 2)
        second.addWidget(self.take)
        second.addWidget(KeyCap(key_parts("Enter")[0], self))
        second.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 6, 4, 6)
        whole.setSpacing(2)
        whole.addLayout(first)
        whole.addLayout(second)


def in_words(offer: SameFactOffer) -> str:
    """'Claims 12 and 71 state the same fact as claim 44.'"""
    if len(offer.others) == 1:
        words = _("Claim {others} states the same fact as claim {given}.")
    else:
        words = _("Claims {others} state the same fact as claim {given}.")
    return words.format(others=_listed(offer.others), given=_listed(offer.given))


def _how(offer: SameFactOffer) -> str:
    several = len(offer.others) > 1
    words = _("Set them to “{status}”, too") if several else _("Set it to “{status}”, too")
    return words.format(status=offer.status.label)


def _listed(claims: tuple[ClaimRow, ...]) -> str:
    numbers = [str(row.number) for row in claims]
    if len(numbers) > NAMED:
        further = len(numbers) - NAMED
        return _("{numbers} and {count} more").format(
            numbers=", ".join(numbers[:NAMED]), count=further
        )
    if len(numbers) > 1:
        return _("{numbers} and {last}").format(numbers=", ".join(numbers[:-1]), last=numbers[-1])
    return "".join(numbers)
