"""What the claim list says of an article that has no claims."""

from PySide6.QtGui import QKeySequence

from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.desk import Desk


def how_to_begin(desk: Desk, article: int) -> str:
    """Where its first claim comes from: what was proposed, or a person."""
    if proposed := queries.open_suggestion_count(desk.read, article):
        said = ngettext("{count} claim is proposed.", "{count} claims are proposed.", proposed)
        keys = _("{review} shows what is proposed, {accept} makes a claim of it.").format(
            review=key_of("show_review"), accept=key_of("accept_suggestion")
        )
        return f"{said} {keys}"
    return _("This article has no claims yet. Add the first one with {key}.").format(
        key=key_of("new_claim")
    )


def key_of(name: str) -> str:
    """An action's key, as the system writes it."""
    keys = next(action.keys for action in ACTIONS if action.id == name)
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
