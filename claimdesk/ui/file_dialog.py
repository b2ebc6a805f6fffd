"""Qt's file dialog, made to keep its hands off the files it lists.

Where it is not the system's own, it reads the beginning of every file in the folder to find out
what it is. For a desk that we have open that would drop SQLite's locks (store.sqlite.place).
"""

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from claimdesk.i18n import _


class _ByName(QFileIconProvider):
    """Tells files by their names alone."""

    def icon(self, about: QAbstractFileIconProvider.IconType | QFileInfo) -> QIcon:
        if isinstance(about, QFileInfo):
            kind = QAbstractFileIconProvider.IconType
            about = kind.Folder if about.isDir() else kind.File
        return super().icon(about)

    def type(self, info: QFileInfo) -> str:
        return _("Folder") if info.isDir() else info.suffix()


class FileDialog(QFileDialog):
    """Asks for a file."""

    def __init__(self, parent: QWidget, title: str, start: str, filters: str) -> None:
        super().__init__(parent, title, start, filters)
        self._icons = _ByName()
        self.setIconProvider(self._icons)
