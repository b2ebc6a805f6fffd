"""The window: menus, tool bar, message bar, status bar, and the workspace of the open desk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.domain.history import Changes
from claimdesk.domain.person import Person, system_person
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store import open_desk
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.actions.registry import Menu, Needs
from claimdesk.ui.desk import Desk
from claimdesk.ui.desk_files import DeskFiles
from claimdesk.ui.first_paint import FirstPaint
from claimdesk.ui.memory import Memory
from claimdesk.ui.views.desk_status import DeskStatus
from claimdesk.ui.views.title_bar import TitleBar
from claimdesk.ui.views.welcome import Welcome
from claimdesk.ui.widgets.message_bar import Importance, MessageBar
from claimdesk.ui.workspace import Workspace

REMEMBER_AFTER = 1000
"""Milliseconds after a change of place or arrangement until it is remembered."""


class MainWindow(QMainWindow):
    """One window, one desk at a time."""

    painted = Signal()
    """The desk's list has been painted."""
    ready = Signal()
    """Everything is built, too."""

    def __init__(self, person: Person | None = None) -> None:
        super().__init__()
        self.person = person or system_person()
        self.memory = Memory()
        self.workspace: Workspace | None = None
        self._failure = ""
        self.files = DeskFiles(self)
        self._build()
        self._remember = QTimer(self, singleShot=True, interval=REMEMBER_AFTER)
        self._remember.timeout.connect(self.remember)
        self._restore_geometry()

    def _build(self) -> None:
        self.setWindowTitle("Claimdesk")
        self.messages = MessageBar()
        self.pages = QStackedWidget()
        self.messages.acted.connect(self.files.show_written)
        self.welcome = Welcome()
        self.pages.addWidget(self.welcome)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        self.actions_ = ActionBar(self, self._handlers())
        self.recent_menu = self.files.add_recent_menu(self.actions_.menus[Menu.FILE])
        self.title_bar = TitleBar(self.actions_)
        self.addToolBar(self.title_bar)
        self.status = DeskStatus()
        self.setStatusBar(self.status)
        self.welcome.wanted.connect(lambda name: self.actions_[name].trigger())
        self._tell_what_can_be_done()

    def _handlers(self) -> dict[str, Callable[..., object]]:
        def in_workspace(name: str) -> Callable[..., object]:
            return lambda *given: self.workspace and getattr(self.workspace, name)(*given)

        def marks(status: Status) -> Callable[[], object]:
            return lambda: self.workspace and self.workspace.set_status(status)

        def arranges(arrangement: str) -> Callable[..., object]:
            return lambda *_: self.workspace and self.workspace.set_arrangement(arrangement)

        return {
            **{f"status_{status}": marks(status) for status in Status},
            **{
                name: in_workspace(name)
                for name in (
                    "next",
                    "previous",
                    "back",
                    "find",
                    "write_note",
                    "attach_source",
                    "edit_statement",
                    "set_aside",
                    "new_claim",
                    "larger_text",
                    "smaller_text",
                    "show_sidebar",
                )
            },
            **{f"list_{name}": arranges(name) for name in ("below", "left", "auto")},
            "new_desk": self.files.new_desk,
            "open_desk": self.files.choose_desk,
            "open_sample": self.files.open_sample,
            "save_copy": self.files.save_copy,
            "export_report": self.files.export_report,
            "new_article": self.files.new_article,
            "article_data": self.files.article_data,
            "undo": lambda: self.workspace and self.workspace.desk.undo(),
            "redo": lambda: self.workspace and self.workspace.desk.redo(),
            "quit": self.close,
            "about": self.files.about,
        }

    # the open desk

    def open(self, path: Path) -> bool:
        """Open a desk in place of the one that is open; a refused one is said in the bar."""
        try:
            kept = open_desk(path)
            desk = Desk(path, self.person)
        except ClaimdeskError as error:
            self.messages.say(str(error), Importance.ERROR)
            return False
        self.close_desk()
        self._take(desk)
        if kept:
            self.messages.say(
                _("Brought up to date; the desk as it was lies at “{path}”.").format(path=kept)
            )
        return True

    def _take(self, desk: Desk) -> None:
        self.workspace = workspace = Workspace(desk)
        desk.setParent(workspace)
        self.pages.addWidget(workspace)
        self.pages.setCurrentWidget(workspace)
        workspace.said.connect(lambda words: self.messages.say(words, seconds=6))
        workspace.arranged.connect(self._remember.start)
        workspace.selection.article_changed.connect(self._tell_what_can_be_done)
        workspace.selection.claim_changed.connect(self._tell_what_can_be_done)
        workspace.sidebar.new_article_wanted.connect(self.files.new_article)
        desk.changed.connect(self._on_changed)
        desk.failed.connect(self._on_failed)
        desk.waiting.connect(self._on_waiting)
        desk.undo_changed.connect(self._tell_undo)
        desk.saved.connect(self._on_saved)
        self.memory.opened(desk.path)
        workspace.restore_state(self._state_of(desk))
        self._show_desk()
        # What the first paint does not need comes after it.
        first = FirstPaint(workspace.list, self)
        first.seen.connect(lambda: self._complete(workspace))

    def _state_of(self, desk: Desk) -> dict[str, Any]:
        held = self.memory.section("desks").get(desk.info.public_id)
        return {**self.memory.section("arrangement"), **(held if isinstance(held, dict) else {})}

    def _complete(self, workspace: Workspace) -> None:
        if workspace is not self.workspace:
            return
        self.painted.emit()
        workspace.add_inspector()
        workspace.restore_splitters(self._state_of(workspace.desk))
        self._tell_what_can_be_done()
        workspace.desk.warm_up()
        QTimer.singleShot(0, self, self.ready.emit)

    def close_desk(self) -> None:
        """Finish all edits and let go of the desk."""
        if self.workspace is None:
            return
        self.remember()
        workspace, self.workspace = self.workspace, None
        workspace.desk.close()
        self.pages.removeWidget(workspace)
        workspace.deleteLater()
        self.messages.dismiss()
        self._show_desk()

    # what is shown around it

    def _show_desk(self) -> None:
        workspace = self.workspace
        self.pages.setCurrentWidget(workspace or self.welcome)
        self._tell_what_can_be_done()
        self._tell_undo()
        self._show_article()

    def _show_article(self) -> None:
        workspace = self.workspace
        article = workspace.text.article if workspace else None
        self.title_bar.show_article(article)
        self.status.show_desk(workspace.desk if workspace else None, article)
        name = workspace.desk.path.stem if workspace else ""
        parts = [article.data.title if article else "", name, "Claimdesk"]
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def _tell_what_can_be_done(self, *_given: object) -> None:
        there = Needs.NOTHING
        if self.workspace is not None:
            there |= Needs.DESK
            if self.workspace.selection.article is not None:
                there |= Needs.ARTICLE
            if self.workspace.selection.claim is not None and self.workspace.inspector is not None:
                there |= Needs.CLAIM
        self.actions_.allow(there)
        self._tell_undo()
        if self.workspace is not None:
            self.actions_["show_sidebar"].setChecked(self.workspace.sidebar.isVisibleTo(self))
            self.actions_[f"list_{self.workspace.arrangement}"].setChecked(True)
            self._show_article()

    def _tell_undo(self) -> None:
        desk = self.workspace.desk if self.workspace else None
        undo = desk.undo_message if desk else None
        redo = desk.redo_message if desk else None
        for name, words, message in (
            ("undo", _("&Undo"), undo),
            ("redo", _("&Redo"), redo),
        ):
            action = self.actions_[name]
            action.setEnabled(message is not None)
            action.setText(f"{words}: {message.words}" if message else words)

    def _on_changed(self, changes: Changes) -> None:
        if {"claim", "article"} & changes.entities:
            self._show_article()

    def _on_failed(self, sentence: str) -> None:
        self._failure = sentence
        self.messages.say(sentence, Importance.ERROR)

    def _on_saved(self) -> None:
        """An edit went through: what was said of a refused one is over."""
        if self.workspace is not None:
            self.status.show_saved(self.workspace.desk.saved_at)
        if self._failure and self.messages.sentence == self._failure:
            self.messages.dismiss()
        self._failure = ""

    def _on_waiting(self, waiting: bool) -> None:
        if waiting:
            self.messages.say(
                _("Another program is writing to this desk; your edit waits for its turn."),
                Importance.WARNING,
            )
        else:
            self.messages.dismiss()

    # memory

    def _restore_geometry(self) -> None:
        self.resize(1440, 900)
        held = self.memory.get("geometry")
        if isinstance(held, str):
            self.restoreGeometry(QByteArray.fromBase64(held.encode()))

    def remember(self) -> None:
        """Keep how the window stands and where one is."""
        self.memory.put("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        if self.workspace is not None and self.workspace.inspector is not None:
            state = self.workspace.save_state()
            places = {name: state.pop(name) for name in ("article", "claim", "scroll")}
            desks = self.memory.section("desks")
            self.memory.put("arrangement", state)
            self.memory.put("desks", {**desks, self.workspace.desk.info.public_id: places})
        self.memory.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_desk()
        self.memory.save()
        super().closeEvent(event)
