"""Enter as a key of the window: it does what is offered, except where the focus needs it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget


class EnterKey(QObject):
    """Takes an action's keys away while a line or a button has the focus."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self._action, self._keys = action, action.shortcuts()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _left: QWidget | None, now: QWidget | None) -> None:
        own = isinstance(now, QLineEdit | QAbstractButton | QComboBox)
        self._action.setShortcuts([] if own else self._keys)
