import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion
from claimdesk.commands.propose_correction import (
    DecideCorrection,
    DropPassage,
    ProposeCorrection,
)
from claimdesk.commands.set_aside import SetAsideCorrection
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimRow, ClaimSort, Kind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.errors import NotFound
from claimdesk.domain.status import Status
from claimdesk.i18n import sort_key
from claimdesk.store.queries import (
    article_rows,
    claim_count,
    claim_id,
    claim_ids,
    claim_rows,
    passages,
    standing,
    status_counts,
)
from claimdesk.store.queries.listing import LONGEST
from claimdesk.store.store import Edit, Reader

ODD = [
    ("100 % der Wagen_spuren", None, ["7,5 %"]),
    ("Er sagte \"ja\" und 'nein'", "O'Neill", []),
    ("Ein \\ und ein [Kasten]", None, ["[1]", "a\\b"]),
    ("ÄRGER MIT ẞ UND ÖL", "Özge", ["Ärger"]),
    ("Straße, 5 km; :word0 ? -- /*", None, []),
    ("😀 und é (zusammengesetzt)", None, []),
]


@pytest.fixture
def odd(desk: Path) -> None:
    """Claims with signs that mean something to LIKE, SQL or JSON; the history is left out."""
    with closing(sqlite3.connect(desk, isolation_level=None)) as connection:
        for number, (statement, who, figures) in enumerate(ODD, 20):
            connection.execute(
                "INSERT INTO claim SELECT NULL, 'odd-' || :number, 0, article, :number, "
                ":statement, kind, :who, :figures, check_worthiness, status, as_of, changed_at, "
                "changed_by FROM claim WHERE id = 1",
                {
                    "number": number,
                    "statement": statement,
                    "who": who,
                    "figures": json.dumps(figures, ensure_ascii=False),
                },
            )


def found(row: ClaimRow, text: str) -> bool:
    """Whether a claim should be found by a text: each word in one of its fields."""
    return all(
        word in row.statement.lower()
        or word in (row.attributed_to or "").lower()
        or (word.strip("[],") and any(word in figure.lower() for figure in row.figures))
        or (word.isdecimal() and int(word) == row.number)
        for word in text.lower().split()
    )


def assert_found(reader: Reader, text: str) -> set[int]:
    every = claim_rows(reader, claim_ids(reader))
    ids = claim_ids(reader, ClaimFilter(text=text))
    assert len(set(ids)) == len(ids)
    assert set(ids) == {row.id for row in every if found(row, text)}
    assert sum(status_counts(reader, ClaimFilter(text=text)).values()) == len(ids)
    return set(ids)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "brücke", "BRÜCKE 412", "öztürk", "Öztürk kosten", "ärger", "ß", "straße",
        "%", "_", "100 %", "wagen_", "wagenX", "\\", "a\\b", '"', "'", '"ja"', "o'neill", "[",
        "[1]", "]", ",", ", ", "7,5", "1931", "4", "22", "0004", "9999999999999", "٤", ":word0",
        "?", "-- /*", "😀", "e", "nichts davon", "brücke " * 50, "x" * 5000, "ä " * 2500,
        " ".join(f"wort{count}" for count in range(700)),
    ],
)  # fmt: skip
def test_text_is_looked_for_as_it_is(odd: None, reader: Reader, text: str) -> None:
    assert_found(reader, text)


@pytest.mark.usefixtures("odd")
@given(text=st.text(st.sampled_from("abÄä%_\\'\"[]1 ,:?-"), max_size=8))
def test_any_text_is_looked_for_as_it_is(reader: Reader, text: str) -> None:
    assert_found(reader, text)


@given(text=st.text(max_size=30))
def test_no_text_is_an_error(reader: Reader, text: str) -> None:
    claim_ids(reader, ClaimFilter(text=text))


def test_what_no_text_can_hold_is_passed_over(reader: Reader) -> None:
    everything = claim_ids(reader)
    assert claim_ids(reader, ClaimFilter(text="\0 \ud800 \udfff")) == everything
    assert claim_ids(reader, ClaimFilter(text=" " * LONGEST + "x")) == everything


def test_filters_narrow_together(reader: Reader) -> None:
    def chosen(**fields: Any) -> list[int]:
        rows = claim_rows(reader, claim_ids(reader, ClaimFilter(**fields)))
        return sorted(row.number for row in rows)

    assert chosen() == [1, 2, 3, 4, 5, 6, 7, 8]
    assert chosen(statuses=frozenset({Status.VERIFIED, Status.LEFT_OUT})) == [1, 8]
    assert chosen(kinds=frozenset({Kind.QUANTITY})) == [2, 4, 6]
    assert chosen(kinds=frozenset({Kind.QUANTITY}), text="brücke") == [2, 6]
    assert chosen(article=99) == []
    chosen_kinds = ClaimFilter(kinds=frozenset({Kind.QUANTITY}), statuses=frozenset(Status))
    assert status_counts(reader, chosen_kinds) == {
        Status.VERIFIED_WITH_CAVEAT: 1,
        Status.UNCHECKED: 2,
    }


