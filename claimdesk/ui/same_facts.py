"""A status that was set on one claim, offered for the others that state the same fact."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.history import Changes
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk

_MOST = 200
"""Up to how many claims are looked through."""


@dataclass(frozen=True, slots=True)
class SameFactOffer:
    """What is offered: the claims that got the status, and those that state the same fact and
    have another one."""

    given: tuple[ClaimRow, ...]
    others: tuple[ClaimRow, ...]
    status: Status
    reason: str = ""


class SameFacts(QObject):
    """Holds one offer, until it is taken, turned down, or no longer holds."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.offer: SameFactOffer | None = None
        desk.changed.connect(self._on_changed)

    def marked(self, claims: Sequence[int], status: Status, reason: str) -> None:
        """Claims have got a status: look for others it may hold for. Whoever marks many at once
        is past single facts."""
        self._put(self._find(claims, status, reason) if len(claims) <= _MOST else None)

    def take(self) -> None:
        """Set the status on the others too, in one step."""
        from claimdesk.commands.set_status import SetStatus  # after the start

        offer = self.offer
        if offer is not None:
            self._put(None)
            others = tuple(row.id for row in offer.others)
            self._desk.run(SetStatus(others, offer.status, offer.reason))

    def turn_down(self) -> None:
        """Offer it no longer."""
        self._put(None)

    def _find(self, claims: Sequence[int], status: Status, reason: str) -> SameFactOffer | None:
        """What holds now: where the status was taken back meanwhile, nothing is offered."""
        read = self._desk.read
        given = tuple(row for row in queries.claim_rows(read, claims) if row.status is status)
        asked = [row.id for row in given]
        others = [row for row in queries.same_facts(read, asked) if row.status is not status]
        return SameFactOffer(given, tuple(others), status, reason) if others else None

    def _on_changed(self, changes: Changes) -> None:
        offer = self.offer
        if offer is None:
            return
        concerned = {row.id for row in (*offer.given, *offer.others)}
        if concerned & changes.claims:
            self._put(self._find([row.id for row in offer.given], offer.status, offer.reason))

    def _put(self, offer: SameFactOffer | None) -> None:
        if offer != self.offer:
            self.offer = offer
            self.changed.emit()
