"""Writing at one place of the desk: a draft until it is stored, stored only on the words it
started from, and nothing lost where the desk refuses it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from claimdesk.commands.edit import Edit
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, SomePlace, stored_at
from claimdesk.ui.views.inspector.words_editor import WordsEditor


class PlaceEditor(WordsEditor, Generic[SomePlace]):
    """An editor that is open at a place, or closed; closing it, one is where one was before.
    What is typed is a draft with every key; only throwing it away or storing it ends that."""

    opened = Signal()
    closed = Signal()

    BESIDE: tuple[str, ...] = ()
    """Fields typed beside a new one's words, such as why: their drafts go with its own."""

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts,
        edit: Callable[[SomePlace, Draft], Edit],
        held: Callable[[SomePlace], str],
        *,
        name: str,
        font: QFont,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """'edit' stores a draft, 'held' reads what the desk holds."""
        super().__init__(name, font, lines, parent)
        self._desk, self._drafts = desk, drafts
        self._edit: Callable[[SomePlace, Draft], Edit] = edit
        self._held: Callable[[SomePlace], str] = held
        self._base = ""
        self._waiting = False
        self._came_from: QWidget | None = None
        self.place: SomePlace | None = None
        self.finished.connect(self._finish)
        self.left.connect(self._leave)
        self.discarded.connect(self._give_up)
        self.field.textChanged.connect(self._keep_typed)
        self.theirs_taken.connect(self._give_up)
        self.clash.mine_kept.disconnect(self.finished)
        self.clash.mine_kept.connect(self._insist)
        self.hide()

    def open_at(self, place: SomePlace, base: str) -> None:
        """Write at a place, on with its draft where there is one."""
        if self.place == place:
            return
        self.keep()
        draft = self._drafts.at(place) or Draft(base, base)
        self.place, self._base, self._waiting = place, draft.base, False
        self._drafts.take_up(place)
        self._came_from = QApplication.focusWidget()
        self.begin(draft.words)
        self.show()
        self.opened.emit()

    def keep(self) -> None:
        """Put the words away as a draft and close."""
        if self.place is not None:
            self._keep_typed()
            if self._drafts.at(self.place) is None:
                self._forget(self.place)
            self._close()

    def _keep_typed(self) -> None:
        if self.place is not None and not self._waiting:
            self._drafts.keep(self.place, Draft(self.words, self._base))

    def _close(self) -> None:
        self.place = None
        self._waiting = False
        focus, back = QApplication.focusWidget(), self._came_from
        left = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.closed.emit()
        if left and back is not None and isValid(back) and back.isVisible():
            back.setFocus()

    def _leave(self) -> None:
        if self.place is not None:
            self._drafts.leave(self.place)
            self.keep()

    def _give_up(self) -> None:
        if self.place is not None:
            self._forget(self.place)
            self._close()

    def _forget(self, place: SomePlace) -> None:
        self._drafts.drop(place)
        for field in self.BESIDE if place.note is None else ():
            self._drafts.drop(replace(place, field=field))

    def _finish(self) -> None:
        if self.place is None or self._waiting:
            return
        from claimdesk.commands.finish_draft import FinishDraft  # when first needed

        draft = Draft(self.words.strip(), self._base)
        self._drafts.keep(self.place, draft)
        if self._drafts.at(self.place) is None:
            self._close()
            return
        self._waiting = True
        self.wait(waiting=True)
        place = self.place
        self._desk.run(
            FinishDraft(self._edit(place, draft), stored_at(place)),
            lambda _changes: self._stored(place),
            lambda _sentence: self._refused(place),
        )

    def _stored(self, place: SomePlace) -> None:
        self._forget(place)
        if self.place == place and self._waiting:
            self._close()

    def _refused(self, place: SomePlace) -> None:
        """Where one has gone on to another claim, the draft waits for its return."""
        if self.place != place or not self._waiting:
            return
        self._waiting = False
        self.wait(waiting=False)
        held = self._now_held(place)
        if held is not None and held != self._base:
            self.clash.show_held(held)
        self.field.setFocus()

    def _insist(self) -> None:
        if self.place is not None:
            self._base = self._now_held(self.place) or ""
            self.clash.hide()
            self._finish()

    def _now_held(self, place: SomePlace) -> str | None:
        try:
            return self._held(place)
        except ClaimdeskError:
            return None
