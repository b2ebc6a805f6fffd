"""Questions in a list: under whom they go to, each with what it is about."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from claimdesk.domain.question import Question
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.questions import addressed

_Index = QModelIndex | QPersistentModelIndex


class QuestionsModel(QAbstractListModel):
    """One row a question."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.questions: Sequence[Question] = ()
        self._titles: Mapping[int, str] = {}

    def show(self, questions: Sequence[Question], titles: Mapping[int, str]) -> None:
        """Show these; 'titles' names the articles where there are several."""
        self.beginResetModel()
        self.questions, self._titles = tuple(questions), titles
        self.endResetModel()

    def at(self, index: _Index) -> Question | None:
        """The question of a row."""
        return self.questions[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.questions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        question = self.at(index)
        if question is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._head(question)}\n{_on_one_line(question.text)}{_answer(question)}"
        return None

    def _head(self, question: Question) -> str:
        about = (
            _("Article as a whole")
            if question.number is None
            else _("Claim {number}").format(number=question.number)
        )
        title = self._titles.get(question.article, "")
        return " · ".join(part for part in (addressed(question), about, clean(title)) if part)


def _answer(question: Question) -> str:
    if not question.answer:
        return ""
    return "\n" + _("“{text}”").format(text=_on_one_line(question.answer))


def _on_one_line(words: str) -> str:
    return " ".join(clean(words).split())
