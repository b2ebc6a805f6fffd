"""What the pane says while no claim is chosen: what to do next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, interface_font
from claimdesk.ui.widgets.words import Words


class NothingChosen(QWidget):
    """Two sentences in the middle of the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = Words(interface_font(BODY, QFont.Weight.DemiBold), "text2", self)
        self.advice = Words(interface_font(BODY), "text3", self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 64, 8, 16)
        whole.setSpacing(6)
        for words in (self.head, self.advice):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            whole.addWidget(words)

    def fill(self, *, has_article: bool) -> None:
        """Say what to do, with an article open or without."""
        if has_article:
            self.head.show_words(_("No claim chosen"))
            self.advice.show_words(
                _(
                    "Click a claim in the text or in the list, or press J for the next one. "
                    "Ctrl+Shift+N adds a claim."
                )
            )
        else:
            self.head.show_words(_("No article chosen"))
            self.advice.show_words(_("Choose an article at the left, or add one."))
