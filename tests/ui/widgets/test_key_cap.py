"""The drawn key."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.ui.theme import apply, theme
from claimdesk.ui.widgets.key_cap import KeyCap


def test_longer_keys_get_more_room(qtbot: QtBot) -> None:
    short, long = KeyCap("S"), KeyCap("Ctrl+Enter")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert short.sizeHint().width() >= short.sizeHint().height()
    assert long.sizeHint().width() > 3 * short.sizeHint().width()
    assert long.sizeHint().height() == short.sizeHint().height()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_key_is_drawn_in_the_schemes_colours(qapp: QApplication, qtbot: QtBot, scheme: str) -> None:
    apply(qapp, scheme)
    cap = KeyCap("S")
    qtbot.addWidget(cap)
    cap.resize(cap.sizeHint())
    picture = cap.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert theme().window.name() in colours
    assert len(colours) > 5, "a border and a letter"
    apply(qapp, "light")
