"""What author and editor said to the comments of a Word file comes back to the claims."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.import_article import ImportArticle
from claimdesk.commands.import_revision import ImportRevision
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideNote
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.errors import Refused
from claimdesk.domain.note import NoteRole
from claimdesk.domain.question import Addressee
from claimdesk.services.exporters.export import export, report_time
from claimdesk.services.importers.intake import read_bytes
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from in_word import InWord

Run = Callable[[Edit], str | None]
HandOver = Callable[..., InWord]
Back = Callable[[InWord], str | None]

CLAIM, OTHER = 2, 4
LATER = "2030-01-02T10:00:00Z"


@pytest.fixture
def hand_over(reader: Reader, tmp_path: Path) -> HandOver:
    """Hands the article over as a Word file, and opens it."""

    def hand_over(made_at: str = "") -> InWord:
        file = tmp_path / "article.docx"
        dossier = queries.dossier(reader, 1)
        export(dossier, "docx", file, language="de", made_at=made_at or report_time())
        return InWord(file.read_bytes())

    return hand_over


@pytest.fixture
def back(run: Run) -> Back:
    """Takes the file in again as a newer version."""

    def back(file: InWord) -> str | None:
        return run(ImportRevision(1, read_bytes(file.bytes(), "zurück.docx")))

    return back


@pytest.fixture
def twice_asked(run: Run, hand_over: HandOver) -> InWord:
    """The file of an article with two questions on one claim."""
    run(AskQuestion("Wer?", claims=(OTHER,)))
    run(AskQuestion("Wann?", claims=(OTHER,)))
    return hand_over()


def about(file: InWord, number: int) -> str:
    return file.about(f"Behauptung {number} ·")


def notes(reader: Reader, claim: int) -> list[tuple[str, str, str]]:
    [detail] = queries.claim_details(reader, [claim])
    return [(one.person, one.role.value, one.text) for one in detail.notes]


def test_a_file_that_comes_back_untouched_brings_nothing(hand_over: HandOver, back: Back) -> None:
    with pytest.raises(Refused, match="has already"):
        back(hand_over())


def test_a_reply_becomes_a_note_by_whoever_wrote_it(
    hand_over: HandOver, back: Back, run: Run, reader: Reader
) -> None:
    revisions, before = reader("SELECT count(*) FROM revision"), notes(reader, CLAIM)
    file = hand_over()
    file.reply(about(file, CLAIM), "Das Amt sagt 412.\nIch frage nach.")
    event = back(file)
    assert reader("SELECT count(*) FROM revision") == revisions
    assert notes(reader, CLAIM) == [
        *before,
        ("Anna Autor", "note", "Das Amt sagt 412.\nIch frage nach."),
    ]
    assert [one for one in queries.article_notes(reader, 1) if one.person == "Anna Autor"] == []
    [last] = queries.events(reader, newest_first=True, limit=1)
    assert last.message.words.endswith("answers 0, notes 1, leads 0")
    run(Revert(event or ""))
    assert notes(reader, CLAIM) == before
    assert examine(reader.path) == []


def test_our_own_comments_never_become_leads(hand_over: HandOver, run: Run, reader: Reader) -> None:
    text = read_bytes(hand_over().bytes(), "zurück.docx")
    assert (text.leads, text.replies) == ((), ())
    assert text.text == queries.revision(reader, 1).text
    run(ImportArticle(text))
    newest = queries.article_rows(reader)[0].id
    assert queries.article_notes(reader, newest) == []


def test_the_reply_to_a_claim_with_a_question_is_its_answer(
    hand_over: HandOver, back: Back, run: Run, reader: Reader
) -> None:
    run(AskQuestion("Wer hat gezählt?", claims=(CLAIM,)))
    run(AskQuestion("Wie lang?", Addressee.SOURCE, claims=(CLAIM,), name="Hafenamt"))
    file = hand_over()
    file.reply(about(file, CLAIM), "Das Hafenamt.")
    file.reply(about(file, CLAIM), "Und ich habe nachgezählt.", "Edda Editor", LATER)
    event = back(file)
    [detail] = queries.claim_details(reader, [CLAIM])
    asked, to_source = detail.questions[-2:]
    assert (asked.answer, asked.answered_by) == ("Das Hafenamt.", "Anna Autor")
    assert asked.answered_at == "2030-01-02T09:30:00.000Z"
    assert to_source.is_open
    assert notes(reader, CLAIM)[-1] == ("Edda Editor", "note", "Und ich habe nachgezählt.")
    run(Revert(event or ""))
    [detail] = queries.claim_details(reader, [CLAIM])
    assert detail.questions[-2].is_open


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        ("1. Das Amt.\n2) Am Montag.", ["Das Amt.", "Am Montag."]),
        ("zu 2: Am Montag.", [None, "Am Montag."]),
        ("Das Amt, am Montag.", [None, None]),
        ("3. Wer weiß das schon.", [None, None]),
        ("1. Das Amt. 1. Am Montag.", ["Das Amt. 1. Am Montag.", None]),
    ],
)
def test_of_several_questions_each_is_answered_by_its_number(
    twice_asked: InWord, back: Back, reader: Reader, reply: str, answers: list[str | None]
) -> None:
    twice_asked.reply(about(twice_asked, OTHER), reply)
    back(twice_asked)
    [detail] = queries.claim_details(reader, [OTHER])
    assert [one.answer for one in detail.questions] == answers
    assert (notes(reader, OTHER)[-1:] == [("Anna Autor", "note", reply)]) is not any(answers)


def test_a_reply_that_asks_back_answers_nothing(
    hand_over: HandOver, back: Back, run: Run, reader: Reader
) -> None:
    run(AskQuestion("Wer hat gezählt?", claims=(CLAIM,)))
    file = hand_over()
    file.reply(about(file, CLAIM), "Welche Zählung meint ihr?")
    back(file)
    [detail] = queries.claim_details(reader, [CLAIM])
    assert detail.questions[-1].is_open
    assert notes(reader, CLAIM)[-1][2] == "Welche Zählung meint ihr?"


def test_a_question_asked_since_is_not_answered_by_it(
    hand_over: HandOver, back: Back, run: Run, reader: Reader
) -> None:
    file = hand_over(made_at="2023-11-14T22:13:20.000Z")
    run(AskQuestion("Wer hat gezählt?", claims=(CLAIM,)))
    file.reply(about(file, CLAIM), "Passt.")
    back(file)
    [detail] = queries.claim_details(reader, [CLAIM])
    assert detail.questions[-1].is_open


def test_a_question_on_the_article_is_answered_at_its_head(
    hand_over: HandOver, back: Back, run: Run, reader: Reader
) -> None:
    run(AskQuestion("Wer war dabei?", article=1))
    file = hand_over()
    file.reply(file.about("Wer war dabei?"), "Nur ich.")
    file.reply(file.about("Wer war dabei?"), "Schöner Text!", "Edda Editor", LATER)
    back(file)
    assert queries.article_questions(reader, 1)[-1].answer == "Nur ich."
    said = queries.article_notes(reader, 1)[-1]
    assert (said.person, said.role, said.text) == ("Edda Editor", NoteRole.NOTE, "Schöner Text!")


def test_the_same_file_again_brings_nothing_new(
    twice_asked: InWord, back: Back, run: Run, reader: Reader
) -> None:
    file = twice_asked
    file.reply(about(file, CLAIM), "Gezählt wurde zweimal.")
    file.reply(about(file, OTHER), "1. Das Amt.\n2. Am Montag.")
    back(file)
    with pytest.raises(Refused):
        back(file)
    [detail] = queries.claim_details(reader, [CLAIM])
    run(SetAsideNote(detail.notes[-1].id))
    with pytest.raises(Refused):
        back(file)


def test_a_changed_text_and_replies_are_one_event(
    hand_over: HandOver, back: Back, run: Run, reader: Reader
) -> None:
    before = queries.revision(reader, 1).text
    file = hand_over()
    file.reply(about(file, CLAIM), "Es sind doch mehr.")
    file.delete("412")
    file.insert(" Meter lang", "421")
    last = queries.last_event(reader)
    event = back(file)
    assert queries.last_event(reader) == last + 1
    newest = queries.revision(reader, queries.article(reader, 1).revision or 0)
    assert newest.text == before.replace("412 Meter", "421 Meter")
    assert queries.passage_states(reader, newest.id)[CLAIM] is AnchorOrigin.FACT_CHANGED
    assert notes(reader, CLAIM)[-1][2] == "Es sind doch mehr."
    run(Revert(event or ""))
    assert queries.article(reader, 1).revision == 1
    assert notes(reader, CLAIM)[-1:] != [("Anna Autor", "note", "Es sind doch mehr.")]
    assert examine(reader.path) == []


def test_words_typed_into_our_comment_are_no_words_of_ours(
    hand_over: HandOver, back: Back, reader: Reader
) -> None:
    file = hand_over()
    file.type_into(about(file, CLAIM), "Das stimmt so.")
    file.type_into(about(file, OTHER), "Mitten hinein.", 1)
    back(file)
    assert notes(reader, CLAIM)[-1] == ("not named", "note", "Das stimmt so.")
    assert notes(reader, OTHER)[-1][2] == "Mitten hinein."


def test_our_words_written_over_come_whole(hand_over: HandOver, back: Back, reader: Reader) -> None:
    file = hand_over()
    comment = file.comment(about(file, CLAIM))
    comment.remove(comment[1])
    file.type_into(about(file, CLAIM), "Das ist falsch.", 1)
    back(file)
    words = notes(reader, CLAIM)[-1][2]
    assert words.startswith("Our comment came back with other words:\nBehauptung 2 ·")
    assert "Das ist falsch." in words


def test_somebody_else_s_comment_is_a_lead_as_ever(
    hand_over: HandOver, back: Back, reader: Reader
) -> None:
    file = hand_over()
    first = file.comment(about(file, CLAIM))
    foreign = file.comment(about(file, OTHER))
    for name in ("author", "initials"):
        foreign.set(next(key for key in foreign.attrib if key.endswith(name)), "Lea Legal")
    for paragraph in list(foreign):
        foreign.remove(paragraph)
    file.type_into(about(file, CLAIM), "Passt.")
    file.write(foreign, "Das prüfen wir rechtlich.")
    assert first is not foreign
    back(file)
    leads = [one for one in queries.article_notes(reader, 1) if one.person == "Lea Legal"]
    assert [(one.role, one.text) for one in leads] == [(NoteRole.LEAD, "Das prüfen wir rechtlich.")]


def test_a_reply_to_a_claim_of_another_desk_is_a_lead(
    hand_over: HandOver, run: Run, reader: Reader, raw: Callable[[str], None]
) -> None:
    file = hand_over()
    file.reply(about(file, CLAIM), "Passt.")
    raw(f"UPDATE claim SET public_id = 'another' WHERE id = {CLAIM}")
    run(ImportRevision(1, read_bytes(file.bytes(), "zurück.docx")))
    [lead] = [one for one in queries.article_notes(reader, 1) if one.person == "Anna Autor"]
    assert (lead.role, lead.text) == (NoteRole.LEAD, "Passt.")


def test_threads_that_are_done_are_counted_and_keep_their_replies(
    hand_over: HandOver, back: Back, reader: Reader
) -> None:
    file = hand_over()
    file.reply(about(file, CLAIM), "Erledigt, siehe Text.")
    file.mark_done(about(file, CLAIM))
    file.mark_done(about(file, OTHER))
    text = read_bytes(file.bytes(), "zurück.docx")
    assert (text.done, len(text.replies)) == (2, 1)
    back(file)
    assert notes(reader, CLAIM)[-1][2] == "Erledigt, siehe Text."


def test_it_knows_the_article_it_came_from(hand_over: HandOver, reader: Reader) -> None:
    text = read_bytes(hand_over().bytes(), "umbenannt.docx")
    assert text.article == queries.article(reader, 1).public_id
