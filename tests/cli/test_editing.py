"""Setting statuses and taking them back from the shell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.article import ArticleData
from claimdesk.domain.note import NoteRole
from claimdesk.domain.status import Status
from claimdesk.store import queries

Run = Callable[..., Any]


@pytest.fixture
def status(ask: Run) -> Callable[[int], Status]:
    """The status of the claim with a number."""

    def status(number: int) -> Status:
        def query(read: Any) -> Status:
            return queries.claim_rows(read, [queries.claim_id(read, str(number))])[0].status

        return ask(query)

    return status


def test_a_status_is_set_and_said(desk: Path, run: Run, status: Run, events: Run) -> None:
    ended = run("set", "44", "false")
    assert (ended.status, ended.out, ended.err) == (0, "Mark claim 44 false\n", "")
    assert status(44) is Status.FALSE
    assert len(events()) == 2
    assert events()[-1].claims == (44,)


@pytest.mark.parametrize("word", ["not_checkable", "not-checkable", "NOT-checkable"])
def test_a_status_is_spelt_with_either_dash(desk: Path, run: Run, status: Run, word: str) -> None:
    assert run("set", "44", word).status == 0
    assert status(44) is Status.NOT_CHECKABLE


def test_a_claim_is_named_by_its_public_id(desk: Path, run: Run, status: Run) -> None:
    [claim] = [one for one in run("list", "--json").json if one["number"] == 44]
    assert run("set", claim["id"], "false").status == 0
    assert status(44) is Status.FALSE


def test_article_and_number_name_a_claim_also_in_a_desk_of_one(
    desk: Path, run: Run, status: Run
) -> None:
    article = run("list", "--json").json[0]["article"]
    assert run("set", f"{article}:44", "false").status == 0
    assert status(44) is Status.FALSE


def test_among_several_articles_a_number_needs_the_article(desk: Path, run: Run, edit: Run) -> None:
    second = edit(AddArticle(ArticleData("Zweiter Artikel")))
    edit(AddClaim(next(iter(second.articles)), "Ein Satz."))
    ended = run("set", "1", "false")
    assert ended.status == 1
    assert "several articles" in ended.sentence
    assert "Zweiter Artikel" in ended.sentence
    [added] = [one for one in run("list", "--json").json if one["statement"] == "Ein Satz."]
    assert run("set", f"{added['article']}:1", "false").status == 0
    after = {one["id"]: one for one in run("list", "--json").json}
    assert after[added["id"]]["status"] == "false"
    others = [one for one in after.values() if one["number"] == 1 and one["id"] != added["id"]]
    assert [one["status"] != "false" for one in others] == [True]


def test_leaving_out_needs_the_reason(desk: Path, run: Run, status: Run, events: Run) -> None:
    before = status(44)
    for words in ([], ["--note", "  "]):
        ended = run("set", "44", "left_out", *words)
        assert ended.status == 2
        assert ended.sentence == "Leaving a claim out needs the reason: add --note TEXT."
    assert status(44) is before
    assert len(events()) == 1


def test_the_reason_is_in_the_same_event(desk: Path, run: Run, ask: Run, events: Run) -> None:
    assert run("set", "44", "left-out", "--note", "kein Archiv offen").status == 0
    assert len(events()) == 2
    changed = {(one.entity, one.field) for one in events()[-1].changes} - {("person", "*")}
    assert changed == {("claim", "status"), ("note", "*")}
    notes = ask(lambda read: queries.claim_detail(read, queries.claim_id(read, "44"))).notes
    assert (notes[-1].role, notes[-1].text) == (NoteRole.REASON, "kein Archiv offen")


def test_a_note_with_any_other_status_is_a_note(desk: Path, run: Run, ask: Run) -> None:
    assert run("set", "44", "disputed", "--note", "Zählung vom März").status == 0
    notes = ask(lambda read: queries.claim_detail(read, queries.claim_id(read, "44"))).notes
    assert (notes[-1].role, notes[-1].text) == (NoteRole.NOTE, "Zählung vom März")


def test_nothing_to_change_is_no_event(desk: Path, run: Run, events: Run) -> None:
    run("set", "44", "false")
    ended = run("set", "44", "false")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == "Nothing to change: it is so already.\n"
    assert len(events()) == 2


def test_the_event_bears_the_person_s_name(
    desk: Path, run: Run, events: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_PERSON", "Zoë Ümit")
    run("set", "44", "false")
    assert events()[-1].person == "Zoë Ümit"


def test_an_event_is_taken_back_and_that_in_turn(
    desk: Path, run: Run, status: Run, events: Run
) -> None:
    before = status(44)
    run("set", "44", "false")
    ended = run("revert", events()[-1].public_id)
    assert (ended.status, ended.out) == (0, "Take back: Mark claim 44 false\n")
    assert status(44) is before
    ended = run("revert", events()[-1].public_id)
    assert (ended.status, ended.out) == (0, "Once more: Mark claim 44 false\n")
    assert status(44) is Status.FALSE
    assert len(events()) == 4


def test_what_was_overtaken_is_not_taken_back(
    desk: Path, run: Run, status: Run, events: Run
) -> None:
    run("set", "44", "false")
    stale = events()[-1].public_id
    run("set", "44", "disputed")
    ended = run("revert", stale)
    assert ended.status == 1
    assert ended.sentence.startswith("This cannot be taken back: it was changed since, by ")
    assert status(44) is Status.DISPUTED
    assert len(events()) == 3


def test_words_are_german_where_the_person_is(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    assert run("set", "44", "false").out == "Behauptung 44 auf „falsch“ setzen\n"
    assert run("set", "999", "false").sentence.startswith("Eine Behauptung 999 ")
    assert run("set", "44", "maybe").sentence.startswith("Einen Status „maybe“ gibt es nicht")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["set", "999", "false"], (1, "There is no claim 999 in this desk.")),
        (["set", "0", "false"], (1, "There is no claim 0 in this desk.")),
        (["set", "nope:44", "false"], (1, "There is no article “nope” in this desk; there are ")),
        (["set", "44\udcff", "false"], (1, "There is no claim 44")),
        (["set", "44", "maybe"], (2, "There is no status “maybe”; it is one of unchecked, ")),
        (["set", "44", ""], (2, "There is no status “”; it is one of ")),
        (["set", "44", "false", "--note", "\udcff"], (1, "This text holds signs that cannot ")),
        (["revert", "nope"], (1, "There is no event “nope” in this desk.")),
        (["revert", "44\udcff"], (1, "")),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    desk: Path, run: Run, events: Run, words: list[str], expected: tuple[int, str]
) -> None:
    ended = run(*words)
    assert ended.status == expected[0]
    assert ended.sentence.startswith(expected[1])
    assert len(events()) == 1


def test_what_was_taken_back_already_says_so(desk: Path, run: Run, events: Run) -> None:
    run("set", "44", "false")
    event = events()[-1].public_id
    assert run("revert", event).status == 0
    ended = run("revert", event)
    assert (ended.status, ended.sentence) == (1, "This was taken back already.")
