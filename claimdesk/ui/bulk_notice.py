"""Says in the message bar what was done to many claims, with the way back."""

from typing import TYPE_CHECKING

from claimdesk.domain.history import AGAIN, TAKEN_BACK, Changes, Message
from claimdesk.i18n import _, number

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

_SECONDS = 20
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
        self._sentence = _in_words(message, len(changes.claims)) if _is_bulk(changes) else ""
        if self._sentence:
            back = message.id == TAKEN_BACK
            words, action = (_("Redo"), "redo") if back else (_("Undo"), "undo")
            trigger = self._window.actions_[action].trigger
            self._window.offer(self._sentence, {words: trigger}, seconds=_SECONDS)


def _is_bulk(changes: Changes) -> bool:
    return len(changes.claims) > 1 and changes.entities <= _OF_CLAIMS


def _in_words(message: Message, changed: int) -> str:
    """'Stored: Tags of 395 claims: +bridge; claims changed: 228.'"""
    form = {
        TAKEN_BACK: _("Taken back: {what}; claims changed: {count}."),
        AGAIN: _("Done again: {what}; claims changed: {count}."),
    }.get(message.id, _("Stored: {what}; claims changed: {count}."))
    inner = message.arguments.get("message") if message.id in (TAKEN_BACK, AGAIN) else None
    told = Message(inner["id"], inner["arguments"]) if inner else message
    return form.format(what=told.words, count=number(changed))
