"""What comes in that is no text: our own sheet with changes, a foreign spreadsheet, the dossier of
another desk. Each is looked at in a dialog of its own before anything is stored."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from claimdesk.domain.received import ReceivedDossier
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.dialogs.incoming import IncomingDialog

if TYPE_CHECKING:
    from claimdesk.domain.sheet import SheetPlan
    from claimdesk.services.importers.incoming import Spreadsheet
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Changed:
    """A sheet of ours, and what it would change."""

    name: str
    plan: "SheetPlan"


Seen: TypeAlias = "Changed | Spreadsheet | ReceivedDossier"


def look(path: Path, desk: Path) -> "Seen | None":
    """What a file brings to a desk; None where it is a text. Takes its time: off the GUI thread.
    UnreadableText or NotFound in one sentence."""
    from claimdesk.commands.import_sheet import plan_import  # when needed
    from claimdesk.services.importers.incoming import read_incoming  # likewise
    from claimdesk.services.importers.sheet import Sheet  # likewise

    incoming = read_incoming(path)
    if not isinstance(incoming, Sheet):
        return incoming
    read = Reader(desk)
    try:
        with read.at_one_moment():
            return Changed(incoming.name, plan_import(read, incoming))
    finally:
        read.close()


def dialog_for(seen: Seen, workspace: "Workspace", window: "MainWindow") -> IncomingDialog:
    """The dialog that shows what was seen, not open yet."""
    desk = workspace.desk
    if isinstance(seen, Changed):
        from claimdesk.ui.dialogs.sheet_changes import SheetChangesDialog  # when shown

        return SheetChangesDialog(desk, seen.plan, seen.name, window)
    if isinstance(seen, ReceivedDossier):
        from claimdesk.ui.dialogs.dossier import DossierDialog  # likewise

        return DossierDialog(desk, seen, window)
    from claimdesk.ui.dialogs.spreadsheet import SpreadsheetDialog  # likewise

    return SpreadsheetDialog(desk, seen, workspace.selection.article, window)
