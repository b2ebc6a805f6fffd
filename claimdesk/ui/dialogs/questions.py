"""All open questions of an article or of the whole desk: answered here, and copied for a mail."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from claimdesk.commands.ask_question import AnswerQuestion
from claimdesk.commands.finish_draft import FinishDraft
from claimdesk.commands.set_aside import SetAsideQuestion
from claimdesk.domain.history import Changes
from claimdesk.domain.question import Addressee, Question
from claimdesk.i18n import _, ngettext
from claimdesk.services.exporters.questions import grouped
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.ask import AskDialog, RewordQuestionDialog
from claimdesk.ui.dialogs.fields import Lines, note
from claimdesk.ui.drafts import AnyPlace, ArticlePlace, Draft, Place, stored_at
from claimdesk.ui.models.questions import QuestionsModel
from claimdesk.ui.tasks import Task
from claimdesk.ui.widgets.hint import hint

ANSWER = "answer"
"""The name of the place where drafts of answers are kept, also in the inspector."""

_SIZE = QSize(680, 560)
_AT_ONCE = 500
"""So many rows are laid out at once, or they could not all be scrolled to at once; more of them
one after the other while one reads the first."""
_FINISH = ("Ctrl+Return", "Ctrl+Enter")


class _Asked(NamedTuple):
    """Questions, and the titles of their articles where there are several."""

    questions: list[Question]
    titles: dict[int, str]


class QuestionsDialog(QDialog):
    """A list of questions, and the field for the answer to the one chosen."""

    claim_wanted = Signal(int, int)
    """An article's id and that of a claim in it."""
    sheet_wanted = Signal(object)
    """What is open is to be saved: for an Addressee, or, None, for all."""

    def __init__(self, desk: Desk, article: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open questions"))
        self._desk, self._article, self._drafts = desk, article, desk.drafts
        self._waiting = False
        self._reading: Task | None = None
        self._row = 0
        self._asked: Question | None = None
        self._make_list()
        self._make_answer()
        self._put_together()
        self.resize(_SIZE)
        desk.changed.connect(self._on_changed)
        self.fill()
        self.list.setFocus()

    @property
    def chosen(self) -> Question | None:
        """The question that the answer is for."""
        return self.model.at(self.list.currentIndex())

    def fill(self) -> None:
        """Show the questions as the desk holds them now; one that is gone makes way for the
        next."""
        answered, article = self.answered.isChecked(), None if self._of_desk else self._article
        self._reading = None
        if answered and article is None:  # all that was ever asked, which may be very much
            task = self._reading = Task(partial(_all_in, self._desk.path), self)
            task.done.connect(lambda asked: self._on_read(task, asked))
            task.failed.connect(self._say)
            task.start()
        else:
            self._show(_asked(self._desk.read, article, answered=answered))

    def _on_read(self, task: Task, asked: _Asked) -> None:
        if task is self._reading:
            self._show(asked)

    def _show(self, asked: _Asked) -> None:
        before = self._asked.id if self._asked else None
        found, titles = asked
        mode = QListView.LayoutMode
        self.list.setLayoutMode(mode.Batched if len(found) > _AT_ONCE else mode.SinglePass)
        self.list.selectionModel().blockSignals(True)
        self.model.show(found, titles)
        self.list.selectionModel().blockSignals(False)
        self.count.setText(_counted(found))
        if found:
            same = (at for at, one in enumerate(found) if one.id == before)
            self.list.setCurrentIndex(self.model.index(next(same, min(self._row, len(found) - 1))))
        self._choose()

    def answer(self) -> None:
        """Store what is typed as the answer to the chosen question."""
        question, words = self.chosen, self.words.words
        if question is None or self._waiting:
            return
        if not words or words == question.answer:
            self.words.setFocus()
            return
        self._waiting = True
        edit = AnswerQuestion(question.id, words, question.answer or "")
        self._desk.run(
            FinishDraft(edit, stored_at(_place(question))),
            lambda _changes: self._stored(question),
            self._refused,
        )

    def copy(self) -> None:
        """Put what is open on the clipboard, as the words of a mail."""
        desk, article = self._desk.path, None if self._of_desk else self._article
        task = Task(lambda _task: _mail(desk, article), self)
        task.done.connect(self._copied)
        task.failed.connect(self._say)
        task.start()

    def _copied(self, found: tuple[str, int, int]) -> None:
        text, questions, corrections = found
        QGuiApplication.clipboard().setText(text)
        said = [ngettext("{count} question copied.", "{count} questions copied.", questions)]
        if corrections:
            said.append(
                ngettext("{count} correction copied.", "{count} corrections copied.", corrections)
            )
        self._say(" ".join(said))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()

    # how it is done

    @property
    def _of_desk(self) -> bool:
        return self._article is None or self.whole.isChecked()

    def _choose(self, *_given: object) -> None:
        """Turn to the question marked; what was typed for another one waits for its return."""
        question = self.chosen
        self._row = max(0, self.list.currentIndex().row())
        self._show_answer(question)
        for widget in (self.words, self.store, self.reword, self.aside):
            widget.setEnabled(question is not None)
        self.go.setEnabled(question is not None and question.claim is not None)
        self.copy_all.setEnabled(bool(_open(self.model.questions)))

    def _show_answer(self, question: Question | None) -> None:
        """The answer, or the draft of one; what is being typed stays."""
        before, self._asked = self._asked, question
        if question is None:
            self.words.clear()
            return
        draft = self._drafts.at(_place(question))
        if draft is None or before is None or before.id != question.id:
            self.words.setPlainText(draft.words if draft else question.answer or "")

    def _keep(self) -> None:
        question = self._asked
        if question is not None and not self._waiting:
            draft = Draft(self.words.toPlainText(), question.answer or "")
            self._drafts.keep(_place(question), draft)

    def _stored(self, question: Question) -> None:
        self._drafts.drop(_place(question))
        if isValid(self):
            self._waiting = False
            self._say(_("The answer is stored."))
            self.list.setFocus()

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self._waiting = False
            self._say(sentence)
            self.words.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.entities & {"question", "claim", "article"}:
            self.fill()

    def _go(self) -> None:
        question = self.chosen
        if question is not None and question.claim is not None:
            self.claim_wanted.emit(question.article, question.claim)
            self.accept()

    def _ask(self) -> None:
        if self._article is not None:
            AskDialog(self._desk, self, article=self._article).open()

    def _reword(self) -> None:
        if (question := self.chosen) is not None:
            RewordQuestionDialog(self._desk, question, self).open()

    def _set_aside(self) -> None:
        if (question := self.chosen) is not None:
            self._desk.run(SetAsideQuestion(question.id))

    # how it is built

    def _make_list(self) -> None:
        self.count = note(self)
        self.whole = self._box(_("Of the &whole desk"))
        self.whole.setVisible(self._article is not None)
        self.answered = self._box(_("Those with an ans&wer, too"))
        self.model = QuestionsModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setAccessibleName(_("Questions"))
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(lambda _index: self.words.setFocus())

    def _make_answer(self) -> None:
        self.words = Lines(_("Answer"), "", 3, self)
        self.words.textChanged.connect(self._keep)
        hint(self.words, _("what the answer was; Ctrl+Enter stores it"))
        self.said = note(self)
        self.said.hide()
        self.store = self._button(_("&Store the answer"), self.answer)
        self.reword = self._button(_("&Reword …"), self._reword)
        self.aside = self._button(_("Set a&side"), self._set_aside)
        self.go = self._button(_("&Go to the claim"), self._go)
        self.ask = self._button(_("Ask about the &article …"), self._ask)
        self.ask.setVisible(self._article is not None)
        self.copy_all = self._button(_("&Copy for a mail"), self.copy)
        self.copy_all.setToolTip(_("All open questions and proposed corrections"))
        self.sheet = QPushButton(_("Save as a s&heet"), self)
        self.sheet.setAutoDefault(False)
        self.sheet.setMenu(self._sheets())
        self.sheet.setVisible(self._article is not None)
        for keys in _FINISH:
            QShortcut(QKeySequence(keys), self, self.answer)

    def _sheets(self) -> QMenu:
        """For whom a sheet can be."""
        menu = QMenu(self)
        words = {
            None: _("&All that is open …"),
            Addressee.AUTHOR: _("For the a&uthor …"),
            Addressee.EDITOR: _("For the &editor: corrections, old and new …"),
        }
        for to, said in words.items():
            menu.addAction(said).triggered.connect(
                lambda _checked=False, to=to: self.sheet_wanted.emit(to)
            )
        return menu

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.toggled.connect(lambda _on: self.fill())
        return box

    def _button(self, words: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _put_together(self) -> None:
        close = QDialogButtonBox(self)
        shut = close.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        shut.setAutoDefault(False)
        close.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 12)
        whole.setSpacing(10)
        whole.addLayout(_row(self.count, None, self.whole, self.answered))
        whole.addWidget(self.list, 1)
        whole.addWidget(self.words)
        whole.addLayout(_row(self.store, self.reword, self.aside, self.go, None))
        whole.addLayout(_row(self.ask, self.copy_all, self.sheet, None, close))
        whole.addWidget(self.said)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _place(question: Question) -> AnyPlace:
    """Where the draft of an answer is kept; the same as in the inspector."""
    if question.claim is None:
        return ArticlePlace(question.article, f"{ANSWER}.{question.id}")
    return Place(question.claim, ANSWER, question.id)


def _open(questions: Sequence[Question]) -> list[Question]:
    return [one for one in questions if one.is_open]


def _counted(questions: Sequence[Question]) -> str:
    if not questions:
        return _("No question is open. Q asks about the chosen claim.")
    return ngettext("{count} open question", "{count} open questions", len(_open(questions)))


def _asked(read: queries.Read, article: int | None, *, answered: bool) -> _Asked:
    """The questions on an article, or of the whole desk."""
    ask = queries.all_questions if answered else queries.open_questions
    found = grouped(ask(read, article))
    if article is not None:
        return _Asked(found, {})
    return _Asked(found, queries.titles_of(read, {one.article for one in found}))


def _all_in(desk: Path, _task: Task) -> _Asked:
    with Reader(desk) as read:
        return _asked(read, None, answered=True)


def _mail(desk: Path, article: int | None) -> tuple[str, int, int]:
    """What is open in an article, or in the whole desk, as the words of a mail; how many
    questions and corrections that are."""
    from claimdesk.services.exporters.options import Options, cut  # when needed
    from claimdesk.services.exporters.question_sheet import mail, open_questions

    read = Reader(desk)
    try:
        with read.at_one_moment():
            wanted = queries.articles_with_open(read) if article is None else [article]
            dossiers = [cut(queries.dossier(read, one), Options()) for one in wanted]
    finally:
        read.close()
    questions = sum(len(open_questions(one)) for one in dossiers)
    claims = (claim for one in dossiers for claim in one.claims)
    corrections = sum(claim.row.corrections_proposed for claim in claims)
    return mail(dossiers), questions, corrections
