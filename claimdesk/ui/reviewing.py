"""The review of what the detector proposes: one after the other in the order of the text, each
accepted, reworded, split or rejected with one key."""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.commands.edit import Edit
from claimdesk.commands.review_remarks import DismissRemark, KeepRemark
from claimdesk.commands.review_suggestions import (
    AcceptReworded,
    AcceptSuggestions,
    NoFactThere,
    RejectSuggestions,
)
from claimdesk.domain.history import Changes
from claimdesk.domain.review import ReviewFilter, ReviewRow, rows_of
from claimdesk.domain.suggestion import Suggestion, SuggestionState
from claimdesk.i18n import _
from claimdesk.services.anchoring.sentences import sentences
from claimdesk.store import queries
from claimdesk.ui.views.review.panel import ReviewPanel, Standing

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace

_SHOWS = {"suggestion", "remark", "claim", "anchor", "revision"}
_IMPORTANT = 3
_FAR = 5_000
"""Characters that a sentence never spans."""


class Reviewing(QObject):
    """The review in one workspace."""

    changed = Signal()
    """Another one is looked at, or none."""
    said = Signal(str)
    """A sentence for the message bar that is no failure."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._desk, self._finding = workspace.desk, workspace.finding
        self._rows: list[ReviewRow] = []
        self._stored: frozenset[str] = frozenset()
        self._asked: set[str] = set()
        """Decided on, and not yet stored: the next key must not meet them again."""
        self._filter = ReviewFilter()
        self._place = (0, 0)
        self._shown = False
        self.current: ReviewRow | None = None
        if workspace.text is not None:
            workspace.text.proposal_chosen.connect(self.look_at)
        self._desk.changed.connect(self._on_changed)
        self._finding.found.connect(self._refresh_if_shown)
        self._finding.ended.connect(lambda *_how: self._refresh_if_shown())

    @cached_property
    def panel(self) -> ReviewPanel:
        """The list with the one that is looked at."""
        panel = ReviewPanel(self._desk)
        panel.chosen.connect(self.look_at)
        panel.filtered.connect(self._on_filter)
        panel.place_wanted.connect(self._go_to)
        panel.reworded.connect(self._accept_reworded)
        panel.wanted.connect(self._workspace.triggered)
        self._workspace.side.addWidget(panel)
        return panel

    # what is shown

    def show(self) -> None:
        """Show what waits, beginning with the first."""
        self._shown = True
        self._place = (0, 0)
        self.current = None
        self.refresh()
        self.panel.list.setFocus()

    def hide(self) -> None:
        """Show the text without it."""
        self._shown = False
        self.panel.put_away()
        if self._workspace.text is not None:
            self._workspace.text.set_proposals(None)
        self.changed.emit()

    def turn_to_article(self) -> None:
        """Another article is read."""
        self._asked.clear()
        self._place = (0, 0)
        self.current = None
        self.refresh()

    def refresh(self) -> None:
        """Show what waits now; one stays where one is, or goes on to what comes next."""
        self._take()
        self._show()

    def _refresh_if_shown(self) -> None:
        if self._shown:
            self.refresh()

    @property
    def _article(self) -> int | None:
        return self._workspace.selection.article

    @property
    def _revision(self) -> int | None:
        article = self._workspace.article
        return article.revision if article else None

    def _take(self) -> None:
        """What the desk holds, and what was found since."""
        article, revision = self._article, self._revision
        if article is None or revision is None:
            self._rows = []
            return
        read = self._desk.read
        self._rows = queries.review_rows(read, revision)
        self._stored = frozenset(row.mark for row in self._rows)
        run = self._finding.run
        if run is None or run.revision != revision:
            return
        known = self._stored | queries.decided_marks(read, article)
        taken = queries.taken(read, revision)
        self._rows += rows_of(
            one
            for one in run.gathering.proposals
            if one.mark not in known and not taken.holds(one.suggestion)
        )
        self._rows.sort(key=lambda row: (row.start, row.end))

    def _show(self) -> None:
        text = self._workspace.text
        if not self._shown or text is None:
            return
        waiting = [row for row in self._rows if row.mark not in self._asked]
        listed = [row for row in waiting if self._filter.keeps(row)]
        text.set_proposals(listed)
        self.panel.fill(waiting, listed, self._filter, self._standing())
        self._choose(self._next_in(listed))

    def _next_in(self, rows: Sequence[ReviewRow]) -> ReviewRow | None:
        """The one looked at, else the next behind it, else the last before it."""
        if self.current is not None:
            for row in rows:
                if row.mark == self.current.mark:
                    return row
        later = (row for row in rows if (row.start, row.end) >= self._place)
        return next(later, rows[-1] if rows else None)

    def _standing(self) -> Standing:
        revision = self._revision
        if revision is None:
            return Standing(has_text=False)
        counts = queries.suggestion_counts(self._desk.read, revision)
        decided = [SuggestionState.ACCEPTED, SuggestionState.REJECTED]
        return Standing(
            accepted=counts.get(decided[0], 0),
            rejected=counts.get(decided[1], 0),
            is_reading=self._finding.is_reading(revision),
            was_read=revision in self._finding.done or bool(counts),
        )

    def _choose(self, row: ReviewRow | None) -> None:
        self.current = row
        if row is not None:
            self._place = (row.start, row.end)
        self.panel.look_at(row, self._suggestion(row), self._article)
        if self._workspace.text is not None:
            self._workspace.text.look_at_proposal(row.mark if row else None)
        self.changed.emit()

    def _suggestion(self, row: ReviewRow | None) -> Suggestion | None:
        """All that is known of the one looked at."""
        if row is None or row.kind is None or self._article is None:
            return None
        if row.mark in self._stored:
            return queries.suggestion(self._desk.read, self._article, row.mark)
        run = self._finding.run
        found = run.gathering.proposals if run else []
        return next((one.suggestion for one in found if one.mark == row.mark), None)

    # going through

    def look_at(self, mark: str) -> None:
        """Turn to one of them."""
        row = next((row for row in self.panel.rows if row.mark == mark), None)
        if row is not None:
            self._workspace.selection.choose(None)
            self._workspace.side.setCurrentWidget(self.panel)
            self._choose(row)

    def step(self, by: int) -> None:
        """Turn to the next or the one before."""
        rows = self.panel.rows
        if rows and self._workspace.side.currentWidget() is not self.panel and self.current:
            self.look_at(self.current.mark)
        elif rows:
            marks = [row.mark for row in rows]
            at = marks.index(self.current.mark) if self.current else -1
            self.look_at(marks[max(0, min(len(marks) - 1, at + by))])

    def _go_to(self, offset: int) -> None:
        if self._workspace.text is not None:
            self._workspace.text.go_to((offset, self._workspace.text.height() // 3))

    def _on_filter(self, chosen: ReviewFilter) -> None:
        self._filter = chosen
        self._show()

    # what is decided

    def accept(self) -> None:
        """Make a claim of it; of a remark a note."""
        if (row := self.current) is None or self._article is None:
            return
        if row.remark is not None:
            self._decide(KeepRemark(self._article, row.mark), (row,))
        else:
            self._decide(AcceptSuggestions(self._article, (row.mark,)), (row,))

    def accept_and_edit(self) -> None:
        """Write its statement anew, and make a claim of it then."""
        if self._is_suggestion():
            self.panel.card.edit()

    def split(self) -> None:
        """Ask for the two statements that it makes."""
        from claimdesk.ui.dialogs.split_claim import SplitDialog  # noqa: PLC0415  when asked for

        row, article = self.current, self._article
        if row is None or article is None or not self._is_suggestion():
            return
        self._make_sure((row,))
        SplitDialog(
            self._desk,
            row.words,
            lambda first, second: AcceptReworded(article, row.mark, (first, second)),
            self._workspace,
            title=_("Split the suggestion"),
            advice=_("Both become claims at this passage."),
        ).open()

    def reject(self) -> None:
        """It is no claim, or no remark: never propose it again."""
        if (row := self.current) is None or self._article is None:
            return
        if row.remark is not None:
            self._decide(DismissRemark(self._article, row.mark), (row,))
        else:
            self._decide(RejectSuggestions(self._article, (row.mark,)), (row,))

    def no_fact(self) -> None:
        """The sentence that it stands in holds no fact."""
        row, article, revision = self.current, self._article, self._revision
        if row is None or article is None or revision is None or not self._is_suggestion():
            return
        span = self._sentence(row)
        rows = self._within(span)
        self._decide(NoFactThere(article, revision, span, _marks(rows)), rows)

    def accept_sentence(self) -> None:
        """Make claims of all that is proposed in its sentence."""
        if self.current is not None and self._is_suggestion():
            self._accept_all(self._within(self._sentence(self.current)))

    def accept_important(self) -> None:
        """Make claims of all that must be right."""
        self._accept_all([row for row in self._waiting if row.check_worthiness == _IMPORTANT])

    def accept_kind(self) -> None:
        """Make claims of all that are of its kind."""
        if self.current is not None and self._is_suggestion():
            kind = self.current.kind
            self._accept_all([row for row in self._waiting if row.kind is kind])

    @property
    def _waiting(self) -> list[ReviewRow]:
        return [row for row in self._rows if row.kind and row.mark not in self._asked]

    def _is_suggestion(self) -> bool:
        """Whether a claim can come of it; of a remark, it says what can be done."""
        if self.current is not None and self.current.remark is not None:
            self.said.emit(_("A remark is kept as a note (A) or dismissed (R)."))
            return False
        return self.current is not None

    def _accept_all(self, rows: Sequence[ReviewRow]) -> None:
        if rows and self._article is not None:
            self._decide(AcceptSuggestions(self._article, _marks(rows)), rows)
        else:
            self.said.emit(_("There is no such suggestion left."))

    def _accept_reworded(self, mark: str, edit: Edit) -> None:
        if self.current is not None and self.current.mark == mark:
            self._decide(edit, (self.current,))

    def _decide(self, edit: Edit, rows: Sequence[ReviewRow]) -> None:
        """Go on at once; where the desk refuses, they are there again."""
        self._make_sure(rows)
        marks = set(_marks(rows))
        self._asked |= marks
        self.current = None

        def through(_what: object) -> None:
            self._asked -= marks

        def refused(_sentence: str) -> None:
            self._asked -= marks
            self._refresh_if_shown()

        self._desk.run(edit, through, refused)
        self._show()

    def _make_sure(self, rows: Collection[ReviewRow]) -> None:
        """What is decided on must be in the desk before."""
        if any(row.kind and row.mark not in self._stored for row in rows):
            self._finding.store_so_far()

    def _sentence(self, row: ReviewRow) -> tuple[int, int]:
        """The sentence that holds a passage, found in its paragraph alone: the text may be long."""
        article = self._workspace.article
        assert article is not None
        assert article.revision is not None
        text = queries.revision(self._desk.read, article.revision).text
        start = max(text.rfind("\n\n", 0, row.start) + 1, row.start - _FAR, 0)
        end = text.find("\n\n", row.start, row.start + _FAR)
        paragraph = text[start : end if end >= 0 else row.start + _FAR]
        for first, last in sentences(paragraph, article.data.language):
            if start + first <= row.start < start + last:
                return start + first, start + last
        return row.start, row.end

    def _within(self, span: tuple[int, int]) -> list[ReviewRow]:
        return [row for row in self._waiting if span[0] <= row.start < span[1]]

    def _on_changed(self, changes: Changes) -> None:
        if not self._shown or not _SHOWS & changes.entities:
            return
        before = {row.mark for row in self._rows}
        self._take()
        back = [row for row in self._rows if row.mark not in before]
        if back and before and self._finding.run is None:  # an undo brought them back
            self.current = back[0]
        self._show()


def _marks(rows: Sequence[ReviewRow]) -> tuple[str, ...]:
    return tuple(row.mark for row in rows)
