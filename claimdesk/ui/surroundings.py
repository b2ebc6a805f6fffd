"""What stands around the panes, kept in step with the open desk: title, tool bar, status bar, and
which actions can be done."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from claimdesk.domain.arrival import ARCHIVED
from claimdesk.domain.errors import Stopped
from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.ui.actions.action import Needs

if TYPE_CHECKING:
    from claimdesk.ui.bulk_notice import BulkNotice
    from claimdesk.ui.main_window import MainWindow

COUNTED_AFTER = 150
"""Milliseconds."""
_SHOWN_AROUND = {"claim", "article", "question", "coverage", "anchor", "revision", "suggestion"}


class Surroundings:
    """Those of one window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._failure = ""
        # Sentences are counted a moment later: the row that was marked is painted first.
        self._count = QTimer(window, singleShot=True, interval=COUNTED_AFTER)
        self._count.timeout.connect(self.count_sentences)

    @cached_property
    def _bulk(self) -> "BulkNotice":
        from claimdesk.ui.bulk_notice import BulkNotice  # with the first edit

        return BulkNotice(self._window)

    def show_all(self) -> None:
        """Show all of it anew."""
        self.tell_what_can_be_done()
        self.tell_undo()
        self.show_article()

    def show_article(self) -> None:
        """Name the article and count what is done."""
        window, workspace = self._window, self._window.workspace
        article = workspace.article if workspace else None
        window.title_bar.show_article(article)
        window.status.show_desk(workspace.desk if workspace else None, article)
        self._count.start()
        name = workspace.desk.path.stem if workspace else ""
        parts = [article.data.title if article else "", name, "Claimdesk"]
        window.setWindowTitle(" – ".join(part for part in parts if part))

    def count_sentences(self) -> None:
        """Say how many sentences nobody looked at."""
        workspace = self._window.workspace
        reading = workspace.reading if workspace else None
        self._window.status.show_unseen(reading.unseen if reading else None)

    def tell_what_can_be_done(self, *_given: object) -> None:
        """Enable the actions that have what they need."""
        window, workspace = self._window, self._window.workspace
        window.actions_.allow(self._there())
        self.tell_undo()
        if workspace is not None:
            if workspace.text is not None:
                workspace.text.leave_enter(bool(workspace.proposal))
            actions = window.actions_
            actions["show_sidebar"].setChecked(workspace.sidebar.isVisibleTo(window))
            actions[f"list_{workspace.arrangement}"].setChecked(True)
            if workspace.reading is not None:
                actions[f"show_{workspace.reading.mode}"].setChecked(True)
            actions["show_archived"].setChecked(workspace.sidebar.model.is_open(ARCHIVED))
            actions["show_whole_desk"].setChecked(workspace.selection.whole_desk)
            self.tell_what_is_left()
            self.show_article()

    def _there(self) -> Needs:
        there, workspace = Needs.NOTHING, self._window.workspace
        if workspace is not None:
            there |= Needs.DESK
            if workspace.selection.article is not None:
                there |= Needs.ARTICLE
            if workspace.selection.claim is not None and workspace.is_complete:
                there |= Needs.CLAIM
            if workspace.proposal:
                there |= Needs.OFFER
            if workspace.reading is not None and workspace.reading.is_reviewing:
                there |= Needs.SUGGESTION
        return there

    def tell_what_is_left(self, *_given: object) -> None:
        """Whether the list is narrowed to what is left."""
        workspace = self._window.workspace
        if workspace is not None:
            self._window.actions_["show_left"].setChecked(workspace.list.shows_left)

    def tell_undo(self) -> None:
        """Name what can be taken back and done again."""
        desk = self._window.workspace.desk if self._window.workspace else None
        undo = desk.undo_message if desk else None
        redo = desk.redo_message if desk else None
        # An edit that is still queued can be taken back already, though not yet by its name.
        queued = desk is not None and not desk.is_settled
        for name, words, message in (
            ("undo", _("&Undo"), undo),
            ("redo", _("&Redo"), redo),
        ):
            action = self._window.actions_[name]
            action.setEnabled(message is not None or (queued and name == "undo"))
            action.setText(f"{words}: {message.words.replace('&', '&&')}" if message else words)

    def show_progress(self, words: str, share: float) -> None:
        """Show work that is under way; without words, that it has ended."""
        window = self._window
        action = window.actions_["find_claims"]
        if not words:
            window.status.progress.end()
            action.setText(_("Fin&d claims"))
            return
        window.status.progress.tell(words, share)
        action.setText(_("Stop fin&ding claims"))

    def show_edit(self, words: str, share: float) -> None:
        """Show an edit that takes a while; without words, that it has ended."""
        progress = self._window.status.progress
        if words:
            progress.tell(words, share)
        else:
            progress.end()

    # what the desk tells

    def on_changed(self, changes: Changes) -> None:
        """Take in what an edit changed."""
        if _SHOWN_AROUND & changes.entities:
            self.show_article()
        self._bulk.on_changed(changes)

    def on_failed(self, sentence: str) -> None:
        """Say why an edit was refused."""
        self._failure = sentence
        self._window.complain(sentence)

    def on_stopped(self) -> None:
        """Say that an edit was stopped, as somebody wanted."""
        self._window.messages.say(str(Stopped()), seconds=6)

    def on_saved(self) -> None:
        """An edit went through: what was said of a refused one is over."""
        workspace = self._window.workspace
        if workspace is not None:
            self._window.status.show_saved(workspace.desk.saved_at)
        if self._failure:
            self._window.hush(self._failure)
        self._failure = ""

    def on_waiting(self, waiting: bool) -> None:
        """Say that another program writes, as long as it does."""
        sentence = _("Another program is writing to this desk; your edit waits for its turn.")
        if waiting:
            self._window.complain(sentence)
        else:
            self._window.hush(sentence)
