"""From a text to sentences and words."""

from collections.abc import Callable

import pytest

from claimdesk.services.detection.blocks import BlockKind, blocks_of
from claimdesk.services.detection.language import language_of
from claimdesk.services.detection.numbers import number
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.sentences import sentences_of
from claimdesk.services.detection.tokens import tokens_of
from claimdesk.services.detection.words.senses import lookup

Read = Callable[..., list[Sentence]]


def split(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences_of(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("de", ["Am 14. Mai kam Dr. Anna Z. Huber.", "Sie blieb bis zum 16. Juni."]),
        ("de", ["Es kostet 1,5 Mio. Euro, d. h. zu viel.", "Das sagt die Stadt."]),
        ("de", ["„Wir warten.“", "Er lachte."]),
        ("de", ["Wer kommt?", "Niemand!", "Warum …"]),
        ("en", ["Mr. Hale left at 8 a.m. on Jan. 5.", "Nobody saw him."]),
        ("en", ["The U.S. court ruled.", "He said: “No.”", "She agreed."]),
    ],
)
def test_sentences_end_where_people_end_them(language: str, sentences: list[str]) -> None:
    assert split(" ".join(sentences), language) == sentences


def test_tokens_know_figures_names_and_addresses() -> None:
    text = "Für 60 000 Euro (14,5 %) am 18.45 Uhr: www.example.org, der 58-Jährige Karl-Heinz."
    words = [token.text for token in tokens_of(text, 0, len(text))]
    assert "60 000" in words
    assert "14,5" in words
    assert "58-Jährige" in words
    assert "Karl-Heinz" in words
    assert any(word.startswith("www.example.org") for word in words)


def test_link_targets_are_no_words() -> None:
    text = "Die [Stadt](https://example.org/a_(b)) zahlt."
    assert [token.text for token in tokens_of(text, 0, len(text))] == [
        "Die",
        "Stadt",
        "zahlt",
        ".",
    ]


def test_lines_are_told_apart() -> None:
    text = (
        "Ein Dorf ohne Brücke\n\nVon Anna Berg\n\nFoto: Karl Ott/Bildhaus\n\n"
        "Die Brücke ist seit drei Jahren gesperrt, und niemand weiß, wann sie öffnet.\n\n"
        "Der lange Weg\n\nMehr dazu lesen Sie unter www.example.org"
    )
    assert [block.kind for block in blocks_of(text)] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.CREDIT,
        BlockKind.TEXT,
        BlockKind.SUBHEAD,
        BlockKind.SERVICE,
    ]


@pytest.mark.parametrize(
    ("word", "language", "value"),
    [
        ("1.900", "de", 1900),
        ("14,5", "de", 14.5),
        ("1,900", "en", 1900),
        ("14.5", "en", 14.5),
        ("60 000", "de", 60000),
        ("zweihundertfünfzig", "de", 250),
        ("dreiundzwanzig", "de", 23),
        ("zweieinhalb", "de", 2.5),
        ("achttausend", "de", 8000),
        ("thirty-eight", "en", 38),
        ("147m", "en", 147_000_000),
        ("Hund", "de", None),
        ("wunderbar", "de", None),
    ],
)
def test_numbers_are_read(word: str, language: str, value: float | None) -> None:
    assert number(word, language) == value


def test_the_language_is_told_from_small_words() -> None:
    assert language_of("Die Stadt hat das Geld nicht, und sie wird es nicht bekommen.") == "de"
    assert language_of("The city does not have the money, and it will not get it.") == "en"


def test_a_quotation_goes_on_over_sentences(read: Read) -> None:
    first, second, third = read("„Wir warten. Wir gehen nicht“, sagte er. Dann ging er.")
    assert all(first.quoted)
    assert second.quoted[0]
    assert not second.quoted[-1]
    assert not any(third.quoted)


@pytest.mark.parametrize(
    ("word", "language", "sense"),
    [
        ("überfielen", "de", "strike"),
        ("regierungssprecher", "de", "office"),
        ("grenzgebirge", "de", "lie"),
        ("resigned", "en", "decide"),
        ("villages", "en", "lie"),
    ],
)
def test_words_are_about_something(word: str, language: str, sense: str) -> None:
    assert sense in lookup(language)[word]


@pytest.mark.parametrize("word", ["xq", "", "mb", "kalmsow"])
def test_other_words_are_about_nothing(word: str) -> None:
    assert lookup("de")[word] == ()
