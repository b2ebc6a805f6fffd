"""Which pages somebody means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.errors import OutputError
from claimdesk.services.exporters.page_range import numbers


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("", (0, 1, 2, 3, 4)),
        (" ", (0, 1, 2, 3, 4)),
        ("1", (0,)),
        ("1-3", (0, 1, 2)),
        ("2 – 3, 5", (1, 2, 4)),
        ("4-", (3, 4)),
        ("-2", (0, 1)),
        ("3,1,3", (2, 0)),
    ],
)
def test_pages_as_people_write_them(words: str, pages: tuple[int, ...]) -> None:
    assert numbers(words, 5) == pages


@pytest.mark.parametrize("words", ["0", "6", "3-2", "1-6"])
def test_pages_that_are_not_there_are_refused_by_name(words: str) -> None:
    with pytest.raises(OutputError, match=f"no pages {words}; the report has 5"):
        numbers(words, 5)


@pytest.mark.parametrize("words", ["a", "1;2", "1,,2", "1-2-3", "²", ",", "-", "999999999999"])
def test_words_that_name_none_are_refused(words: str) -> None:
    with pytest.raises(OutputError):
        numbers(words, 5)


@given(st.text(max_size=12), st.integers(1, 30))
def test_whatever_is_typed_gives_pages_that_are_there(words: str, of: int) -> None:
    try:
        found = numbers(words, of)
    except OutputError:
        return
    assert found
    assert set(found) <= set(range(of))
    assert len(set(found)) == len(found)
