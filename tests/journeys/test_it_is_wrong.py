"""The article is wrong, and the sources say how it is right: I propose the new wording and why,
and the other place with the same fact follows with one key."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.domain.claim import Badge
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.domain.source import SourceData, SourceRank, Stance
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.dialogs.decision import DecisionDialog
from claimdesk.ui.dialogs.relate import RelateDialog

SitsDown = Callable[[Path], Any]

WRONG, TWIN = 67, 70


@pytest.fixture
def checker(sits_down: SitsDown, fresh_desk: Path) -> Any:
    """Somebody who has attached what the sources say, and tied the two places together."""
    checker = sits_down(fresh_desk)
    checker.chooses(WRONG)
    claim = checker.claim(WRONG).id
    for title, stance in (
        ("Handbuch", Stance.REFUTES),
        ("Agentur", Stance.REFUTES),
        ("Archiv", Stance.QUALIFIES),
    ):
        source = SourceData(title, rank=SourceRank.PRIMARY)
        checker.workspace.desk.run(AttachSource((claim,), source, EvidenceData(stance)))
    checker.presses("Ctrl+R")
    checker.is_asked(RelateDialog)
    checker.types(str(TWIN))
    checker.presses("Ctrl+Return")
    checker.waits()
    checker.is_back()
    return checker


def corrections(checker: Any, number: int = WRONG) -> tuple[Correction, ...]:
    detail = queries.claim_detail(checker.workspace.desk.read, checker.claim(number).id)
    return detail.corrections


def mark_words(checker: Any) -> str:
    """Mark the first two words of the passage, as one reads them."""
    checker.workspace.text.setFocus()
    checker.presses("Ctrl+Shift+Right", "Ctrl+Shift+Right")
    marked = checker.workspace.text.marked()
    assert marked is not None
    words: str = marked.words
    return words


def test_a_correction_of_the_marked_words_takes_two_keys(checker: Any) -> None:
    old = mark_words(checker)
    assert len(old.split()) == 2
    before = checker.keys
    checker.presses("C")
    checker.types("Die wahre Länge")
    checker.presses("Ctrl+Return")
    assert checker.keys - before == 2
    checker.waits()
    [made] = corrections(checker)
    assert (made.old_wording, made.new_wording) == (old, "Die wahre Länge")
    assert made.state is CorrectionState.PROPOSED
    assert Badge.CORRECTION_PROPOSED in checker.claim(WRONG).badges


def test_from_the_wrong_figure_to_both_places_marked(checker: Any) -> None:
    checker.presses("4")
    assert checker.stands_on == WRONG
    checker.waits()
    before = len(checker.history())
    checker.presses("Return")
    checker.waits()
    assert checker.claim(TWIN).status is Status.INACCURATE
    assert len(checker.history()) == before + 1
    checker.presses("C")
    checker.types("398 Meter")
    checker.presses("Tab")
    checker.types("so das Handbuch")
    checker.presses("Ctrl+Return")
    checker.waits()
    [made] = corrections(checker)
    assert (made.new_wording, made.why) == ("398 Meter", "so das Handbuch")
    assert made.old_wording == queries.passage_words(
        checker.workspace.desk.read, checker.claim(WRONG).id
    )
    checker.presses("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    checker.waits()
    assert corrections(checker) == ()
    assert {checker.claim(number).status for number in (WRONG, TWIN)} == {Status.UNCHECKED}


def test_a_status_taken_back_is_offered_no_longer(checker: Any) -> None:
    checker.presses("5")
    checker.waits()
    assert checker.window.actions_["proposal"].isEnabled()
    checker.presses("Ctrl+Z")
    checker.waits()
    assert not checker.window.actions_["proposal"].isEnabled()
    checker.presses("Return")
    checker.waits()
    assert checker.claim(TWIN).status is Status.UNCHECKED


def test_the_decision_by_keys(checker: Any) -> None:
    checker.presses("C")
    checker.types("398 Meter")
    checker.presses("Ctrl+Return")
    checker.waits()
    checker.presses("Ctrl+Shift+D")
    checker.is_asked(DecisionDialog)
    checker.types("gerundet steht es schon im Vorspann")
    checker.presses("Ctrl+Return")
    checker.waits()
    checker.is_back()
    [declined] = corrections(checker)
    assert declined.state is CorrectionState.DECLINED
    assert declined.decided_by == "Maria Müller"
    assert declined.reason == "gerundet steht es schon im Vorspann"
    checker.presses("Ctrl+Z")
    checker.waits()
    checker.presses("Ctrl+Shift+A")
    checker.waits()
    assert corrections(checker)[0].state is CorrectionState.ACCEPTED
