"""Claims are found in another process: shown as they come, stored at the end or when somebody
decides, and gone when it is stopped."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from claimdesk.commands.import_article import ImportArticle
from claimdesk.domain.person import Person
from claimdesk.services.importers.intake import read_text
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.ui import finding
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import Workspace

Press = Callable[..., None]
Open = Callable[[Path | None], MainWindow]

PARAGRAPH = "Der Hafen {number} hat {year} genau {ships} Schiffe abgefertigt, sagte Ada Ärmel."
PATIENCE = 30_000


def long_text(paragraphs: int) -> str:
    return "Der Hafen wächst\n\n" + "\n\n".join(
        PARAGRAPH.format(number=at, year=1900 + at % 100, ships=at + 3) for at in range(paragraphs)
    )


@pytest.fixture
def opens(window_on: Open, new_file: Path, tmp_path: Path) -> Callable[[str], MainWindow]:
    """The window on a desk with a text."""

    def open_(text: str) -> MainWindow:
        path = tmp_path / "desk.claimdesk"
        shutil.copyfile(new_file, path)
        with Store(path) as store:
            store.run(ImportArticle(read_text(text)), Person.named("Ada Ärmel"))
        return window_on(path)

    return open_


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace
    assert window.workspace.reading
    return window.workspace


def test_found_shown_and_stored_as_one_step(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    window = opens(long_text(3))
    workspace = workspace_of(window)
    press("Ctrl+4")
    panel = workspace.reading.reviewing.panel
    assert "reads the text and proposes" in panel.nothing.sentence()
    assert not panel.list.isVisible()
    with qtbot.waitSignal(workspace.finding.ended, timeout=PATIENCE) as ended:
        panel.nothing._action.click()
        assert workspace.finding.is_reading(1)
    assert ended.args == [1, True]
    qtbot.waitUntil(lambda: not workspace.finding.is_reading(1) and bool(panel.rows))
    qtbot.wait(20)
    assert panel.rows == queries.review_rows(workspace.desk.read, 1)
    assert window.actions_["undo"].text().replace("&", "") == (
        "Undo: Find claims in “Der Hafen wächst”"
    )
    press("Ctrl+Z")
    assert workspace.desk.settle()
    qtbot.waitUntil(lambda: panel.rows == [])
    assert "has not been read, or that was taken back" in panel.nothing.sentence()
    assert panel.nothing._action.text() == "Find claims (Ctrl+D)"
    press("Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: bool(panel.rows))
    assert examine(workspace.desk.path) == []


def test_a_text_in_which_nothing_is_found_says_what_next(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    workspace = workspace_of(opens("Na ja."))
    with qtbot.waitSignal(workspace.finding.ended, timeout=PATIENCE):
        press("Ctrl+D")
    assert workspace.reading.mode == "review"
    nothing = workspace.reading.reviewing.panel.nothing
    qtbot.waitUntil(lambda: "Nothing more was found" in nothing.sentence())


def test_the_first_are_there_while_it_reads_on_and_can_be_decided(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    window = opens(long_text(1500))
    workspace = workspace_of(window)
    press("Ctrl+D")
    panel = workspace.reading.reviewing.panel
    qtbot.waitUntil(lambda: len(panel.rows) > 9, timeout=PATIENCE)
    assert workspace.finding.run is not None
    qtbot.waitUntil(window.status.progress.isVisible, timeout=PATIENCE)
    assert "Finding claims in “Der Hafen wächst”" in window.status.progress.words.text()
    assert "Stop" in window.actions_["find_claims"].text().replace("&", "")
    first = panel.rows[0]
    press("A")
    assert workspace.desk.settle()
    assert workspace.finding.run is not None
    [claim] = queries.claim_rows(workspace.desk.read, queries.claim_ids(workspace.desk.read))
    assert claim.statement == first.words
    window.status.progress.stop.click()
    assert workspace.finding.run is None
    assert not window.status.progress.isVisible()
    assert "Stopped" in window.messages.sentence()
    kept = queries.review_rows(workspace.desk.read, 1)
    assert kept  # what was stored when somebody began to decide
    assert panel.rows == kept
    assert examine(workspace.desk.path) == []


def test_stopped_before_anybody_decides_it_leaves_the_desk_as_it_was(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    workspace = workspace_of(opens(long_text(1500)))
    before = queries.last_event(workspace.desk.read)
    press("Ctrl+D")
    panel = workspace.reading.reviewing.panel
    qtbot.waitUntil(lambda: bool(panel.rows), timeout=PATIENCE)
    press("Ctrl+D")
    assert workspace.desk.settle()
    assert queries.last_event(workspace.desk.read) == before
    assert panel.rows == []


def test_a_closed_window_leaves_no_process(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    window = opens(long_text(1500))
    workspace = workspace_of(window)
    workspace.finding.warm_up()
    press("Ctrl+D")
    process = workspace.finding._process
    assert process is not None
    workspace.finding.warm_up()
    window.close()
    assert process.state() is QProcess.ProcessState.NotRunning


def test_a_process_that_dies_is_one_sentence(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    window = opens(long_text(1500))
    workspace = workspace_of(window)
    press("Ctrl+D")
    assert workspace.finding._process
    workspace.finding._process.kill()
    qtbot.waitUntil(lambda: workspace.finding.run is None, timeout=PATIENCE)
    assert "could not be found" in window.messages.sentence()
    assert not queries.review_rows(workspace.desk.read, 1)


@pytest.mark.parametrize("program", ["/no/such/python", sys.executable])
def test_a_process_that_cannot_start_is_one_sentence(
    opens: Callable[[str], MainWindow],
    press: Press,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    program: str,
) -> None:
    window = opens(long_text(2))
    monkeypatch.setattr(sys, "executable", program)
    monkeypatch.setattr(finding, "WORKER", "claimdesk.no_such_module")
    press("Ctrl+D")
    workspace = workspace_of(window)
    qtbot.waitUntil(lambda: workspace.finding.run is None, timeout=PATIENCE)
    assert "could not be found" in window.messages.sentence()


def test_a_second_run_reads_nothing_anew_and_is_no_step(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    window = opens(long_text(3))
    workspace = workspace_of(window)
    for _time in range(2):
        with qtbot.waitSignal(workspace.finding.ended, timeout=PATIENCE):
            press("Ctrl+D")
        event = queries.last_event(workspace.desk.read)
    assert event == 2
    count = queries.open_suggestion_count(workspace.desk.read, 1)
    said = f"Nothing new was found; {count} suggestions are still open."
    qtbot.waitUntil(lambda: said == window.messages.sentence())
    assert len(workspace.finding._known.copy()) == 4


def test_texts_are_read_one_after_the_other(
    opens: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    workspace = workspace_of(opens(long_text(3)))
    workspace.desk.run(ImportArticle(read_text("Zweiter\n\n" + PARAGRAPH)))
    assert workspace.desk.settle()
    workspace.finding.find(1)
    workspace.finding.find(2)
    workspace.finding.find(2)
    assert workspace.finding.is_reading(2)
    qtbot.waitUntil(lambda: workspace.finding.done == {1, 2}, timeout=PATIENCE)
    assert queries.open_suggestion_count(workspace.desk.read, 2)


def test_an_article_that_is_taken_back_is_read_no_more(
    opens: Callable[[str], MainWindow], qtbot: QtBot
) -> None:
    workspace = workspace_of(opens(long_text(3)))
    workspace.desk.run(ImportArticle(read_text("Zweiter\n\n" + long_text(1500))))
    assert workspace.desk.settle()
    workspace.finding.find(2)
    workspace.desk.undo()
    assert workspace.desk.settle()
    assert workspace.finding.run is None


def test_another_language_begins_anew_without_a_process_left(
    opens: Callable[[str], MainWindow], press: Press, qtbot: QtBot
) -> None:
    window = opens(long_text(1500))
    press("Ctrl+D")
    window.rebuild()
    assert window.workspace
    assert "finding" not in window.workspace.__dict__
