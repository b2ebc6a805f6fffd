"""The beginning of a report, before it is handed over: pages, rows or text."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QProgressBar,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _, ngettext
from claimdesk.services.exporters.formats import OFFERED, Format, Look
from claimdesk.services.exporters.preview import Made, Strip, Table, Text
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.report.pages import PagesView
from claimdesk.ui.fonts import scaled
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.words import body

_Index = QModelIndex | QPersistentModelIndex
_WIDEST_CELL = 320


class ReportPreview(QWidget):
    """Shows the pieces as they come; takes no part in making them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = QStackedWidget(self)
        self.caption = note(self)
        ink(self.caption, "text2")
        self.caption.hide()
        self.pages = PagesView(self)
        self.table = _table(self)
        self.text = _text(self)
        self.words = body(self, "text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(scaled(180))
        self._bar.setAccessibleName(_("The preview is being made …"))
        self._waiting = self._wait_page()
        for page in (self._waiting, self.pages, self.table, self.text):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.caption)
        column.addWidget(self._stack, 1)
        self._of = 0
        self.wait()

    @property
    def shown(self) -> QWidget | None:
        """What is in sight: pages, table, text, or a sentence."""
        return self._stack.currentWidget()

    def suit(self, form: Format) -> None:
        """Say so where it shows another format than the one chosen."""
        words = _(form.shown_words) if form.shown_words else ""
        if form.shown in OFFERED and form.shown != form.id:
            words = _("Shown as it stands in the format “{format}”.").format(
                format=OFFERED[form.shown].words
            )
        self.caption.setText(words)
        self.caption.setVisible(bool(words))
        self.text.setFont(self.font() if form.look is Look.PROSE else _fixed())

    def wait(self) -> None:
        """Say that it is being made."""
        self._say(_("The preview is being made …"), busy=True)

    def fail(self, sentence: str) -> None:
        """Say why there is none."""
        self._say(sentence, busy=False)

    def show_piece(self, piece: object) -> None:
        """Show what the making gave."""
        match piece:
            case Made():
                self._of = piece.pages or 0
                self.pages.clear()
            case Strip():
                self.pages.add(piece, self._of)
                self._stack.setCurrentWidget(self.pages)
            case Table():
                self.table.setModel(_Rows(piece, self.table))
                self.table.resizeColumnsToContents()
                self._stack.setCurrentWidget(self.table)
            case Text():
                self.text.setPlainText(piece.words if piece.whole else f"{piece.words}\n…")
                self._stack.setCurrentWidget(self.text)

    def _say(self, sentence: str, *, busy: bool) -> None:
        self.words.show_words(sentence)
        self._bar.setVisible(busy)
        self._stack.setCurrentWidget(self._waiting)

    def _wait_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page


class _Rows(QAbstractTableModel):
    """The first rows of a sheet, and a line that says how many follow."""

    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._head, self._cells = table.cells[0] if table.cells else (), table.cells[1:]
        self._more = table.rows - len(self._cells)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._cells) + bool(self._more)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._head[section] if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.row() == len(self._cells):
            more = ngettext("{count} more row", "{count} more rows", self._more)
            return more if index.column() == 0 else ""
        row = self._cells[index.row()]
        return " ".join(row[index.column()].split()) if index.column() < len(row) else ""


def _table(parent: QWidget) -> QTableView:
    table = QTableView(parent)
    table.setAccessibleName(_("Preview"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.horizontalHeader().setMaximumSectionSize(scaled(_WIDEST_CELL))
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().hide()
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


def _text(parent: QWidget) -> QPlainTextEdit:
    text = QPlainTextEdit(parent)
    text.setAccessibleName(_("Preview"))
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setFont(_fixed())
    return text


def _fixed() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
