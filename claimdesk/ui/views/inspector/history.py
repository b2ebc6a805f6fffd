"""What happened to the claim, newest first, and the way to take each step back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.commands.revert import Revert
from claimdesk.domain import erasure
from claimdesk.domain.event import MOST_CLAIMS, Event
from claimdesk.domain.history import ADDED
from claimdesk.i18n import _, ngettext, number
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words, flush, meta

SHOWN = 6
"""How many events are shown at once."""


class EventRow(QWidget):
    """One event; struck where it was taken back."""

    back_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event: Event | None = None
        self.label = Words(interface_font(SMALL), parent=self)
        self.when = meta(self)
        self.back = LinkButton(_("take back"), self)
        self.back.clicked.connect(self._take_back)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.label)
        words.addWidget(self.when)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(words, 1)
        whole.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)

    def fill(self, event: Event) -> None:
        """Show an event."""
        self._event = event
        self.label.show_words(clean(event.message.done))
        self._strike(struck=event.reverted)
        self.when.show_words(" · ".join(_facts(event)))
        self.back.setAccessibleName(_("Take back: {what}").format(what=clean(event.message.words)))
        self.back.setVisible(can_be_taken_back(event))

    def _strike(self, *, struck: bool) -> None:
        font = self.label.font()
        if font.strikeOut() != struck:
            font.setStrikeOut(struck)
            self.label.setFont(font)

    def _take_back(self) -> None:
        if self._event is not None:
            self.back_wanted.emit(self._event.public_id)


class HistorySection(Section):
    """The newest events; older ones when asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("History"), parent=parent)
        self._desk = desk
        self._claim: int | None = None
        self._all: Sequence[Event] = ()
        self._unfolded = False
        rows = QVBoxLayout()
        rows.setSpacing(6)
        self.body.addLayout(rows)
        self.pool: Pool[EventRow, Event] = Pool(rows, self._row, EventRow.fill)
        self.more = LinkButton("", self)
        self.more.clicked.connect(self._unfold)
        self.body.addLayout(flush(self.more))

    def fill(self, claim: int, events: Sequence[Event]) -> None:
        """Show a claim's history; folded anew for another claim."""
        self._unfolded = self._unfolded and claim == self._claim
        self._claim, self._all = claim, events
        self.set_count(len(events))
        self._show()

    def _show(self) -> None:
        folded = 0 if self._unfolded else max(0, len(self._all) - SHOWN)
        self.pool.show(self._all[: len(self._all) - folded])
        self.more.setText(ngettext("{count} older", "{count} older", folded))
        self.more.setVisible(bool(folded))

    def _unfold(self) -> None:
        self._unfolded = True
        self._show()

    def _row(self) -> EventRow:
        row = EventRow(self)
        row.back_wanted.connect(lambda event: self._desk.run(Revert(event)))
        return row


def can_be_taken_back(event: Event) -> bool:
    """Not twice, and not an erasure; and what made the claim itself is not offered here, where
    taking it back would set the claim aside with all that hangs on it, and the sample with 180."""
    made = any(change.entity == "claim" and change.field == ADDED for change in event.changes)
    return not event.reverted and not made and event.message.id != erasure.MESSAGE


def _facts(event: Event) -> list[str]:
    facts = [moment(event.time), clean(event.person)]
    count = len(event.claims)
    if count >= MOST_CLAIMS:
        facts.append(_("{count} claims or more").format(count=number(count)))
    elif count > 1:
        facts.append(ngettext("{count} claim", "{count} claims", count))
    if event.reverted:
        facts.append(_("taken back"))
    return facts
