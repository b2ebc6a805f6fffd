"""Says in the message bar what was done to many claims, with the way back."""

from typing import TYPE_CHECKING

from claimdesk.domain.history import AGAIN, TAKEN_BACK, Changes, Message
from claimdesk.i18n import N_, _, number

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

_SECONDS = 20
_FEW = 20
_STORED = N_("Stored: {what}; claims changed: {count}.")
_FORMS = {
    TAKEN_BACK: N_("Taken back: {what}; claims changed: {count}."),
    AGAIN: N_("Done again: {what}; claims changed: {count}."),
}
_OF_CLAIMS = frozenset({"claim", "note", "person", "tag", "tagging"})
"""What an edit of many claims touches; others say themselves what they did."""


class BulkNotice:
    """That of one window. It stands no longer than the step it offers to take back."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._sentence = ""

    def on_changed(self, changes: Changes) -> None:
        """Take in what an edit changed."""
        message = changes.message
        if message is None:
            return
        if self._sentence:
            self._window.hush(self._sentence)
        told = _what(message)
        self._sentence = ""
        if _is_worth_telling(told, changes):
            form = _FORMS.get(message.id, _STORED)
            count = number(len(changes.claims))
            self._sentence = _(form).format(what=told.words, count=count)
            back = message.id == TAKEN_BACK
            words, action = (_("Redo"), "redo") if back else (_("Undo"), "undo")
            trigger = self._window.actions_[action].trigger
            self._window.offer(self._sentence, {words: trigger}, seconds=_SECONDS)


def _what(message: Message) -> Message:
    """The message itself, or that of what is taken back or done again."""
    if message.id not in _FORMS:
        return message
    inner = message.arguments["message"]
    return Message(inner["id"], inner["arguments"])


def _is_worth_telling(told: Message, changes: Changes) -> bool:
    """The statuses of a few claims are seen to change."""
    few = _FEW if "status" in told.arguments else 1
    return len(changes.claims) > few and changes.entities <= _OF_CLAIMS
