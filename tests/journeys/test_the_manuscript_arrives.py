"""9:10, a DOCX by mail with tracked changes in it. I drop it on the window, see title, author and
the text as it will be printed; the program proposes what to check, and I accept, reject and reword
with single keys, in reading order, and see how much is left."""

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.ui.dialogs.import_text import ImportDialog
from tests.support.intake import dialog_that_has_read, drop

PATIENCE = 30_000
HARBOUR = """Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Im Jahr davor waren \
es 398 Schiffe, sagte die Leiterin Maike Tönnsen am Montag."""
BRIDGE = """Die Brücke nach Süderoog ist 7644 Meter lang und kostete zwölf Millionen Euro. Gebaut \
wurde sie von 2017 bis 2020."""
FERRY = "Die Fähre trägt 38 Wagen. Sie ist die älteste Fähre der Küste."
DELETED, INSERTED = "siebentausend", "7644"


def _manuscript(path: Path) -> None:
    """As a text editor hands it over: a figure struck out, another put in."""
    maker = Path(__file__).parents[1] / "services" / "importers" / "make.py"
    spec = importlib.util.spec_from_file_location("make", maker)
    assert spec
    assert spec.loader
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    before, after = BRIDGE.split(INSERTED)
    tracked = (
        make.r(before),
        f"<w:del><w:r><w:delText>{DELETED}</w:delText></w:r></w:del>",
        f"<w:ins>{make.r(INSERTED)}</w:ins>",
        make.r(after),
    )
    body = [
        make.p("Der Hafen wächst", style="Title"),
        make.p("Von Ada Ärmel"),
        make.p(HARBOUR),
        make.p("Man muss das gesehen haben, um es zu glauben."),
        make.p(*tracked),
        make.p(FERRY),
    ]
    path.write_bytes(make.docx("".join(body)))


def _drops(checker: Any, file: Path, qtbot: QtBot) -> ImportDialog:
    drop(checker.window, file)
    dialog_that_has_read(qtbot)
    return checker.is_asked(ImportDialog)


@pytest.fixture
def checker(sits_down: Callable[[Path], Any], new_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(new_file, path)
    return sits_down(path)


@pytest.fixture
def arrived(checker: Any, qtbot: QtBot, tmp_path: Path) -> Any:
    """The manuscript is dropped, looked at and taken in; what to check is proposed."""
    file = tmp_path / "hafen.docx"
    _manuscript(file)
    dialog = _drops(checker, file, qtbot)
    assert (dialog.title.text(), dialog.author.text()) == ("Der Hafen wächst", "Ada Ärmel")
    printed = dialog.preview._pane.toPlainText()
    assert INSERTED in printed
    assert DELETED not in printed
    assert dialog.proposing.isChecked()
    before = checker.keys
    checker.presses("Return")
    checker.is_back()
    assert checker.keys - before == 1
    qtbot.waitUntil(lambda: 1 in checker.workspace.finding.done, timeout=PATIENCE)
    checker.waits()
    assert checker.workspace.reading.mode == "review"
    return checker


def _proposed(checker: Any) -> list[Any]:
    return checker.workspace.reading.reviewing.panel.rows


def _looked_at(checker: Any) -> Any:
    return checker.workspace.reading.reviewing.current


def _left(checker: Any) -> str:
    return checker.workspace.reading.reviewing.panel.head.words


def _goes_to(checker: Any, words: str) -> None:
    while words not in _looked_at(checker).quote:
        checker.presses("J")
        assert _looked_at(checker) != _proposed(checker)[-1] or words in _looked_at(checker).quote


def test_it_is_shown_as_it_will_be_printed_with_what_to_check(arrived: Any) -> None:
    workspace = arrived.workspace
    assert INSERTED in workspace.text._pane.toPlainText()
    assert DELETED not in workspace.text._pane.toPlainText()
    quotes = " ".join(row.quote for row in _proposed(arrived))
    for figure in ("412 Schiffe", "398", "7644 Meter", "38 Wagen"):
        assert figure in quotes
    places = [row.start for row in _proposed(arrived)]
    assert places == sorted(places)


def test_each_takes_one_key_and_what_is_left_is_seen(arrived: Any) -> None:
    count = sum(row.kind is not None for row in _proposed(arrived))
    assert _left(arrived).startswith(f"{count} suggestions left")
    taken, decided = [], 0
    for _one in _proposed(arrived):
        row = _looked_at(arrived)
        before, place = arrived.keys, row.start
        arrived.presses("R" if row.remark or row.kind == "other" else "A")
        arrived.waits()
        decided += 1
        assert arrived.keys - before == 1
        if row.kind and row.kind != "other":
            taken.append(row.words)
        following = _looked_at(arrived)
        assert following is None or following.start >= place, "not in the order of the text"
    assert decided >= count
    assert _looked_at(arrived) is None
    assert [claim.statement for claim in arrived.claims()] == taken
    assert {claim.status for claim in arrived.claims()} == {Status.UNCHECKED}
    assert _left(arrived) == "No suggestion left"
    assert f"0 of {len(taken)} checked" in arrived.window.status._counts.text()
    assert examine(arrived.workspace.desk.path) == []


def test_reworded_rejected_and_no_fact_by_single_keys(arrived: Any) -> None:
    _goes_to(arrived, "412")
    arrived.presses("E")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    arrived.types("2021 fertigte der Hafen 412 Schiffe ab")
    before = arrived.keys
    arrived.presses("Ctrl+Return")
    assert arrived.keys - before == 1
    arrived.waits()
    assert arrived.claim(1).statement == "2021 fertigte der Hafen 412 Schiffe ab"
    _goes_to(arrived, "7644")
    rejected = _looked_at(arrived).mark
    arrived.presses("R")
    _goes_to(arrived, "38 Wagen")
    before = arrived.keys
    arrived.presses("Space")
    arrived.waits()
    assert arrived.keys - before == 1
    said = queries.looked(arrived.workspace.desk.read, 1)
    text = queries.revision(arrived.workspace.desk.read, 1).text
    assert [text[one.start : one.end] for one in said] == ["Die Fähre trägt 38 Wagen."]
    arrived.presses("Ctrl+Z", "Ctrl+Z")
    arrived.waits()
    assert _looked_at(arrived).mark == rejected
    assert len(arrived.claims()) == 1


def test_the_next_run_brings_nothing_back(arrived: Any, qtbot: QtBot) -> None:
    for _one in _proposed(arrived):
        arrived.presses("R")
    arrived.waits()
    with qtbot.waitSignal(arrived.workspace.finding.ended, timeout=PATIENCE):
        arrived.presses("Ctrl+D")
    assert _proposed(arrived) == []
    assert arrived.claims() == []
