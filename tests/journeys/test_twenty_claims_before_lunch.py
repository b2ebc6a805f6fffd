"""I set the status of twenty claims by key, take some back, close, and find everything again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimdesk.domain.status import Status

DIGITS = "45671234567123456712"
"""Twenty statuses; after those that stay the checker goes on with J."""


def _work(checker: Any) -> dict[int, Status]:
    given: dict[int, Status] = {}
    for digit in DIGITS:
        status = tuple(Status)[int(digit)]
        given[checker.stands_on] = status
        checker.presses(digit)
        if not status.goes_on:
            checker.presses("J")
    checker.waits()
    return given


def _statuses(checker: Any) -> dict[int, Status]:
    return {row.number: row.status for row in checker.claims()}


def test_twenty_claims_before_lunch(sits_down: Callable[[Path], Any], fresh_desk: Path) -> None:
    checker = sits_down(fresh_desk)
    before = checker.history()
    given = _work(checker)
    assert len(given) == 20, "a digit hit a claim that had one already"
    assert {number: _statuses(checker)[number] for number in given} == given
    assert len(checker.history()) == len(before) + 20
    place = checker.stands_on
    checker.window.close()

    again = sits_down(fresh_desk)
    assert {number: _statuses(again)[number] for number in given} == given
    assert again.stands_on == place
    assert {event.person for event in again.history()[len(before) :]} == {"Maria Müller"}


def test_undo_brings_back_and_redo_again(
    sits_down: Callable[[Path], Any], fresh_desk: Path
) -> None:
    checker = sits_down(fresh_desk)
    given = _work(checker)
    undo = checker.window.actions_["undo"]
    assert undo.text().endswith("verified"), undo.text()
    for _ in range(20):
        checker.presses("Ctrl+Z")
    checker.waits()
    assert set(_statuses(checker).values()) == {Status.UNCHECKED}
    assert not undo.isEnabled()
    for _ in range(20):
        checker.presses("Ctrl+Shift+Z")
    checker.waits()
    assert {number: _statuses(checker)[number] for number in given} == given


def test_going_on_skips_what_is_checked(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    checker = sits_down(checked_desk)
    left = [row.number for row in checker.claims() if row.status is Status.UNCHECKED]
    checker.chooses(left[0])
    checker.presses("2")
    assert checker.stands_on == left[1]
    checker.presses("2", "2")
    checker.waits()
    assert [checker.claim(number).status for number in left[:3]] == [Status.VERIFIED] * 3
    assert checker.stands_on == left[3]


def test_the_last_unchecked_one_says_so(
    sits_down: Callable[[Path], Any], checked_desk: Path
) -> None:
    checker = sits_down(checked_desk)
    for row in checker.claims():
        if row.status is Status.UNCHECKED:
            checker.chooses(row.number)
            checker.presses("8")
    checker.waits()
    assert "unchecked" in checker.window.messages.sentence()
    assert not [row for row in checker.claims() if row.status is Status.UNCHECKED]
