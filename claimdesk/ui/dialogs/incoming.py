"""What the dialogs have in common that show a file before the desk takes it in."""

from claimdesk.domain.history import Changes
from claimdesk.ui.dialogs.edit_dialog import EditDialog


class IncomingDialog(EditDialog):
    """A dialog that says, once it is closed, which article it led to."""

    article: int | None = None
    """None until the desk has stored something."""

    def stored(self, changes: Changes) -> None:
        self.article = next(iter(changes.articles), None)
