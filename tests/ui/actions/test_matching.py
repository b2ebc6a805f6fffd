"""A few letters find what was meant."""

import pytest

from claimdesk.ui.actions.matching import marks, match


def meant(query: str, text: str) -> list[str] | None:
    found = match(query, text)
    return [text[start:end] for start, end in found.spans] if found else None


@pytest.mark.parametrize(
    ("query", "text", "letters"),
    [
        ("exp", "Export report …", ["Exp"]),
        ("rep exp", "Export report …", ["Exp", "rep"]),
        ("korr", "Status setzen: ungenau, korrigieren", ["korr"]),
        ("ubersicht", "Übersicht", ["Übersicht"]),
        ("uebersicht", "Übersicht", ["Übersicht"]),
        ("über", "Übersicht", ["Über"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("quelle", "Primärquelle", ["quelle"]),
        ("nd", "New desk …", ["N", "d"]),
        ("", "anything", []),
        ("  ", "anything", []),
    ],
)
def test_what_is_meant_is_found(query: str, text: str, letters: list[str]) -> None:
    assert meant(query, text) == letters


@pytest.mark.parametrize("query", ["xy", "port", "export nothing", "or", "eport z"])
def test_what_is_not_meant_is_not_found(query: str) -> None:
    assert match(query, "New desk") is None


def test_a_short_part_inside_a_word_is_no_find() -> None:
    assert match("es", "Desk") is None
    assert match("esk", "Desk") is not None


def test_whole_words_before_beginnings_before_parts() -> None:
    texts = ["New desks", "Undesked", "A desk"]
    scores = {text: found.score for text in texts if (found := match("desk", text))}
    assert sorted(scores, key=lambda text: -scores[text]) == ["A desk", "New desks", "Undesked"]


def test_marks_show_what_is_there_even_if_not_all_is() -> None:
    assert marks("people zzz", "250 people died") == ((4, 10),)


def test_letters_that_touch_are_one_mark() -> None:
    found = match("de desk", "desk")
    assert found
    assert found.spans == ((0, 4),)
