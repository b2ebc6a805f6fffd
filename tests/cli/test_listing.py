"""Claims and history as scripts and people read them."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Kind
from claimdesk.domain.status import Status
from claimdesk.store import queries

Run = Callable[..., Any]

CLAIM_KEYS = [
    "id",
    "number",
    "article",
    "statement",
    "kind",
    "status",
    "check_worthiness",
    "quote",
    "start",
    "end",
    "passage_state",
    "sources",
    "notes",
    "leads",
]
EVENT_KEYS = {"id", "time", "person", "label", "claims", "changes"}


def test_each_claim_has_all_keys_and_none_else(desk: Path, run: Run) -> None:
    claims = run("list", "--json").json
    assert len(claims) == 180
    assert all(list(claim) == CLAIM_KEYS for claim in claims)
    assert sorted(claim["number"] for claim in claims) == list(range(1, 181))
    assert len({claim["id"] for claim in claims}) == 180


def test_values_have_the_types_that_scripts_rely_on(desk: Path, run: Run) -> None:
    for claim in run("list", "--json").json:
        assert not claim["id"].isdigit()
        assert not claim["article"].isdigit()
        assert claim["kind"] in tuple(Kind)
        assert claim["status"] in tuple(Status)
        assert claim["passage_state"] in tuple(AnchorOrigin)
        assert claim["check_worthiness"] in (1, 2, 3)
        assert claim["end"] - claim["start"] == len(claim["quote"])
        assert all(isinstance(claim[name], int) for name in ("sources", "notes", "leads"))


def test_the_best_known_claims_stand_as_the_check_left_them(desk: Path, run: Run) -> None:
    claims = {claim["number"]: claim for claim in run("list", "--json").json}
    for number in (44, 67, 109, 110):
        assert claims[number]["status"] != "unchecked"
        assert claims[number]["sources"] > 0


def test_the_order_is_that_of_the_text(desk: Path, run: Run) -> None:
    starts = [claim["start"] for claim in run("list", "--json").json]
    assert starts == sorted(starts)


@pytest.mark.parametrize("word", ["verified_with_caveat", "verified-with-caveat"])
def test_a_status_narrows_the_list(desk: Path, run: Run, word: str) -> None:
    everything = run("list", "--json").json
    expected = [one["number"] for one in everything if one["status"] == "verified_with_caveat"]
    assert expected
    assert [one["number"] for one in run("list", "--json", "--status", word).json] == expected


def test_an_article_narrows_the_list(desk: Path, run: Run, edit: Run) -> None:
    second = edit(AddArticle(ArticleData("Zweiter Artikel")))
    edit(AddClaim(next(iter(second.articles)), "Ein Satz."))
    claims = run("list", "--json").json
    articles = {claim["article"] for claim in claims}
    assert len(claims) == 181
    assert len(articles) == 2
    [added] = [claim for claim in claims if claim["statement"] == "Ein Satz."]
    assert run("list", "--json", "--article", added["article"]).json == [added]
    assert (added["quote"], added["start"], added["end"]) == (None, None, None)
    assert added["passage_state"] is None


def test_people_see_number_status_and_statement(desk: Path, run: Run) -> None:
    ended = run("list")
    assert ended.status == 0
    lines = ended.out.splitlines()
    assert len(lines) == 180
    assert lines[0].split()[0] == "1"


def test_people_see_whose_claims_they_are_where_articles_are_several(
    desk: Path, run: Run, edit: Run
) -> None:
    second = edit(AddArticle(ArticleData("Zweiter Artikel")))
    edit(AddClaim(next(iter(second.articles)), "Ein Satz."))
    lines = run("list").out.splitlines()
    assert len(lines) == 183
    assert lines[0].endswith("Zweiter Artikel")
    assert lines[1].endswith("Ein Satz.")


def test_a_statement_cannot_write_to_the_terminal(
    desk: Path, run: Run, edit: Run, ask: Run
) -> None:
    row = ask(lambda read: queries.claim_id(read, "44"))
    held = ask(lambda read: queries.claim_rows(read, [row]))[0].statement
    evil = "red \x1b[31m and\nanother line \x9b2J"
    edit(EditStatement(row, evil, held))
    [line] = [one for one in run("list").out.splitlines() if one.startswith("  44 ")]
    assert line.endswith("red [31m and another line 2J")
    [claim] = [one for one in run("list", "--json").json if one["number"] == 44]
    assert claim["statement"] == evil


def test_the_list_speaks_german(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    assert "mit Einschränkung" in run("list").out


def test_events_have_all_keys_oldest_first(desk: Path, run: Run) -> None:
    run("set", "44", "disputed")
    run("set", "45", "disputed", "--note", "zwei Quellen")
    events = run("history", "--json").json
    assert [event["label"] for event in events] == [
        "Make the sample",
        "Mark claim 44 disputed, sources conflict",
        "Mark claim 45 disputed, sources conflict",
    ]
    assert all(set(event) >= EVENT_KEYS for event in events)
    assert [event["time"] for event in events] == sorted(event["time"] for event in events)
    assert all(datetime.fromisoformat(event["time"]).tzinfo for event in events)
    assert events[1]["claims"] == [44]


def test_changes_name_rows_and_say_before_and_after(desk: Path, run: Run) -> None:
    [claim] = [one for one in run("list", "--json").json if one["number"] == 44]
    run("set", "44", "in_progress")
    person, change = run("history", "--json").json[-1]["changes"]
    assert (person["entity"], person["field"], person["before"]) == ("person", "*", None)
    assert change == {
        "entity": "claim",
        "row": claim["id"],
        "field": "status",
        "before": claim["status"],
        "after": "in_progress",
    }


def test_a_claim_s_history_holds_only_its_own_changes(desk: Path, run: Run) -> None:
    [claim] = [one for one in run("list", "--json").json if one["number"] == 44]
    run("set", "44", "in_progress")
    run("set", "45", "in_progress")
    for name in ("44", claim["id"]):
        made, marked = run("history", name, "--json").json
        assert marked["label"] == "Mark claim 44 in progress"
        assert {one["row"] for one in made["changes"] if one["entity"] == "claim"} == {claim["id"]}


def test_history_for_people_has_an_event_a_line(desk: Path, run: Run) -> None:
    run("set", "44", "in_progress")
    made, marked = run("history").out.splitlines()
    assert "Make the sample" in made
    assert marked.endswith("Mark claim 44 in progress")
    assert marked.split()[0] == run("history", "--json").json[-1]["id"]


def test_history_is_told_in_german(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    assert json.loads(run("history", "--json").out)[0]["label"] == "Beispiel anlegen"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["history", "999"], "There is no claim 999 in this desk."),
        (["history", "01a2-not-there"], "There is no claim 01a2-not-there in this desk."),
        (["history", "9" * 400], f"There is no claim {'9' * 400} in this desk."),
        (["list", "--article", "nowhere"], "There is no article “nowhere” in this desk; there"),
    ],
)
def test_what_is_not_there_is_said(desk: Path, run: Run, words: list[str], sentence: str) -> None:
    ended = run(*words)
    assert ended.status == 1
    assert ended.sentence.startswith(sentence)
