"""The whole detector: what it proposes, and what always holds of it."""

import pickle
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.domain.claim import Kind
from claimdesk.domain.suggestion import NotCheckable, Suggestion
from claimdesk.i18n import speaking
from claimdesk.services.detection.detect import Detection, Options, detect, detect_paragraphs

GERMAN = """Brücke in Altdorf bleibt gesperrt

Von Anna Berg

Die Brücke über die Lenne ist seit drei Jahren gesperrt. Mindestens 1.200 Menschen müssen einen \
Umweg von 14 Kilometern fahren, sagt Bürgermeisterin Karla Ott. Sie war die erste Frau in diesem \
Amt. „Wir haben kein Geld“, sagte sie am 3. März 2024 im Rathaus. Laut einem Gutachten kostet der \
Neubau 4,5 Millionen Euro, fast doppelt so viel wie geplant, weil der Stahl teurer wurde.

Ist das nicht traurig? Leider wird es wohl nie wieder schön.
"""
ENGLISH = """Bridge stays closed

The bridge across the Lenn has been closed for three years. At least 1,200 people must drive nine \
miles further, according to Mayor Carla Ott. She was the first woman to hold the office. “We have \
no money,” she said on March 3, 2024. A new bridge would cost $4.5 million, nearly twice as much \
as planned, because steel became dearer.
"""


def quotes(found: Detection, kind: Kind) -> str:
    return " | ".join(one.quote for one in found.suggestions if one.kind is kind)


def the_one(found: Detection, words: str) -> Suggestion:
    return next(one for one in found.suggestions if words in one.quote)


def test_german_claims_are_found_with_their_kinds() -> None:
    found = detect(GERMAN)
    assert found.language == "de"
    assert "1.200 Menschen" in quotes(found, Kind.QUANTITY)
    assert "seit drei Jahren" in quotes(found, Kind.DATE)
    assert "Karla Ott" in quotes(found, Kind.NAME_OFFICE)
    assert "die erste Frau" in quotes(found, Kind.SUPERLATIVE)
    assert "Wir haben kein Geld" in quotes(found, Kind.QUOTE)
    assert "weil der Stahl teurer wurde" in quotes(found, Kind.CAUSAL)


def test_english_claims_are_found_with_their_kinds() -> None:
    found = detect(ENGLISH)
    assert found.language == "en"
    assert "1,200 people" in quotes(found, Kind.QUANTITY)
    assert "March 3, 2024" in quotes(found, Kind.DATE)
    assert "the first woman" in quotes(found, Kind.SUPERLATIVE)
    assert "We have" in quotes(found, Kind.QUOTE)


def test_each_gives_its_reasons_in_the_language_spoken() -> None:
    found = detect(GERMAN)
    assert all(one.reasons for one in found.suggestions)
    reasons = the_one(found, "1.200 Menschen").reasons
    with speaking("de"):
        assert any(reason.label.startswith("eine Zahl: „") for reason in reasons)


def test_figures_and_speaker_come_with_it() -> None:
    found = detect(GERMAN)
    people = the_one(found, "1.200 Menschen")
    assert people.figures[0].value == 1200
    assert people.figures[0].lower == 1200
    assert people.attributed_to == "Bürgermeisterin Karla Ott"
    assert the_one(found, "Wir haben").attributed_to == "Bürgermeisterin Karla Ott"
    assert the_one(found, "seit drei Jahren").attributed_to is None


def test_a_statement_names_who_is_meant() -> None:
    text = "Kopf\n\nBürgermeisterin Karla Ott kam um acht. Sie war die erste Frau im Amt."
    assert the_one(detect(text, "de"), "die erste").statement == (
        "Karla Ott war die erste Frau im Amt."
    )


@pytest.mark.parametrize(
    ("text", "words", "statement"),
    [
        (
            "Die Fabrik steht in Altdorf. Dort arbeiten 340 Menschen.",
            "340 Menschen",
            "In Altdorf arbeiten 340 Menschen.",
        ),
        (
            "Er zog von Bonn in Altdorf ein, dann in Neustadt. Dort arbeiten 340 Menschen.",
            "340 Menschen",
            "Dort arbeiten 340 Menschen.",
        ),
        (
            "Im vergangenen Jahr starben 340 Menschen.",
            "340 Menschen",
            "Im vergangenen Jahr (2021) starben 340 Menschen.",
        ),
    ],
)
def test_a_statement_says_where_and_when(text: str, words: str, statement: str) -> None:
    found = detect(f"Kopf\n\nStand: 28.03.2022\n\n{text}", "de")
    assert the_one(found, words).statement.endswith(statement)


