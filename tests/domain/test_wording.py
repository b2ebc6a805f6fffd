import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.wording import LONGEST, Part, difference


def changed(parts: tuple[Part, ...]) -> list[str]:
    return [part.words for part in parts if part.changed]


def test_only_the_words_that_differ_are_marked() -> None:
    parts = difference("kamen wenigstens 250 Menschen um", "kamen mindestens 230 Menschen um")
    assert changed(parts.old) == ["wenigstens 250"]
    assert changed(parts.new) == ["mindestens 230"]


def test_what_is_new_is_told_in_short() -> None:
    parts = difference("Die Brücke ist 412 Meter lang.", "Die alte Brücke ist 398 Meter lang.")
    assert parts.added == "alte … 398"


def test_where_words_only_go_the_whole_new_wording_is_told() -> None:
    assert difference("rund 412 Meter", "412 Meter").added == "412 Meter"


def test_what_is_longer_than_can_be_compared_is_all_new() -> None:
    old, new = "a " * LONGEST, "b " * LONGEST
    assert changed(difference(old, new).new) == [new]


@pytest.mark.parametrize(("old", "new"), [("", "neu"), ("alt", ""), ("", "")])
def test_one_side_may_be_empty(old: str, new: str) -> None:
    parts = difference(old, new)
    assert "".join(changed(parts.old)) == old
    assert "".join(changed(parts.new)) == new


texts = st.lists(st.sampled_from(["Ähre", "7\u00a0000", "im", "\n", "🚢", "–", " "])).map(" ".join)


@given(texts, texts)
def test_no_word_is_lost(old: str, new: str) -> None:
    parts = difference(old, new)
    assert "".join(part.words for part in parts.old) == old
    assert "".join(part.words for part in parts.new) == new


@given(texts)
def test_the_same_words_do_not_differ(text: str) -> None:
    assert changed(difference(text, text).old) == changed(difference(text, text).new) == []
