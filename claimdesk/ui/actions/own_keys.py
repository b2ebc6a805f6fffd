"""Enter and Space as keys of the window, except where the focus needs them itself."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

_TAKE_THEM = (QLineEdit, QAbstractButton, QComboBox)


class OwnKeys(QObject):
    """Takes an action's keys away while a line, a button or a choice has the focus."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self._action, self._keys = action, action.shortcuts()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _left: QWidget | None, now: QWidget | None) -> None:
        self._action.setShortcuts([] if isinstance(now, _TAKE_THEM) else self._keys)
