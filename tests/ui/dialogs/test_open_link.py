"""The question before an address leaves the program."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

from claimdesk.ui.dialogs.open_link import OpenLinkDialog, ask_and_open


class Opened(list[str]):
    """Stands for the system: remembers what it was given."""

    def __call__(self, url: QUrl) -> bool:
        self.append(url.toString())
        return True


def button(dialog: OpenLinkDialog, words: str) -> QPushButton | None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    return next((b for b in box.buttons() if b.text() == words), None)  # type: ignore[return-value]


def test_nothing_is_opened_before_one_agrees(qtbot: QtBot) -> None:
    opened = Opened()
    dialog = ask_and_open(None, "https://example.org/a?b=c", opened)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.address.toPlainText() == "https://example.org/a?b=c"
    assert opened == []
    opening = button(dialog, "Open")
    assert opening is not None
    qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)
    assert opened == ["https://example.org/a?b=c"]
    assert not dialog.isVisible()


def test_escape_opens_nothing(qtbot: QtBot) -> None:
    opened = Opened()
    dialog = ask_and_open(None, "https://example.org", opened)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened == []
    assert not dialog.isVisible()


def test_what_is_no_web_address_can_only_be_copied(qtbot: QtBot) -> None:
    opened = Opened()
    dialog = ask_and_open(None, "file:///etc/hostname", opened)
    assert button(dialog, "Open") is None
    copying = button(dialog, "Copy address")
    assert copying is not None
    qtbot.mouseClick(copying, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "file:///etc/hostname"
    assert opened == []


def test_caution_is_shown(qtbot: QtBot) -> None:
    dialog = ask_and_open(None, "https://interfax.com@evil.example/", Opened())
    assert "evil.example" in dialog.cautions.text()
    assert dialog.cautions.isVisible()
    dialog.close()
    dialog = ask_and_open(None, "https://interfax.com/", Opened())
    assert not dialog.cautions.isVisible()
    dialog.close()


def test_direction_marks_are_named_and_html_is_not_read(qtbot: QtBot) -> None:
    dialog = ask_and_open(None, "https://x.org/\u202egpj.exe<img src=x>", Opened())
    assert dialog.address.toPlainText() == "https://x.org/‹U+202E›gpj.exe<img src=x>"
    assert button(dialog, "Open") is None
    dialog.close()
