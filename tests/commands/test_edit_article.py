from collections.abc import Callable

import pytest

from claimdesk.commands.edit_article import AddArticle, EditArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_bibliographic_data(run: Run, reader: Reader) -> None:
    data = ArticleData("Titel", "Wer", None, "2020-02-29", "en", "https://example.org/x")
    run(EditArticle(1, data))
    assert queries.article(reader, 1).data == data
    run(AddArticle(ArticleData("  Zweiter ", author=" ", language="")))
    assert queries.article_rows(reader)[0].data == ArticleData("Zweiter", language="de")
    assert words(reader) == "Add the article “Zweiter”"


@pytest.mark.parametrize(
    ("kind", "edit"),
    [
        (NotFound, EditArticle(99, ArticleData("x"))),
        (Refused, EditArticle(1, ArticleData(" "))),
        (Refused, AddArticle(ArticleData("x", published="2021-13"))),
    ],
)
def test_what_cannot_be_done(run: Run, reader: Reader, kind: type[Exception], edit: Edit) -> None:
    before = queries.last_event(reader)
    with pytest.raises(kind):
        run(edit)
    assert queries.last_event(reader) == before
