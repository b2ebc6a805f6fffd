"""Why a correction is declined, or a passage dropped."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.propose_correction import DecideCorrection, DropPassage
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Lines
from claimdesk.ui.dialogs.sizes import at_least

_WIDTH = 460


class DecisionDialog(EditDialog):
    """Asks for the reason; the report prints it."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        finish: str,
        parent: QWidget | None = None,
        *,
        question: str,
        edit: Callable[[str], Edit],
        needs_reason: bool,
    ) -> None:
        """'edit' makes the edit of the reason."""
        super().__init__(desk, title, finish, parent)
        self._edit, self._needs_reason = edit, needs_reason
        words = QLabel(question, self)
        words.setWordWrap(True)
        self.words = Lines(_("Reason"), "", 2, self)
        self.words.textChanged.connect(self.check)
        self.body.addWidget(words)
        self.body.addWidget(self.words)
        at_least(self, _WIDTH)
        self.words.setFocus()
        self.check()

    def obstacle(self) -> str:
        if self._needs_reason and not self.words.words:
            return _("Who proposed it will ask why.")
        return ""

    def edit(self) -> Edit:
        return self._edit(self.words.words)


def declining(desk: Desk, correction: Correction, parent: QWidget | None) -> DecisionDialog:
    """Asks why a correction is declined."""
    return DecisionDialog(
        desk,
        _("Decline the correction"),
        _("Decline"),
        parent,
        question=_("Why does the old wording stay?"),
        edit=lambda reason: DecideCorrection(
            correction.id, CorrectionState.DECLINED, reason, correction.state
        ),
        needs_reason=True,
    )


def dropping(desk: Desk, claim: int, parent: QWidget | None) -> DecisionDialog:
    """Asks why a claim's passage leaves the text, if it needs saying."""
    return DecisionDialog(
        desk,
        _("Passage dropped"),
        _("Dropped"),
        parent,
        question=_("The passage leaves the text. Why, if it needs saying?"),
        edit=lambda reason: DropPassage(claim, reason),
        needs_reason=False,
    )
