"""The inspector's first line: which claim, and the way to its neighbours."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from claimdesk.domain.claim import WORTHINESS, ClaimRow
from claimdesk.i18n import _, ngettext
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import icon
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.key_cap import KeyCap
from claimdesk.ui.widgets.words import Words
from claimdesk.ui.widgets.worthiness import worthiness_words


class Head(QWidget):
    """'Claim 44  quantity · high ●●●', or how many claims are chosen."""

    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel(parent=self)
        self.title.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        self.about = ElidedLabel(parent=self)
        self.about.setFont(interface_font(SMALL))
        ink(self.about, "text2")
        self.unlisted = Words(interface_font(SMALL, QFont.Weight.DemiBold), "accent", self)
        self.previous = self._button(_("Previous claim (K)"), self.previous_wanted)
        self.next = self._button(_("Next claim (J)"), self.next_wanted)
        self._put_together()
        self.take_theme()

    def fill(self, row: ClaimRow) -> None:
        """Show which claim it is."""
        self.title.setText(_("Claim {number}").format(number=row.number))
        level = row.check_worthiness
        dots = "●" * level + "○" * (len(WORTHINESS) - level)
        tags = "".join(f" #{tag}" for tag in row.tags)
        self.about.setText(f"{row.kind.label} · {worthiness_words(level)} {dots}{tags}")
        self.about.setAccessibleName(
            _("{kind}, check-worthiness {level} of 3").format(kind=row.kind.label, level=level)
            + tags
        )

    def fill_many(self, count: int) -> None:
        """Show that several are chosen."""
        self.title.setText(ngettext("{count} claim chosen", "{count} claims chosen", count))
        self.about.setText("")

    def tell_unlisted(self, unlisted: bool) -> None:
        """Say that the list does not show the claim, or that it does."""
        words = _("Not in the filtered list; J goes on there.") if unlisted else ""
        self.unlisted.show_words(words)

    def take_theme(self) -> None:
        """Draw the icons in the colours in force."""
        self.previous.setIcon(icon("chevron-up"))
        self.next.setIcon(icon("chevron-down"))

    def _button(self, name: str, pressed: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(pressed)
        return button

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.unlisted)
        row.addWidget(self.title)
        row.addWidget(self.about, 1)
        for button, key in ((self.previous, "K"), (self.next, "J")):
            row.addWidget(button)
            row.addWidget(KeyCap(key, self))
