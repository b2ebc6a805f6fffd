"""Bars and columns stand where they are found, and say what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from claimdesk import i18n
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.status import BAR_ORDER, Status
from claimdesk.i18n import number
from claimdesk.ui import theme
from claimdesk.ui.views.overview import patterns
from claimdesk.ui.views.overview.charts import Bar, Chart, Part
from claimdesk.ui.views.overview.drawing import Place, drawing, scale, stretches, words_at

COUNTS = st.lists(st.integers(1, 10**6), min_size=1, max_size=10)


def bar(label: str, *counts: int) -> Bar:
    parts = [
        Part(status.short_label, count, status, ClaimFilter(statuses=frozenset({status})))
        for status, count in zip(BAR_ORDER, counts, strict=False)
    ]
    return Bar(label, tuple(parts), ClaimFilter(article=1), mark=label)


def chart(*bars: Bar, columns: bool = False) -> Chart:
    return Chart("Title", "Bar", bars, "nothing", columns=columns)


@given(COUNTS, st.floats(1, 4000))
def test_parts_follow_each_other_and_each_can_be_seen(counts: list[int], length: float) -> None:
    parts = [Part("x", count) for count in counts]
    end = 0.0
    for begin, share in stretches(length, parts):
        assert begin >= end
        assert share >= 2.99 or length < 3 * len(parts)
        end = begin + share
    assert end == pytest.approx(length)


@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("width", [240, 800, 3000])
def test_what_is_drawn_at_a_place_is_found_there(
    qapp: QApplication, columns: bool, width: int
) -> None:
    shown = chart(bar("a", 3, 1, 5), bar("b" * 400, 1, 1, 1, 90), bar("none"), columns=columns)
    drawn = drawing(shown, width)
    for place, one in enumerate(shown.bars):
        for part in range(len(one.parts)):
            rect = drawn.rect_of(Place(place, part))
            assert drawn.place_at(rect.center()) == Place(place, part)
        assert drawn.place_at(drawn.rect_of(Place(place)).bottomRight() * 10) is None


def test_values_are_read_with_their_thousands(qapp: QApplication) -> None:
    shown = chart(bar("Article", 1200, 3), bar("Empty"))
    assert words_at(shown, Place(0, 0)) == "Article: 1,200 verified"
    assert words_at(shown, Place(0)) == "Article: 1,203 (1,200 verified, 3 with caveat)"
    assert words_at(shown, Place(1)) == "Empty: no claims"
    assert words_at(shown, None) == words_at(shown, Place(7)) == ""
    i18n.use_language("de")
    assert number(1_234_567) == "1.234.567"


@given(st.integers(0, 10**7))
def test_a_scale_has_few_round_steps(most: int) -> None:
    steps = scale(most)
    assert steps[0] == 0
    assert steps[-1] <= most
    assert 1 <= len(steps) <= 6


@pytest.mark.parametrize("status", Status)
def test_lines_stay_within_their_shape(qapp: QApplication, status: Status) -> None:
    rect = QRectF(10.5, 20, 37, 18)
    around = rect.adjusted(-0.01, -0.01, 0.01, 0.01)
    for line in patterns._lines(rect, status):
        assert isinstance(line, QLineF)
        assert around.contains(line.p1())
        assert around.contains(line.p2())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_statuses_differ_without_their_colours(qapp: QApplication, scheme: str) -> None:
    """As shapes: two that are drawn in the same grey are still told apart."""
    theme.apply(qapp, scheme)
    try:
        shapes = {status: _shape(status) for status in Status}
    finally:
        theme.apply(qapp, "light")
    assert len(set(shapes.values())) == len(Status)


def _shape(status: Status) -> bytes:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    patterns.fill(painter, QRectF(0, 0, 60, 20), status)
    painter.end()
    ground = image.pixelColor(1, 1)
    return bytes(image.pixelColor(x, y) == ground for x in range(image.width()) for y in range(20))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("status", Status)
def test_counts_can_be_read_on_their_ground(
    qapp: QApplication, scheme: str, status: Status
) -> None:
    theme.apply(qapp, scheme)
    try:
        ground, ink = patterns.ground_of(status), patterns.ink_on(status)
    finally:
        theme.apply(qapp, "light")
    assert _contrast(ground, ink) >= 3.9


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 has it."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
