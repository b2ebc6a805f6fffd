"""Hand-over: corrections first, then open questions, then everything else with proof; what nobody
looked at is named. A PDF to the chief, the Word file with comments to the author, the sheet to the
archive."""

import csv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from claimdesk.ui.dialogs.report.export import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

SitsDown = Callable[[Path], Any]

PATIENCE = 60_000
KEYS = 4
"""To hand over the report as PDF."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the last report went."""
    (tmp_path / "Redaktion").mkdir()
    return tmp_path / "Redaktion"


@pytest.fixture
def checker(sits_down: SitsDown, checked_desk: Path, folder: Path) -> Any:
    checker = sits_down(checked_desk)
    checker.window.memory.put("folder", str(folder))
    checker.chooses(12)
    checker.presses("Q")
    checker.types("Wer war am Telefon dabei?")
    checker.presses("Ctrl+Return")
    checker.waits()
    return checker


@pytest.fixture
def hands_over(checker: Any, folder: Path, qtbot: Any) -> Callable[..., Path]:
    """Asks for the report, chooses by these keys, exports; the file that came of it."""

    def hands_over(*choosing: str) -> Path:
        before = set(folder.iterdir())
        checker.presses("Ctrl+E")
        checker.is_asked(ExportDialog)
        checker.presses(*choosing, "Return")
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=PATIENCE)
        checker.is_back()
        [written] = set(folder.iterdir()) - before
        assert checker.window.messages.sentence() == f"Report written to “{written}”."
        return written

    return hands_over


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_the_chief_gets_a_pdf_in_four_keys(checker: Any, hands_over: Callable[..., Path]) -> None:
    before = checker.keys
    words = words_of(hands_over())
    assert checker.keys - before <= KEYS
    order = ("Corrections", "Open questions", "All claims", "What was not checked", "Sources")
    places = [words.rindex(f"\n{head}") for head in order]
    assert places == sorted(places)
    assert "Wer war am Telefon dabei?" in words
    assert "Unchecked: 9, in progress: 3" in words


def test_author_and_archive_get_theirs_by_keys_alone(
    checker: Any, hands_over: Callable[..., Path]
) -> None:
    article = hands_over("Down")
    assert article.suffix == ".docx"
    with zipfile.ZipFile(article) as parts:
        assert parts.read("word/comments.xml").count(b"<w:comment ") >= len(checker.claims())
    sheet = hands_over("C")
    assert sheet.suffix == ".csv"
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline(), ",;\t")
        file.seek(0)
        rows = list(csv.reader(file, dialect))
    assert len(rows) == 1 + len(checker.claims())


def test_what_was_handed_over_last_comes_first(
    checker: Any, hands_over: Callable[..., Path]
) -> None:
    hands_over("C")
    before = checker.keys
    assert hands_over().suffix == ".csv"
    assert checker.keys - before == 2
