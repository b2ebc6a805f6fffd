"""Between the filters of the sidebar and the list that they narrow; and what is done with them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from claimdesk.domain.saved_filter import SavedFilter
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.views.filters import FiltersView

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace


class Filtering(QObject):
    """The filters of one workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace, self._desk = workspace, workspace.desk
        self.view = FiltersView(workspace.desk, workspace.selection, workspace)
        workspace.sidebar.add_below(self.view)
        self.view.wanted.connect(workspace.list.show_filter)
        self.view.save_wanted.connect(self.save_filter)
        self.view.rename_wanted.connect(self._rename)
        self.view.aside_wanted.connect(self._set_aside)
        workspace.list.head.save_wanted.connect(self.save_filter)
        workspace.list.filter_changed.connect(self.view.show_filter)
        self.view.show_filter(workspace.list.claim_filter)

    def filter_menu(self) -> None:
        """Open the menu of what the list can be filtered by."""
        self._workspace.list.head.open_menu()

    def save_filter(self) -> None:
        """Ask for a name for what the list is narrowed to."""
        from claimdesk.ui.dialogs.filter_name import FilterNameDialog  # when needed

        chosen = self._workspace.list.claim_filter
        FilterNameDialog(self._desk, chosen, parent=self._workspace).open()

    def rename_filter(self) -> None:
        """Ask for another name for the saved filter at hand."""
        if (saved := self._at_hand()) is not None:
            self._rename(saved)

    def set_filter_aside(self) -> None:
        """Set the saved filter at hand aside."""
        if (saved := self._at_hand()) is not None:
            self._set_aside(saved)

    def _at_hand(self) -> int | None:
        saved = self.view.saved_at_hand
        if saved is None:
            self._workspace.said.emit(_("No saved filter is on. Press one in the sidebar first."))
        return saved

    def _rename(self, saved: int) -> None:
        from claimdesk.ui.dialogs.filter_name import FilterNameDialog  # when needed

        held = self._held(saved)
        if held is not None:
            FilterNameDialog(self._desk, held.conditions, held, self._workspace).open()

    def _set_aside(self, saved: int) -> None:
        from claimdesk.commands.saved_filters import SetAsideFilter  # when first needed

        self._desk.run(SetAsideFilter(saved))

    def _held(self, saved: int) -> SavedFilter | None:
        every = queries.saved_filters(self._desk.read)
        return next((one for one in every if one.id == saved), None)
