"""The rows of the review: what each states, with its passage marked."""

import pytest
from PySide6.QtCore import Qt

from claimdesk.domain.claim import Kind
from claimdesk.domain.review import ReviewRow
from claimdesk.ui.models.review import ReviewModel, parted


def row(words: str, quote: str) -> ReviewRow:
    return ReviewRow("m", 0, len(quote), words, quote, Kind.EVENT, 3)


@pytest.mark.parametrize(
    ("words", "quote", "parts"),
    [
        ("Der Rat hat getagt.", "hat getagt", ("Der Rat ", "hat getagt", ".")),
        ("Der Rat hat\ngetagt.", "hat  getagt", ("Der Rat ", "hat getagt", ".")),
        ("Der Rat tagte.", "Er tagte", ("", "", "Der Rat tagte.")),
        ("Der Rat hat getagt.", "Der Rat hat getagt", ("", "", "Der Rat hat getagt.")),
        ("Two names differ.", "", ("", "", "Two names differ.")),
    ],
)
def test_a_passage_is_marked_in_the_statement(
    words: str, quote: str, parts: tuple[str, str, str]
) -> None:
    assert parted(row(words, quote)) == parts


def test_a_tooltip_has_the_whole_statement_as_it_is_written() -> None:
    model = ReviewModel()
    model.show([row("Der Rat <b>hat</b> getagt.", "hat")])
    told = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert told == "<qt>Der Rat &lt;b&gt;hat&lt;/b&gt; getagt.</qt>"
