"""Only the author was on the phone: I ask, it shows until it is answered, and all open questions
are copied at once for a mail."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Badge
from claimdesk.domain.question import Addressee
from claimdesk.services.exporters.export import export, report_time
from claimdesk.store import queries
from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.dialogs.questions import QuestionsDialog

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from in_word import InWord

SitsDown = Callable[[Path], Any]

ASKED, ALSO_ASKED = 12, 31


@pytest.fixture
def checker(sits_down: SitsDown, fresh_desk: Path) -> Any:
    checker = sits_down(fresh_desk)
    checker.chooses(ASKED)
    return checker


def ask(checker: Any, text: str) -> None:
    checker.presses("Q")
    checker.types(text)
    checker.presses("Ctrl+Return")
    checker.waits()


def questions(checker: Any) -> QuestionsDialog:
    """The list of all that is open."""
    checker.presses("Shift+Q")
    dialog: QuestionsDialog = checker.is_asked(QuestionsDialog)
    return dialog


def test_asking_the_author_takes_two_keys(checker: Any) -> None:
    before = checker.keys
    ask(checker, "Wer war am Telefon dabei? Größe des Büros?")
    assert checker.keys - before == 2
    [question] = queries.open_questions(checker.workspace.desk.read)
    assert (question.number, question.addressee) == (ASKED, Addressee.AUTHOR)
    assert question.text == "Wer war am Telefon dabei? Größe des Büros?"
    assert Badge.OPEN_QUESTION in checker.claim(ASKED).badges
    assert checker.stands_on == ASKED


def test_all_open_questions_are_copied_and_answered(checker: Any, qtbot: QtBot) -> None:
    ask(checker, "Wer war am Telefon dabei?")
    checker.chooses(ALSO_ASKED)
    ask(checker, "Woher die Zahl?")
    before = checker.keys
    dialog = questions(checker)
    checker.presses("Alt+C")
    assert checker.keys - before == 2
    qtbot.waitUntil(lambda: "copied" in dialog.said.text(), timeout=20_000)
    copied = QApplication.clipboard().text()
    assert copied.startswith("To the author")
    assert copied.index("Wer war am Telefon dabei?") < copied.index("Woher die Zahl?")
    assert f"Claim {ALSO_ASKED}: “" in copied
    checker.presses("Esc")
    checker.is_back()
    questions(checker)
    checker.presses("Return")
    checker.types("Die Sekretärin.")
    checker.presses("Ctrl+Return")
    checker.waits()
    [left] = queries.open_questions(checker.workspace.desk.read)
    assert left.number == ALSO_ASKED
    assert Badge.OPEN_QUESTION not in checker.claim(ASKED).badges
    checker.presses("Esc")
    detail = queries.claim_detail(checker.workspace.desk.read, checker.claim(ASKED).id)
    assert detail.questions[0].answer == "Die Sekretärin."
    assert detail.questions[0].answered_by == "Maria Müller"


def test_answers_come_back_in_the_word_file(checker: Any, qtbot: QtBot, tmp_path: Path) -> None:
    ask(checker, "Wer war am Telefon dabei?")
    checker.chooses(ALSO_ASKED)
    ask(checker, "Woher die Zahl?")
    target = tmp_path / "artikel.docx"
    dossier = queries.dossier(checker.workspace.desk.read, checker.workspace.selection.article)
    export(dossier, "docx", target, language="de", made_at=report_time())
    file = InWord(target.read_bytes())
    file.reply(file.about(f"Behauptung {ASKED} ·"), "Die Sekretärin.")
    file.reply(file.about(f"Behauptung {ALSO_ASKED} ·"), "Aus dem Jahrbuch.")
    target.write_bytes(file.bytes())
    before = checker.keys
    checker.drops(target)
    qtbot.waitUntil(lambda: _imported() is not None, timeout=20_000)
    checker.is_asked(ImportDialog)
    checker.presses("Return")
    checker.is_back()
    checker.waits()
    assert checker.keys - before == 1
    assert queries.open_questions(checker.workspace.desk.read) == []
    answers = {one.answer for one in queries.all_questions(checker.workspace.desk.read)}
    assert answers == {"Die Sekretärin.", "Aus dem Jahrbuch."}


def _imported() -> object:
    dialog = QApplication.activeModalWidget()
    return dialog.imported if isinstance(dialog, ImportDialog) else None


def test_an_answer_is_written_where_the_question_stands(checker: Any) -> None:
    ask(checker, "Wer war am Telefon dabei?")
    row = checker.workspace.inspector.questions.pool.rows[0]
    row.answer.setFocus()
    checker.presses("Space")
    checker.types("Niemand sonst.")
    checker.presses("Ctrl+Return")
    checker.waits()
    assert row.answer_words.words == "“Niemand sonst.”"
    assert queries.open_questions(checker.workspace.desk.read) == []
