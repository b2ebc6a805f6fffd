"""Texts come in through the window: chosen, dropped, pasted; and again as a newer version."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QProcess, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.coverage import CoverageKind
from claimdesk.domain.status import Status
from claimdesk.store import create_desk, queries
from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.widgets.words import Words

Press = Callable[..., None]

TEXT = """# Der Hafen wächst

Von Ada Ärmel

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Das sind 40 mehr als im Jahr \
davor, sagte die Leiterin. Man muss das gesehen haben, um es zu glauben.

Die Fähre nach Süderoog legt täglich um acht Uhr ab und trägt 38 Wagen. Drüben wartet die nächste.

Abonnieren Sie unseren Newsletter.
"""


@pytest.fixture
def window(window_on: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    """Where nobody wants claims to be found, which would be a step of its own."""
    path = tmp_path / "desk.claimdesk"
    create_desk(path, title="Hafen")
    opened = window_on(path)
    opened.memory.put("propose_claims", False)
    return opened


@pytest.fixture
def proposing(window: MainWindow) -> MainWindow:
    """As at the first import."""
    window.memory.put("propose_claims", None)
    return window


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "hafen.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def read_in(qtbot: QtBot) -> Callable[[], ImportDialog]:
    """The import dialog, once the text stands in it."""

    def read_in() -> ImportDialog:
        def there() -> bool:
            dialog = QApplication.activeModalWidget()
            return isinstance(dialog, ImportDialog) and dialog.imported is not None

        qtbot.waitUntil(there, timeout=20_000)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        return dialog

    return read_in


ReadIn = Callable[[], ImportDialog]


def stored(window: MainWindow, qtbot: QtBot, dialog: ImportDialog) -> Any:
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        dialog.finish.click()
    assert window.workspace
    assert window.workspace.desk.settle(20_000)
    QApplication.processEvents()
    return window.workspace


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


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


@pytest.fixture
def checked(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> MainWindow:
    """The text with three claims, all verified."""
    window.intake.take_files([article])
    workspace = stored(window, qtbot, read_in())
    for words in ("genau 412 Schiffe", "40 mehr als im Jahr davor", "trägt 38 Wagen"):
        mark(workspace, words)
        press("B")
        assert workspace.desk.settle()
        press("2")
        assert workspace.desk.settle()
    return window


def mark(workspace: Any, words: str) -> None:
    """Mark words in the text as the mouse does."""
    pane = workspace.text._pane
    start = pane.toPlainText().index(words)
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    workspace.list.table.setFocus()


def rows(workspace: Any) -> dict[str, Any]:
    from claimdesk.domain.claim import ClaimFilter

    ids = queries.claim_ids(workspace.desk.read, ClaimFilter(workspace.selection.article))
    return {row.statement: row for row in queries.claim_rows(workspace.desk.read, ids)}


def newer(window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, text: str) -> Any:
    changed = article.with_name("hafen-2.md")
    changed.write_text(text, encoding="utf-8")
    window.intake.take_files([changed], window.workspace.selection.article)
    dialog = read_in()
    assert dialog.article == window.workspace.selection.article
    assert not dialog.title.isEnabled()
    workspace = stored(window, qtbot, dialog)
    qtbot.waitUntil(lambda: workspace.reading.comparing.view.model.rowCount() > 0)
    return workspace


def test_what_was_checked_stays_and_what_changed_is_open_again(
    checked: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    text = TEXT.replace("412", "421").replace("trägt 38 Wagen", "trägt dabei 38 Wagen")
    workspace = newer(checked, article, read_in, qtbot, text)
    held = rows(workspace)
    assert held["genau 412 Schiffe"].status is Status.IN_PROGRESS
    assert held["40 mehr als im Jahr davor"].status is Status.VERIFIED
    assert held["trägt 38 Wagen"].status is Status.VERIFIED
    assert workspace.reading.shows_comparison
    press("Ctrl+Z")
    assert workspace.desk.settle()
    assert rows(workspace)["genau 412 Schiffe"].status is Status.VERIFIED
    assert queries.article_rows(workspace.desk.read)[0].revision == 1


def test_a_reworded_passage_waits_until_enter_confirms_it(
    checked: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    text = TEXT.replace(
        "Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt",
        "Genau 412 Schiffe hat der Hafen von Norderhaven 2021 abgefertigt",
    )
    workspace = newer(checked, article, read_in, qtbot, text)
    claim = rows(workspace)["genau 412 Schiffe"]
    assert claim.status is Status.VERIFIED
    assert claim.is_left
    workspace.selection.choose(claim.id)
    workspace.list.table.setFocus()
    assert workspace.proposal == "confirm_passage"
    press("Return")
    assert workspace.desk.settle()
    assert not rows(workspace)["genau 412 Schiffe"].is_left


def test_what_is_gone_stays_in_the_list_and_new_sentences_are_shown(
    checked: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    text = TEXT.replace(
        "Die Fähre nach Süderoog legt täglich um acht Uhr ab und trägt 38 Wagen. ",
        "Am Kai entsteht seit März eine Halle aus Holz. ",
    )
    workspace = newer(checked, article, read_in, qtbot, text)
    buttons = {
        verdict.value: button.text().split()[0]
        for verdict, button in workspace.reading.comparing.view.head.buttons.items()
    }
    assert (buttons["gone"], buttons["new"], buttons["same"]) == ("1", "1", "2")
    assert "trägt 38 Wagen" in rows(workspace)


def test_what_the_author_noted_stands_at_the_claim(
    window: MainWindow, tmp_path: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    linked = tmp_path / "link.md"
    linked.write_text(
        "# Der Hafen\n\nEs waren [412 Schiffe](https://amt.example/zahlen) im Jahr 2021. "
        + "Danach kam lange nichts. " * 12
        + "Die Brücke ist 300 Meter lang.\n",
        encoding="utf-8",
    )
    window.intake.take_files([linked])
    workspace = stored(window, qtbot, read_in())
    notes = workspace.inspector.notes.pool
    mark(workspace, "412 Schiffe")
    press("B")
    assert workspace.desk.settle()
    assert notes.shown == 1
    assert "https://amt.example/zahlen" in notes.rows[0].findChildren(Words)[0].words + "".join(
        one.words for one in notes.rows[0].findChildren(Words)
    )
    mark(workspace, "300 Meter lang")
    press("B")
    assert workspace.desk.settle()
    assert notes.shown == 0


def test_the_tool_bar_makes_a_claim_of_the_words_marked(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window.intake.take_files([article])
    workspace = stored(window, qtbot, read_in())
    mark(workspace, "trägt 38 Wagen")
    button = window.title_bar.widgetForAction(window.actions_["claim_from_text"])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    assert "trägt 38 Wagen" in rows(workspace)


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


def test_one_revision_is_nothing_to_compare(checked: MainWindow, press: Press) -> None:
    press("Ctrl+3")
    assert "just one revision" in checked.messages.sentence()
    assert checked.actions_["show_text"].isChecked()


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


def test_a_newer_version_is_compared_and_read_beside_it(
    proposing: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window = proposing
    drop(window, article)
    workspace = stored(window, qtbot, read_in())
    qtbot.waitUntil(lambda: 1 in workspace.finding.done, timeout=20_000)
    article.write_text(TEXT.replace("38 Wagen", "83 Wagen"), encoding="utf-8")
    drop(window, article)
    dialog = read_in()
    dialog.target.setCurrentIndex(1)
    stored(window, qtbot, dialog)
    assert workspace.reading.shows_comparison
    qtbot.waitUntil(lambda: 2 in workspace.finding.done, timeout=20_000)
    assert queries.open_suggestion_count(workspace.desk.read, 1)
    assert "suggestions" in window.messages.sentence()
