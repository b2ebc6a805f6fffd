"""The way back to words that are half written, also those from before a restart."""

from typing import TYPE_CHECKING

from shiboken6 import isValid

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.workspace import Workspace

_LONG_ENOUGH = 15
"""Seconds that the window speaks of drafts at other claims after a start."""


def mark(workspace: "Workspace") -> None:
    """From now on show in the list where words are half written."""
    drafts, model = workspace.desk.drafts, workspace.list.model

    def show() -> None:
        if isValid(model):
            model.mark_drafts({place.claim for place in drafts.places()})

    drafts.changed.connect(show)
    show()


def tell(window: "MainWindow") -> None:
    """After a start: say what waits at other claims; here one sees it."""
    workspace = window.workspace
    if workspace is None:
        return
    mark(workspace)
    claims = {place.claim for place in workspace.desk.drafts.places()}
    if others := claims - {workspace.selection.claim}:
        sentence = ngettext(
            "What you began to write waits at {count} other claim.",
            "What you began to write waits at {count} other claims.",
            len(others),
        )
        window.when_quiet(
            lambda: window.offer(
                sentence, {_("Show"): window.actions_["next_draft"].trigger}, seconds=_LONG_ENOUGH
            )
        )


def turn_to_next(workspace: "Workspace") -> None:
    """Turn to the next claim with a draft, in whatever article; the first follows the last."""
    claims = {place.claim for place in workspace.desk.drafts.places()}
    try:
        rows = queries.claim_rows(workspace.desk.read, claims)
    except ClaimdeskError:
        return
    there = sorted((row for row in rows), key=lambda row: (row.article, row.number))
    if not there:
        workspace.said.emit(_("There is no draft."))
        return
    ids = [row.id for row in there]
    here = workspace.selection.claim
    place = (ids.index(here) + 1) % len(ids) if here in ids else 0
    workspace.selection.choose_article(there[place].article, there[place].id)
