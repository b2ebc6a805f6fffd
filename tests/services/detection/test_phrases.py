"""Passages end where phrases end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.detection.detect import detect
from claimdesk.services.detection.model.phrases import whole
from claimdesk.services.detection.reading import Reader
from claimdesk.services.detection.sentence import Sentence

TEXT = "„Die Ernte fiel aus“, sagt der stellvertretende Minister Rolf Adler in einem alten Haus."
WORDS = ["der", "in", "und", "alten", "30", "Haus", "„", "“", ",", "baute", "kam", "sechs", "am"]


def read(text: str = TEXT, language: str = "de") -> Sentence:
    """The first sentence of a text."""
    return next(iter(Reader.of(text, language).all(text)))


def cut(*words: str, text: str = TEXT, language: str = "de") -> list[str | None]:
    """What becomes of passages that are given by their words."""
    sentence = read(text, language)
    spans = []
    for passage in words:
        start = text.index(passage)
        inside = [
            at
            for at, token in enumerate(sentence.tokens)
            if token.start >= start and token.end <= start + len(passage)
        ]
        spans.append((inside[0], inside[-1]))
    return [span and sentence.between(*span) for span in whole(sentence, spans)]


def test_a_missing_noun_is_taken_in() -> None:
    assert cut("Adler in einem") == ["Adler in einem alten Haus"]


def test_words_of_the_next_passage_are_left_to_it() -> None:
    assert cut("Die Ernte fiel aus“, sagt der", "stellvertretende Minister") == [
        "Die Ernte fiel aus“, sagt",
        "der stellvertretende Minister",
    ]


def test_a_single_word_before_what_is_given_away_goes_with_it() -> None:
    assert cut("sagt der stellvertretende", "Minister Rolf Adler") == [
        None,
        "sagt der stellvertretende Minister Rolf Adler",
    ]


def test_a_joining_word_belongs_to_neither() -> None:
    text = "Der Bund zahlte und die Länder bauten."
    assert cut("Bund zahlte und", "die Länder", text=text) == ["Bund zahlte", "die Länder"]


def test_a_mark_without_its_partner_stays_outside() -> None:
    assert cut("„Die Ernte fiel aus") == ["Die Ernte fiel aus"]
    assert cut("„Die Ernte fiel aus“") == ["„Die Ernte fiel aus“"]


def test_a_bracket_without_its_partner_stays_outside() -> None:
    text = "Von Ida Moll (Text) und Jan Reeb"
    assert cut("Text)", "Jan Reeb", text=text) == ["Text", "Jan Reeb"]
    assert cut("Ida Moll (Text)", text=text) == ["Ida Moll (Text)"]


@pytest.mark.parametrize("passage", ["zog sich zurück", "fiel aus"])
def test_a_verb_keeps_its_prefix_at_the_end(passage: str) -> None:
    text = f"Die Truppe {passage}."
    assert cut(passage, text=text) == [passage]


def test_english_phrases_end_at_their_nouns_too() -> None:
    text = "The mayor spoke of a new bridge."
    assert cut("mayor spoke of", text=text, language="en") == ["mayor spoke"]


def test_both_halves_of_a_range_are_one_passage() -> None:
    text = "A new sleeping car costs between €2 million and €3 million."
    quotes = [one.quote for one in detect(text, "en").suggestions]
    assert any("€2 million and €3 million" in quote for quote in quotes)


def test_a_name_is_stated_without_the_word_before_it() -> None:
    found = detect("Die Bahn wurde 2019 von Minister Karl Adler gegründet.", "de").suggestions
    assert any(one.statement == "Minister Karl Adler" for one in found)


@given(st.data())
def test_passages_stay_apart_in_order_and_inside(data: st.DataObject) -> None:
    words = data.draw(
        st.lists(
            st.sampled_from(WORDS),
            min_size=1,
            max_size=14,
        )
    )
    sentence = read(" ".join(words))
    count = len(sentence.tokens)
    ends = sorted(data.draw(st.sets(st.integers(0, count), max_size=6)))
    spans = [(start, end - 1) for start, end in pairwise(ends)]
    found = whole(sentence, spans)
    assert len(found) == len(spans)
    kept = [span for span in found if span]
    assert all(0 <= first <= last < count for first, last in kept)
    assert all(one[1] < other[0] for one, other in pairwise(kept))
