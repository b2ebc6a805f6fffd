"""What was set aside is listed and comes back."""

from collections.abc import Callable

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.bring_back import BringBack
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import (
    SetAsideClaims,
    SetAsideCorrection,
    SetAsideEvidence,
    SetAsideNote,
    SetAsideQuestion,
)
from claimdesk.domain.article import ArticleData
from claimdesk.domain.aside import Aside
from claimdesk.domain.claim import Kind
from claimdesk.domain.errors import Conflict, Refused
from claimdesk.domain.question import Addressee
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def listed(reader: Reader, entity: str) -> list[Aside]:
    return [one for one in queries.set_aside(reader) if one.entity == entity]


def test_each_thing_is_listed_with_who_and_comes_back(run: Run, reader: Reader) -> None:
    run(ProposeCorrection(2, "anders"))
    run(AskQuestion("Stimmt das?", Addressee.AUTHOR, claims=(2,)))
    detail = queries.claim_detail(reader, 2)
    before = len(queries.set_aside(reader))
    for edit, entity, said in (
        (SetAsideNote(detail.notes[0].id), "note", "Bring back a note on claim 2"),
        (SetAsideEvidence(1), "evidence", "Bring back evidence of claim 1"),
        (
            SetAsideCorrection(detail.corrections[0].id),
            "correction",
            "Bring back a correction of claim 2",
        ),
        (
            SetAsideQuestion(detail.questions[0].id),
            "question",
            "Bring back a question on claim 2",
        ),
        (SetAsideClaims((3,)), "claim", "Bring back claim 3"),
    ):
        run(edit)
        newest = queries.set_aside(reader)[0]
        assert newest.entity == entity
        assert newest.person == "Cleo Süß"
        assert newest.words
        event = run(BringBack(newest.entity, newest.id))
        assert words(reader) == said
        assert len(queries.set_aside(reader)) == before
        taken_back = run(Revert(event or ""))
        assert len(queries.set_aside(reader)) == before + 1
        run(Revert(taken_back or ""))
        assert len(queries.set_aside(reader)) == before
    assert queries.claim_detail(reader, 2).notes == detail.notes
    assert examine(reader.path) == []


def test_what_hangs_on_a_claim_brings_the_claim_along(run: Run, reader: Reader) -> None:
    note = queries.claim_detail(reader, 2).notes[0].id
    run(SetAsideNote(note))
    run(SetAsideClaims((2,)))
    [listed_note] = [one for one in listed(reader, "note") if one.id == note]
    assert listed_note.waits_for_claim
    run(BringBack("note", note))
    assert queries.claim_id(reader, "2") == 2
    assert note in {one.id for one in queries.claim_detail(reader, 2).notes}


def test_a_claim_comes_back_with_what_went_with_it(run: Run, reader: Reader) -> None:
    before = listed(reader, "claim")
    event = run(AddClaim(1, "Eine neue", Kind.OTHER, 2))
    run(Revert(event or ""))
    claim = listed(reader, "claim")[0]
    assert claim.words == "Eine neue"
    run(BringBack("claim", claim.id))
    assert claim.id in queries.claim_ids(reader)
    assert listed(reader, "claim") == before


def test_of_two_claims_set_aside_at_once_one_comes_back_alone(run: Run, reader: Reader) -> None:
    event = run(SetAsideClaims((1, 2)))
    run(BringBack("claim", 1))
    assert [one.id for one in listed(reader, "claim")][:1] == [2]
    assert 1 not in [one.id for one in listed(reader, "claim")]
    with pytest.raises(Conflict):
        run(Revert(event or ""))


def test_an_article_comes_back(run: Run, reader: Reader) -> None:
    event = run(AddArticle(ArticleData("Zweiter Artikel")))
    run(Revert(event or ""))
    [article] = listed(reader, "article")
    assert article.words == "Zweiter Artikel"
    run(BringBack("article", article.id))
    assert words(reader) == "Bring back “Zweiter Artikel”"
    assert len(queries.article_rows(reader)) == 2


def test_what_is_there_already_is_no_event(run: Run) -> None:
    assert run(BringBack("note", 1)) is None


def test_other_things_are_refused(run: Run) -> None:
    with pytest.raises(Refused):
        run(BringBack("event", 1))
