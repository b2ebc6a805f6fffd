"""I go through claim by claim: names first, then figures, then the rest. A digit sets the status;
where it needs a source I paste the address and the sentence that proves it. I never touch the
mouse. When the phone has rung, I stand where I was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from claimdesk.domain.claim import Kind
from claimdesk.domain.source import Stance
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.dialogs.source_dialog import SourceDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups

PAGE = "https://example.org/news/the-tower-and-its-height.html"
PROOF = "The tower is 368 metres high, antenna included."


def _names_first(checker: Any) -> None:
    """By the menu of filters: K for the kinds, then down to 'name, office'."""
    kinds = sorted((kind for kind in Kind if kind is not Kind.OTHER), key=lambda kind: kind.label)
    checker.presses("Ctrl+Shift+F", "K")
    for _step in range(kinds.index(Kind.NAME_OFFICE)):
        checker.presses("Down")
    checker.presses("Return")
    checker.is_back()


def _evidence(checker: Any, number: int) -> Any:
    read = checker.workspace.desk.read
    return queries.claim_detail(read, checker.claim(number).id).evidence


def test_names_first_then_the_rest(sits_down: Callable[[Path], Any], fresh_desk: Path) -> None:
    checker = sits_down(fresh_desk)
    _names_first(checker)
    names = [row.number for row in checker.claims() if row.kind is Kind.NAME_OFFICE]
    listed = checker.workspace.list.model.ids
    assert sorted(checker.claim(number).id for number in names) == sorted(listed)
    checker.presses("J", "K")
    done = []
    for _claim in names[:5]:
        done.append(checker.stands_on)
        before = checker.keys
        checker.presses("2")
        assert checker.keys - before == 1
    checker.waits()
    assert set(done) <= set(names)
    assert len(set(done)) == 5
    assert {checker.claim(number).status for number in done} == {Status.VERIFIED}
    checker.presses("Ctrl+Shift+F")
    checker.presses("A")
    checker.is_back()
    assert len(checker.workspace.list.model.ids) == 180
    place = checker.stands_on
    checker.window.close()
    assert sits_down(fresh_desk).stands_on == place, "the phone rang, and the place is lost"


def test_a_page_with_its_proof_and_then_again(
    sits_down: Callable[[Path], Any], fresh_desk: Path
) -> None:
    checker = sits_down(fresh_desk)
    checker.chooses(8)
    QApplication.clipboard().setText(PAGE)
    before = checker.keys
    checker.presses("S")
    checker.is_asked(SourceDialog)
    checker.copies_elsewhere(PROOF)
    checker.presses("Ctrl+V", "Ctrl+Return")
    assert checker.keys - before <= 6
    checker.is_back()
    checker.waits()
    [proof] = _evidence(checker, 8)
    assert (proof.source.data.url, proof.excerpt) == (PAGE, PROOF)
    assert proof.stance is Stance.SUPPORTS
    assert not proof.source.data.title_seen, "its title is only a guess from the address"
    QApplication.clipboard().setText(PROOF)
    checker.chooses(9)
    before = checker.keys
    checker.presses("S")
    checker.is_asked(SourceDialog)
    checker.presses("Return")
    checker.is_back()
    checker.waits()
    checker.presses("2")
    assert checker.keys - before <= 4
    checker.waits()
    [again] = _evidence(checker, 9)
    assert again.source.id == proof.source.id
    assert checker.claim(9).status is Status.VERIFIED
    assert checker.stands_on == 10


def test_without_any_copied_words_it_is_the_same(
    sits_down: Callable[[Path], Any], fresh_desk: Path
) -> None:
    """The excerpt was copied last: the address is typed, or follows later."""
    checker = sits_down(fresh_desk)
    checker.chooses(8)
    QApplication.clipboard().setText(PAGE)
    before = checker.keys
    checker.presses("S")
    checker.is_asked(SourceDialog)
    checker.presses("Return")
    QApplication.clipboard().setText(PROOF)
    checker.presses("Alt+X", "Ctrl+V", "Ctrl+Return")
    assert checker.keys - before <= 6
    checker.is_back()
    checker.waits()
    assert [one.excerpt for one in _evidence(checker, 8)] == [PROOF]
