"""Whose work is in it."""

from PySide6.QtCore import qVersion
from pytestqt.qtbot import QtBot

from claimdesk import __version__
from claimdesk.ui.dialogs.about import AboutDialog


def test_versions_and_licences_are_named(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    words = dialog.details.text()
    for part in (__version__, "MIT", qVersion(), "LGPL-3.0", "Tabler Icons", "OFL-1.1"):
        assert part in words
