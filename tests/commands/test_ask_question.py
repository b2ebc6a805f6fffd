from collections.abc import Callable

import pytest

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion, RewordQuestion
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideQuestion
from claimdesk.domain.claim import Badge
from claimdesk.domain.errors import Conflict, NotFound, Refused
from claimdesk.domain.person import Person
from claimdesk.domain.question import Addressee, Question
from claimdesk.store import Store, queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def held(reader: Reader) -> Question:
    (question,) = queries.claim_detail(reader, 4).questions
    return question


@pytest.fixture
def asked(run: Run, reader: Reader) -> Question:
    """A question on claim 4."""
    run(AskQuestion(" War das am Telefon? ", claims=(4,)))
    return held(reader)


def test_a_question_on_a_claim_shows_until_it_is_answered(
    run: Run, reader: Reader, asked: Question
) -> None:
    assert (asked.text, asked.addressee, asked.name) == (
        "War das am Telefon?",
        Addressee.AUTHOR,
        None,
    )
    assert (asked.claim, asked.number, asked.article, asked.asked_by) == (4, 4, 1, "Cleo Süß")
    assert words(reader) == "Question on claim 4"
    assert queries.claim_detail(reader, 4).row.badges == (Badge.OPEN_QUESTION,)
    event = run(AnswerQuestion(asked.id, " Ja. \n"))
    assert words(reader) == "Answer a question on claim 4"
    answered = held(reader)
    assert (answered.answer, answered.answered_by, answered.is_open) == ("Ja.", "Cleo Süß", False)
    assert answered.answered_at == queries.claim_detail(reader, 4).row.changed_at
    assert queries.claim_detail(reader, 4).row.badges == ()
    run(Revert(event or ""))
    assert held(reader) == asked


def test_a_question_on_several_claims_is_one_event(run: Run, reader: Reader) -> None:
    before = queries.last_event(reader)
    run(AskQuestion("Stimmt das?", Addressee.SOURCE, (4, 5), name=" Hafenamt "))
    assert queries.last_event(reader) == before + 1
    assert words(reader) == "Question on 2 claims"
    questions = queries.open_questions(reader, 1)
    assert [(one.number, one.addressee, one.name) for one in questions] == [
        (4, Addressee.SOURCE, "Hafenamt"),
        (5, Addressee.SOURCE, "Hafenamt"),
    ]


def test_a_question_on_an_article(run: Run, reader: Reader) -> None:
    run(AskQuestion("Darf der Absatz weg?", Addressee.EDITOR, article=1))
    (question,) = queries.article_questions(reader, 1)
    assert (question.claim, question.number, question.article) == (None, None, 1)
    assert words(reader) == "Question on “Die Brücke von Nordhafen”"
    run(RewordQuestion(question.id, "Darf er weg?", question.text))
    assert words(reader) == "Reword a question on “Die Brücke von Nordhafen”"
    run(AnswerQuestion(question.id, "Nein."))
    assert words(reader) == "Answer a question on “Die Brücke von Nordhafen”"
    run(AnswerQuestion(question.id, "Ja.", "Nein."))
    assert words(reader) == "Reword an answer on “Die Brücke von Nordhafen”"
    run(SetAsideQuestion(question.id))
    assert words(reader) == "Set a question on “Die Brücke von Nordhafen” aside"
    assert queries.article_questions(reader, 1) == []


def test_who_is_asked_about_nothing_or_about_two_things(run: Run) -> None:
    for edit in (AskQuestion("Was?"), AskQuestion("Was?", claims=(4,), article=1)):
        with pytest.raises(Refused, match="about claims or about an article"):
            run(edit)


@pytest.mark.parametrize("text", ["", " \n\t\u00a0"])
def test_no_question_and_no_answer_is_without_words(run: Run, asked: Question, text: str) -> None:
    with pytest.raises(Refused, match="The question is missing"):
        run(AskQuestion(text, claims=(4,)))
    with pytest.raises(Refused, match="The question is missing"):
        run(RewordQuestion(asked.id, text, asked.text))
    with pytest.raises(Refused, match="The answer is missing"):
        run(AnswerQuestion(asked.id, text))


def test_what_is_answered_is_reworded_only_from_its_answer(
    run: Run, store: Store, reader: Reader, asked: Question
) -> None:
    store.run(AnswerQuestion(asked.id, "Ja."), Person.named("Ada Ärmel"))
    before = held(reader)
    with pytest.raises(Conflict, match=r"“Ja\.”"):
        run(AnswerQuestion(asked.id, "Nein."))
    assert held(reader) == before
    run(AnswerQuestion(asked.id, "Ja, um zehn.", "Ja."))
    after = held(reader)
    assert after.answer == "Ja, um zehn."
    assert (after.answered_by, after.answered_at) == ("Ada Ärmel", before.answered_at)
    assert words(reader) == "Reword an answer on claim 4"


def test_rewording_a_question(run: Run, reader: Reader, asked: Question) -> None:
    run(RewordQuestion(asked.id, "War das im Büro?", asked.text))
    assert held(reader).text == "War das im Büro?"
    assert (held(reader).asked_by, held(reader).asked_at) == (asked.asked_by, asked.asked_at)
    assert words(reader) == "Reword a question on claim 4"
    with pytest.raises(Conflict, match=r"“War das im Büro\?”"):
        run(RewordQuestion(asked.id, "Wo?", asked.text))


def test_a_question_is_set_aside_and_comes_back(run: Run, reader: Reader, asked: Question) -> None:
    event = run(SetAsideQuestion(asked.id))
    assert words(reader) == "Set a question on claim 4 aside"
    assert queries.open_questions(reader) == []
    assert queries.claim_detail(reader, 4).row.badges == ()
    run(Revert(event or ""))
    assert queries.open_questions(reader) == [asked]


@pytest.mark.parametrize(
    "edit",
    [
        AskQuestion("x", claims=(4, 99)),
        AskQuestion("x", article=99),
        AnswerQuestion(99, "x"),
        RewordQuestion(99, "x", ""),
        SetAsideQuestion(99),
    ],
)
def test_what_is_not_there(run: Run, reader: Reader, edit: Edit) -> None:
    before = queries.last_event(reader)
    with pytest.raises(NotFound):
        run(edit)
    assert queries.last_event(reader) == before
