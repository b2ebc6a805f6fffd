"""Every window and dialog of the program, one after the other, for tests and pictures.

What an action of the registry opens is found by triggering it, so that a new dialog is walked
without a word here. Only what no action opens is named below.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget

import claimdesk.ui
from claimdesk.domain.person import Person
from claimdesk.i18n import _, number
from claimdesk.store import queries
from claimdesk.ui import languages, theme
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.main_window import MainWindow

NOT_TRIGGERED = {"quit", "open_sample", "undo", "redo"}
"""These leave, or go to another desk, or open nothing."""

PATIENCE = 20_000
"""Milliseconds."""


def wait(milliseconds: int = 0) -> None:
    """Let Qt work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def main_window(
    desk: Path | None,
    *,
    language: str = "en",
    scheme: str = "light",
    size: QSize = QSize(1440, 900),  # noqa: B008  a value
    scale: int = 1,
) -> Iterator[MainWindow]:
    """The whole window, on a desk where one is named, with letters 'scale' times as large."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.font()
    larger = application.font()
    larger.setPointSizeF(before.pointSizeF() * scale)
    application.setFont(larger)
    languages.speak(application, language)
    theme.apply(application, scheme)
    window = MainWindow(Person.named("Ada Ärmel"))
    try:
        window.resize(size)
        if desk is not None:
            loop = QEventLoop()
            window.ready.connect(loop.quit)
            QTimer.singleShot(PATIENCE, loop.quit)
            assert window.open(desk)
            window.show()
            loop.exec()
            assert window.workspace is not None
            assert window.workspace.desk.settle(PATIENCE)
        else:
            window.show()
        window.activateWindow()
        wait(50)
        yield window
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.setFont(before)
        languages.speak(application, "en")


def walk(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The window at some of its claims, then each dialog and menu while it is open, by name."""
    yield from _at_claims(window)
    if window.workspace is not None:
        for name, opening in OTHERS.items():
            yield from _opened_by(name, lambda opening=opening: opening(window))
    for action in ACTIONS:
        if action.id in NOT_TRIGGERED:
            continue
        yield from _opened_by(action.id, window.actions_[action.id].trigger)
        palette = window.aids._palette if "aids" in window.__dict__ else None
        if palette is not None and palette.isVisible():
            yield action.id, palette
            palette.dismiss()


