"""A Word file that went out comes back: dropped on the window, it knows its article, says what it
brings, and brings it in one step."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.services.exporters.export import export, report_time
from claimdesk.store import queries
from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.dialogs.questions import QuestionsDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.widgets.words import Words
from tests.support.intake import dialog_that_has_read, drop, stored

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from in_word import InWord

CLAIM, OTHER = 2, 4


@pytest.fixture
def window(
    window_on: Callable[[Path | None], MainWindow], kept_desk: Path, tmp_path: Path
) -> MainWindow:
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(kept_desk, path)
    return window_on(path)


@pytest.fixture
def handed_over(window: MainWindow, tmp_path: Path) -> InWord:
    """The file of an article with an open question on a claim."""
    assert window.workspace
    held = window.workspace.desk
    held.run(AskQuestion("Wer hat gezählt?", claims=(CLAIM,)))
    assert held.settle()
    target = tmp_path / "article.docx"
    dossier = queries.dossier(held.read, 1)
    export(dossier, "docx", target, language="de", made_at=report_time())
    return InWord(target.read_bytes())


@pytest.fixture
def came_back(
    window: MainWindow, handed_over: InWord, tmp_path: Path, qtbot: QtBot
) -> Callable[[], ImportDialog]:
    """Drops the file on the window; the dialog, once it is read."""

    def came_back() -> ImportDialog:
        path = tmp_path / "zurück.docx"
        path.write_bytes(handed_over.bytes())
        drop(window, path)
        return dialog_that_has_read(qtbot)

    return came_back


def said(dialog: ImportDialog) -> list[str]:
    return [label.text() for label in dialog.summary.findChildren(Words) if label.text()]


def test_it_knows_its_article_and_says_what_it_brings(
    window: MainWindow, handed_over: InWord, came_back: Callable[[], ImportDialog], qtbot: QtBot
) -> None:
    handed_over.reply(handed_over.about("Behauptung 2 ·"), "Das Hafenamt.")
    handed_over.reply(handed_over.about("Behauptung 4 ·"), "Das passt.")
    handed_over.mark_done(handed_over.about("Behauptung 5 ·"))
    dialog = came_back()
    assert dialog.article == 1
    assert dialog.finish.text() == "Import"
    assert "Replies to our comments: 1 answer, 1 note" in said(dialog)
    assert "1 of our comments is marked as done" in said(dialog)
    assert any(words.startswith("The text is the one") for words in said(dialog))
    workspace = stored(window, qtbot, dialog)
    assert not workspace.reading.shows_comparison
    assert workspace.selection.claim == CLAIM
    assert window.messages.sentence().endswith("answers 1, notes 1, leads 0")
    read = workspace.desk.read
    assert queries.claim_detail(read, CLAIM).questions[-1].answer == "Das Hafenamt."
    assert queries.claim_detail(read, OTHER).notes[-1].person == "Anna Autor"
    workspace.desk.undo()
    assert workspace.desk.settle()
    assert queries.claim_detail(read, CLAIM).questions[-1].is_open


def test_as_a_new_article_its_replies_are_leads(
    window: MainWindow, handed_over: InWord, came_back: Callable[[], ImportDialog], qtbot: QtBot
) -> None:
    handed_over.reply(handed_over.about("Behauptung 2 ·"), "Das Hafenamt.")
    dialog = came_back()
    dialog.target.combo.setCurrentIndex(0)
    assert any(words.startswith("1 reply to our comments becomes a lead") for words in said(dialog))
    workspace = stored(window, qtbot, dialog)
    [lead] = queries.article_notes(workspace.desk.read, workspace.selection.article)
    assert (lead.person, lead.text) == ("Anna Autor", "Das Hafenamt.")


def test_a_changed_text_is_compared(
    window: MainWindow, handed_over: InWord, came_back: Callable[[], ImportDialog], qtbot: QtBot
) -> None:
    handed_over.delete("412")
    handed_over.insert(" Meter lang", "421")
    dialog = came_back()
    assert not any(words.startswith("The text is the one") for words in said(dialog))
    assert dialog.finish.text() == "Import and compare"
    assert stored(window, qtbot, dialog).reading.shows_comparison


def test_the_question_sheet_is_saved_from_the_list(
    window: MainWindow, handed_over: InWord, tmp_path: Path, qtbot: QtBot
) -> None:
    assert window.workspace
    window.actions_["open_questions"].trigger()
    questions = QApplication.activeModalWidget()
    assert isinstance(questions, QuestionsDialog)
    questions.sheet.menu().actions()[1].trigger()
    files = QApplication.activeModalWidget()
    assert isinstance(files, QFileDialog)
    target = tmp_path / "fragen.pdf"
    files.fileSelected.emit(str(target))
    files.reject()
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(lambda: "fragen.pdf" in window.messages.sentence(), timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")
    questions.reject()
