"""The claim's questions, answered where they stand, and the field in which one is asked."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.question import Question
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import BODY, interface_font
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.views.inspector.question_editor import FIELD, QuestionEditor
from claimdesk.ui.views.inspector.question_row import QuestionRow
from claimdesk.ui.views.inspector.tab_chain import chain
from claimdesk.ui.widgets.section import Section

ANSWER = "answer"
"""The name of the place where drafts of answers are kept, also by the list of all questions."""


class QuestionsSection(Section):
    """Questions on one claim, those without an answer first. The editors are made when first
    needed."""

    editor_opened = Signal(QWidget)

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(_("Questions"), _("Ask"), "Q", parent)
        self._desk, self._drafts = desk, drafts
        self._claim: int | None = None
        self._questions: tuple[Question, ...] = ()
        self.action.connect(self.ask)
        rows = QVBoxLayout()
        rows.setSpacing(10)
        self.body.addLayout(rows)
        self.pool: Pool[QuestionRow, Question] = Pool(rows, self._row, QuestionRow.fill)
        self.draft = DraftLines(drafts, drafts.of_claim, (FIELD, ANSWER), self._continue, self)
        self.body.addWidget(self.draft)

    @cached_property
    def editor(self) -> QuestionEditor:
        """Where a question is written."""
        made = QuestionEditor(self._desk, self._drafts, self._held_text, self)
        self.draft.leave_out(made)
        self.body.insertWidget(1, made)
        chain(self.pool.rows[-1].aside, made)
        return made

    @cached_property
    def answers(self) -> PlaceEditor[Place]:
        """Where an answer is written: below its question."""
        made = PlaceEditor(
            self._desk,
            self._drafts,
            _answer,
            self._held_answer,
            name=_("Answer"),
            font=interface_font(BODY),
            lines=2,
            parent=self,
        )
        self.draft.leave_out(made)
        return made

    def fill(self, claim: int, questions: Sequence[Question]) -> None:
        """Show a claim's questions; what is being written for it stays."""
        if claim != self._claim:
            self.keep()
        self._claim = claim
        self._questions = tuple(sorted(questions, key=lambda one: not one.is_open))
        self.set_count(len(questions) or None)
        self.pool.show(self._questions)
        self._put_answer()
        self.draft.fill(claim)

    def ask(self) -> None:
        """Ask something new, on with the words that were left."""
        if self._claim is not None:
            self.editor.ask(self._claim)
            self._show_editor(self.editor)

    def answer(self, question: Question) -> None:
        """Write a question's answer down, or reword it."""
        if self._claim is not None:
            self.answers.open_at(Place(self._claim, ANSWER, question.id), question.answer or "")
            self._put_answer()
            self._show_editor(self.answers)

    def keep(self) -> None:
        """Put what is being typed away as a draft."""
        for name in ("editor", "answers"):
            if name in self.__dict__:
                getattr(self, name).keep()

    def _edit(self, question: Question) -> None:
        if self._claim is not None:
            self.editor.reword(self._claim, question.id, question.text)
            self._show_editor(self.editor)

    def _show_editor(self, editor: PlaceEditor[Place]) -> None:
        editor.field.setFocus()
        self.editor_opened.emit(editor)

    def _put_answer(self) -> None:
        """Let the answer's field stand below its question, whichever row shows that by now."""
        place = self.answers.place if "answers" in self.__dict__ else None
        if place is None:
            return
        for row in self.pool.rows[: self.pool.shown]:
            is_its = row.question is not None and row.question.id == place.note
            if is_its and self.answers.parentWidget() is not row:
                row.slot.addWidget(self.answers)
                chain(row.aside, self.answers)
                self.answers.show()

    def _continue(self, place: Place, _draft: Draft) -> None:
        question = next((one for one in self._questions if one.id == place.note), None)
        if question is None:
            self.ask()
        elif place.field == ANSWER:
            self.answer(question)
        else:
            self._edit(question)

    def _held(self, place: Place) -> Question | None:
        detail = queries.claim_detail(self._desk.read, place.claim, history=0)
        return next((one for one in detail.questions if one.id == place.note), None)

    def _held_text(self, place: Place) -> str:
        held = self._held(place)
        return held.text if held else ""

    def _held_answer(self, place: Place) -> str:
        held = self._held(place)
        return (held.answer or "") if held else ""

    def _set_aside(self, question: Question) -> None:
        from claimdesk.commands.set_aside import SetAsideQuestion  # when first needed

        self._desk.run(SetAsideQuestion(question.id))

    def _row(self) -> QuestionRow:
        row = QuestionRow(self)
        row.answer_wanted.connect(self.answer)
        row.edit_wanted.connect(self._edit)
        row.aside_wanted.connect(self._set_aside)
        return row


def _answer(place: Place, draft: Draft) -> Edit:
    from claimdesk.commands.ask_question import AnswerQuestion  # when first needed

    assert place.note is not None
    return AnswerQuestion(place.note, draft.words, draft.base)
