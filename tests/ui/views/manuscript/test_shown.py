from hypothesis import given
from hypothesis import strategies as st

from claimdesk.ui.views.manuscript.shown import Line, ShownText

letters = st.sampled_from("aÄß\u00a0\u0301\n 🚢👍")
texts = st.text(letters, max_size=40)


@given(texts, texts, texts)
def test_offsets_survive_the_way_to_positions_and_back(text: str, title: str, label: str) -> None:
    shown = ShownText(text, title=title, label=label)
    for offset in range(len(text) + 1):
        assert shown.offset(shown.position(offset)) == offset


@given(texts, texts, st.data())
def test_words_are_those_of_the_stored_text(text: str, title: str, data: st.DataObject) -> None:
    shown = ShownText(text, title=title)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert shown.words(shown.position(start), shown.position(end)) == text[start:end]


def test_lines_above_are_one_line_each_and_count_in_no_offset() -> None:
    shown = ShownText("Text", label="Von uns", title="Zwei\nZeilen", byline="")
    assert shown.above == ((Line.LABEL, "Von uns"), (Line.TITLE, "Zwei Zeilen"))
    assert shown.whole == "Von uns\nZwei Zeilen\nText"
    assert shown.offset(3) == 0
    assert shown.position(0) == len("Von uns\nZwei Zeilen\n")
