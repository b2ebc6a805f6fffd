"""The real window, for benchmarks of what happens in it."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QEventLoop

    from claimdesk.ui.main_window import MainWindow

_KEPT: list[object] = []
"""The application, which goes with the last that holds it."""


def opened(desk: Path) -> tuple["MainWindow", "QEventLoop"]:
    """A window on a desk, once all of it is built, and a loop to wait in."""
    from PySide6.QtCore import QEventLoop, qInstallMessageHandler

    from claimdesk import app

    # GLib's dispatcher does not tell when it wakes up for what comes from outside.
    os.environ["QT_NO_GLIB"] = "1"
    qInstallMessageHandler(lambda *_message: None)
    application, window = app.start()
    _KEPT.append(application)
    loop = QEventLoop()
    window.ready.connect(window.garbage.begin)
    window.ready.connect(loop.quit)
    window.open(desk)
    window.show()
    window.activateWindow()
    loop.exec()
    return window, loop
