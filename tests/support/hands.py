"""Hands that do at the window what an action asks for."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
)

from claimdesk.commands.find_claims import FindClaims
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.commands.relate_claims import RelateClaims
from claimdesk.commands.saved_filters import SaveFilter
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.domain.claim import ClaimFilter, Kind, RelationKind
from claimdesk.domain.coverage import SentenceState
from claimdesk.domain.history import Message
from claimdesk.domain.recognition import Marker
from claimdesk.domain.suggestion import Suggestion
from claimdesk.store import queries
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.reading import Mode
from claimdesk.ui.workspace import Workspace

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]
BY_ID = {action.id: action for action in ACTIONS}


@dataclass(frozen=True)
class Reword:
    """As if a newer text had come with the claim's passage in other words."""

    claim: int

    def apply(self, work: Any) -> Message:
        rows = work.find("anchor", claim=self.claim, aside=False)
        work.set("anchor", rows[-1]["id"], origin="reworded", confirmed_at=None)
        return Message("Make the sample")


class Hands:
    """Somebody at the window who carries an action out, with what it asks for."""

    def __init__(self, window: MainWindow, press: Press, asked: Any) -> None:
        self.window, self.press, self._asked = window, press, asked
        self._fresh = count(1)
        self.article = self.workspace.selection.article

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace
        return self.window.workspace

    def starts(self, name: str) -> None:
        """By its key where it has one; as the menu does where not."""
        if BY_ID[name].keys:
            self.press(BY_ID[name].keys[0])
        else:
            self.window.actions_[name].trigger()

    def fills(self, words: str) -> None:
        """Type into the field that has the focus, in a dialog or not, and finish."""
        if QApplication.activeModalWidget():
            self._asked(QDialog)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit | QPlainTextEdit), f"the caret is in {field}"
        QTest.keyClicks(field, words)
        self.press("Ctrl+Return", into=field)

    def settles(self) -> None:
        assert self.workspace.desk.settle(30_000)
        QApplication.processEvents()

    def fresh(self) -> str:
        """A word that was not typed before."""
        return f"word {next(self._fresh)}"

    # what must be there first

    @property
    def claim(self) -> int:
        """The chosen claim."""
        assert self.workspace.selection.claim is not None
        return self.workspace.selection.claim

    def proposes_a_correction(self) -> None:
        self.workspace.desk.run(ProposeCorrection(self.claim, self.fresh()))
        self.settles()

    def leaves_a_sentence_without_claims(self) -> None:
        for claim in reversed(self.workspace.list.model.ids):
            if SentenceState.NOT_LOOKED_AT in self.workspace.reading.sentence_counts:
                return
            if claim != self.claim:
                self.workspace.desk.run(SetAsideClaims((claim,)))
                self.settles()

    def is_offered_a_status_for_the_same_fact(self) -> None:
        """As after a status was set on a claim that another one repeats."""
        other = next(one for one in self.workspace.list.model.ids if one != self.claim)
        self.workspace.desk.run(RelateClaims(self.claim, other, RelationKind.SAME_FACT))
        self.settles()
        self.press("6")
        self.settles()

    def marks_words(self) -> None:
        """Other ones each time."""
        assert self.workspace.text
        pane, start = self.workspace.text._pane, 40 + next(self._fresh)
        cursor = pane.textCursor()
        cursor.setPosition(pane.shown.position(start))
        cursor.setPosition(pane.shown.position(start + 30), QTextCursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)

    def has_a_reworded_passage(self) -> None:
        self.workspace.desk.run(Reword(self.claim))
        self.settles()

    def chooses_two(self) -> None:
        ids = self.workspace.list.model.ids
        other = next(one for one in ids if one != self.claim)
        self.workspace.selection.choose(self.claim, (self.claim, other))

    def saves_a_filter(self) -> None:
        conditions = ClaimFilter(text=str(next(self._fresh)))
        self.workspace.desk.run(SaveFilter(self.fresh(), conditions))
        self.settles()
        self.workspace.list.show_filter(conditions)

    def narrows_the_list(self) -> None:
        self.workspace.list.show_filter(ClaimFilter(text=str(next(self._fresh))))

    def has_suggestions(self) -> None:
        """Three beside each other where nothing is known yet, other ones each time."""
        read, article = self.workspace.desk.read, self.workspace.article
        assert article
        assert article.revision
        text = queries.revision(read, article.revision).text
        taken, marker = queries.taken(read, article.revision), Marker(text)
        found: list[Suggestion] = []
        while not found or any(taken.holds(one) for one in found):
            start = 40 + 20 * next(self._fresh)
            found = [
                Suggestion(at, at + 3, text[at : at + 3], "A word", Kind.SUPERLATIVE, 3)
                for at in (start, start + 4, start + 8)
            ]
        edit = FindClaims(article.revision, tuple(marker(one) for one in found))
        self.workspace.desk.run(edit)
        self.settles()
        assert queries.review_rows(read, article.revision)

    def turns_to_the_suggestions(self) -> None:
        self.workspace.reading.show(Mode.TEXT)
        self.workspace.reading.show(Mode.REVIEW)

    def waits_for_what_is_found(self) -> None:
        until = time.monotonic() + 30
        while self.workspace.finding.run is not None and time.monotonic() < until:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
