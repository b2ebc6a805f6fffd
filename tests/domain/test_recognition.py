"""What was found is known again by what it says, wherever it stands by now."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.claim import Kind
from claimdesk.domain.history import Message
from claimdesk.domain.recognition import Marker, Taken, remarks_known_by
from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.domain.suggestion import Suggestion

TEXT = "Der Hafen hat 412 Schiffe abgefertigt. Die Brücke ist 7000 Meter lang, sagt das Amt."


def at(text: str, quote: str, kind: Kind = Kind.QUANTITY, nth: int = 0) -> Suggestion:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return Suggestion(start, start + len(quote), quote, quote, kind, 2)


def mark(text: str, *suggestions: Suggestion) -> str:
    return marks(text, *suggestions)[-1]


def marks(text: str, *suggestions: Suggestion) -> list[str]:
    return [one.mark for one in map(Marker(text), suggestions)]


def known(remark: Remark) -> list[str]:
    return [held for held, _remark in remarks_known_by([remark])]


def test_it_is_known_in_a_moved_sentence_with_other_signs() -> None:
    newer = "Neues zuerst.\n\n„Die Brücke ist 7000\u00a0Meter lang“, sagt das Amt. Der Hafen."
    assert mark(TEXT, at(TEXT, "7000 Meter")) == mark(newer, at(newer, "7000\u00a0Meter"))


def test_other_words_another_kind_or_another_sentence_is_another() -> None:
    known = mark(TEXT, at(TEXT, "7000 Meter"))
    assert known != mark(TEXT, at(TEXT, "7000 Meter", Kind.COMPARISON))
    assert known != mark(TEXT, at(TEXT, "7000"))
    other = TEXT.replace("Brücke", "Straße")
    assert known != mark(other, at(other, "7000 Meter"))


def test_what_stands_in_another_sentence_does_not_count() -> None:
    other = TEXT.replace("412 Schiffe", "38 Fähren")
    assert mark(TEXT, at(TEXT, "7000 Meter")) == mark(other, at(other, "7000 Meter"))


def test_the_same_words_twice_are_two() -> None:
    text = "Es sind 12 Leute.\nEs sind 12 Leute."
    found = [at(text, "12 Leute"), at(text, "12 Leute", nth=1)]
    assert len(set(marks(text, *found))) == 2


def test_a_remark_is_known_by_its_sentence_and_passages() -> None:
    message = Message("From {one} to {other}", {"one": "3", "other": "4"})
    one = Remark(RemarkKind.SUM, message, ((0, 2),), ("drei",))
    moved = replace(one, spans=((7, 9),))
    other = replace(one, quotes=("vier",))
    assert known(one) == known(moved)
    assert known(one) != known(other)


def test_a_claim_of_the_kind_or_of_no_kind_holds_its_passage() -> None:
    found = at(TEXT, "7000 Meter lang")
    start, end = found.start, found.end
    assert Taken([(start, end, Kind.QUANTITY)]).holds(found)
    assert Taken([(start - 10, end + 9, Kind.QUANTITY)]).holds(found)
    assert Taken([(start, end - 4, Kind.OTHER)]).holds(found)
    assert not Taken([(start, end, Kind.COMPARISON)]).holds(found)
    assert not Taken([(0, len(TEXT), Kind.OTHER)]).holds(found)
    assert not Taken([(0, start, Kind.QUANTITY)]).holds(found)


def test_where_somebody_said_that_there_is_no_fact_nothing_is_proposed() -> None:
    found = at(TEXT, "7000 Meter lang")
    assert Taken(looked=[(0, len(TEXT))]).holds(found)
    assert Taken(looked=[(0, 3), (found.start - 5, found.end + 900)]).holds(found)
    assert not Taken(looked=[(0, found.start)]).holds(found)


@given(st.text(min_size=1), st.data())
def test_any_text_gives_each_its_own_mark(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = Suggestion(start, end, text[start:end], "?", Kind.EVENT, 1)
    assert len(set(marks(text, one, one))) == 2