@pytest.fixture
def asked(run: Callable[[Edit], str | None]) -> None:
    """Questions and corrections in each state, on claims with and without evidence."""
    run(AskQuestion("Woher?", claims=(1, 4, 5)))
    run(AnswerQuestion(1, "Vom Amt."))
    run(AskQuestion("Darf er weg?", article=1))
    for claim in (1, 2, 3, 3, 6):
        run(ProposeCorrection(claim, "neu"))
    run(DecideCorrection(1, CorrectionState.ACCEPTED))
    run(DecideCorrection(2, CorrectionState.DECLINED, "nein"))
    run(DecideCorrection(3, CorrectionState.DECLINED, "nein"))
    run(DropPassage(7))
    run(SetAsideCorrection(5))
    run(SetStatus((3, 4), Status.VERIFIED))


@pytest.mark.usefixtures("asked")
def test_a_row_counts_questions_and_corrections(reader: Reader) -> None:
    rows = {row.id: row for row in claim_rows(reader, range(1, 9))}
    assert [row.id for row in rows.values() if row.open_questions] == [4, 5]
    assert {
        row.id: (row.corrections_proposed, row.corrections_accepted, row.corrections_declined)
        for row in rows.values()
        if row.corrections_proposed or row.corrections_accepted or row.corrections_declined
    } == {1: (0, 1, 0), 2: (0, 0, 1), 3: (1, 0, 1)}
    assert [row.id for row in rows.values() if row.passages_dropped] == [7]


CARRIED = """UPDATE anchor SET origin = 'reworded' WHERE claim IN (1, 2);
UPDATE anchor SET origin = 'fact_changed' WHERE claim IN (3, 5);
UPDATE anchor SET confirmed_at = '2026-01-02T03:04:05Z' WHERE claim = 2;"""
"""What a newer text leaves: 1 waits to be confirmed, 2 was; of 3 and 5 the fact changed."""


@pytest.mark.usefixtures("asked")
def test_a_filter_finds_what_shows_the_badge(reader: Reader, raw: Callable[[str], None]) -> None:
    raw(CARRIED)
    every = claim_rows(reader, claim_ids(reader))
    seen = set()
    for badge in Badge:
        chosen = ClaimFilter(badges=frozenset({badge}))
        ids = set(claim_ids(reader, chosen))
        assert ids == {row.id for row in every if badge in row.badges}, badge
        assert sum(status_counts(reader, chosen).values()) == len(ids)
        seen.update({badge} if ids else ())
    assert seen == set(Badge), "each badge is there"
    some = frozenset({Badge.OPEN_QUESTION, Badge.LEAD})
    either = {row.id for row in every if some.intersection(row.badges)}
    assert set(claim_ids(reader, ClaimFilter(badges=some))) == either


def test_a_changed_passage_waits_for_somebody(reader: Reader, raw: Callable[[str], None]) -> None:
    before = set(claim_ids(reader, ClaimFilter(left=True)))
    assert not {1, 2, 3} & before
    assert 5 in before
    raw(CARRIED)
    marked = [row.id for row in claim_rows(reader, range(9)) if Badge.PASSAGE_CHANGED in row.badges]
    assert marked == [1, 5], "3 has a status of its own again"
    assert set(claim_ids(reader, ClaimFilter(left=True))) == before | {1}
    assert [row.id for row in claim_rows(reader, range(9)) if row.is_left] == sorted(before | {1})


def test_only_the_newest_text_counts(reader: Reader, raw: Callable[[str], None]) -> None:
    raw(CARRIED)
    raw(
        "INSERT INTO revision SELECT NULL, 'newer', 0, article, number + 1, text, sha256, made_at, "
        "origin, structure, NULL, NULL, NULL FROM revision ORDER BY number DESC LIMIT 1"
    )
    assert not any(Badge.PASSAGE_CHANGED in row.badges for row in claim_rows(reader, range(9)))


def test_weights(reader: Reader) -> None:
    every = claim_rows(reader, claim_ids(reader))
    for weights in ({1}, {2, 3}, {1, 2, 3}):
        chosen = ClaimFilter(worthiness=frozenset(weights))
        wanted = {row.id for row in every if row.check_worthiness in weights}
        assert set(claim_ids(reader, chosen)) == wanted
        assert claim_count(reader, chosen) == len(wanted)


@pytest.mark.usefixtures("asked")
def test_all_that_is_left(run: Callable[[Edit], str | None], reader: Reader) -> None:
    run(SetStatus((7,), Status.IN_PROGRESS))
    left = ClaimFilter(1, left=True)
    assert sorted(claim_ids(reader, left)) == [5, 6, 7]
    assert status_counts(reader, left) == {Status.UNCHECKED: 2, Status.IN_PROGRESS: 1}
    narrow = ClaimFilter(1, badges=frozenset({Badge.LEAD, Badge.OPEN_QUESTION}), left=True)
    assert sorted(claim_ids(reader, narrow)) == [5, 7]


