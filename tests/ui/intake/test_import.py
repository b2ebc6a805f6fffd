"""Texts come in through the window: chosen, dropped, pasted."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QProcess
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.coverage import CoverageKind
from claimdesk.store import queries
from claimdesk.ui.dialogs.import_summary import facts
from claimdesk.ui.main_window import MainWindow
from tests.support.intake import Press, ReadIn, drop, stored


def test_a_dropped_file_is_looked_at_and_then_stored(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    drop(window, article)
    dialog = read_in()
    assert dialog.title.text() == "Der Hafen wächst"
    assert dialog.author.text() == "Ada Ärmel"
    assert "412 Schiffe" in dialog.preview._pane.toPlainText()
    assert queries.article_rows(window.workspace.desk.read) == []
    dialog.publisher.setText("Hafenbote")
    workspace = stored(window, qtbot, dialog)
    [row] = queries.article_rows(workspace.desk.read)
    assert (row.data.title, row.data.publisher) == ("Der Hafen wächst", "Hafenbote")
    assert workspace.selection.article == row.id
    assert "412 Schiffe" in workspace.text._pane.toPlainText()


def test_notices_are_left_out_of_the_check_unless_told(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window.intake.take_files([article])
    dialog = read_in()
    assert dialog.notices.isVisible()
    workspace = stored(window, qtbot, dialog)
    [one] = queries.looked(workspace.desk.read, 1)
    assert one.kind is CoverageKind.NOT_ARTICLE


def test_the_import_is_one_step_that_can_be_undone(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    window.intake.take_files([article])
    workspace = stored(window, qtbot, read_in())
    assert window.actions_["undo"].text().endswith("Import “Der Hafen wächst”")
    press("Ctrl+Z")
    assert workspace.desk.settle()
    assert queries.article_rows(workspace.desk.read) == []


def test_words_on_the_clipboard_come_in(
    window: MainWindow, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    clip = QMimeData()
    clip.setHtml("<h1>Die Brücke</h1><p>Sie ist 412 Meter lang.</p><script>x</script>")
    QGuiApplication.clipboard().setMimeData(clip)
    press("Ctrl+Shift+V")
    dialog = read_in()
    assert dialog.imported is not None
    assert "412 Meter" in dialog.imported.text
    assert "script" not in dialog.imported.text
    assert "The words from the clipboard, 1 kB, are kept in the desk" in facts(dialog.imported)
    assert not dialog.encoding.isVisible()
    dialog.title.setText("Die Brücke")
    workspace = stored(window, qtbot, dialog)
    assert [row.data.title for row in queries.article_rows(workspace.desk.read)] == ["Die Brücke"]


def test_an_empty_clipboard_says_so(window: MainWindow, press: Press) -> None:
    QGuiApplication.clipboard().clear()
    press("Ctrl+Shift+V")
    assert "no text on the clipboard" in window.messages.sentence()


def test_a_file_that_is_no_text_is_refused_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "kaputt.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    window.intake.take_files([broken])
    qtbot.waitUntil(lambda: "kaputt.docx" in window.messages.sentence(), timeout=20_000)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert queries.article_rows(window.workspace.desk.read) == []


def test_the_same_file_again_is_recognised(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window.intake.take_files([article])
    stored(window, qtbot, read_in())
    window.intake.take_files([article])
    dialog = read_in()
    assert "already: “Der Hafen wächst”, revision 1" in dialog.known.words
    dialog.reject()


def test_several_files_are_asked_for_one_after_the_other(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    second = article.with_name("zweiter.txt")
    second.write_text("Zweiter\n\nEin zweiter Text mit 7 Worten darin.\n", encoding="utf-8")
    window.intake.take_files([article, second])
    stored(window, qtbot, read_in())
    dialog = read_in()
    assert dialog.title.text() == "Zweiter"
    workspace = stored(window, qtbot, dialog)
    assert len(queries.article_rows(workspace.desk.read)) == 2


def test_another_encoding_is_read_anew(
    window: MainWindow, tmp_path: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    old = tmp_path / "alt.txt"
    old.write_bytes("Größe\n\nDie Brücke über die Förde ist 412 Meter lang.\n".encode("mac-roman"))
    window.intake.take_files([old])
    dialog = read_in()
    assert "Brücke" not in dialog.preview._pane.toPlainText()
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("mac-roman"))
    dialog.encoding.activated.emit(dialog.encoding.currentIndex())
    qtbot.waitUntil(lambda: "Brücke" in dialog.preview._pane.toPlainText(), timeout=20_000)
    dialog.reject()


def test_headings_are_shown_as_headings(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window.intake.take_files([article])
    workspace = stored(window, qtbot, read_in())
    document = workspace.text._pane.document()
    block = document.begin()
    while block.text() != "Der Hafen wächst":
        block = block.next()
    assert block.begin().fragment().charFormat().fontWeight() > 500
    assert document.toPlainText().count("Der Hafen wächst") == 1


def test_an_import_proposes_what_to_check(
    proposing: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window = proposing
    drop(window, article)
    dialog = read_in()
    assert dialog.proposing.isChecked()
    assert window.workspace
    waiting = window.workspace.finding._ready
    assert waiting is not None
    workspace = stored(window, qtbot, dialog)
    assert workspace.reading.mode == "review"
    assert workspace.finding._process in (waiting, None), "another one had to be started"
    rows = workspace.reading.reviewing.panel.list
    qtbot.waitUntil(lambda: 1 in workspace.finding.done, timeout=20_000)
    assert any("412 Schiffe" in row.quote for row in rows.rows)
    assert not any("Newsletter" in row.quote for row in rows.rows)
    assert window.focusWidget() is rows


def test_who_wants_no_proposals_is_not_asked_again(
    proposing: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window = proposing
    drop(window, article)
    dialog = read_in()
    dialog.proposing.setChecked(False)
    workspace = stored(window, qtbot, dialog)
    assert workspace.reading.mode == "text"
    assert workspace.finding.run is None
    drop(window, article)
    dialog = read_in()
    assert not dialog.proposing.isChecked()
    dialog.reject()


def test_a_process_that_waited_for_an_import_in_vain_ends(
    proposing: MainWindow, article: Path, read_in: ReadIn
) -> None:
    window = proposing
    drop(window, article)
    dialog = read_in()
    assert window.workspace
    finding = window.workspace.finding
    waiting = finding._ready
    assert waiting is not None
    dialog.reject()
    assert finding._ready is None
    assert waiting.state() is QProcess.ProcessState.NotRunning
