"""The review of what the detector proposes: one after the other in the order of the text, each
accepted, reworded, split or rejected with one key."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from claimdesk.commands.edit import Edit
from claimdesk.commands.finish_draft import FinishDraft
from claimdesk.commands.review_remarks import DismissRemark, KeepRemark
from claimdesk.commands.review_suggestions import (
    AcceptReworded,
    AcceptSuggestions,
    NoFactThere,
    RejectSuggestions,
)
from claimdesk.domain.history import Changes
from claimdesk.domain.review import ReviewFilter, ReviewRow
from claimdesk.domain.suggestion import Suggestion, SuggestionState
from claimdesk.i18n import _, ngettext
from claimdesk.services.anchoring.sentences import sentences
from claimdesk.store import queries
from claimdesk.ui.drafts import ArticlePlace, at_suggestion, stored_at
from claimdesk.ui.models.claims import takes_back
from claimdesk.ui.views.review.panel import ReviewPanel, Standing
from claimdesk.ui.waiting import Waiting, marks_of

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace

_IMPORTANT = 3
_BEFORE, _BEHIND = 100, 400
"""How many are listed around the one looked at: a book may have ten thousands."""
AROUND = 56
"""Characters of a remark's passage with the words around it."""
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
        self._waiting = Waiting(workspace.desk, workspace.finding)
        self._waiting.changed.connect(self._show)
        self._waiting.settled.connect(self._on_settled)
        self._filter = ReviewFilter()
        self._listed: list[ReviewRow] = []
        self._place = (0, 0)
        self._shown = False
        self.current: ReviewRow | None = None
        self._desk.changed.connect(self._on_changed)
        if workspace.text is not None:
            workspace.text.proposal_chosen.connect(self.look_at)

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
        self.turn_to_article()
        self.panel.take_focus()

    @property
    def is_seen(self) -> bool:
        """Whether it stands beside the text, and no claim in its place."""
        return self._shown and self._workspace.side.currentWidget() is self.panel

    @property
    def is_deciding(self) -> bool:
        """Whether one of them is seen."""
        return self.current is not None and self.is_seen

    def come_back(self) -> None:
        """Show it again, where a claim has taken its place, and let keys go through it."""
        if not self.is_seen:
            self._workspace.selection.choose(None)
            self._workspace.side.setCurrentWidget(self.panel)
            self.panel.put_away()  # what was being written is shown as a draft
            self._choose(self.current)
        self.panel.take_focus()

    def hide(self) -> None:
        """Show the text without it."""
        self._shown = False
        self.panel.put_away()
        if self._workspace.text is not None:
            self._workspace.text.set_proposals(None)
        self.changed.emit()

    def turn_to_article(self) -> None:
        """Show what waits in the article that is read now."""
        self._place = (0, 0)
        self.current = None
        self._waiting.turn_to(self._article, self._revision)
        if self._waiting.is_fetched:
            self._show()

    @property
    def _article(self) -> int | None:
        return self._workspace.selection.article

    @property
    def _revision(self) -> int | None:
        article = self._workspace.article
        return article.revision if article else None

    def _on_changed(self, changes: Changes) -> None:
        if not self._shown:
            return
        if "suggestion" in changes.entities and takes_back(changes) and not self.is_seen:
            self.come_back()  # the list turns to a claim that is there again
        if "revision" in changes.entities:
            self.turn_to_article()

    def _show(self) -> None:
        text = self._workspace.text
        if not self._shown or text is None:
            return
        waiting = self._waiting.rows
        narrow = self._filter.is_narrow
        self._listed = [row for row in waiting if self._filter.keeps(row)] if narrow else waiting
        text.set_proposals(self._listed)
        if (back := self._waiting.came_back) is not None:
            self._waiting.came_back, self.current = None, back
            self._place = (back.start, back.end)
        at = self._at()
        near = self._listed[max(0, at - _BEFORE) : at + _BEHIND]
        self.panel.fill(
            waiting, near, self._filter, self._standing(), further=len(self._listed) - len(near)
        )
        self._choose(self._listed[at] if self._listed else None)

    def _on_settled(self) -> None:
        if self._shown and self._listed:
            self.panel.tell_standing(self._standing())
        else:
            self._show()

    def _at(self) -> int:
        """Which is looked at: the same, else the next behind it, else the last before it."""
        at = bisect_left(self._listed, self._place, key=lambda row: (row.start, row.end))
        mark = self.current.mark if self.current else None
        for place in range(at, len(self._listed)):
            row = self._listed[place]
            if row.mark == mark:
                return place
            if (row.start, row.end) != self._place:
                break
        return max(0, min(at, len(self._listed) - 1))

    def _standing(self) -> Standing:
        revision = self._revision
        if revision is None:
            return Standing(has_text=False)
        counts = queries.suggestion_counts(self._desk.read, revision)
        return Standing(
            accepted=counts.get(SuggestionState.ACCEPTED, 0),
            rejected=counts.get(SuggestionState.REJECTED, 0),
            is_reading=self._finding.is_reading(revision),
            is_fetched=self._waiting.is_fetched,
            was_read=revision in self._finding.done or bool(counts),
        )

    def _choose(self, row: ReviewRow | None) -> None:
        self.current = row
        if row is not None:
            self._place = (row.start, row.end)
        text = self._workspace.text
        spans = row.spans if row is not None and text is not None else ()
        around = tuple(text.around(*span, AROUND) for span in spans) if text is not None else ()
        self.panel.look_at(row, self._suggestion(row), self._article, around)
        if text is not None:
            text.look_at_proposal(row)
        self.changed.emit()

    def _suggestion(self, row: ReviewRow | None) -> Suggestion | None:
        """All that is known of the one looked at."""
        if row is None or row.kind is None or self._article is None:
            return None
        if self._waiting.is_stored(row):
            return queries.suggestion(self._desk.read, self._article, row.mark)
        run = self._finding.run
        found = run.gathering.proposals if run else []
        return next((one.suggestion for one in found if one.mark == row.mark), None)

    # going through

    def look_at(self, mark: str) -> None:
        """Turn to one of them."""
        row = next((row for row in self._listed if row.mark == mark), None)
        if row is None:
            return
        self._workspace.selection.choose(None)
        self._workspace.side.setCurrentWidget(self.panel)
        if self.panel.lists(row):
            self._choose(row)
        else:
            self.current, self._place = row, (row.start, row.end)
            self._show()

    def step(self, by: int) -> bool:
        """Turn to the next or the one before; False where there is none at all."""
        if not self._listed or self.current is None:
            return False
        if self.is_seen:
            at = max(0, min(len(self._listed) - 1, self._at() + by))
            self.look_at(self._listed[at].mark)
        else:  # first back from the claim that one looked at meanwhile
            self.come_back()
        return True

    def _go_to(self, offset: int) -> None:
        if self._workspace.text is not None:
            self._workspace.text.go_to((offset, self._workspace.text.height() // 3))

    def _on_filter(self, chosen: ReviewFilter) -> None:
        self._filter = chosen
        self._show()

    # what is decided

    def accept(self) -> None:
        """Make a claim of it, in the words of a draft where there is one; of a remark a note."""
        if (row := self.current) is None or self._article is None:
            return
        if row.remark is not None:
            self._decide(KeepRemark(self._article, row.mark), (row,))
        else:
            self._accept_all((row,))

    def accept_and_edit(self) -> None:
        """Write its statement anew, and make a claim of it then."""
        if self._is_suggestion():
            self.panel.card.edit()

    def split(self) -> None:
        """Ask for the two statements that it makes."""
        from claimdesk.ui.dialogs.split_claim import SplitDialog  # when asked for

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
        if not self.is_seen:
            self.come_back()
            return
        row, article, revision = self.current, self._article, self._revision
        if not self._is_suggestion() or row is None or article is None or revision is None:
            return
        span = self._sentence(row)
        rows = self._within(span)
        self._decide(NoFactThere(article, revision, span, marks_of(rows)), rows)

    def accept_sentence(self) -> None:
        """Make claims of all that is proposed in its sentence."""
        if self.current is not None and self._is_suggestion():
            self._accept_all(self._within(self._sentence(self.current)))

    def accept_important(self) -> None:
        """Make claims of all that must be right."""
        self._accept_many([row for row in self._suggestions if row.check_worthiness == _IMPORTANT])

    def accept_kind(self) -> None:
        """Make claims of all that are of its kind."""
        if self.current is not None and self._is_suggestion():
            kind = self.current.kind
            self._accept_many([row for row in self._suggestions if row.kind is kind])

    def _accept_many(self, rows: Sequence[ReviewRow]) -> None:
        from claimdesk.ui.dialogs.sure import when_sure_to_accept  # when asked for

        when_sure_to_accept(
            self._desk, len(rows), lambda: self._accept_all(rows), parent=self._workspace
        )

    @property
    def _suggestions(self) -> list[ReviewRow]:
        return [row for row in self._waiting.rows if row.kind]

    def _is_suggestion(self) -> bool:
        """Whether a claim can come of it; of a remark, it says what can be done."""
        if self.current is not None and self.current.remark is not None:
            self.said.emit(_("A remark is kept as a note (A) or dismissed (R)."))
            return False
        if self.current is None:
            self.said.emit(_("There is no suggestion here to decide on."))
        return self.current is not None

    def _accept_all(self, rows: Sequence[ReviewRow]) -> None:
        article, drafts = self._article, self._desk.drafts
        if not rows or article is None:
            self.said.emit(_("There is no such suggestion left."))
            return
        looked = rows if drafts.of_article(article) else ()
        places = {row.mark: at_suggestion(article, row.mark) for row in looked}
        begun = {mark: draft for mark, place in places.items() if (draft := drafts.at(place))}
        reworded = {mark: " ".join(draft.words.split()) for mark, draft in begun.items()}
        edit: Edit = AcceptSuggestions(article, marks_of(rows), reworded)
        for mark in begun:
            edit = FinishDraft(edit, stored_at(places[mark]))
        self._decide(edit, rows, lambda: self._let_go([places[mark] for mark in begun]))

    def _let_go(self, drafts: Sequence[ArticlePlace]) -> None:
        """Their words are claims now."""
        for place in drafts:
            self._desk.drafts.drop(place)
        if drafts:
            said = ngettext(
                "Accepted in the words of your draft.",
                "Accepted, {count} of them in the words of your drafts.",
                len(drafts),
            )
            self.said.emit(said)

    def _accept_reworded(self, mark: str, edit: Edit) -> None:
        if self.current is not None and self.current.mark == mark:
            self._decide(edit, (self.current,))

    def _decide(
        self, edit: Edit, rows: Sequence[ReviewRow], then: Callable[[], object] | None = None
    ) -> None:
        """Go on at once, before the writer's thread takes its share of the time; where the desk
        refuses, they are there again."""
        marks = marks_of(rows)
        self._waiting.leave_out(marks)
        self._show()
        self._make_sure(rows)

        def decided(changes: Changes) -> None:
            self._waiting.decided(marks, changes)
            if then is not None:
                then()

        self._desk.run(edit, decided, lambda _sentence: self._waiting.refused(marks))

    def _make_sure(self, rows: Collection[ReviewRow]) -> None:
        """What is decided on must be in the desk before."""
        if not all(self._waiting.is_stored(row) for row in rows):
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
        return [row for row in self._suggestions if span[0] <= row.start < span[1]]