def _at_claims(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    yield "main", window
    workspace = window.workspace
    if workspace is None:
        return
    ids = queries.claim_ids(workspace.desk.read)
    rows = queries.claim_rows(workspace.desk.read, ids)
    seen: set[str] = set()
    for row in rows:
        badges = {str(badge) for badge in row.badges}
        if badges - seen:
            seen |= badges
            workspace.selection.choose(row.id)
            wait()
            yield f"main, claim {row.number}", window


def _opened_by(name: str, opening: Callable[[], object]) -> Iterator[tuple[str, QWidget]]:
    before = set(_shown())
    opening()
    wait(20)
    for opened in [one for one in _shown() if one not in before]:
        yield name, opened
    for opened in reversed([one for one in _shown() if one not in before]):
        opened.reject() if isinstance(opened, QDialog) else opened.close()
    wait()
    left = [one for one in _shown() if one not in before]
    for one in left:  # a dialog that asks before it goes
        one.done(0) if isinstance(one, QDialog) else one.close()
        one.deleteLater()


def _shown() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _crash(window: MainWindow) -> None:
    from claimdesk.ui.dialogs.crash import CrashDialog

    CrashDialog("Traceback …", window).open()


def _link(window: MainWindow) -> None:
    from claimdesk.ui.dialogs.open_link import OpenLinkDialog

    OpenLinkDialog("https://example.org/a", lambda _url: True, window).open()


def _sure(window: MainWindow) -> None:
    from claimdesk.ui.dialogs.sure import SureDialog

    assert window.workspace is not None
    desk = window.workspace.desk
    claims = tuple(queries.claim_ids(desk.read))
    question = _("Set {count} claims aside?").format(count=number(100_000))
    SureDialog(desk, claims, question, _("Set aside"), lambda: None, parent=window).open()


def _evidence(window: MainWindow) -> None:
    from claimdesk.ui.dialogs.source_dialog import EvidenceDialog

    assert window.workspace is not None
    desk = window.workspace.desk
    held = queries.claim_details(desk.read, queries.claim_ids(desk.read))
    evidence = next(one.evidence[0] for one in held if one.evidence)
    EvidenceDialog(desk, evidence, window).open()


def _erase_again(window: MainWindow) -> None:
    from claimdesk.commands.erase import Erase
    from claimdesk.ui.dialogs.erase import EraseAgain, Plan

    assert window.workspace is not None
    desk = window.workspace.desk
    found = queries.find_words(desk.read, (), ("Müller",))
    EraseAgain(desk, Plan(Erase((), ("Müller",), "Schutz"), found, []), window).open()


def _reword_question(window: MainWindow) -> None:
    from claimdesk.commands.ask_question import AskQuestion
    from claimdesk.ui.dialogs.ask import RewordQuestionDialog

    assert window.workspace is not None
    desk = window.workspace.desk
    ids = tuple(queries.claim_ids(desk.read)[:1])
    desk.run(AskQuestion("Woher stammt die Zahl?", claims=ids))
    assert desk.settle(PATIENCE)
    RewordQuestionDialog(desk, queries.all_questions(desk.read)[0], window).open()


def _import(window: MainWindow) -> None:
    from claimdesk.ui.dialogs.import_text import ImportDialog

    assert window.workspace is not None
    ImportDialog(window.workspace.desk, None, window).open()


def _sheet(window: MainWindow) -> None:
    """A sheet of the desk, in which somebody changed a status."""
    _seen_in(window, "csv", lambda text: text.replace("unchecked", "verified", 1))


def _dossier(window: MainWindow) -> None:
    _seen_in(window, "json", str)


def _seen_in(window: MainWindow, form: str, change: Callable[[str], str]) -> None:
    from claimdesk.services.exporters.export import export

    assert window.workspace is not None
    read = window.workspace.desk.read
    dossier = queries.dossier(read, queries.article_rows(read)[0].id)
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"report.{form}"
        export(dossier, form, file, language="en", made_at="2026-11-25T12:00:00+00:00")
        file.write_text(change(file.read_text("utf-8")), "utf-8")
        _show_seen(window, file)


def _spreadsheet(window: MainWindow) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "foreign.csv"
        file.write_text("Was;Stand\nDie Brücke ist 40 Meter lang.;offen\n", "utf-8")
        _show_seen(window, file)


def _show_seen(window: MainWindow, file: Path) -> None:
    from claimdesk.ui import receiving

    assert window.workspace is not None
    seen = receiving.look(file, window.workspace.desk.path)
    assert seen is not None
    receiving.dialog_for(seen, window.workspace, window).open()


def _menus(window: MainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        menu.aboutToShow.emit()


OTHERS: dict[str, Callable[[MainWindow], None]] = {
    "crash": _crash,
    "open link": _link,
    "evidence": _evidence,
    "many claims": _sure,
    "erase again": _erase_again,
    "reword a question": _reword_question,
    "import": _import,
    "sheet": _sheet,
    "dossier": _dossier,
    "spreadsheet": _spreadsheet,
    "menus": _menus,
}
"""What no action opens by itself."""


def dialogs() -> set[type[QDialog]]:
    """Every kind of dialog that the program has, without those that others are made of."""
    for module in walk_packages(claimdesk.ui.__path__, "claimdesk.ui."):
        import_module(module.name)
    found, todo = set(), [QDialog]
    while todo:
        kind = todo.pop()
        todo += (below := kind.__subclasses__())
        if kind.__module__.startswith("claimdesk.") and not below:
            found.add(kind)
    return {kind for kind in found if not issubclass(kind, QFileDialog)}
