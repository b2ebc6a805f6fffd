"""What every test can count on: no screen, a user's folder of its own, English, nothing left over.

Qt is imported only by the tests that need it, so that the others start at once.
"""

import gc
import os
import shutil
import sqlite3
import sys
import threading
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from claimdesk import i18n
from claimdesk.domain.person import Person
from claimdesk.store import Store, create_desk, open_desk, queries
from claimdesk.store.sqlite.connection import Reader
from claimdesk.store.store import Edit

os.environ["QT_QPA_PLATFORM"] = os.environ.get("CLAIMDESK_TEST_PLATFORM", "offscreen")
for variable in ("SOURCE_DATE_EPOCH", "CLAIMDESK_DESK", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(variable, None)
os.environ["LANG"] = "C.UTF-8"

settings.register_profile(
    "claimdesk",
    deadline=None,  # the machines that run this are busy with other things
    max_examples=50,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("claimdesk")

Run = Callable[[Edit], str | None]
Raw = Callable[[str], None]

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let garbage collection pass over all that is loaded here, which stays until the end: each
    look at it took a fifth of a second."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line which tests were left out for want of a program that pip cannot bring."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in skipped
        if "external" in report.keywords
    )
    if reasons:
        told = "; ".join(f"{count} ({reason})" for reason, count in reasons.items())
        terminalreporter.write_line(f"Left out: {told}; .ci/run installs what they need.")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real article and its claims, which the project does not ship."""
    if not (SHARED / "dossier").is_dir():
        pytest.skip("the folder ../shared with the real article is not here")
    return SHARED


@pytest.fixture(scope="session")
def kept_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first kept desk (tests/data/desks), brought up to date once, to be copied: one file."""
    path = tmp_path_factory.mktemp("kept") / "desk.claimdesk"
    shutil.copyfile(Path(__file__).parent / "data" / "desks" / "0001.claimdesk", path)
    open_desk(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The German sample, made once; nobody writes to it."""
    from claimdesk.commands.new_desk import new_sample

    folder = tmp_path_factory.mktemp("german")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMDESK_HOME", str(folder / "user"))
        new_sample(folder / "sample.claimdesk", "de")
    return folder / "sample.claimdesk"


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new desk with nothing in it, made once, to be copied."""
    path = tmp_path_factory.mktemp("new") / "new.claimdesk"
    create_desk(path, title="Hafen")
    return path


@pytest.fixture
def desk(tmp_path: Path, kept_desk: Path) -> Path:
    """The path of a small desk: an article of eight claims with all that hangs on them."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(kept_desk, path)
    return path


@pytest.fixture
def person() -> Person:
    return Person("Cleo Süß", "CS")


@pytest.fixture
def store(desk: Path) -> Iterator[Store]:
    with Store(desk) as opened:
        yield opened


@pytest.fixture
def reader(desk: Path) -> Iterator[Reader]:
    opened = Reader(desk)
    yield opened
    opened.close()


@pytest.fixture
def run(store: Store, reader: Reader, person: Person) -> Run:
    """Carries out an edit; gives its event's public id, None where nothing was changed."""

    def run(edit: Edit) -> str | None:
        event = store.run(edit, person).event
        return event and queries.event(reader, event).public_id

    return run


@pytest.fixture
def raw(desk: Path) -> Raw:
    """Runs SQL on the desk behind the program's back."""

    def run(sql: str) -> None:
        with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
            connection.executescript(sql)

    return run


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The name Qt's application starts with."""
    return ["claimdesk"]


@pytest.fixture(autouse=True)
def user_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of the test's own."""
    folder = tmp_path_factory.mktemp("user")
    monkeypatch.setenv("CLAIMDESK_HOME", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))  # where a window can be called
    return folder


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test starts in English; one that changes the language hands nothing on."""
    i18n.use_language("en")
    yield
    i18n.use_language("en")


@pytest.fixture(autouse=True)
def nothing_left_over() -> Iterator[None]:
    """Fail a test that leaves a thread running, a desk or a window open."""
    threads, desks = set(threading.enumerate()), _open_desks()
    yield
    windows = _tidy_up_qt()
    assert not windows, f"windows left open: {windows}"
    running = [thread for thread in threading.enumerate() if _runs_on(thread, threads)]
    assert not running, f"threads left running: {running}"
    if _open_desks() > desks:
        gc.collect()  # a connection in a reference cycle is closed only now
    assert _open_desks() <= desks, f"desks left open: {_open_desks() - desks}"


def _runs_on(thread: threading.Thread, before: set[threading.Thread]) -> bool:
    """Whether a new thread is still there a second later. Python lists Qt's own threads as
    dummies, for good once they ran a line of Python; Qt aborts where one is left running."""
    if thread in before or thread.name.startswith("Dummy-"):
        return False
    thread.join(timeout=1)
    return thread.is_alive()


def _open_desks() -> set[str]:
    """The desk files this process holds open, as far as the system tells."""
    opened = set()
    for link in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):
            opened.add(os.readlink(link))  # noqa: PTH115  five times as fast, in every test
    return {name for name in opened if name.endswith(".claimdesk")}


def _tidy_up_qt() -> list[str]:
    """Close what is open; the names of the windows that should not have been."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if not widgets or not widgets.QApplication.instance():
        return []
    # Offscreen, what was copied lives on until after Python has ended, and then crashes Qt.
    widgets.QApplication.clipboard().clear()
    left = [window for window in widgets.QApplication.topLevelWidgets() if window.isVisible()]
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in left]
    for window in left:
        window.deleteLater()
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    core.QThreadPool.globalInstance().waitForDone(5_000)  # what is still read for a closed window
    return names