KEYS: dict[ClaimColumn, Any] = {
    ClaimColumn.ARTICLE: lambda row: sort_key(row.article_title),
    ClaimColumn.NUMBER: lambda row: row.number,
    ClaimColumn.STATUS: lambda row: list(Status).index(row.status),
    ClaimColumn.STATEMENT: lambda row: sort_key(row.statement),
    ClaimColumn.KIND: lambda row: row.kind,
    ClaimColumn.CHECK_WORTHINESS: lambda row: row.check_worthiness,
    ClaimColumn.FIGURES: lambda row: json.dumps(row.figures, ensure_ascii=False),
    ClaimColumn.CHANGED_BY: lambda row: sort_key(row.changed_by),
    ClaimColumn.SOURCES: lambda row: row.sources,
    ClaimColumn.NOTES: lambda row: row.notes,
    ClaimColumn.AS_OF: lambda row: row.as_of or "",
    ClaimColumn.CHANGED_AT: lambda row: row.changed_at,
}


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", list(ClaimColumn))
def test_each_order_holds_every_claim_once_and_is_right(
    reader: Reader, column: ClaimColumn, descending: bool
) -> None:
    ids = claim_ids(reader, sort=ClaimSort(column, descending))
    assert sorted(ids) == sorted(claim_ids(reader))
    rows = claim_rows(reader, ids)
    assert [row.id for row in rows] == list(ids)
    if column is not ClaimColumn.PASSAGE:
        keys = [KEYS[column](row) for row in rows]
        assert keys == sorted(keys, reverse=descending)


def test_the_order_of_the_text(odd: None, reader: Reader) -> None:
    """Wider passages first, as they begin; what stands nowhere comes last, either way round."""
    (article,) = article_rows(reader)
    drawn = [passage.claim for passage in passages(reader, article.revision or 0)]
    nowhere = set(claim_ids(reader)) - set(drawn)
    forward = list(claim_ids(reader))
    backward = list(claim_ids(reader, sort=ClaimSort(descending=True)))
    assert forward[:8] == drawn
    assert backward[:8] == drawn[::-1]
    assert set(forward[8:]) == set(backward[8:]) == nowhere
    assert [row.number for row in claim_rows(reader, drawn[3:5])] == [5, 4]


def test_german_dictionary_order(desk: Path, reader: Reader) -> None:
    words = ["Maß", "Äpfel", "Zorn", "masse", "Apfel", "öde", "Ofen", "Über", "Ufer"]
    with closing(sqlite3.connect(desk)) as connection, connection:
        for row, word in enumerate(words, 1):
            if row < 9:
                connection.execute("UPDATE claim SET statement = ? WHERE id = ?", (word, row))
    ids = claim_ids(reader, sort=ClaimSort(ClaimColumn.STATEMENT))
    statements = [row.statement for row in claim_rows(reader, ids)]
    assert statements == ["Apfel", "Äpfel", "Maß", "masse", "öde", "Ofen", "Über", "Zorn"]


def test_rows_in_the_order_asked_for(reader: Reader) -> None:
    assert [row.id for row in claim_rows(reader, [5, 2, 999, 5])] == [5, 2, 5]
    assert claim_rows(reader, []) == []


def test_a_row_counts_what_hangs_on_its_claim(reader: Reader) -> None:
    one, two, seven = claim_rows(reader, [1, 2, 7])
    assert (one.sources, one.primary_sources, one.snapshots, one.notes) == (1, 1, 1, 0)
    assert (two.sources, two.notes, two.leads, two.changed_by) == (1, 1, 0, "Ada Ärmel")
    assert (seven.notes, seven.leads, seven.figures) == (0, 1, ("1978", "9 Tage"))


def test_how_much_has_been_done_of_some_claims(reader: Reader) -> None:
    rows = claim_rows(reader, range(1, 9))
    worked_on = sum(row.status is not Status.UNCHECKED for row in rows)
    assert 0 < worked_on < len(rows)
    assert standing(reader, [row.id for row in rows]) == (worked_on, 1)
    assert standing(reader, range(1, 3_000)).articles == 1
    assert standing(reader, []) == (0, 0)


def test_a_claim_is_named_by_number_article_or_id(reader: Reader) -> None:
    (article,) = article_rows(reader)
    (row,) = claim_rows(reader, [4])
    for name in ("4", "004", f"{article.public_id}:4", ":4", row.public_id):
        assert claim_id(reader, name) == 4


@pytest.mark.parametrize(
    "name",
    [
        "", "0", "-1", "99", "9", "9" * 30, "9" * 5000, "4.0", "vier", "nowhere:4", "4:4", ":",
        "4:", "x:y", "٤٤", "²", "\udcff", "ä", "' OR 1=1 --", "%", "\0",
    ],
)  # fmt: skip
def test_a_wrong_name_is_one_sentence(reader: Reader, name: str) -> None:
    """Number 9 was set aside, so it is not there either."""
    with pytest.raises(NotFound) as caught:
        claim_id(reader, name)
    assert str(caught.value).startswith("There is no ")
    assert str(caught.value).endswith(".")
