"""The line near the status that says which other claims say the contrary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from claimdesk.domain.claim import RelationKind
from claimdesk.domain.dossier import Relation
from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import pixmap, status_icon
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.link_button import LinkButton

SHOWN = 3
"""How many are named; the section lists all."""

_ICON = 14


class ContradictionLine(QWidget):
    """'Contradicts claim 12, claim 71', each with its status and the way there."""

    jump_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(self)
        self.says = QLabel(_("Contradicts"), self)
        self.says.setFont(interface_font(SMALL))
        ink(self.says, "text2")
        self.more = QLabel(self)
        self.more.setFont(interface_font(SMALL))
        ink(self.more, "text2")
        self._others: list[int] = []
        self.links = [self._link(at) for at in range(SHOWN)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._icon, self.says, *self.links, self.more):
            row.addWidget(part)
        row.addStretch(1)

    def fill(self, relations: Sequence[Relation]) -> None:
        """Name those of a claim's ties that contradict it; hidden where none does."""
        found = [tie for tie in relations if tie.kind is RelationKind.CONTRADICTS]
        self._others = [tie.other for tie in found]
        for link, tie in zip(self.links, found, strict=False):
            link.setText(_("Claim {number}").format(number=tie.other_number))
            link.setIcon(status_icon(tie.other_status))
            link.setAccessibleName(
                _("Contradicts claim {number}, {status}: go there").format(
                    number=tie.other_number, status=tie.other_status.label
                )
            )
        for at, link in enumerate(self.links):
            link.setVisible(at < len(found))
        further = len(found) - SHOWN
        self.more.setText(f"+{further}")
        self.more.setVisible(further > 0)
        if found:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(pixmap("relation-many-to-many", _ICON, theme().text2, ratio))
        self.setVisible(bool(found))

    def _link(self, at: int) -> LinkButton:
        link = LinkButton("", self)
        link.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        link.clicked.connect(lambda: self.jump_wanted.emit(self._others[at]))
        return link
