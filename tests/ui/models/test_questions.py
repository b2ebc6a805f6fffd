"""Questions in a list."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt

from claimdesk.domain.question import Addressee, Question
from claimdesk.ui.models.questions import QuestionsModel

ASKED = Question(
    1, "q", 4, 4, 1, Addressee.AUTHOR, None, "Woher\ndie Zahl?", "Ada", "2026-01-01T10:00Z"
)
ON_ARTICLE = replace(ASKED, claim=None, number=None, answer="Vom Amt.", answered_at="x")


def test_each_row_says_to_whom_about_what_and_the_answer() -> None:
    model = QuestionsModel()
    model.show([ASKED, ON_ARTICLE], {1: "Die Brücke"})
    said = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == [
        "To the author · Claim 4 · Die Brücke\nWoher die Zahl?",
        "To the author · Article as a whole · Die Brücke\nWoher die Zahl?\n“Vom Amt.”",
    ]
    assert model.index(0).data() == said[0]
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_no_row_no_question() -> None:
    model = QuestionsModel()
    assert model.at(QModelIndex()) is None
    assert model.data(QModelIndex()) is None
    model.show([ASKED], {})
    assert model.rowCount(model.index(0)) == 0
    assert model.at(model.index(0)) == ASKED
