"""What the pane offers for several claims at once, besides the statuses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.widgets.key_cap import KeyCap
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words, flush


class SeveralChosen(QWidget):
    """A sentence, and the window's actions that are for many claims as well."""

    wanted = Signal(str)
    """The action with this id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Words(interface_font(SMALL), "text3", self)
        self.sentence.show_words(
            _("Status, tags and attribution are set for all of them, each in one step.")
        )
        self.tags = self._link(_("Tags …"), "tag_claims")
        self.tags.setAccessibleName(_("{action}, key {key}").format(action=_("Tags …"), key="T"))
        self.attribution = self._link(_("Attribution …"), "attribute_claims")
        self._put_together()

    def _link(self, words: str, action: str) -> LinkButton:
        button = LinkButton(words, self)
        button.clicked.connect(lambda: self.wanted.emit(action))
        return button

    def _put_together(self) -> None:
        offers = flush(self.tags)
        offers.setSpacing(4)
        for place, part in enumerate((KeyCap("T", self), self.attribution), 2):
            offers.insertWidget(place, part)
        offers.insertSpacing(3, 16)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.sentence)
        whole.addLayout(offers)
