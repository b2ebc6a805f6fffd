"""Geometry is held against Qt's own: where its caret stands, and the height of its lines."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript import ManuscriptView
from claimdesk.ui.views.manuscript.layout import Placed
from claimdesk.ui.views.manuscript.measures import HALF_UNDERLINE

words = st.sampled_from(
    [
        "Haus",
        "Ähre",
        "7\u00a0000",
        "🚢",
        "e\u0301te",
        "im",
        "\n",
        "\n\n",
        "Rechtsschutzversicherung",
    ]
)
texts = st.lists(words, min_size=3, max_size=30).map(" ".join).filter(str.strip)


@pytest.fixture
def view(qtbot: QtBot, light: None) -> ManuscriptView:
    view = ManuscriptView()
    qtbot.addWidget(view)
    view.resize(420, 900)
    view.show()
    qtbot.waitExposed(view)
    return view


def all_rows(view: ManuscriptView) -> list[Placed]:
    return list(view._pane.layer.rows())


def caret(view: ManuscriptView, position: int) -> tuple[int, int]:
    cursor = QTextCursor(view._pane.document())
    cursor.setPosition(position)
    area = view._pane.cursorRect(cursor)
    return area.x(), area.center().y()


@settings(max_examples=40)
@given(texts, st.data())
def test_a_passage_starts_where_the_caret_stands_before_it(
    view: ManuscriptView, text: str, data: st.DataObject
) -> None:
    visible = [at for at, letter in enumerate(text) if not letter.isspace() and letter != "\u0301"]
    start = data.draw(st.sampled_from(visible))
    end = data.draw(st.sampled_from([at + 1 for at in visible if at >= start]))
    view.set_text(text, title="Von 🚢 und Meer")
    view.set_passages([Passage(1, 1, Status.FALSE, start, end)])
    rows = all_rows(view)
    x, y = caret(view, view._pane.shown.position(start))
    first = rows[0]
    assert first.x + first.row.segments[0].left == pytest.approx(x, abs=2)
    assert first.top <= y <= first.bottom
    assert [mark.claim for mark in first.row.starting] == [1]
    assert not any(placed.row.starting for placed in rows[1:])


@settings(max_examples=40)
@given(texts)
def test_a_passage_over_everything_is_drawn_on_every_line_with_words_and_on_no_other(
    view: ManuscriptView, text: str
) -> None:
    view.set_text(text)
    view.set_passages([Passage(1, 1, Status.FALSE, 0, len(text))])
    lines = set()
    for at, letter in enumerate(text):
        if not letter.isspace() and letter != "\u0301":
            lines.add(caret(view, view._pane.shown.position(at))[1])
    rows = all_rows(view)
    assert len(rows) == len(lines)
    assert all(part.right > part.left for placed in rows for part in placed.row.segments)


@settings(max_examples=25)
@given(texts, st.data())
def test_each_passage_is_hit_in_the_middle_of_each_of_its_segments(
    view: ManuscriptView, text: str, data: st.DataObject
) -> None:
    offsets = st.integers(0, len(text) - 1)
    spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted), min_size=1, max_size=8))
    view.set_text(text)
    view.set_passages(
        [Passage(at, at, Status.FALSE, start, end + 1) for at, (start, end) in enumerate(spans)]
    )
    drawn = {placed_part.mark.claim for it in all_rows(view) for placed_part in it.row.segments}
    wanted = {at for at, (start, end) in enumerate(spans) if text[start : end + 1].strip()}
    assert drawn == wanted
    for placed in all_rows(view):
        for part in placed.row.segments:
            point = QPointF(placed.x + (part.left + part.right) / 2, placed.baseline - 4)
            assert part.mark in view._pane.layer.marks_at(point)


def test_the_space_at_the_end_of_a_line_is_not_drawn(view: ManuscriptView) -> None:
    text = "lang " * 60
    view.set_text(text)
    view.set_passages([Passage(1, 1, Status.FALSE, 0, len(text))])
    layout = view._pane.document().firstBlock().layout()
    for number, placed in enumerate(all_rows(view)):
        line = layout.lineAt(number)
        x = line.cursorToX(line.textStart() + line.textLength() - 1)
        assert placed.row.segments[0].right == x[0]


@pytest.mark.parametrize("pixels", [12, 14, 17, 22, 30])
def test_the_lowest_underline_stays_above_the_next_line_s_letters(
    view: ManuscriptView, pixels: int
) -> None:
    view.set_font_size(pixels)
    view.set_text("drei Zeilen lang " * 12)
    view.set_passages([Passage(1, 1, Status.FALSE, 0, 150)])
    measures = view._pane.layer.measures
    deepest = measures.lane(measures.lanes - 1) + HALF_UNDERLINE
    for one, next_one in pairwise(all_rows(view)):
        assert one.baseline + deepest <= next_one.baseline - measures.rise


def test_three_lanes_fit_a_line_of_28_pixels(view: ManuscriptView) -> None:
    view.set_font_size(17)
    assert view._pane.layer.measures.lanes == 3
