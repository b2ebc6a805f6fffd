"""A comment of ours is known again, and what others typed into it is told from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.comment_mark import (
    Mark,
    Returned,
    key_of,
    mark_line,
    normal,
    returned,
    signed,
)

AUTHOR = signed("Martha Müller")
WORDS = "Behauptung 12 · belegt\nDer Steg ist 412\u00a0Meter lang.\nStützt: Hafenamt, S.\u20114"
MARK = mark_line(12, "claim-12", WORDS)
OURS = f"{WORDS}\n{MARK}"

lines = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60)


def test_an_untouched_one_adds_nothing() -> None:
    assert returned(OURS, AUTHOR) == Returned(Mark(12, key_of("claim-12")), "")


def test_it_is_known_without_its_author() -> None:
    assert returned(OURS, "Author") == returned(OURS, AUTHOR)
    assert returned(OURS, None) == returned(OURS, AUTHOR)


def test_a_mark_fits_its_claim_alone() -> None:
    mark = Mark(12, key_of("claim-12"))
    assert mark.fits("claim-12")
    assert not mark.fits("claim-13")
    assert Mark(12, "").fits("claim-13")


@given(st.lists(lines, max_size=5).map("\n".join))
def test_what_programs_do_to_blanks_and_hyphens_is_no_change(words: str) -> None:
    mark = mark_line(3, "c", words)
    saved = words.replace(" ", "\u00a0").replace("\n", "\n\n").replace("-", "\u2011")
    found = returned(f"{saved}\n \n{mark}", AUTHOR)
    assert found is not None
    assert (found.added, found.changed) == ("", False)


@given(st.lists(lines.filter(str.strip), min_size=1, max_size=5), lines, st.data())
def test_a_line_typed_in_anywhere_is_found(
    held: list[str], typed: str, data: st.DataObject
) -> None:
    mark = mark_line(3, "c", "\n".join(held))
    at = data.draw(st.integers(0, len(held)))
    found = returned("\n".join([*held[:at], typed, *held[at:], mark]), AUTHOR)
    assert found is not None
    assert not found.changed
    assert sorted(found.added.replace(" ", "")) == sorted(normal(typed).replace(" ", ""))


def test_words_at_the_end_of_a_line_and_below_the_mark_are_found() -> None:
    typed = OURS.replace("lang.", "lang. Nein, 421!")
    assert returned(typed, AUTHOR) == Returned(Mark(12, key_of("claim-12")), "Nein, 421!")
    below = returned(f"{OURS}\nStimmt.\nMM", AUTHOR)
    assert below is not None
    assert below.added == "Stimmt.\nMM"


def test_in_a_long_one_lines_are_found_quickly() -> None:
    words = "\n".join(f"{number}. Zeile mit Worten" for number in range(3_000))
    typed = words.replace("\n1500. Zeile", "\nDas war so.\n1500. Zeile")
    found = returned(f"{typed}\n{mark_line(3, 'c', words)}", AUTHOR)
    assert found is not None
    assert found.added == "Das war so."


def test_changed_words_come_whole() -> None:
    changed = OURS.replace("412", "421").replace("Hafenamt", "Jahrbuch")
    found = returned(f"{changed}\nStimmt.", AUTHOR)
    assert found is not None
    assert found.changed
    assert found.added.splitlines() == [
        *normal(changed.rpartition("\n")[0]).splitlines(),
        "Stimmt.",
    ]


def test_without_its_mark_it_is_known_by_who_it_is_from() -> None:
    found = returned("Behauptung 12 · belegt\nKann weg.", AUTHOR)
    assert found == Returned(Mark(12, ""), "Behauptung 12 · belegt\nKann weg.", changed=True)
    assert returned("Behauptung 12 · belegt", "Anna Autor") is None
    assert returned("Das ist ein Satz.", AUTHOR) is None


@pytest.mark.parametrize("quotes", ['""', "“”", "„“", "»«"])
def test_a_reply_that_repeats_ours_is_told_from_it(quotes: str) -> None:
    begin, end = quotes
    whole = f"Antwort an {AUTHOR} (28.03.2022, 12:10): {begin}{OURS}{end}\nDoch, das stimmt."
    found = returned(whole, "Anna Autor")
    assert found == Returned(Mark(12, key_of("claim-12")), "Doch, das stimmt.", quoted=True)


@given(st.text(max_size=200), st.text(max_size=30))
def test_anything_at_all_is_read(words: str, author: str) -> None:
    assert returned(words, author) is None or "Claimdesk" in words + author
