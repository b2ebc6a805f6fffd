"""A text that is brought into the window, and the dialog it comes through."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.store import queries
from claimdesk.ui.dialogs.import_text import ImportDialog
from claimdesk.ui.main_window import MainWindow

Press = Callable[..., None]

TEXT = """# Der Hafen wächst

Von Ada Ärmel

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Das sind 40 mehr als im Jahr \
davor, sagte die Leiterin. Man muss das gesehen haben, um es zu glauben.

Die Fähre nach Süderoog legt täglich um acht Uhr ab und trägt 38 Wagen. Drüben wartet die nächste.

Abonnieren Sie unseren Newsletter.
"""


ReadIn = Callable[[], ImportDialog]


def dialog_that_has_read(qtbot: QtBot) -> ImportDialog:
    """The import dialog, once the text stands in it."""

    def there() -> bool:
        dialog = QApplication.activeModalWidget()
        return isinstance(dialog, ImportDialog) and dialog.imported is not None

    qtbot.waitUntil(there, timeout=20_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    return dialog


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
