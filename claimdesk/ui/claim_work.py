"""What can be done with the chosen claims. Panes only show it; where the words are typed in the
inspector, it opens the field there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.status import Status
from claimdesk.i18n import _, number
from claimdesk.store import queries
from claimdesk.ui.same_facts import SameFacts

if TYPE_CHECKING:
    from claimdesk.domain.correction import Correction
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.workspace import Workspace

_MANY = 200
"""More claims than anybody goes through one by one."""


class ClaimWork(QObject):
    """The work on claims of one workspace."""

    said = Signal(str)
    """A sentence for the message bar that is no failure."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._desk, self._selection = workspace.desk, workspace.selection
        self._pending: dict[int, int] = {}
        self.same_facts = SameFacts(workspace.desk, self)
        self.same_facts.changed.connect(self._leave_enter)
        self._selection.article_changed.connect(lambda _article: self.same_facts.turn_down())

    # statuses

    def set_status(self, status: Status) -> None:
        """Mark the chosen claims; 9 asks for the reason first."""
        claims = self._selection.claims
        if not claims:
            return
        if status is Status.LEFT_OUT:
            from claimdesk.ui.dialogs.reason import ReasonDialog

            dialog = ReasonDialog(self._desk, self._selection.article, len(claims), self._workspace)
            dialog.given.connect(lambda reason: self._mark(claims, status, reason))
            dialog.open()
            return
        self._when_sure(
            claims,
            _("Set {count} claims to “{status}”?").format(
                count=number(len(claims)), status=status.label
            ),
            _("Set"),
            lambda: self._mark(claims, status, ""),
        )

    def _when_sure(
        self, claims: tuple[int, ...], question: str, finish: str, then: Callable[[], object]
    ) -> None:
        from claimdesk.ui.dialogs.sure import when_sure  # after the start

        when_sure(self._desk, claims, question, finish, then, parent=self._workspace)

    def same_status(self) -> None:
        """Take the status just set over for the claims that state the same fact."""
        self.same_facts.take()

    def _leave_enter(self) -> None:
        if self._workspace.text is not None:
            self._workspace.text.leave_enter(bool(self._workspace.proposal))

    def _mark(self, claims: tuple[int, ...], status: Status, reason: str) -> None:
        """The selection goes on at once, before the edit is committed: the next digit must
        not hit the same claim. That of many claims stays, as what was done is looked at."""
        from claimdesk.commands.set_status import SetStatus  # after the start

        few = claims if len(claims) <= _MANY else ()
        for claim in few:
            self._pending[claim] = self._pending.get(claim, 0) + 1

        def stored(_changes: object) -> None:
            self._let_go(few)
            self.same_facts.marked(claims, status, reason)

        def refused(_sentence: str) -> None:
            self._let_go(few)
            if few:
                self._selection.choose(claims[0], claims)

        self._desk.run(SetStatus(claims, status, reason), stored, refused)
        if status.goes_on and few and self._selection.claims == claims:
            self._go_on(self._selection.claim)

    def _let_go(self, claims: tuple[int, ...]) -> None:
        for claim in claims:
            left = self._pending.pop(claim, 1) - 1
            if left:
                self._pending[claim] = left

    def _go_on(self, after: int | None) -> None:
        claim = self._workspace.list.next_unchecked(after, skipping=self._pending.keys())
        if claim is not None:
            self._selection.choose(claim)
        elif after is not None:
            self.said.emit(_("No unchecked claim is left here."))

    # claims

    def as_of(self) -> None:
        """Ask for which day the status of the chosen claims holds."""
        from claimdesk.ui.dialogs.as_of import AsOfDialog  # when needed

        if self._selection.claims:
            AsOfDialog(self._desk, self._selection.claims, self._workspace).open()

    def attribute_claims(self) -> None:
        """Ask who the chosen claims are attributed to."""
        from claimdesk.ui.dialogs.attribution import AttributionDialog  # when needed

        if self._selection.claims:
            AttributionDialog(self._desk, self._selection.claims, self._workspace).open()

    def set_aside(self) -> None:
        """Put the chosen claims away and turn to the one that follows."""
        from claimdesk.commands.set_aside import SetAsideClaims

        claims = self._selection.claims

        def put_away() -> None:
            self._workspace.list.step(1)
            self._desk.run(SetAsideClaims(claims))

        if claims:
            question = _("Set {count} claims aside?").format(count=number(len(claims)))
            self._when_sure(claims, question, _("Set aside"), put_away)

    def new_claim(self) -> None:
        """Ask for a claim without a passage."""
        from claimdesk.ui.dialogs.new_claim import NewClaimDialog

        article = self._selection.article
        if article is not None:
            dialog = NewClaimDialog(self._desk, article, self._workspace)
            dialog.added.connect(self._selection.choose)
            dialog.open()

    def relate_claim(self) -> None:
        """Tie the chosen claim to another one."""
        from claimdesk.ui.dialogs.relate import RelateDialog  # when asked for

        rows = queries.claim_rows(self._desk.read, self._one())
        if rows:
            RelateDialog(self._desk, rows[0], self._workspace).open()

    def _one(self) -> tuple[int, ...]:
        """The chosen claim where it is one alone; else it is said that one is needed."""
        claims = self._selection.claims
        if len(claims) > 1:
            self.said.emit(_("Choose a single claim for this."))
            return ()
        return claims

    # corrections

    def propose_correction(self) -> None:
        """Write another wording for the words marked in the text, or for the passage. Words of
        another claim belong to that one."""
        inspector = self._workspace.inspector
        if not self._one() or inspector is None:
            return
        marked = self._workspace.text.marked() if self._workspace.text is not None else None
        if marked is None:
            inspector.propose_correction(None)
            return
        if self._selection.claim not in marked.claims:
            if not marked.claims:
                self.said.emit(_("The words marked belong to no claim; mark words of one."))
                return
            self._selection.choose(marked.claims[0])
        inspector.propose_correction(marked.words)

    def accept_correction(self) -> None:
        """Decide that the proposed wording is to stand."""
        inspector, correction = self._workspace.inspector, self._proposed()
        if inspector is not None and correction is not None:
            inspector.corrections.accept(correction)

    def decline_correction(self, correction: "Correction | None" = None) -> None:
        """Decide, with the reason, that the old wording stays."""
        from claimdesk.ui.dialogs.decision import declining  # when asked for

        correction = correction or self._proposed()
        if correction is not None:
            declining(self._desk, correction, self._workspace).open()

    def drop_passage(self) -> None:
        """Say that the passage leaves the text."""
        from claimdesk.ui.dialogs.decision import dropping  # when asked for

        for claim in self._one():
            dropping(self._desk, claim, self._workspace).open()

    def _proposed(self) -> "Correction | None":
        inspector = self._workspace.inspector
        found = inspector.corrections.proposed if self._one() and inspector is not None else None
        if found is None:
            self.said.emit(_("No correction of this claim waits for a decision."))
        return found

    # questions

    def ask_question(self) -> None:
        """Ask about the chosen claim in the inspector, about several in a dialog."""
        claims, inspector = self._selection.claims, self._workspace.inspector
        if len(claims) > 1:
            from claimdesk.ui.dialogs.ask import AskDialog  # when asked for

            AskDialog(self._desk, self._workspace, claims=claims).open()
        elif claims and inspector is not None:
            inspector.ask_question()

    def ask_about_article(self) -> None:
        """Ask what belongs to no single claim."""
        from claimdesk.ui.dialogs.ask import AskDialog  # when asked for

        if self._selection.article is not None:
            AskDialog(self._desk, self._workspace, article=self._selection.article).open()

    def article_notes(self) -> None:
        """Show the notes that belong to no single claim."""
        if self._workspace.reading is not None:
            self._workspace.reading.show_text()
        self._selection.choose(None)

    def write_article_note(self) -> None:
        """Write a note that belongs to no single claim."""
        self.article_notes()
        if self._workspace.inspector is not None:
            self._workspace.inspector.write_article_note()

    def go_to(self, start: int) -> None:
        """Show a place of the text."""
        if self._workspace.text is not None:
            self._workspace.text.go_to((start, self._workspace.text.height() // 3))

    def open_questions(self) -> None:
        """List what waits for an answer."""
        from claimdesk.ui import question_sheets
        from claimdesk.ui.dialogs.questions import QuestionsDialog

        window = self._workspace.window()
        dialog = QuestionsDialog(self._desk, self._selection.article, self._workspace)
        dialog.claim_wanted.connect(self._selection.choose_article)
        dialog.sheet_wanted.connect(partial(question_sheets.ask, cast("MainWindow", window)))
        dialog.open()