def test_no_two_claims_of_a_sentence_are_told_in_the_same_words() -> None:
    for text in (GERMAN, ENGLISH):
        told = [one.statement for one in detect(text).suggestions]
        assert len(told) > 5
        assert len(set(told)) == len(told), "each is ticked off by itself"


def test_an_undated_text_tells_no_year() -> None:
    found = detect("Kopf\n\nIm vergangenen Jahr starben 340 Menschen.", "de")
    assert "(" not in the_one(found, "340 Menschen").statement


def test_opinions_are_marked_or_left_out() -> None:
    last = GERMAN.index("Ist das nicht traurig")
    rest = [one for one in detect(GERMAN).suggestions if one.start >= last]
    assert all(one.not_checkable in tuple(NotCheckable) for one in rest)


def test_suppositions_are_called_so() -> None:
    text = "Kopf\n\nDer Aufstand wäre eine Frage der Zeit gewesen, und die Armee hätte geschossen."
    last = [one for one in detect(text, "de").suggestions if one.start > 4]
    assert NotCheckable.SUPPOSITION in {one.not_checkable for one in last}


def test_rules_work_without_the_model() -> None:
    found = detect(GERMAN, options=Options(model=False))
    assert "1.200 Menschen" in quotes(found, Kind.QUANTITY)
    assert found.suggestions


def test_paragraphs_come_one_by_one_and_travel() -> None:
    pieces = detect_paragraphs(GERMAN)
    first = next(pieces)
    assert GERMAN[first.start : first.end].startswith("Brücke in Altdorf")
    rest = [pickle.loads(pickle.dumps(piece)) for piece in pieces]
    together = [one for piece in [first, *rest] for one in piece.suggestions]
    assert tuple(together) == detect(GERMAN).suggestions


def holds(text: str, found: Detection) -> None:
    """Inside the text, never empty, in order, none over a sentence's end."""
    for start, end in found.sentences:
        assert 0 <= start < end <= len(text)
    for one in found.suggestions:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.quote
        assert one.quote.strip()
        assert one.statement
        assert one.check_worthiness in (1, 2, 3)
        assert any(start <= one.start and one.end <= end for start, end in found.sentences)
    for one, other in pairwise(found.suggestions):
        assert one.end <= other.start
    for remark in found.remarks:
        assert remark.text
        for (start, end), quote in zip(remark.spans, remark.quotes, strict=True):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == quote


WORDS = st.sampled_from([*GERMAN.split(), *ENGLISH.split(), "\n\n", "„", "“", "12", "%", "."])


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_any_words_are_survived(text: str) -> None:
    holds(text, detect(text))


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_signs_are_survived(text: str) -> None:
    for language in ("de", "en"):
        holds(text, detect(text, language))
        holds(text, detect(text, language, Options(model=False)))


@given(st.lists(WORDS, max_size=30).map(" ".join))
@settings(max_examples=30, deadline=None)
def test_paragraph_by_paragraph_is_the_same(text: str) -> None:
    pieces = list(detect_paragraphs(text, "de"))
    whole = detect(text, "de")
    assert tuple(one for piece in pieces for one in piece.suggestions) == whole.suggestions
    assert tuple(span for piece in pieces for span in piece.sentences) == whole.sentences
    assert detect(text, "de") == whole


@pytest.mark.parametrize("text", [GERMAN, ENGLISH, "", "\n\n", "?", "1", "\ud800 x", "a" * 5000])
def test_the_same_text_gives_the_same(text: str) -> None:
    first = detect(text)
    holds(text, first)
    assert detect(text) == first


def test_it_needs_nothing_heavy() -> None:
    code = (
        "import sys; from claimdesk.services.detection.detect import detect; detect('Er kam.')\n"
        "heavy = ('numpy', 'scipy', 'sqlalchemy', 'PySide6')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.strip() == "[]"
