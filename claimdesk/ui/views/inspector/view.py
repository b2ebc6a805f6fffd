"""The pane itself: fills its sections with the chosen claim, and again with what changed.

It asks for a status but sets none: which claim comes next, and the reason for leaving one out,
belong to the window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.domain.history import Changes
from claimdesk.domain.source import Evidence
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Drafts
from claimdesk.ui.fonts import scaled
from claimdesk.ui.selection import Selection
from claimdesk.ui.theme import notifier
from claimdesk.ui.views.inspector.article_notes import ArticleNotesSection
from claimdesk.ui.views.inspector.badges import BadgeLine
from claimdesk.ui.views.inspector.contradictions import ContradictionLine
from claimdesk.ui.views.inspector.corrections import CorrectionsSection
from claimdesk.ui.views.inspector.evidence import EvidenceSection
from claimdesk.ui.views.inspector.head import Head
from claimdesk.ui.views.inspector.history import HistorySection
from claimdesk.ui.views.inspector.notes import NotesSection
from claimdesk.ui.views.inspector.nothing import NothingChosen
from claimdesk.ui.views.inspector.offer_bar import OfferBar
from claimdesk.ui.views.inspector.particulars import Particulars
from claimdesk.ui.views.inspector.passage import PassageBox
from claimdesk.ui.views.inspector.questions import QuestionsSection
from claimdesk.ui.views.inspector.relations import RelationsSection
from claimdesk.ui.views.inspector.several import SeveralChosen
from claimdesk.ui.views.inspector.statement import StatementBox
from claimdesk.ui.widgets.status_buttons import StatusButtons

if TYPE_CHECKING:
    from claimdesk.ui.claim_work import ClaimWork
    from claimdesk.ui.same_facts import SameFactOffer

_PADDING = 16
_NARROWEST = 360

_Choice = tuple[int | None, int | None, tuple[int, ...]]

_SHOWN_ELSEWHERE = {"source", "relation", "article"}
"""Entities whose rows show on claims that their changes do not name."""
_MOST_READ = 200
"""Up to how many chosen claims it is looked whether they share a status."""


class InspectorView(QScrollArea):
    """All about the chosen claim; of several chosen ones only their number and their status."""

    status_wanted = Signal(object)
    previous_wanted = Signal()
    next_wanted = Signal()
    place_wanted = Signal(int)
    """Where in the text one wants to look."""

    def __init__(
        self,
        desk: Desk,
        selection: Selection,
        drafts: Drafts | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._selection = desk, selection
        self._shown: int | None = None
        self._chosen: _Choice | None = None
        self.drafts = drafts or desk.drafts
        self._frame()
        self._make_sections()
        self._put_together()
        self._connect()
        self.refill()

    @property
    def _choice(self) -> _Choice:
        return self._selection.article, self._selection.claim, self._selection.claims

    def refill(self) -> None:
        """Show what is chosen, as the desk holds it now."""
        claims, detail = self._selection.claims, None
        if len(claims) <= 1 and self._selection.claim is not None:
            detail = self._read(self._selection.claim)
        self._chosen = self._choice
        self.nothing.setVisible(detail is None and len(claims) <= 1)
        self._show_parts(one=detail is not None, several=len(claims) > 1)
        if detail is not None:
            self._fill(detail)
        else:
            self._fill_none(claims)
        settle(self._page)
        self._fit_to_letters()

    def set_compact(self, compact: bool) -> None:
        """Show the statuses as one strip, for low windows."""
        self.buttons.set_compact(compact)

    def tell_unlisted(self, unlisted: bool) -> None:
        """Say that the list does not show the chosen claim, or that it does."""
        self.head.tell_unlisted(unlisted)
        settle(self._page)

    def write_note(self) -> None:
        """Write a note on the chosen claim."""
        if self._shown is not None:
            self.notes.write()

    def write_article_note(self) -> None:
        """Write a note on the article, which shows where no claim is chosen."""
        if self.article_notes.isVisibleTo(self):
            self.article_notes.write()

    def attach_source(self) -> None:
        """Attach a source to the chosen claims."""
        from claimdesk.ui.dialogs.source_dialog import SourceDialog  # start quickly

        if self._selection.claims:
            SourceDialog(self._desk, self._selection.claims, self.window()).open()

    def edit_statement(self) -> None:
        """Rewrite the chosen claim's statement."""
        if self._shown is not None:
            self.statement.edit()
            self._reveal(self.statement)

    def propose_correction(self, old: str | None) -> None:
        """Write another wording for some words, or for the chosen claim's passage."""
        if self._shown is not None:
            self.corrections.propose(old)

    def ask_question(self) -> None:
        """Ask about the chosen claim."""
        if self._shown is not None:
            self.questions.ask()

    def follow(self, work: "ClaimWork") -> None:
        """Let what is more than showing be done by whoever does it for the window."""
        self.corrections.action.connect(work.propose_correction)
        self.corrections.decline_wanted.connect(work.decline_correction)
        self.corrections.drop_wanted.connect(lambda _correction: work.drop_passage())
        self.relations.action.connect(work.relate_claim)
        self.offer.taken.connect(work.same_status)
        self.offer.turned_down.connect(work.same_facts.turn_down)
        work.same_facts.changed.connect(lambda: self._offer(work.same_facts.offer))

    def _offer(self, offer: "SameFactOffer | None") -> None:
        self.offer.fill(offer)
        settle(self._page)

    def _fill(self, detail: ClaimDetail) -> None:
        row, other = detail.row, detail.row.id != self._shown
        self._shown = row.id
        self.article_notes.keep()
        self.article_notes.hide()
        self.head.fill(row)
        self.statement.fill(row)
        self.passage.fill(detail)
        self.buttons.set_status(row.status)
        self.badges.fill(row.badges)
        self.particulars.fill(row)
        self.evidence.fill(row.id, detail.evidence)
        leads = queries.leads_near(self._desk.read, row.id)
        self.notes.fill(row.id, (*detail.notes, *leads))
        self.corrections.fill(row.id, detail.corrections)
        self.questions.fill(row.id, detail.questions)
        self.contradictions.fill(detail.relations)
        self.relations.fill(detail.relations)
        self.history.fill(row.id, detail.history)
        if other:
            self.verticalScrollBar().setValue(0)

    def _fill_none(self, claims: tuple[int, ...]) -> None:
        self._shown = None
        article = self._selection.article
        self.nothing.fill(has_article=article is not None)
        has_notes = article is not None and len(claims) <= 1
        self.article_notes.setVisible(has_notes)
        if article is None or not has_notes:
            self.article_notes.keep()
        else:
            self.article_notes.fill(
                article,
                queries.article_notes(self._desk.read, article),
                queries.article(self._desk.read, article).revision,
            )
        self.statement.keep()
        self.notes.keep()
        self.corrections.keep()
        self.questions.keep()
        self.particulars.store()
        if len(claims) > 1:
            self.head.fill_many(len(claims))
            few = claims if len(claims) <= _MOST_READ else ()
            statuses = {row.status for row in queries.claim_rows(self._desk.read, few)}
            self.buttons.set_status(statuses.pop() if len(statuses) == 1 else None)

    def _read(self, claim: int) -> ClaimDetail | None:
        """None where the claim was set aside by now."""
        try:
            return queries.claim_detail(self._desk.read, claim)
        except ClaimdeskError:
            return None

    def _show_parts(self, *, one: bool, several: bool) -> None:
        self.head.setVisible(one or several)
        self.buttons.setVisible(one or several)
        self.several.setVisible(several)
        for part in self._of_one_claim:
            part.setVisible(one)
        if not one:
            for extra in self._where_there_is_any:
                extra.hide()

    def _on_changed(self, changes: Changes) -> None:
        concerned = not changes.claims.isdisjoint(self._selection.claims)
        of_article = self._shown is None and "note" in changes.entities
        if concerned or of_article or changes.entities & _SHOWN_ELSEWHERE:
            self.refill()

    def _frame(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that comes and goes would break all lines anew, and be tried out with each claim.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(_NARROWEST)
        self.setAccessibleName(_("Inspector"))

    def _make_sections(self) -> None:
        page = QWidget(self)
        self.nothing = NothingChosen(page)
        self.article_notes = ArticleNotesSection(self._desk, self.drafts, page)
        self.head = Head(page)
        self.statement = StatementBox(self._desk, self.drafts, page)
        self.passage = PassageBox(self._desk, page)
        self.buttons = StatusButtons(page)
        self.offer = OfferBar(page)
        self.contradictions = ContradictionLine(page)
        self.badges = BadgeLine(page)
        self.several = SeveralChosen(page)
        self.particulars = Particulars(self._desk, self.drafts, page)
        self.evidence = EvidenceSection(self._desk, page)
        self.corrections = CorrectionsSection(self._desk, self.drafts, page)
        self.questions = QuestionsSection(self._desk, self.drafts, page)
        self.notes = NotesSection(self._desk, self.drafts, page)
        self.relations = RelationsSection(self._desk, page)
        self.history = HistorySection(self._desk, page)
        self._of_one_claim = (
            self.statement,
            self.passage,
            self.particulars,
            self.evidence,
            self.corrections,
            self.questions,
            self.notes,
            self.relations,
            self.history,
        )
        self._where_there_is_any = (self.badges, self.contradictions)
        self._page = page

    def _fit_to_letters(self) -> None:
        """Nothing scrolls sideways, so be as wide as letters larger than drawn need. It only ever
        grows, or the panes would move with each claim."""
        if scaled(_NARROWEST) > _NARROWEST:
            bar = self.verticalScrollBar().sizeHint().width()
            needed = self._page.minimumSizeHint().width() + bar
            self.setMinimumWidth(max(self.minimumWidth(), needed))

    def _put_together(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(_PADDING, 10, _PADDING, _PADDING)
        column.setSpacing(8)
        for part in (
            self.nothing,
            self.article_notes,
            self.head,
            self.statement,
            self.passage,
            self.buttons,
            self.offer,
            self.contradictions,
            self.badges,
            self.several,
            self.particulars,
        ):
            column.addWidget(part)
        sections = QVBoxLayout()
        sections.setSpacing(0)
        for section in (
            self.evidence,
            self.corrections,
            self.questions,
            self.notes,
            self.relations,
            self.history,
        ):
            sections.addWidget(section)
        column.addLayout(sections)
        column.addStretch(1)
        self.setWidget(self._page)

    def _connect(self) -> None:
        self._selection.claim_changed.connect(self._choose)
        self._selection.claims_changed.connect(self._choose)
        self._selection.article_changed.connect(self._choose)
        self._desk.changed.connect(self._on_changed)
        notifier.changed.connect(self._take_theme)
        self.article_notes.place_wanted.connect(self.place_wanted)
        self.head.previous_wanted.connect(self.previous_wanted)
        self.head.next_wanted.connect(self.next_wanted)
        self.buttons.chosen.connect(self.status_wanted)
        self.evidence.action.connect(self.attach_source)
        self.evidence.edit_wanted.connect(self._edit_evidence)
        self.evidence.link_wanted.connect(self._open_link)
        for section in (self.article_notes, self.notes, self.corrections, self.questions):
            section.editor_opened.connect(self._reveal)
        self.contradictions.jump_wanted.connect(self._selection.choose)
        self.relations.jump_wanted.connect(self._selection.choose)

    def _choose(self) -> None:
        """One choice is told by up to three signals; the first is enough."""
        if self._choice != self._chosen:
            self.refill()

    def _take_theme(self) -> None:
        self.head.take_theme()
        if self._desk.is_open:
            self.refill()

    def _edit_evidence(self, evidence: Evidence) -> None:
        from claimdesk.ui.dialogs.source_dialog import EvidenceDialog  # as above

        EvidenceDialog(self._desk, evidence, self.window()).open()

    def _open_link(self, url: str) -> None:
        from claimdesk.ui.dialogs.open_link import ask_and_open  # as above

        ask_and_open(self.window(), url)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to it once the layout knows where it is."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget, 0, _PADDING))


def settle(widget: QWidget) -> None:
    """Lay out from the innermost rows outwards, at once: left to itself Qt does it level by
    level, each time anew for all, and one sees it happen."""
    for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isHidden() and child.layout() is not None:
            settle(child)
    if (layout := widget.layout()) is not None:
        layout.activate()
