import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.search import fold, marks, parts, snippet, terms


@pytest.mark.parametrize(
    ("word", "kept"), [("Straße", "strasse"), ("MÜLLER", "muller"), ("Ålesund", "alesund")]
)
def test_words_are_folded(word: str, kept: str) -> None:
    assert fold(word) == kept


def test_long_words_are_found_by_their_ends() -> None:
    assert "defizit" in parts("haushaltsdefizit")
    assert parts("kurz") == ()
    assert parts("1234567890") == ()


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("Die Straßenbahn hält.", "strasse", ["Straße"]),
        ("Das Haushaltsdefizit wuchs.", "defizit", ["defizit"]),
        ("Frau Müller und Mueller", "müller", ["Müller", "Mueller"]),
        ("Es kostet 7.000 Euro.", "7.000", ["7.000"]),
        ("Er sagte nichts, sagte er.", '"sagte er"', ["sagte er"]),
        ("Über Öl", "ol uber", ["Über", "Öl"]),
    ],
)
def test_hits_are_marked_where_they_stand(text: str, query: str, marked: list[str]) -> None:
    assert [text[a:b] for a, b in marks(text, terms(query))] == marked


def test_a_snippet_is_short_and_holds_the_hit() -> None:
    found = snippet(
        "Anfang. " * 100 + "Hier steht das Gesuchte. " + "Ende. " * 100, terms("gesucht")
    )
    assert len(found.text) < 200
    assert [found.text[a:b] for a, b in found.marks] == ["Gesucht"]
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")


@given(st.text(), st.text())
def test_marks_lie_in_the_snippet(text: str, query: str) -> None:
    found = snippet(text, terms(query))
    reached = 0
    for start, end in found.marks:
        assert reached <= start < end <= len(found.text)
        reached = end
