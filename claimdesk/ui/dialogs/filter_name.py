"""Give a filter of claims a name."""

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.saved_filters import RenameFilter, SaveFilter
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.saved_filter import SavedFilter
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Line, form, note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.filter_words import in_words
from claimdesk.ui.widgets.ink import ink

_WIDTH = 420


class FilterNameDialog(EditDialog):
    """One line; below it what the filter asks for."""

    def __init__(
        self,
        desk: Desk,
        chosen: ClaimFilter,
        held: SavedFilter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """'held' is the saved filter that gets another name; without it a new one is saved."""
        title = _("Rename the filter") if held else _("Save this filter")
        super().__init__(desk, title, _("Rename") if held else _("Save"), parent)
        self._chosen, self._held = chosen, held
        self._words = in_words(chosen, partial(queries.titles, desk.read))
        self.name = Line(_("Name"), held.name if held else self._words, self)
        self.name.setMaxLength(80)
        self.name.selectAll()
        self.name.textChanged.connect(self.check)
        fields = form()
        fields.addRow(_("Name"), self.name)
        self.body.addLayout(fields)
        self.body.addWidget(self._said())
        at_least(self, _WIDTH)
        self.name.setFocus()
        self.check()

    def obstacle(self) -> str:
        if not self._chosen.is_narrowed:
            return _("This filter shows all claims; narrow the list first.")
        return "" if self.name.words else _("The name is still missing.")

    def edit(self) -> Edit:
        if self._held is not None:
            return RenameFilter(self._held.id, self.name.words)
        return SaveFilter(self.name.words, self._chosen)

    def _said(self) -> QLabel:
        label = note(self)
        ink(label, "text2")
        label.setText(
            _("Shows, in the article under check: {conditions}").format(
                conditions=self._words or _("all claims")
            )
        )
        return label
