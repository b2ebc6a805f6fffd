"""A filter written down and read again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.claim import WORTHINESS, Badge, ClaimFilter, Kind
from claimdesk.domain.saved_filter import conditions_of, read, written
from claimdesk.domain.status import Status
from tests.domain.test_period import PERIODS

FILTERS = st.builds(
    ClaimFilter,
    st.none() | st.integers(1, 9),
    st.frozensets(st.sampled_from(Status)),
    st.frozensets(st.sampled_from(Kind)),
    st.text(),
    st.frozensets(st.sampled_from(Badge)),
    st.booleans(),
    st.frozensets(st.sampled_from(WORTHINESS)),
    st.frozensets(st.text()),
    st.frozensets(st.text()),
    st.frozensets(st.text()),
    st.none() | st.booleans(),
    st.none() | PERIODS,
    st.none() | PERIODS,
)


@given(FILTERS)
def test_it_comes_back_without_its_article(chosen: ClaimFilter) -> None:
    again = read(json.loads(json.dumps(written(chosen))))
    assert again == conditions_of(chosen)
    assert conditions_of(again) == again


def test_what_it_does_not_ask_for_is_left_out() -> None:
    assert written(ClaimFilter(3, text=" ")) == {}
    assert written(ClaimFilter(left=True, worthiness=frozenset({3, 1}))) == {
        "left": True,
        "worthiness": [1, 3],
    }


@pytest.mark.parametrize("held", [{"statuses": ["later"]}, {"kinds": 3}, {"worthiness": ["much"]}])
def test_nonsense_is_refused(held: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        read(held)
