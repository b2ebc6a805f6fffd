"""Somebody who reviews suggestions at the real window, and the desk in which they were found."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from claimdesk.commands.find_claims import FindClaims
from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.person import Person
from claimdesk.domain.review import ReviewRow
from claimdesk.domain.suggestion import NotCheckable, Proposal
from claimdesk.services.finding.gathering import Gathering, Known
from claimdesk.services.finding.worker import answers
from claimdesk.store import queries
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.reviewing import Reviewing
from claimdesk.ui.views.review.panel import ReviewPanel

Press = Callable[..., None]

TEXT = """Der Hafen wächst

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Die Brücke ist 7000 Meter lang. \
Das sind 40 Prozent mehr als 2019, sagte Bürgermeisterin Ayse Öztürk am Montag.

Die Fähre legt täglich um acht Uhr ab und trägt 38 Wagen. Man muss das gesehen haben.

„Der Neubau kostet uns nichts, sagte die Bürgermeisterin. Der Bau dauerte 26 Monate.
"""
ADA = Person.named("Ada Ärmel")


def find(text: str, revision: int) -> FindClaims:
    gathering = Gathering(text, "de", Known())
    for one in answers(gathering.request):
        gathering.take(one)
    *proposals, last = gathering.proposals
    opinion = replace(last.suggestion, not_checkable=NotCheckable.OPINION)
    return FindClaims(revision, (*proposals, Proposal(last.mark, opinion)), gathering.remarks)


class Review:
    """Somebody who reviews."""

    def __init__(self, window: MainWindow, press: Press) -> None:
        self.window, self._press = window, press
        assert window.workspace
        assert window.workspace.reading
        self.workspace = window.workspace
        self.reading = window.workspace.reading

    @property
    def reviewing(self) -> Reviewing:
        return self.reading.reviewing

    @property
    def panel(self) -> ReviewPanel:
        return self.reviewing.panel

    @property
    def at(self) -> ReviewRow:
        """The one that is looked at."""
        assert self.reviewing.current
        return self.reviewing.current

    @property
    def rows(self) -> list[ReviewRow]:
        return self.panel.rows

    def press(self, *keys: str) -> None:
        for key in keys:
            self._press(key)
            assert self.workspace.desk.settle(20_000)
            QApplication.processEvents()

    def goes_to(self, words: str) -> None:
        """Turn to the suggestion with these words."""
        row = next(row for row in self.rows if words in row.quote)
        while self.at.mark != row.mark:
            self.press("J" if self.rows.index(self.at) < self.rows.index(row) else "K")

    def goes_to_a_remark(self) -> None:
        while self.at.remark is None:
            self.press("J")

    @property
    def claims(self) -> list[ClaimRow]:
        read = self.workspace.desk.read
        return queries.claim_rows(read, queries.claim_ids(read, ClaimFilter(1)))
