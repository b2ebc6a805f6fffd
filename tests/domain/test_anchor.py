import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.anchor import CONTEXT, Anchor, Utf16

TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("aä\n\u00a0😀𝔘"), min_size=1)


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(passages())
def test_an_anchor_holds_its_passage_and_what_is_around_it(place: tuple[str, int, int]) -> None:
    text, start, end = place
    anchor = Anchor.at(text, start, end)
    assert anchor.quote == text[start:end]
    assert text[:start].endswith(anchor.prefix)
    assert text[end:].startswith(anchor.suffix)
    assert len(anchor.prefix) == min(CONTEXT, start)
    assert len(anchor.suffix) == min(CONTEXT, len(text) - end)
    assert anchor.fits(text)


@given(passages(), st.data())
def test_an_anchor_fits_only_where_its_words_stand(
    place: tuple[str, int, int], data: st.DataObject
) -> None:
    text, start, end = place
    anchor = Anchor.at(text, start, end)
    spot = data.draw(
        st.integers(max(0, start - CONTEXT), min(len(text), end + CONTEXT) - 1), label="spot"
    )
    changed = text[:spot] + ("x" if text[spot] != "x" else "y") + text[spot + 1 :]
    assert not anchor.fits(changed)
    assert not anchor.fits(text[: end - 1])


@given(passages())
def test_what_is_far_away_does_not_matter(place: tuple[str, int, int]) -> None:
    text, start, end = place
    far = "-" * CONTEXT
    anchor = Anchor.at(far + text + far, start + CONTEXT, end + CONTEXT)
    assert anchor.fits(far + text + far + "mehr")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (2, 1), (3, 4), (0, 4)])
def test_there_is_no_empty_passage_and_none_outside(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no passage"):
        Anchor.at("abc", start, end)
    assert not Anchor(start, end, "abc"[start:end], "", "").fits("abc")


@given(TEXT)
def test_utf16_counts_as_qt_does(text: str) -> None:
    both = Utf16(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le")) // 2
        assert both.units(place) == units
        assert both.code_points(units) == place


@given(TEXT)
def test_inside_a_pair_is_the_pair(text: str) -> None:
    both = Utf16(text)
    for place, char in enumerate(text):
        if ord(char) > 0xFFFF:
            assert both.code_points(both.units(place) + 1) == place
