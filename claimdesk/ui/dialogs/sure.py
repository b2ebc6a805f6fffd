"""Asks once more before an edit that touches many claims at once."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from claimdesk.i18n import _
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.widgets.ink import ink

MOST_UNASKED = 200
"""Up to how many claims are changed without a question."""

_WIDTH = 400


class SureDialog(AskingDialog):
    """The question names the number; what is done can be taken back as one step."""

    def __init__(
        self, question: str, finish: str, then: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Many claims at once"), finish, parent)
        self._then = then
        self.question = QLabel(question, self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        said = note(self)
        ink(said, "text2")
        said.setText(_("It is one step, which you can stop while it runs and take back later."))
        self.body.addWidget(self.question)
        self.body.addWidget(said)
        at_least(self, _WIDTH)
        self.finish.setFocus()
        self.check()

    def obstacle(self) -> str:
        return ""

    def conclude(self) -> None:
        self.done(self.DialogCode.Accepted)
        self._then()


def when_sure(
    count: int, question: str, finish: str, then: Callable[[], object], parent: QWidget
) -> None:
    """Go on at once with a few claims; with many only when somebody says yes."""
    if count <= MOST_UNASKED:
        then()
    else:
        SureDialog(question, finish, then, parent).open()
