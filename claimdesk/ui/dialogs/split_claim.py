"""Make two claims of one, or of a suggestion."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from claimdesk.commands.edit import Edit
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Lines, form
from claimdesk.ui.widgets.words import body

_WIDTH = 520


class SplitDialog(EditDialog):
    """The statement of each of the two."""

    def __init__(
        self,
        desk: Desk,
        statement: str,
        edit: Callable[[str, str], Edit],
        parent: QWidget | None = None,
        *,
        title: str,
        advice: str,
    ) -> None:
        """'edit' is made of both statements, 'advice' says what becomes of them."""
        super().__init__(desk, title, _("Split"), parent)
        self._make = edit
        words = body(self, "text2")
        words.show_words(advice)
        self.first = Lines(_("First statement"), statement, 3, self)
        self.second = Lines(_("Second statement"), "", 3, self)
        fields = form()
        for field in (self.first, self.second):
            fields.addRow(field.accessibleName(), field)
            field.textChanged.connect(self.check)
        self.body.addWidget(words)
        self.body.addLayout(fields)
        self.setMinimumWidth(_WIDTH)
        self.second.setFocus()
        self.check()

    def obstacle(self) -> str:
        if not self.first.words:
            return _("The first statement is still missing.")
        return "" if self.second.words else _("The second statement is still missing.")

    def edit(self) -> Edit:
        return self._make(_line(self.first.words), _line(self.second.words))


def _line(words: str) -> str:
    return " ".join(words.split())
