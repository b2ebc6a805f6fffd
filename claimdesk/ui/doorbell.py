"""A second start hands its desk to the window that is open (see other_window).

Where Qt's network module cannot be loaded there is no doorbell: each start then opens a window
of its own, and nothing is lost by it.
"""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from claimdesk.ui import other_window

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from claimdesk.ui.main_window import MainWindow

_LONGEST = 16_384
"""Bytes of a request; a path is shorter."""


class Doorbell(QObject):
    """Listens for second starts, and raises the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """Begin, once the window stands; a window that listens already keeps doing so."""
        try:
            from PySide6.QtNetwork import QLocalServer  # it may lack a library
        except ImportError:
            return
        if self._server is not None or other_window.is_there():
            return
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(other_window.address())
        self._server.listen(other_window.address())

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()

    def _welcome(self) -> None:
        assert self._server is not None
        while (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            line.readyRead.connect(lambda line=line: self._hear(line))
            self._hear(line)

    def _hear(self, line: "QLocalSocket") -> None:
        if line.canReadLine():
            request = _understood(bytes(line.readLine(_LONGEST).data()))
            line.write(other_window.TAKEN if self._take(request) else other_window.BUSY)
            line.flush()
            line.disconnectFromServer()
        elif line.bytesAvailable() > _LONGEST:
            line.abort()

    def _take(self, request: dict[str, Any]) -> bool:
        """Come forward with the desk that is asked for; whether that is done. A window that has
        a question open, or work under way, keeps its desk: the second start then opens its own."""
        if "desk" not in request:
            return False
        named = request["desk"]
        desk = Path(named) if isinstance(named, str) else None
        if desk is not None and not self._shows(desk):
            if QApplication.activeModalWidget() is not None or self._window.is_occupied:
                return False
            # The other program must not wait until the desk is open.
            QTimer.singleShot(0, self._window, lambda: self._window.open(desk))
        self._come_forward(str(request.get("activation", "")))
        return True

    def _shows(self, desk: Path) -> bool:
        workspace = self._window.workspace
        try:
            return workspace is not None and workspace.desk.path.samefile(desk)
        except OSError:
            return False

    def _come_forward(self, activation: str) -> None:
        window = self._window
        if activation:
            os.environ[other_window.ACTIVATION] = activation
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def _understood(request: bytes) -> dict[str, Any]:
    try:
        found = json.loads(request)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
