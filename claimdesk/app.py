"""Puts everything together and starts the window."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimdesk import settings
from claimdesk.i18n import _, language, system_language, use_language
from claimdesk.paths import default_desk
from claimdesk.ui import display, other_window
from claimdesk.ui.crash_log import CrashLog

SWITCH_AFTER = 0.0002
"""Seconds that one thread may run Python while another waits; a slot of the window waits so often
while an edit is stored, once for each call of Qt."""

PICTURE_SETTLES = 300
"""Milliseconds for what is drawn a moment later, such as the ruler."""

PICTURE_AT_THE_LATEST = 20_000
"""Milliseconds after which a window that is not ready will never be."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from claimdesk.ui.main_window import MainWindow

LEAVE_WHEN = {"--quit-when-idle": "ready", "--quit-when-painted": "painted"}
"""For measuring: options that end the program at once when the window gives this signal."""


def run(words: Sequence[str]) -> int:
    """Open the window on a desk: the one named, else the one last used, else at the very first
    start the sample. The exit status."""
    use_language(system_language(settings.read().language))
    desks = [word for word in words if word not in LEAVE_WHEN]
    if len(desks) > 1 or any(word.startswith("-") for word in desks):
        return _fail(_("This is no command of Claimdesk; “claimdesk --help” lists them."), 2)
    if (sentence := display.obstacle()) is not None:
        return _fail(sentence)
    named = desks[0] if desks else os.environ.get("CLAIMDESK_DESK")
    desk = Path(named) if named else None
    if desk is not None and (sentence := _unfit(desk)):
        return _fail(sentence)
    measuring = any(word in LEAVE_WHEN for word in words)
    if not measuring and other_window.hand_over(desk):
        return 0
    log = CrashLog()
    log.start()
    # Nothing that is made before the window stands will go soon: no need to look for garbage.
    gc.disable()
    application, window = start()
    window.ready.connect(lambda: window.garbage.begin())  # noqa: PLW0108  made by then
    for word in words:
        if word in LEAVE_WHEN:
            getattr(window, LEAVE_WHEN[word]).connect(lambda: _leave_measured(log))
    with _looked_after(window, log, measuring=measuring):
        _open_first(window, desk)
        window.show()
        return application.exec()


@contextmanager
def _looked_after(window: "MainWindow", log: CrashLog, *, measuring: bool) -> Iterator[None]:
    """Inside the block failures are told and kept, and second starts answered."""
    from claimdesk.ui import crash_notice  # after 'obstacle'
    from claimdesk.ui.doorbell import Doorbell

    crash_notice.listen_to_qt(log)
    notice, doorbell = crash_notice.CrashNotice(log, window), Doorbell(window)
    if not measuring:
        window.ready.connect(notice.look_back)
        window.ready.connect(doorbell.listen)
    try:
        yield
    finally:
        doorbell.close()
        crash_notice.stop_listening_to_qt()
        log.end()


def show_sample(desk: Path) -> int:
    """Open the window on a desk; without a screen write its report and a picture of the window
    instead, and say where they are."""
    if display.has_screen():
        return run([str(desk)])
    report, image = desk.with_suffix(".html"), desk.with_suffix(".png")
    _write_report(desk, report)
    print(_("The report is at {path}").format(path=report))  # noqa: T201  the shell asked
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if (sentence := display.obstacle()) is not None:
        return _fail(sentence)
    if not picture(desk, image):
        return _fail(_("The window could not be drawn here."))
    print(_("A picture of the window is at {path}").format(path=image))  # noqa: T201
    return 0


def picture(desk: Path, image: Path, *, width: int = 1440, height: int = 900) -> bool:
    """Save a picture of the window on a desk; whether that went well. Needs no screen, where
    QT_QPA_PLATFORM is 'offscreen'."""
    from PySide6.QtCore import QTimer, qInstallMessageHandler  # after 'obstacle'

    # The offscreen platform complains of every window that is shown.
    qInstallMessageHandler(lambda *_message: None)
    application, window = start()
    window.memory.forget()
    window.resize(width, height)
    saved: list[bool] = []

    def grab() -> None:
        saved.append(window.grab().save(str(image)))
        application.quit()

    window.ready.connect(lambda: QTimer.singleShot(PICTURE_SETTLES, application, grab))
    if window.open(desk):
        window.show()
        QTimer.singleShot(PICTURE_AT_THE_LATEST, application, application.quit)
        application.exec()
    window.close()
    return saved == [True]


def start() -> "tuple[QApplication, MainWindow]":
    """The application in its theme and language, and a window that has no desk yet."""
    # The writer's thread gives way at each statement; it must not wait long for its next turn.
    sys.setswitchinterval(SWITCH_AFTER)
    _spare_reading_sources()
    from PySide6.QtWidgets import QApplication  # after 'obstacle'

    from claimdesk.ui import icons, languages, theme
    from claimdesk.ui.main_window import MainWindow

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Claimdesk")
    application.setDesktopFileName("claimdesk")
    application.setWindowIcon(icons.application_icon())
    languages.teach_qt(application)
    scheme = settings.read().theme
    theme.apply(application, scheme if scheme in theme.SCHEMES else "system")
    return application, MainWindow()


def _spare_reading_sources() -> None:
    """PySide reads the source file of each module of the process, to learn whether it may ask
    for `from __feature__ import …`; with hundreds of modules that is a tenth of the start. None
    here asks, and a module that PySide knows nothing of is left alone all the same."""
    from shiboken6 import Shiboken  # after 'obstacle'

    feature = sys.modules.get("shibokensupport.feature")
    if Shiboken is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda _module: False


def _open_first(window: "MainWindow", desk: Path | None) -> None:
    """Open the desk that was named; else the one last used, the default, or the sample. A named
    one that is refused is said in the bar, and no other takes its place."""
    if desk is not None:
        window.open(desk)
        return
    for candidate in (*window.memory.recent, default_desk()):
        if candidate.exists() and window.open(candidate):
            return
    window.files.open_sample()


def _unfit(desk: Path) -> str | None:
    from claimdesk.domain.errors import ClaimdeskError
    from claimdesk.store.sqlite import desk_file

    try:
        desk_file.inspect(desk)
    except ClaimdeskError as error:
        return str(error)
    return None


def _write_report(desk: Path, target: Path) -> None:
    from claimdesk.services.exporters.export import export, report_time
    from claimdesk.store import open_desk, queries
    from claimdesk.store.sqlite.connection import Reader

    open_desk(desk)
    read = Reader(desk)
    dossier = queries.dossier(read, queries.article_rows(read)[0].id)
    read.close()
    export(dossier, "html", target, language=language(), made_at=report_time())


def _leave_measured(log: CrashLog) -> None:
    log.end()
    leave(0)


def leave(status: int) -> None:
    """End the process at once, for measuring the start without the teardown."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _fail(sentence: str, status: int = 1) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201  there is no window to say it in
    return status
