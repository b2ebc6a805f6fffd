"""What can be done with passages: claims made of words in the text, put elsewhere, split, made
one, and confirmed after a newer text came."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace


class PassageWork(QObject):
    """The work on passages of one workspace."""

    said = Signal(str)
    """A sentence for the message bar that is no failure."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._desk, self._selection = workspace.desk, workspace.selection

    def claim_from_text(self) -> None:
        """Make a claim of the words marked, or of the sentence at the caret, and turn to it."""
        from claimdesk.commands.place_claim import AddClaimAt  # after the start

        place = self._place()
        article = self._selection.article
        if place is None or article is None:
            return
        revision, start, end = place

        def added(changes: Changes) -> None:
            for claim in changes.claims:
                self._selection.choose(claim)

        self._desk.run(AddClaimAt(article, revision, start, end), added)

    def put_passage(self) -> None:
        """Put the chosen claim at the words marked."""
        from claimdesk.commands.place_claim import MoveAnchor  # after the start

        text, claim = self._workspace.text, self._selection.claim
        marked = text.selection() if text is not None else None
        if marked is None:
            self.said.emit(_("Mark the words in the text that the claim stands in, then again."))
            return
        place = self._place()
        if place is not None and claim is not None:
            self._desk.run(MoveAnchor(claim, *place))

    def split_claim(self) -> None:
        """Ask for the two statements that the chosen claim makes."""
        from claimdesk.commands.part_claims import SplitClaim  # when asked for
        from claimdesk.ui.dialogs.split_claim import SplitDialog  # likewise

        claim = self._selection.claim
        rows = [] if claim is None else queries.claim_rows(self._desk.read, [claim])
        if rows:
            row = rows[0]
            SplitDialog(
                self._desk,
                row.statement,
                lambda first, second: SplitClaim(row.id, first, second),
                self._workspace,
                title=_("Split claim {number}").format(number=row.number),
                advice=_(
                    "The first keeps number, sources and notes; the second is a claim of its own."
                ),
            ).open()

    def merge_claims(self) -> None:
        """Make one claim of those that are chosen; the one looked at is kept."""
        from claimdesk.commands.part_claims import MergeClaims  # after the start

        claim, claims = self._selection.claim, self._selection.claims
        if claim is None or len(claims) < 2:
            self.said.emit(_("Choose two or more claims in the list to make one of them."))
            return
        others = tuple(one for one in claims if one != claim)
        self._desk.run(MergeClaims(claim, others), lambda _done: self._selection.choose(claim))

    def confirm_passage(self) -> None:
        """Say that the reworded passages of the chosen claims still state the same, and go on to
        the next one."""
        from claimdesk.commands.confirm_passage import ConfirmPassage  # as above

        claims, reading = self._selection.claims, self._workspace.reading
        if claims:
            self._desk.run(ConfirmPassage(claims))
            if reading is not None and reading.shows_comparison:
                reading.comparing.go_on()

    @property
    def waits_to_be_confirmed(self) -> bool:
        """Whether the chosen claim's passage was reworded and nobody has confirmed it."""
        text, claim = self._workspace.text, self._selection.claim
        return text is not None and claim is not None and text.waits_to_be_confirmed(claim)

    def _place(self) -> tuple[int, int, int] | None:
        """The revision with the words marked, or the sentence at the caret."""
        article, reading = self._workspace.article, self._workspace.reading
        span = reading.marked() if reading is not None else None
        if article is None or article.revision is None or span is None:
            self.said.emit(_("This article has no text yet; import one first."))
            return None
        return article.revision, *span
