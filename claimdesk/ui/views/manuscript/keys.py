"""The keys that a text which is only read keeps for itself."""

from PySide6.QtCore import Qt

MOVES = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
WITH_MOVES = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.KeypadModifier
)
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
