"""How the text is read: as it is, with its coverage over it, or beside the revision before; and
what Space and Enter do there."""

from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from claimdesk.domain.coverage import CoverageKind, Sentence, SentenceState
from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.services.coverage import counts
from claimdesk.ui.covering import Covered, Covering
from claimdesk.ui.mode import Mode

if TYPE_CHECKING:
    from claimdesk.ui.comparing import Comparing
    from claimdesk.ui.reviewing import Reviewing
    from claimdesk.ui.views.coverage.panel import CoveragePanel
    from claimdesk.ui.workspace import Workspace

_SHOWS = {"claim", "anchor", "coverage", "revision", "article"}
"""What coverage depends on."""
_ANOTHER_TEXT = {"revision", "article"}
"""What lets the text be shown anew."""


_BESIDE = (Mode.COVERAGE, Mode.REVIEW)
"""What has a panel of its own in the inspector's place."""


class Reading(QObject):
    """The reading of one workspace; made once its text and inspector stand."""

    changed = Signal()
    """Another mode, or something else that Enter would do."""
    said = Signal(str)
    """A sentence for the message bar that is no failure."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._desk, self._selection = workspace.desk, workspace.selection
        self.mode = Mode.TEXT
        self._covering = Covering(self._desk, self)
        self._covering.made.connect(self._on_made)
        self._sentences: tuple[Sentence, ...] = ()
        self._covered: Covered | None = None
        """That of a long text, kept in step with the desk."""
        self._then: Callable[[], None] | None = None
        """What is to be done once those of a long text are there."""
        self._asked: set[tuple[int, int]] = set()
        """Sentences that are said to hold no fact, and not yet shown so: the next Space must not
        come back to them."""
        self._stored: set[tuple[int, int]] = set()
        """Those of them that the desk holds, and what is being made may hold not yet."""
        self._desk.changed.connect(self._on_changed)
        self._selection.article_changed.connect(self._on_article)
        self._selection.claim_changed.connect(self._on_claim)

    @cached_property
    def panel(self) -> "CoveragePanel":
        """The list of what nobody looked at."""
        from claimdesk.ui.views.coverage.panel import CoveragePanel  # when shown

        panel = CoveragePanel(self._workspace)
        panel.sentence_chosen.connect(self.look_at)
        self._workspace.side.addWidget(panel)
        return panel

    @cached_property
    def comparing(self) -> "Comparing":
        """The two revisions side by side."""
        from claimdesk.ui.comparing import Comparing  # when shown

        return Comparing(self._workspace)

    @cached_property
    def reviewing(self) -> "Reviewing":
        """The review of what the detector proposes."""
        from claimdesk.ui.reviewing import Reviewing  # when shown

        reviewing = Reviewing(self._workspace)
        reviewing.said.connect(self.said)
        reviewing.changed.connect(self.changed)
        return reviewing

    def show(self, mode: Mode) -> None:
        """Show the text in another way."""
        text, page = self._workspace.text, self._workspace.page
        if text is None or mode is self.mode:
            self.come_back()
            return
        if mode is Mode.COMPARISON and not self.comparing.is_possible:
            self.said.emit(_("There is just one revision of this text so far."))
            self.changed.emit()
            return
        if self.mode is Mode.REVIEW:
            self.reviewing.hide()
        self.mode = mode
        if mode is Mode.COVERAGE or "legend" in page.__dict__:
            page.legend.setVisible(mode is Mode.COVERAGE)
        if mode is Mode.COMPARISON:
            self.comparing.fill()
            page.show_comparison()
        else:
            page.show_text()
        if mode is not Mode.COVERAGE:
            text.set_coverage(None)
        self._show_panel(shown=mode in _BESIDE)
        if mode is Mode.REVIEW:
            self._selection.choose(None)
            self.reviewing.show()
        self.changed.emit()
        if mode is Mode.COVERAGE:  # last, for another thread may take its share of the time then
            self._cover()

    @property
    def shows_coverage(self) -> bool:
        """Whether coverage is over the text."""
        return self.mode is Mode.COVERAGE

    @property
    def shows_comparison(self) -> bool:
        """Whether two revisions stand side by side."""
        return self.mode is Mode.COMPARISON

    @property
    def is_reviewing(self) -> bool:
        """Whether something that the detector proposes is looked at; keys decide on it."""
        return self.mode is Mode.REVIEW and self.reviewing.is_deciding

    @property
    def proposal(self) -> str:
        """The action that Enter stands for in what is shown; empty where there is none."""
        return "next_unseen" if self.mode is Mode.COVERAGE else ""

    def show_coverage(self, shown: bool) -> None:
        """Show coverage, or the text as it is."""
        self.show(Mode.COVERAGE if shown else Mode.TEXT)

    def show_text(self) -> None:
        """Show the text as it is."""
        self.show(Mode.TEXT)

    def show_comparison(self, shown: bool) -> None:
        """Show the two newest revisions side by side, or the text as it is."""
        self.show(Mode.COMPARISON if shown else Mode.TEXT)

    def show_review(self, shown: bool) -> None:
        """Show what the detector proposes, or the text as it is."""
        self.show(Mode.REVIEW if shown else Mode.TEXT)

    # what is said of sentences

    def no_fact(self) -> None:
        """Say that the sentence at the caret holds no fact, and go on to the next place that
        nobody looked at. Where there is nothing to say of it, just go on."""
        if self.mode is Mode.REVIEW:
            self.reviewing.no_fact()
        elif self._revision is not None:
            self._once_covered(self._say_no_fact)

    def _say_no_fact(self) -> None:
        text, revision = self._workspace.text, self._revision
        if text is None or revision is None:
            return
        place = self._at(text.caret)
        if place is not None and self._is_unseen(place):
            self._mark(revision, self._sentences[place])
        self.show(Mode.COVERAGE)
        self._go_on(place)

    def _mark(self, revision: int, sentence: Sentence) -> None:
        from claimdesk.commands.mark_looked import MarkLooked  # when needed

        span = sentence.start, sentence.end
        self._asked.add(span)

        def through(_what: object) -> None:
            if self._covering.is_under_way:
                self._stored.add(span)
            else:
                self._asked.discard(span)

        self._desk.run(MarkLooked(revision, (span,)), through, through)

    def _is_unseen(self, place: int) -> bool:
        sentence = self._sentences[place]
        asked = (sentence.start, sentence.end) in self._asked
        return sentence.state is SentenceState.NOT_LOOKED_AT and not asked

    def look_again(self) -> None:
        """Take back what was said of the sentence at the caret, or of the passage marked."""
        from claimdesk.commands.mark_looked import LookAgain  # when needed

        span = self.marked()
        if span is not None and self._revision is not None:
            self._desk.run(LookAgain(self._revision, (span,)))

    def not_article(self) -> None:
        """Say that the passage marked, or the sentence at the caret, is no part of the article."""
        from claimdesk.commands.mark_looked import MarkLooked  # when needed

        span = self.marked()
        if span is not None and self._revision is not None:
            self._desk.run(MarkLooked(self._revision, (span,), CoverageKind.NOT_ARTICLE))

    def next_unseen(self) -> None:
        """Go to the next place that nobody looked at."""
        self._once_covered(self._go_on_from_caret)

    def _go_on_from_caret(self) -> None:
        text = self._workspace.text
        if text is not None:
            self.show(Mode.COVERAGE)
            self._go_on(self._at(text.caret))

    def _once_covered(self, do: Callable[[], None]) -> None:
        """Do something with the sentences; with those of a long text as soon as they are there."""
        if self._turn() and self._covering.is_long and self._covered is None:
            self._then = do
            self.show(Mode.COVERAGE)
        else:
            self._take()
            do()

    def look_at(self, number: int) -> None:
        """Turn to a sentence."""
        text = self._workspace.text
        if text is None or not 0 <= number < len(self._sentences):
            return
        self._selection.choose(None)
        self._show_panel(shown=True)
        text.look_at(number)
        self.panel.look_at(number)

    def _go_on(self, place: int | None) -> None:
        unseen = [number for number in range(len(self._sentences)) if self._is_unseen(number)]
        after = -1 if place is None else place
        found = next((number for number in unseen if number > after), unseen[0] if unseen else None)
        if found is None:
            self.said.emit(_("Every sentence was looked at."))
        else:
            self.look_at(found)

    def _at(self, offset: int) -> int | None:
        """The sentence that holds an offset or ends there."""
        return next(
            (
                number
                for number, sentence in enumerate(self._sentences)
                if sentence.start <= offset <= sentence.end
            ),
            None,
        )

    def marked(self) -> tuple[int, int] | None:
        """The words marked in the text, or else the sentence at the caret."""
        text = self._workspace.text
        if text is None:
            return None
        if (span := text.selection()) is not None:
            return span
        self._take()
        place = self._at(text.caret)
        return None if place is None else (self._sentences[place].start, self._sentences[place].end)

    # what is shown

    @property
    def sentence_counts(self) -> dict[SentenceState, int]:
        """How many sentences of the article's text are in which state."""
        self._take()
        return counts(self._sentences)

    @property
    def unseen(self) -> int | None:
        """How many sentences nobody looked at; None where the text is too long to count by the
        way."""
        if self._workspace.text is None or (self._turn() and self._covering.is_long):
            return None
        return self.sentence_counts.get(SentenceState.NOT_LOOKED_AT, 0)

    @property
    def _revision(self) -> int | None:
        article = self._workspace.article
        return article.revision if article else None

    def _turn(self) -> bool:
        """Turn to the text under check; whether there is one."""
        article = self._workspace.article
        if article is None or article.revision is None:
            return False
        self._covering.turn_to(article.revision, article.data.language)
        return True

    def _take(self) -> None:
        """The sentences as the desk holds them now; those of a long text that are kept in step
        with it may be a moment behind."""
        if not self._turn():
            self._sentences = ()
        elif self._covered is None:
            self._sentences = self._covering.sentences()

    def _cover(self) -> None:
        if self._covered is not None:
            self._show_covered(self._covered)
        else:
            self._fill()

    def _fill(self) -> None:
        """Show coverage; that of a long text as soon as it is made."""
        text = self._workspace.text
        assert text is not None
        maker = text.stretch_maker()
        if not self._turn():
            self._show_covered(Covered((), Counter(), [], [], maker(())))
        elif not self._covering.is_long:
            self._show_covered(self._covering.now(maker))
        else:
            if self._covered is None:
                self._sentences = ()
                text.set_coverage(maker(()))
            self._covering.begin(maker)

    def _show_covered(self, covered: Covered) -> None:
        text = self._workspace.text
        assert text is not None
        self._sentences = covered.sentences
        text.set_coverage(covered.stretches)
        self._workspace.page.legend.show_counts(covered.counts)
        self.panel.fill(covered.unseen, covered.no_fact)
        if text.sentence_looked_at is not None:
            self.panel.look_at(text.sentence_looked_at)

    def _on_made(self, covered: Covered) -> None:
        self._asked -= self._stored
        self._stored.clear()
        if self.mode is not Mode.COVERAGE:
            return
        self._covered = covered
        self._show_covered(covered)
        do, self._then = self._then, None
        if do is not None:
            do()

    def come_back(self) -> None:
        """Show again what a claim that one looks at has taken the place of."""
        if self.mode is Mode.REVIEW:
            self.reviewing.come_back()
        elif self.mode is Mode.COVERAGE:
            self._selection.choose(None)
            self._show_panel(shown=True)

    def _show_panel(self, *, shown: bool) -> None:
        side, inspector = self._workspace.side, self._workspace.inspector
        wanted: QWidget | None = inspector
        if shown:
            wanted = self.reviewing.panel if self.mode is Mode.REVIEW else self.panel
        if wanted is not None and side.currentWidget() is not wanted:
            side.setCurrentWidget(wanted)
            self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        if "anchor" in changes.entities:
            self.changed.emit()
        if self.mode is Mode.COMPARISON:
            self.comparing.take(changes)
        if self.mode is not Mode.COVERAGE or changes.entities & _ANOTHER_TEXT:
            self._covered = None
        if self.mode is Mode.COVERAGE and changes.entities & _SHOWS:
            self._fill()

    def _on_article(self, _article: int | None) -> None:
        self._covered = self._then = None
        self._asked.clear()
        self._stored.clear()
        if self.mode is Mode.COVERAGE:
            self._fill()
        elif self.mode is Mode.REVIEW:
            self._selection.choose(None)
            self._show_panel(shown=True)
            self.reviewing.turn_to_article()
        elif self.mode is Mode.COMPARISON and self.comparing.is_possible:
            self.comparing.fill()
        elif self.mode is Mode.COMPARISON:
            self.show(Mode.TEXT)

    def _on_claim(self, claim: int | None) -> None:
        """The inspector is back with the next claim that somebody chooses."""
        text = self._workspace.text
        if claim is not None and self.mode in _BESIDE and text is not None:
            text.look_at(None)
            text.look_at_proposal(None)
            self._show_panel(shown=False)
