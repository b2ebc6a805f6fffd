"""One question: to whom, its words, and the answer or the way to give it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimdesk.domain.claim import Badge
from claimdesk.domain.question import Question
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.questions import addressed
from claimdesk.ui.fonts import EXCERPT, SMALL, interface_font, manuscript_font
from claimdesk.ui.icons import badge_pixmap, pixmap
from claimdesk.ui.theme import theme
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.link_button import LinkButton, aside_button
from claimdesk.ui.widgets.words import Words, body, flush, meta

_ICON = 14
_INDENT = _ICON + 6
_EXCERPT = 40


class QuestionRow(QWidget):
    """Filled with one question after the other; each signal carries it."""

    answer_wanted = Signal(object)
    edit_wanted = Signal(object)
    aside_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question: Question | None = None
        self._icon = QLabel(self)
        self.to = Words(interface_font(SMALL, QFont.Weight.DemiBold), "text2", self)
        self.text = body(self)
        self.answer_words = Words(manuscript_font(EXCERPT), parent=self, selectable=True)
        self.signed = meta(self)
        self.answer = LinkButton("", self)
        self.answer.clicked.connect(lambda: self.answer_wanted.emit(self.question))
        self.edit = LinkButton(_("edit"), self)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self.question))
        self.aside = aside_button(self)
        self.aside.clicked.connect(lambda: self.aside_wanted.emit(self.question))
        self.slot = QVBoxLayout()
        self._put_together()

    def fill(self, question: Question) -> None:
        """Show a question."""
        self.question = question
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(
            badge_pixmap(Badge.OPEN_QUESTION, _ICON, ratio)
            if question.is_open
            else pixmap("check", _ICON, theme().text2, ratio)
        )
        self.to.show_words(addressed(question))
        self.text.show_words(clean(question.text))
        self.answer_words.show_words(
            _("“{text}”").format(text=clean(question.answer)) if question.answer else ""
        )
        self.signed.show_words(_signed(question))
        self.answer.setText(_("answer") if question.is_open else _("reword the answer"))
        self._name(clean(question.text)[:_EXCERPT])

    def _name(self, start: str) -> None:
        for button, name in (
            (self.answer, _("Answer to the question “{start}”")),
            (self.edit, _("Edit the question “{start}”")),
            (self.aside, _("Set the question “{start}” aside")),
        ):
            button.setAccessibleName(name.format(start=start))

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.to, 1)
        links = flush(self.answer)
        links.insertWidget(2, self.edit)
        links.insertWidget(3, self.aside)
        said = QVBoxLayout()
        said.setContentsMargins(_INDENT, 0, 0, 0)
        said.setSpacing(2)
        for words in (self.text, self.answer_words, self.signed):
            said.addWidget(words)
        said.addLayout(links)
        said.addLayout(self.slot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(said)


def _signed(question: Question) -> str:
    asked = _("asked by {person}, {time}").format(
        person=clean(question.asked_by), time=moment(question.asked_at)
    )
    if question.answered_at is None:
        return asked
    answered = _("answer noted by {person}, {time}").format(
        person=clean(question.answered_by or ""), time=moment(question.answered_at)
    )
    return f"{asked} · {answered}"
