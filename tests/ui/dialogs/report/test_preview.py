"""What of a report is shown before it is handed over."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.services.exporters.preview import Made, Strip, Table, Text
from claimdesk.ui.dialogs.report.preview import ReportPreview


@pytest.fixture
def preview(qtbot: QtBot) -> ReportPreview:
    made = ReportPreview()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def page(number: int) -> Strip:
    return Strip(number, 0, 60, 85, 85, bytes([number * 80, 0, 255, 0]) * (60 * 85))


def test_pages_are_drawn_as_they_come(preview: ReportPreview) -> None:
    assert preview.words.words == "The preview is being made …"
    preview.show_piece(Made(b"", pages=7))
    preview.show_piece(page(0))
    assert preview.shown is preview.pages
    preview.show_piece(page(1))
    assert preview.pages.shown == 2
    assert preview.pages.accessibleDescription() == "7 pages"
    picture = preview.pages.viewport().grab().toImage()
    assert picture.pixelColor(250, 100).getRgb()[:3] == (255, 0, 0)
    preview.show_piece(Made(b"", pages=1))
    assert preview.pages.shown == 0


def test_pages_are_gone_through_by_keys(preview: ReportPreview, qtbot: QtBot) -> None:
    preview.show_piece(Made(b"", pages=7))
    for number in range(3):
        preview.show_piece(page(number))
    bar = preview.pages.verticalScrollBar()
    qtbot.keyClick(preview.pages, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(preview.pages, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    qtbot.keyClick(preview.pages, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_sheet_shows_its_first_rows_and_how_many_follow(preview: ReportPreview) -> None:
    preview.show_piece(Table((("No.", "Claim"), ("1", "a\nb"), ("2",)), 12))
    model = preview.table.model()
    assert preview.shown is preview.table
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Claim"
    cells = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert cells == [["1", "a b"], ["2", ""], ["10 more rows", ""]]


def test_a_text_is_shown_as_text(preview: ReportPreview) -> None:
    preview.show_piece(Text("<b>no</b> markup", whole=False))
    assert preview.text.toPlainText() == "<b>no</b> markup\n…"
    assert preview.text.isReadOnly()


def test_why_there_is_none_is_said(preview: ReportPreview) -> None:
    preview.show_piece(Text("a", whole=True))
    preview.fail("The desk is gone.")
    assert preview.words.isVisible()
    assert preview.words.words == "The desk is gone."
