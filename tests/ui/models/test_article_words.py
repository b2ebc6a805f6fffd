"""What the sidebar says of an article in little room."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from claimdesk.domain.article import ArticleData, ArticleRow
from claimdesk.ui.models.article_words import origin, origin_in


def row(publisher: str | None, published: str | None, *tags: str) -> ArticleRow:
    data = ArticleData("Title", None, publisher, published)
    return ArticleRow(1, "a", data, 1, tags=tags)


@pytest.mark.parametrize("tags", [(), ("Stadt",)])
def test_the_day_is_never_cut(qapp: QApplication, tags: tuple[str, ...]) -> None:
    letters = QFontMetrics(qapp.font())
    given, day = row("Nordhafener Blatt", "2002-03-07", *tags), origin(row(None, "2002-03-07"))
    for width in range(
        letters.horizontalAdvance(day), 2 * letters.horizontalAdvance(origin(given))
    ):
        fitting = origin_in(given, letters, width)
        assert day in fitting
        assert letters.horizontalAdvance(fitting) <= width
    assert fitting == origin(given)


def test_without_a_day_the_publication_takes_all(qapp: QApplication) -> None:
    letters = QFontMetrics(qapp.font())
    assert origin_in(row("Nordhafener Blatt", None), letters, 60).startswith("Nord")
