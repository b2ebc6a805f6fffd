"""The program as it is started from a shell: real processes, no screen."""

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimdesk.commands.new_desk import new_desk
from claimdesk.paths import sample_desk

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt's offscreen platform and X are Linux's here"
)


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    path.write_bytes(sample_file.read_bytes())
    return path


def _environment(**changed: str) -> dict[str, str]:
    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    held = {name: value for name, value in os.environ.items() if name not in screens}
    return {name: value for name, value in (held | changed).items() if value}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run claimdesk to its end."""

    def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "claimdesk", *map(str, words)],
            env=_environment(**environment),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def said(run: subprocess.CompletedProcess[str]) -> str:
    """What it said on standard error, which is one sentence and no traceback."""
    assert run.stdout == ""
    [line] = [line for line in run.stderr.splitlines() if "This plugin does not" not in line]
    return line


def test_it_opens_a_desk_and_leaves_when_idle(run: Run, desk: Path) -> None:
    ended = run(desk, "--quit-when-idle")
    assert (ended.returncode, ended.stdout) == (0, "")
    assert run("--quit-when-painted", desk).returncode == 0


def test_the_first_start_opens_the_sample(run: Run, user_folder: Path) -> None:
    assert run("--quit-when-idle").returncode == 0
    assert sample_desk("en").is_file()
    made = sample_desk("en").stat().st_ino
    assert run("--quit-when-idle").returncode == 0
    assert sample_desk("en").stat().st_ino == made


def test_the_first_start_is_german_where_the_system_is(run: Run) -> None:
    assert run("--quit-when-idle", LANG="de_AT.UTF-8").returncode == 0
    assert sample_desk("de").is_file()


def test_recent_desks_that_are_gone_are_passed_over(
    run: Run, desk: Path, user_folder: Path
) -> None:
    memory = {"recent": [str(desk.with_name("gone.claimdesk")), str(desk)]}
    (user_folder / "window.json").write_text(json.dumps(memory))
    assert run("--quit-when-idle").returncode == 0
    assert not sample_desk("en").exists()


def test_a_recent_desk_that_is_none_any_more_is_passed_over(
    run: Run, desk: Path, user_folder: Path
) -> None:
    broken = desk.with_name("broken.claimdesk")
    broken.write_text("no desk")
    (user_folder / "window.json").write_text(json.dumps({"recent": [str(broken), str(desk)]}))
    assert run("--quit-when-idle").returncode == 0
    assert broken.read_text() == "no desk"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"recent": 7, "desks": [], "geometry": 5}'])
def test_a_damaged_memory_keeps_nobody_from_working(
    run: Run, desk: Path, user_folder: Path, damage: str
) -> None:
    (user_folder / "window.json").write_text(damage)
    ended = run(desk, "--quit-when-idle")
    assert (ended.returncode, ended.stdout) == (0, "")


def test_a_named_default_desk_opens(run: Run, desk: Path, user_folder: Path) -> None:
    assert run("--quit-when-idle", CLAIMDESK_DESK=str(desk)).returncode == 0
    assert not sample_desk("en").exists()


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_is_no_desk_is_refused_in_a_sentence(run: Run, tmp_path: Path, language: str) -> None:
    (tmp_path / "notes.txt").write_text("This is no desk.")
    sentences = set()
    for name in ("notes.txt", "gone.claimdesk", "."):
        ended = run(name, "--quit-when-idle", CLAIMDESK_LANG=language)
        assert ended.returncode == 1
        sentences.add(said(ended))
    assert len(sentences) == 3
    assert (tmp_path / "notes.txt").read_text() == "This is no desk."


@pytest.mark.parametrize("words", [["--nonsense"], ["-x"], ["one", "two"], ["--quit-when-idl"]])
def test_wrong_use_ends_with_two(run: Run, words: list[str]) -> None:
    ended = run(*words)
    assert ended.returncode == 2
    assert "--help" in said(ended)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "There is no display"), ("de", "keinen Bildschirm")]
)
def test_without_a_display_it_says_what_works(
    run: Run, desk: Path, language: str, word: str
) -> None:
    ended = run(desk, QT_QPA_PLATFORM="", CLAIMDESK_LANG=language)
    assert ended.returncode == 1
    assert word in said(ended)
    assert "claimdesk list" in said(ended)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["The report is at", "A picture of the window"]), ("de", ["Prüfbericht", "Bild"])],
)
def test_the_sample_without_a_screen_is_a_report_and_a_picture(
    run: Run, tmp_path: Path, language: str, words: list[str]
) -> None:
    desk = tmp_path / "x.claimdesk"
    ended = run(
        *("sample", "--open", "--lang", language, "--desk", desk),
        QT_QPA_PLATFORM="",
        CLAIMDESK_LANG=language,
    )
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    for word, file in zip(words, ("x.html", "x.png"), strict=True):
        [line] = [line for line in ended.stdout.splitlines() if file in line]
        assert word in line
        assert (tmp_path / file).stat().st_size > 10_000
    report = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert f'lang="{language}"' in report
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")


# what is loaded when

WATCHED = """
import linecache
import sys
from pathlib import Path
from claimdesk import app
from claimdesk.i18n import use_language

