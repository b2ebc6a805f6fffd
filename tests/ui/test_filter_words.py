from claimdesk.domain.claim import Badge, ClaimFilter, Kind
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
        "All that is left, unchecked, false, quote, lead, weight: high, weight: low, “tower”"
    )
    assert in_words(ClaimFilter(7, text=" ")) == ""


def test_each_part_can_be_left_out() -> None:
    parts = dict(without_one(CHOSEN))
    assert list(parts) == ["quote", "lead", "weight: high", "weight: low"]
    assert parts["weight: high"].worthiness == {1}
    assert parts["lead"].badges == frozenset()
    assert all(rest.statuses == CHOSEN.statuses and rest.left for rest in parts.values())
