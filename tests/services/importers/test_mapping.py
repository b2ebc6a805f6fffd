"""Foreign spreadsheets: columns and status words guessed by name, and the claims they give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.sheet import Column
from claimdesk.domain.status import Status
from claimdesk.services.importers.mapping import ColumnMap, guess, listed, named, with_statuses
from claimdesk.services.importers.tables import Table


def table(*rows: tuple[str, ...]) -> Table:
    return Table("x", rows)


@pytest.mark.parametrize(
    ("headings", "meanings"),
    [
        (
            ("Nr.", "Behauptung", "Textstelle", "Status", "Quelle", "Link", "Anmerkung"),
            "- statement passage status sources link finding",
        ),
        (
            ("#", "Fact to check", "Verified?", "Source", "URL", "Notes"),
            "- statement status sources link finding",
        ),
        (
            ("Fakt", "Art", "Priorität", "Wer", "Stand", "Korrekturvorschlag"),
            "statement kind check_worthiness attributed_to as_of correction",
        ),
        (("Claim", "Quote", "Verdict", "Evidence"), "statement passage status sources"),
        (("A", "B"), "- statement"),
    ],
)
def test_columns_are_known_by_their_names(headings: tuple[str, ...], meanings: str) -> None:
    body = tuple("x" * (place + 1) for place in range(len(headings)))
    found = guess(table(headings, body)).columns
    assert [str(found.get(at, "-")) for at in range(len(headings))] == meanings.split()


def test_the_headings_may_stand_below_a_title() -> None:
    mapping = guess(
        table(("Faktencheck Heft 12",), (), ("Fakt", "OK?"), ("Es regnet.", "ja"), ("Es schneit.",))
    )
    assert mapping.head == 2
    assert mapping.place(Column.STATUS) == 1


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("ja", Status.VERIFIED),
        ("✓", Status.VERIFIED),
        ("OK", Status.VERIFIED),
        ("Falsch", Status.FALSE),
        ("verified_with_caveat", Status.VERIFIED_WITH_CAVEAT),
        ("strittig", Status.DISPUTED),
        ("offen", Status.UNCHECKED),
        ("in Prüfung", Status.IN_PROGRESS),
        ("Kraut", Status.UNCHECKED),
    ],
)
def test_words_for_a_verdict(word: str, status: Status) -> None:
    found = table(("Fakt", "Status"), ("Es regnet.", word))
    assert guess(found).statuses == {word.casefold(): status}
    assert listed(found, guess(found))[0].status is status


def test_what_somebody_chose_stays() -> None:
    found = table(("Fakt", "Status"), ("Es regnet.", "Kraut"), ("Es schneit.", "Rüben"))
    chosen = ColumnMap(0, {0: Column.STATEMENT, 1: Column.STATUS}, {"kraut": Status.FALSE})
    assert with_statuses(found, chosen).statuses == {
        "kraut": Status.FALSE,
        "rüben": Status.UNCHECKED,
    }


def test_claims_with_all_that_a_row_says() -> None:
    found = table(
        ("Fakt", "Zitat", "OK", "Quelle", "URL", "Notiz", "Art", "Prio", "Stand"),
        (
            "Es regnet.",
            "regnet es",
            "nein",
            "Amt",
            "https://a.example",
            "n",
            "Datum",
            "3",
            "1.2.2022",
        ),
        ("", "nur die Stelle", "ja", "", "", "", "Unsinn", "hoch", "gestern"),
        ("", "", "ja", "eine Quelle ohne Behauptung", "", "", "", "", ""),
    )
    first, second = listed(found, guess(found))
    assert (first.statement, first.quote, first.note) == ("Es regnet.", "regnet es", "n")
    assert (first.status, first.kind.value, first.check_worthiness) == (Status.FALSE, "date", 3)
    assert (first.source, first.address, first.as_of) == ("Amt", "https://a.example", "2022-02-01")
    assert (second.statement, second.quote) == ("nur die Stelle", "nur die Stelle")
    assert (second.kind.value, second.check_worthiness, second.as_of) == ("other", 2, None)


def test_columns_may_be_named_one_by_one() -> None:
    found = table(("Kram", "Dings"), ("Es regnet.", "ja"))
    mapping = named(found, 0, {Column.STATEMENT: "kram", Column.STATUS: "Dings"})
    assert mapping.columns == {0: Column.STATEMENT, 1: Column.STATUS}
    with pytest.raises(KeyError):
        named(found, 0, {Column.STATEMENT: "fehlt"})


CELLS = st.lists(
    st.lists(st.sampled_from(["", "Fakt", "Status", "ja", "x y"]), max_size=5), max_size=8
)


@given(CELLS)
def test_any_table_is_survived(cells: list[list[str]]) -> None:
    found = Table("x", tuple(map(tuple, cells)))
    mapping = guess(found)
    assert len(set(mapping.columns.values())) == len(mapping.columns)
    listed(found, mapping)
