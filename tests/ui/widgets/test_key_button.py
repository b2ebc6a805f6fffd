from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.ui.widgets.key_button import KeyButton


def test_it_names_its_key_and_leaves_the_focus_where_it_is(qtbot: QtBot) -> None:
    button = KeyButton("Accept", "A")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    assert button.accessibleName() == "Accept, key A"
    assert button.toolTip() == "Accept (A)"
    assert button.minimumSizeHint().width() <= button.sizeHint().width()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.hasFocus()
    before = button.grab().toImage()
    button.setDown(True)
    assert button.grab().toImage() != before
