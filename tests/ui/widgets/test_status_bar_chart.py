"""The bar's segments, in its order, and its words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk import i18n
from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.ui.theme import apply, theme
from claimdesk.ui.widgets.status_bar_chart import ProgressBar, progress_in_words, segments

COUNTS = {Status.UNCHECKED: 5, Status.VERIFIED: 3, Status.FALSE: 2}


def test_work_done_comes_first() -> None:
    assert [status for status, _, _ in segments(100, COUNTS)] == [
        Status.VERIFIED,
        Status.FALSE,
        Status.UNCHECKED,
    ]


@given(
    st.dictionaries(st.sampled_from(Status), st.integers(0, 10_000)),
    st.floats(60, 2000, allow_nan=False),
)
def test_segments_fill_the_bar_and_each_one_shows(counts: dict[Status, int], width: float) -> None:
    drawn = list(segments(width, counts))
    assert [status for status, _, _ in drawn] == [s for s in BAR_ORDER if counts.get(s)]
    assert all(share >= 2 for _, _, share in drawn)
    for (_, left, share), (_, following, _) in pairwise(drawn):
        assert following == pytest.approx(left + share + 1)
    if drawn:
        assert drawn[-1][1] + drawn[-1][2] == pytest.approx(width)


def test_bar_is_painted_in_the_status_colours(qapp: QApplication, qtbot: QtBot) -> None:
    apply(qapp, "light")
    bar = ProgressBar()
    qtbot.addWidget(bar)
    bar.set_counts(COUNTS)
    bar.resize(200, 5)
    picture = bar.grab().toImage()
    across = [picture.pixelColor(x, picture.height() // 2).name() for x in (5, 95, 195)]
    marks = [theme().status[status].mark for status in (Status.VERIFIED, Status.FALSE)]
    assert across == [colour.name() for colour in (*marks, theme().line)]


def test_words_say_what_the_bar_shows() -> None:
    assert progress_in_words(COUNTS) == "5 of 10 checked: 5 unchecked, 3 verified, 2 false"
    assert progress_in_words({}) == "0 of 0 checked"
    i18n.use_language("de")
    assert progress_in_words(COUNTS) == "5 von 10 geprüft: 5 ungeprüft, 3 belegt, 2 falsch"


def test_bar_describes_itself(qtbot: QtBot) -> None:
    bar = ProgressBar()
    qtbot.addWidget(bar)
    bar.set_counts(COUNTS)
    assert bar.accessibleName() == "Progress"
    assert bar.accessibleDescription() == progress_in_words(COUNTS)
