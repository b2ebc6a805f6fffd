"""The window: menus, tool bar, message bar, status bar, and the workspace of the open desk."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QMenuBar

from claimdesk import settings
from claimdesk.domain.errors import ClaimdeskError, DamagedDesk, NotADesk
from claimdesk.domain.person import Person, system_person
from claimdesk.i18n import _
from claimdesk.store import open_desk
from claimdesk.ui.actions.action import Menu
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.actions.handlers import handlers
from claimdesk.ui.desk import Desk
from claimdesk.ui.first_paint import FirstPaint
from claimdesk.ui.memory import Memory
from claimdesk.ui.message_window import MessageWindow
from claimdesk.ui.surroundings import Surroundings
from claimdesk.ui.views.desk_status import DeskStatus
from claimdesk.ui.views.title_bar import TitleBar
from claimdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from claimdesk.ui.aids import Aids
    from claimdesk.ui.desk_files import DeskFiles
    from claimdesk.ui.garbage import Garbage
    from claimdesk.ui.intake import Intake
    from claimdesk.ui.reports import Reports
    from claimdesk.ui.safekeeping import Safekeeping
    from claimdesk.ui.views.welcome import Welcome

FIRST_SIZE = QSize(1440, 900)

REMEMBER_AFTER = 1000
"""Milliseconds after a change of place or arrangement until it is remembered."""


class MainWindow(MessageWindow):
    """One window, one desk at a time."""

    painted = Signal()
    """The desk's list has been painted."""
    ready = Signal()
    """Everything is built, too."""

    def __init__(self, person: Person | None = None) -> None:
        super().__init__()
        chosen = settings.read()
        self.person = person or system_person(chosen.name, chosen.initials)
        self.memory = Memory()
        self.workspace: Workspace | None = None
        self.around = Surroundings(self)
        self._warned: set[Path] = set()
        self._build()
        self._remember = QTimer(self, singleShot=True, interval=REMEMBER_AFTER)
        self._remember.timeout.connect(self.remember)
        self._restore_geometry()

    def _build(self) -> None:
        self.setWindowTitle("Claimdesk")
        self.setAcceptDrops(True)
        self.make_pages()
        self.actions_ = ActionBar(self, handlers(self))
        self._add_recent_menu(self.actions_.menus[Menu.FILE])
        self.title_bar = TitleBar(self.actions_)
        self.addToolBar(self.title_bar)
        self.status = DeskStatus()
        self.setStatusBar(self.status)
        self.status.stopped.connect(self._stop_work)
        self.around.tell_what_can_be_done()

    @cached_property
    def welcome(self) -> "Welcome":
        """What stands in the window while no desk is open."""
        from claimdesk.ui.views.welcome import Welcome

        page = Welcome()
        page.wanted.connect(lambda name: self.actions_[name].trigger())
        self.pages.addWidget(page)
        return page

    @cached_property
    def files(self) -> "DeskFiles":
        """What is done with whole desks; not needed for the first paint."""
        from claimdesk.ui.desk_files import DeskFiles

        return DeskFiles(self)

    @cached_property
    def reports(self) -> "Reports":
        """How reports are handed over; not needed for the first paint."""
        from claimdesk.ui.reports import Reports

        return Reports(self)

    @cached_property
    def intake(self) -> "Intake":
        """How texts come in; not needed for the first paint."""
        from claimdesk.ui.intake import Intake

        return Intake(self)

    @cached_property
    def aids(self) -> "Aids":
        """Palette, shortcut sheet and settings."""
        from claimdesk.ui.aids import Aids  # not needed for the first paint

        return Aids(self)

    @cached_property
    def garbage(self) -> "Garbage":
        """When Python collects garbage; not needed for the first paint."""
        from claimdesk.ui.garbage import Garbage

        return Garbage(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """'?' by what it types: on a German keyboard it is Shift+ß, which is no shortcut '?' to
        every platform."""
        if event.text() == "?":
            self.actions_["shortcuts"].trigger()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and words may be dropped anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.intake.take_clip(event.mimeData())

    def rebuild(self) -> None:
        """Make all that is seen anew, at the same place of the same desk and with all that can
        be undone: its words are those of another language."""
        self.remember()
        workspace = self.workspace
        if workspace is not None:
            workspace.put_drafts_away()
        self._clear_away()
        self._build()
        if workspace is None:
            self._show_desk()
        else:
            self._show(workspace.desk)

    def _stop_work(self) -> None:
        if self.workspace is not None:
            self.workspace.desk.stop()
            self._stop_finding(self.workspace)

    def _stop_finding(self, workspace: Workspace) -> None:
        if "finding" in workspace.__dict__:
            workspace.finding.cancel()

    def _clear_away(self) -> None:
        if self.workspace is not None:
            self._stop_finding(self.workspace)
            if self.workspace.overviewing is not None:
                self.workspace.overviewing.close()
            self.workspace.desk.setParent(self)
            self.workspace = None
        if "aids" in self.__dict__:
            self.aids.dismiss()
        for made in ("aids", "messages", "welcome"):
            self.__dict__.pop(made, None)
        self.removeToolBar(self.title_bar)
        self.title_bar.deleteLater()
        self.actions_.deleteLater()
        self.setMenuBar(QMenuBar())

    def _add_recent_menu(self, menu: QMenu) -> None:
        recent = QMenu(_("&Recent desks"), menu)
        recent.setObjectName("recent_desks")
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))
        menu.insertMenu(self.actions_["save_copy"], recent)

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """Who looks after the backups; not before the window stands."""
        from claimdesk.ui.safekeeping import Safekeeping

        return Safekeeping(self)

    @property
    def is_occupied(self) -> bool:
        """Whether something is under way that needs the desk that is open."""
        return "files" in self.__dict__ and self.files.is_busy

    # the open desk

    def open(self, path: Path) -> bool:
        """Open a desk in place of the one that is open; a refused one is said in the bar."""
        try:
            kept = open_desk(path)
            desk = Desk(path, self.person)
        except ClaimdeskError as error:
            self._refuse(path, error)
            return False
        if not self.can_leave():
            desk.close()
            return False
        self.close_desk()
        self._take(desk)
        if kept:
            self.messages.say(
                _("Brought up to date; the desk as it was lies at “{path}”.").format(path=kept)
            )
        return True

    def _refuse(self, path: Path, error: ClaimdeskError) -> None:
        """Say why a desk is not opened; where it is damaged, with the way to its backups."""
        known = self.memory.id_of(path)
        if isinstance(error, DamagedDesk | NotADesk) and known is not None:
            offered = partial(self.files.show_backups, path, known)
            self.offer(str(error), {_("Backups …"): offered}, failed=True)
        else:
            self.complain(str(error))

    def _take(self, desk: Desk) -> None:
        around = self.around
        desk.changed.connect(around.on_changed)
        desk.failed.connect(around.on_failed)
        desk.stopped.connect(around.on_stopped)
        desk.progressed.connect(around.show_edit)
        desk.waiting.connect(around.on_waiting)
        desk.undo_changed.connect(around.tell_undo)
        desk.saved.connect(around.on_saved)
        self.memory.opened(desk.path)
        self.memory.remember_id(desk.path, desk.info.public_id)
        self._show(desk)

    def _show(self, desk: Desk) -> None:
        self.workspace = workspace = Workspace(desk)
        desk.setParent(workspace)
        self.pages.addWidget(workspace)
        self.pages.setCurrentWidget(workspace)
        workspace.said.connect(lambda words: self.messages.say(words, seconds=6))
        workspace.triggered.connect(lambda name: self.actions_[name].trigger())
        workspace.progressed.connect(self.around.show_progress)
        workspace.arranged.connect(self._remember.start)
        workspace.selection.article_changed.connect(self.around.tell_what_can_be_done)
        workspace.selection.claim_changed.connect(self.around.tell_what_can_be_done)
        workspace.selection.scope_changed.connect(self.around.tell_what_can_be_done)
        workspace.work.same_facts.changed.connect(self.around.tell_what_can_be_done)
        workspace.sidebar.new_article_wanted.connect(self.actions_["new_article"].trigger)
        workspace.sidebar.arranged.connect(self.around.tell_what_can_be_done)
        workspace.list.filter_changed.connect(self.around.tell_what_is_left)
        workspace.restore_state(self._state_of(desk))
        workspace.list.table.setFocus()
        self._show_desk()
        # What the first paint does not need comes after it.
        first = FirstPaint(workspace.list.table.viewport(), self)
        first.seen.connect(lambda: self._go_on(workspace))

    def _state_of(self, desk: Desk) -> dict[str, Any]:
        held = self.memory.section("desks").get(desk.info.public_id)
        return {**self.memory.section("arrangement"), **(held if isinstance(held, dict) else {})}

    def _go_on(self, workspace: Workspace) -> None:
        """After the first paint: the text, then the inspector, each in a turn of its own."""
        if workspace is not self.workspace:
            return
        self.painted.emit()
        self.title_bar.draw_icons()
        workspace.add_text(self._state_of(workspace.desk).get("scroll"))
        QTimer.singleShot(0, self, lambda: self._complete(workspace))

    def _look_at_place(self, desk: Desk) -> None:
        """Warn, once a session and before the first edit, of a place that is not safe."""
        from claimdesk.store import location  # after all is painted

        if desk.path not in self._warned and (sentence := location.warning(desk.path)):
            self._warned.add(desk.path)
            self.when_quiet(lambda: self.warn(sentence))

    def _complete(self, workspace: Workspace) -> None:
        from claimdesk.ui.context_menus import ContextMenus  # after the first paint

        if workspace is not self.workspace:
            return
        workspace.add_inspector()
        workspace.add_reading().changed.connect(self.around.tell_what_can_be_done)
        workspace.add_filters()
        ContextMenus(workspace, self.actions_)
        self.around.tell_what_can_be_done()
        QTimer.singleShot(0, self, lambda: self._be_ready(workspace))

    def _be_ready(self, workspace: Workspace) -> None:
        self.ready.emit()
        if workspace is self.workspace:
            from claimdesk.ui import half_written  # after all is painted
            from claimdesk.ui.ahead import Ahead  # likewise

            half_written.tell(self)
            self._look_at_place(workspace.desk)
            workspace.desk.warm_up()
            self.safekeeping.watch(workspace.desk)
            Ahead(self)

    def work_as(self, person: Person) -> None:
        """Let edits from now on be this person's."""
        self.person = person
        if self.workspace is not None:
            self.workspace.desk.work_as(person)

    def close_desk(self) -> None:
        """Finish all edits and let go of the desk."""
        if self.workspace is None:
            return
        self.remember()
        if "safekeeping" in self.__dict__:
            self.safekeeping.leave()
        workspace, self.workspace = self.workspace, None
        workspace.desk.close()
        self.pages.removeWidget(workspace)
        workspace.deleteLater()
        self.hush()
        self._show_desk()

    def can_leave(self) -> bool:
        """Whether every edit is stored; where one still waits for another program, the bar says
        so. A field that loses the focus stores what was typed into it."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()
        return self.workspace is None or self.workspace.desk.settle()

    def _show_desk(self) -> None:
        if self.workspace is None:
            self.pages.setCurrentWidget(self.welcome)
        self.around.show_all()

    # memory

    def _restore_geometry(self) -> None:
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize()))
        held = self.memory.get("geometry")
        if isinstance(held, str):
            self.restoreGeometry(QByteArray.fromBase64(held.encode()))

    def remember(self) -> None:
        """Keep how the window stands and where one is."""
        self.memory.put("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        if self.workspace is not None:
            desks = self.memory.section("desks")
            desks[self.workspace.desk.info.public_id] = self.workspace.place()
            self.memory.put("desks", desks)
            if self.workspace.is_complete:
                self.memory.put("arrangement", self.workspace.arranged_as())
        self.memory.save()

    def showEvent(self, event: QShowEvent) -> None:
        if self.workspace is None:
            self._show_desk()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.can_leave():
            event.ignore()
            return
        if "safekeeping" in self.__dict__:
            self.safekeeping.finish()
        self.close_desk()
        self.memory.save()
        super().closeEvent(event)