use_language("en")
application, window = app.start()
names = sys.argv[2].split(",")
loaded = lambda: ",".join(name for name in names if name in sys.modules)
own = Path(app.__file__).parent
print_read = lambda: print("read", *(name for name in linecache.cache if own in Path(name).parents))
window.painted.connect(lambda: print("painted", loaded(), flush=True))
window.ready.connect(lambda: (print("ready", loaded(), flush=True), print_read(), app.leave(0)))
assert window.open(Path(sys.argv[1]))
window.show()
application.exec()
"""


def _loaded(desk: Path, names: list[str]) -> dict[str, str]:
    """Which of the modules are loaded at which moment of a start; as 'read' the program's
    own source files that were read by then, which no start needs."""
    ended = subprocess.run(
        [sys.executable, "-c", WATCHED, str(desk), ",".join(names)],
        env=_environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    moments = (line.partition(" ") for line in ended.stdout.splitlines())
    return {moment: modules.strip() for moment, _space, modules in moments}


def test_nothing_heavy_is_loaded_before_the_list_is_painted(desk: Path) -> None:
    orm = ["sqlalchemy", "sqlmodel", "alembic", "pydantic", "jinja2", "click", "hashlib"]
    readers = ["lxml", "markdown_it", "pypdfium2", "docx", "openpyxl", "xlsxwriter", "typst"]
    others = ["PySide6.QtSql", "PySide6.QtPrintSupport", "multiprocessing", "csv", "xml.etree"]
    heavy = [*orm, *readers, *others]
    assert _loaded(desk, heavy) == {"painted": "", "ready": "", "read": ""}


def test_nothing_that_reaches_the_network_is_loaded(desk: Path) -> None:
    network = ["PySide6.QtNetwork", "urllib.request", "http.client", "socket", "ssl", "ftplib"]
    assert _loaded(desk, network) == {"painted": "", "ready": "", "read": ""}


def test_what_a_person_may_do_is_loaded_when_it_is_done(desk: Path) -> None:
    late = ["claimdesk.commands.set_aside", "claimdesk.services.detection"]
    late += ["claimdesk.services.exporters.export", "claimdesk.services.importers"]
    late += ["claimdesk.services.matching", "claimdesk.services.exporters.report"]
    late += ["claimdesk.ui.overviewing", "claimdesk.ui.dialogs.overview", "claimdesk.ui.searching"]
    late += ["claimdesk.store.sqlite.fts", "claimdesk.store.sqlite.counts", "claimdesk.store.work"]
    late += [
        "claimdesk.store.queries.overviews",
        "claimdesk.store.backups",
        "claimdesk.store.check",
    ]
    assert _loaded(desk, late) == {"painted": "", "ready": "", "read": ""}


def test_the_names_that_must_not_be_loaded_are_those_of_modules(desk: Path) -> None:
    """Or a test above would watch for what can never come."""
    source = Path(__file__).read_text("utf-8")
    for name in re.findall(r'"((?:claimdesk|PySide6)\.[\w.]+)"', source):
        assert importlib.util.find_spec(name), name


# killed

SIT_DOWN = """
import sys
from pathlib import Path
from claimdesk import app
from claimdesk.store import queries

application, window = app.start()

def go_to_the_claim():
    desk = window.workspace.desk
    window.workspace.selection.choose(queries.claim_id(desk.read, sys.argv[2]))
    print("there", flush=True)

window.ready.connect(go_to_the_claim)
assert window.open(Path(sys.argv[1]))
window.show()
application.exec()
"""


@pytest.fixture
def sitting(desk: Path, user_folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A window that stands on claim 67."""
    process = subprocess.Popen(
        [sys.executable, "-c", SIT_DOWN, str(desk), "67"],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "there\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def _claims_remembered(user_folder: Path) -> list[int]:
    file = user_folder / "window.json"
    if not file.exists():
        return []
    return [place["claim"] for place in json.loads(file.read_text())["desks"].values()]


def test_a_killed_window_is_remembered_where_it_stood(
    sitting: subprocess.Popen[str], user_folder: Path, desk: Path
) -> None:
    deadline = time.monotonic() + 2.5
    while 67 not in _claims_remembered(user_folder):
        assert time.monotonic() < deadline, "not remembered within two seconds"
        time.sleep(0.05)
    sitting.send_signal(signal.SIGKILL)
    sitting.wait()
    assert json.loads((user_folder / "window.json").read_text())["recent"] == [str(desk)]
    assert [path.name for path in user_folder.iterdir() if path.name.endswith(".part")] == []


def test_a_second_desk_is_made_beside_a_running_window(
    sitting: subprocess.Popen[str], tmp_path: Path, run: Run
) -> None:
    new_desk(tmp_path / "other.claimdesk", "other")
    assert run(tmp_path / "other.claimdesk", "--quit-when-idle").returncode == 0
    assert sitting.poll() is None
