from collections.abc import Callable

import pytest

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.domain.article import ArticleData
from claimdesk.domain.question import Addressee
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


@pytest.fixture
def asked(run: Run) -> None:
    """Questions on two articles and on claims of the first."""
    run(AskQuestion("Woher?", claims=(4, 5)))
    run(AskQuestion("Darf er weg?", Addressee.EDITOR, article=1))
    run(AddArticle(ArticleData("Zweiter")))
    run(AskQuestion("Wann?", article=2))
    run(AskQuestion("Wer?", claims=(1,)))
    run(AnswerQuestion(5, "Das Amt."))


@pytest.mark.usefixtures("asked")
def test_open_questions_of_a_desk_and_of_an_article(reader: Reader) -> None:
    assert [(one.article, one.number, one.text) for one in queries.open_questions(reader)] == [
        (1, 4, "Woher?"),
        (1, 5, "Woher?"),
        (1, None, "Darf er weg?"),
        (2, None, "Wann?"),
    ]
    assert [one.text for one in queries.open_questions(reader, 2)] == ["Wann?"]
    assert queries.open_questions(reader, 99) == []


@pytest.mark.usefixtures("asked")
def test_nobody_is_asked_about_what_was_set_aside(
    run: Run, reader: Reader, raw: Callable[[str], None]
) -> None:
    run(SetAsideClaims((4,)))
    raw("UPDATE article SET aside = 1 WHERE id = 2")
    texts = [(one.number, one.text) for one in queries.open_questions(reader)]
    assert texts == [(5, "Woher?"), (None, "Darf er weg?")]


@pytest.mark.usefixtures("asked")
def test_a_dossier_holds_questions_and_corrections(run: Run, reader: Reader) -> None:
    run(ProposeCorrection(1, "1932 eröffnet"))
    run(ProposeCorrection(1, "1933 eröffnet"))
    found = queries.dossier(reader, 1)
    assert [one.text for one in found.questions] == ["Darf er weg?"]
    details = {detail.row.number: detail for detail in found.claims}
    assert [one.new_wording for one in details[1].corrections] == ["1932 eröffnet", "1933 eröffnet"]
    assert [one.answer for one in details[1].questions] == ["Das Amt."]
    assert [one.is_open for one in details[4].questions] == [True]


def test_the_words_of_a_passage(reader: Reader, raw: Callable[[str], None]) -> None:
    assert queries.passage_words(reader, 2) == "412 Meter lang"
    raw("UPDATE anchor SET aside = 1 WHERE claim = 2")
    assert queries.passage_words(reader, 2) == queries.passage_words(reader, 99) == ""
