"""Asks twice, erases, and says so."""

from typing import TYPE_CHECKING

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import _
from claimdesk.ui.dialogs.erase import EraseAgain, EraseDialog, Plan
from claimdesk.ui.models.erasable import of_article, of_claim

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow


def ask(window: "MainWindow") -> None:
    """What is to be erased at the chosen claim, at its article, or by its words."""
    workspace = window.workspace
    if workspace is None:
        return
    desk, chosen = workspace.desk, workspace.selection
    try:
        erasable = of_claim(desk.read, chosen.claim) if chosen.claim is not None else []
        if chosen.article is not None:
            erasable += of_article(desk.read, chosen.article)
    except ClaimdeskError as error:
        window.complain(str(error))
        return
    dialog = EraseDialog(desk, erasable, window)
    dialog.planned.connect(lambda plan: _ask_again(window, plan))
    dialog.open()


def _ask_again(window: "MainWindow", plan: Plan) -> None:
    if window.workspace is None:
        return
    dialog = EraseAgain(window.workspace.desk, plan, window)
    dialog.erased.connect(lambda: window.messages.say(_("Erased for good."), seconds=6))
    dialog.erased.connect(window.safekeeping.keep)  # a new one in place of those removed
    dialog.open()
