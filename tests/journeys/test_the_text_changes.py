"""The manuscript arrives, and an hour later its next version: what I checked stays checked, the
changed figure stands out, the new paragraph is 'not looked at'."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.commands.propose_correction import DecideCorrection, ProposeCorrection
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.coverage import SentenceState
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.dialogs.import_text import ImportDialog
from tests.support.intake import dialog_that_has_read

FIRST = """# Der Hafen wächst

Von Ada Ärmel

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Die Brücke ist 7000 Meter lang.

Die Fähre legt täglich um acht Uhr ab. Sie trägt 38 Wagen. Man muss das gesehen haben.

„Der Neubau kostet uns nichts“, sagte Bürgermeisterin Öztürk.
"""
CLAIMS = {
    "ships": "genau 412 Schiffe abgefertigt",
    "bridge": "7000 Meter lang",
    "ferry": "legt täglich um acht Uhr ab",
    "cars": "trägt 38 Wagen",
    "quote": "„Der Neubau kostet uns nichts“, sagte Bürgermeisterin Öztürk",
}
SECOND = """# Der Hafen wächst

Von Ada Ärmel

Die Fähre legt täglich um acht Uhr ab. Sie trägt 83 Wagen. Man muss das gesehen haben.

Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt. Die Brücke ist 7644 Meter lang.

Am Kai entsteht seit März eine Halle aus Holz.
"""


@pytest.fixture
def checker(sits_down: Callable[[Path], Any], new_file: Path, tmp_path: Path) -> Any:
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(new_file, path)
    return sits_down(path)


def _marks(checker: Any, words: str) -> None:
    pane = checker.workspace.text._pane
    cursor = pane.textCursor()
    start = pane.toPlainText().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), cursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()


def _takes_in(checker: Any, qtbot: QtBot, file: Path, text: str) -> ImportDialog:
    file.write_text(text, encoding="utf-8")
    checker.drops(file)
    return dialog_that_has_read(qtbot)


def _stores(checker: Any, qtbot: QtBot, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        dialog.finish.click()
    checker.waits()
    checker.window.activateWindow()
    qtbot.waitUntil(checker.window.isActiveWindow)


@pytest.fixture
def numbers(checker: Any, qtbot: QtBot, tmp_path: Path) -> dict[str, int]:
    """Story 1: dropped, looked at, stored; each claim made with one key and verified with one."""
    dialog = _takes_in(checker, qtbot, tmp_path / "hafen.md", FIRST)
    assert dialog.title.text() == "Der Hafen wächst"
    _stores(checker, qtbot, dialog)
    found = {}
    for name, words in CLAIMS.items():
        _marks(checker, words)
        checker.presses("B")
        checker.waits()
        found[name] = checker.stands_on
        checker.presses("2")
        checker.waits()
        checker.chooses(found[name])
    return found


def test_a_dropped_text_becomes_claims_key_by_key(checker: Any, numbers: dict[str, int]) -> None:
    assert len(set(numbers.values())) == len(CLAIMS)
    assert {checker.claim(number).status for number in numbers.values()} == {Status.VERIFIED}
    counts = checker.workspace.reading.sentence_counts
    assert counts[SentenceState.CHECKED] == len(CLAIMS)
    checker.presses("Ctrl+2", "Return", "Space")
    checker.waits()
    before = counts[SentenceState.NOT_LOOKED_AT]
    after = checker.workspace.reading.sentence_counts[SentenceState.NOT_LOOKED_AT]
    assert after == before - 1


def test_the_next_version_keeps_what_was_checked(
    checker: Any, numbers: dict[str, int], qtbot: QtBot, tmp_path: Path
) -> None:
    desk = checker.workspace.desk
    bridge = checker.claim(numbers["bridge"]).id
    desk.run(ProposeCorrection(bridge, "7644 Meter lang"))
    checker.waits()
    desk.run(DecideCorrection(1, CorrectionState.ACCEPTED))
    checker.presses("4")
    checker.waits()

    dialog = _takes_in(checker, qtbot, tmp_path / "hafen-2.md", SECOND)
    dialog.target.combo.setCurrentIndex(1)  # one choice, then the button: with the drop three steps
    _stores(checker, qtbot, dialog)
    qtbot.waitUntil(lambda: checker.workspace.reading.shows_comparison)

    revision = queries.article(desk.read, 1).revision
    assert revision is not None
    states = queries.passage_states(desk.read, revision)
    named = {name: states[checker.claim(number).id].value for name, number in numbers.items()}
    assert named == {
        "ships": named["ships"],
        "bridge": "corrected",
        "ferry": named["ferry"],
        "cars": "fact_changed",
        "quote": "gone",
    }
    assert {named["ships"], named["ferry"]} <= {"same", "moved"}
    assert checker.claim(numbers["cars"]).status is Status.IN_PROGRESS
    assert checker.claim(numbers["ships"]).status is Status.VERIFIED
    checker.presses("L")
    assert numbers["cars"] in [row.number for row in _listed(checker)]

    checker.presses("Ctrl+2")
    unseen = checker.workspace.reading.panel.unseen.model()
    words = [unseen.index(row, 0).data() for row in range(unseen.rowCount())]
    assert "Am Kai entsteht seit März eine Halle aus Holz." in words


def _listed(checker: Any) -> list[Any]:
    model = checker.workspace.list.model
    return [model.row_at(row) for row in range(model.rowCount())]
