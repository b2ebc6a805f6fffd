import pytest

from claimdesk.domain.status import BAR_ORDER, OPEN, Status
from claimdesk.i18n import speaking


def test_the_scale_and_its_keys() -> None:
    assert [(status.key, status.value) for status in Status] == [
        (0, "unchecked"),
        (1, "in_progress"),
        (2, "verified"),
        (3, "verified_with_caveat"),
        (4, "inaccurate"),
        (5, "false"),
        (6, "disputed"),
        (7, "unverifiable"),
        (8, "not_checkable"),
        (9, "left_out"),
    ]


@pytest.mark.parametrize("status", list(Status))
def test_an_identifier_with_either_sign(status: Status) -> None:
    for word in (status.value, status.value.replace("_", "-"), f" {status.value.upper()} "):
        assert Status.parse(word) is status


@pytest.mark.parametrize("word", ["", "true", "belegt", "2", "left out", "ä", "{word}"])
def test_another_word_is_refused_with_those_there_are(word: str) -> None:
    with pytest.raises(ValueError, match="one of unchecked, in_progress") as caught:
        Status.parse(word)
    assert f"“{word}”" in str(caught.value)
    assert caught.value.__suppress_context__


def test_what_is_open_checked_to_correct_and_goes_on() -> None:
    assert {status for status in Status if status.is_open} == OPEN
    assert {status for status in Status if not status.is_checked} == OPEN | {Status.LEFT_OUT}
    assert {status.key for status in Status if status.needs_correction} == {4, 5}
    assert {status.key for status in Status if status.goes_on} == {2, 3, 8, 9}


def test_bars_show_each_status_once_work_done_first() -> None:
    assert sorted(BAR_ORDER) == sorted(Status)
    assert BAR_ORDER[0] is Status.VERIFIED
    assert BAR_ORDER[-1] is Status.UNCHECKED


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_status_has_names_of_its_own(language: str) -> None:
    with speaking(language):
        assert len({status.label for status in Status}) == 10
        assert len({status.short_label for status in Status}) == 10
        assert all(len(status.short_label) <= len(status.label) for status in Status)


def test_german_names() -> None:
    with speaking("de"):
        assert Status.VERIFIED_WITH_CAVEAT.label == "belegt mit Einschränkung"
        assert Status.LEFT_OUT.label == "bewusst nicht geprüft"
