from dataclasses import replace

import pytest

from claimdesk.domain.claim import Badge, ClaimFilter, Kind
from claimdesk.domain.period import Period
from claimdesk.domain.status import Status
from claimdesk.ui.filter_words import in_words, without_one

CHOSEN = ClaimFilter(
    7,
    frozenset({Status.FALSE, Status.UNCHECKED}),
    frozenset({Kind.QUOTE}),
    " tower ",
    frozenset({Badge.LEAD}),
    left=True,
    worthiness=frozenset({1, 3}),
)


def test_all_that_it_asks_for_is_said() -> None:
    assert in_words(CHOSEN) == (
        "All that is left, unchecked, false, quote, lead, "
        "check-worthiness: high, check-worthiness: low, “tower”"
    )
    assert in_words(ClaimFilter(7, text=" ")) == ""


def test_each_part_can_be_left_out() -> None:
    parts = dict(without_one(CHOSEN))
    assert list(parts) == ["quote", "lead", "check-worthiness: high", "check-worthiness: low"]
    assert parts["check-worthiness: high"].worthiness == {1}
    assert parts["lead"].badges == frozenset()
    assert all(rest.statuses == CHOSEN.statuses and rest.left for rest in parts.values())


MORE = ClaimFilter(
    tags=frozenset({"war"}),
    people=frozenset({"Änne Groß", "Ida"}),
    articles=frozenset({"b", "a"}),
    sourced=False,
    changed=Period(days=7),
    as_of=Period(first="2022-03-01"),
)


def test_people_days_sources_and_articles_are_said_and_can_go_one_by_one() -> None:
    parts = dict(without_one(MORE, titles_of))
    assert list(parts) == [
        "tag: war",
        "changed by Ida",
        "changed by Änne Groß",
        "changed: last 7 days",
        "right as of: from 1 March 2022",
        "without a source",
        "article: A town",
        "article: A very long title of an article about A…",
    ]
    gone = MORE
    for words in parts:
        gone = next(rest for said, rest in without_one(gone, titles_of) if said == words)
    assert gone == ClaimFilter()


def titles_of(_ids: object) -> dict[str, str]:
    return {"a": "A town", "b": "A very long title of an article about " * 3}


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(days=1), "today"),
        (Period(month=True), "this month"),
        (Period(first="2022-03-28", last="2022-03-28"), "28 March 2022"),
        (Period(first="2022-03-01", last="2022-03-28"), "1 March 2022 – 28 March 2022"),
        (Period(last="2022-03-28"), "until 28 March 2022"),
    ],
)
def test_days_are_put_into_words(period: Period, words: str) -> None:
    assert in_words(replace(ClaimFilter(), changed=period)) == f"changed: {words}"
