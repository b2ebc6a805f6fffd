"""A passage in its surroundings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.anchor import Anchor
from claimdesk.services.exporters.passage import quotation


def around(text: str, quote: str) -> tuple[str, str]:
    start = text.index(quote)
    shown = quotation(Anchor.at(text, start, start + len(quote)), text)
    assert shown.quote == quote
    return shown.before, shown.after


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Vorher war Ruhe. Es kamen X heraus. Danach auch.", "Es kamen ", " heraus."),
        ("Am 14. März kamen X um 3. Das war viel.", "Am 14. März kamen ", " um 3. Das war viel."),
        ("Erstens.\nNur X hier\nDrittens.", "Nur ", " hier"),
        ("Dr. Müller nennt X. „Viel“, sagt er.", "Dr. Müller nennt ", ". „Viel“, sagt er."),
        ("Er sagte: „Nein!“ Dann X.", "Dann ", "."),
        ("X", "", ""),
    ],
)
def test_the_sentence_is_shown(text: str, before: str, after: str) -> None:
    assert around(text, "X") == (before, after)


def test_a_passage_that_ends_its_sentence_takes_nothing_after_it() -> None:
    assert around("Das Amt zählt heute. Mehr folgt.", "Amt zählt heute.") == ("Das ", "")


def test_long_sentences_are_cut_at_words() -> None:
    text = "wort " * 100 + "X" + " wort" * 100
    before, after = around(text, "X")
    assert before.startswith("…wort ")
    assert after.endswith(" wort…")
    assert len(before) + len(after) < 330


def test_an_older_revisions_passage_keeps_what_it_remembers() -> None:
    text = "Früher stand dort ein ganz anderer Satz mit X und noch viel mehr dahinter als heute."
    start = text.index("X")
    shown = quotation(Anchor.at(text, start, start + 1), "ein neuer Text")
    assert (shown.before, shown.quote) == ("…ein ganz anderer Satz mit ", "X")
    assert shown.after == " und noch viel mehr dahinter…"


@given(st.text("aB. !\n„“x1", min_size=1, max_size=400), st.data())
def test_every_passage_is_shown_with_text_that_stands_beside_it(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = quotation(Anchor.at(text, start, end), text)
    assert shown.quote == text[start:end]
    assert text[:start].endswith(shown.before.removeprefix("…"))
    assert text[end:].startswith(shown.after.removesuffix("…"))
