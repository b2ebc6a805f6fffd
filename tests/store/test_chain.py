import json
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.store import chain

VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(VALUE)
def test_a_value_has_one_spelling(value: Any) -> None:
    spelt = chain.canonical(value)
    assert json.loads(spelt) == value
    assert chain.canonical(json.loads(spelt)) == spelt


def test_the_order_of_keys_does_not_matter() -> None:
    assert chain.canonical({"b": 1, "a": "ä"}) == chain.canonical({"a": "ä", "b": 1})
    assert chain.canonical({"b": 1, "a": "ä"}) == '{"a":"ä","b":1}'


FACTS: dict[str, Any] = {
    "writer": "w",
    "number": 1,
    "event": "e",
    "time": "t",
    "person": "p",
    "reverts": None,
    "digests": ["d", "dd"],
}
OTHERS: dict[str, Any] = {
    "writer": "v",
    "number": 2,
    "event": "f",
    "time": "u",
    "person": "q",
    "reverts": "e",
    "digests": ["dd", "d"],
}


def test_a_link_hangs_on_each_of_its_parts() -> None:
    links = [
        chain.link(chain.GENESIS, **FACTS),
        chain.link("1" * 64, **FACTS),
        *(chain.link(chain.GENESIS, **{**FACTS, name: OTHERS[name]}) for name in FACTS),
        chain.link(chain.GENESIS, **{**FACTS, "digests": ["d"]}),
        chain.link(chain.GENESIS, **{**FACTS, "digests": []}),
    ]
    assert all(one != other for one, other in combinations(links, 2))


CHANGE: dict[str, Any] = {"entity": "a", "row": "b", "field": "c", "before": None, "after": "1"}


def test_a_change_s_digest_hangs_on_each_of_its_parts() -> None:
    digests = [
        chain.change_digest("s", **CHANGE),
        chain.change_digest("t", **CHANGE),
        *(chain.change_digest("s", **{**CHANGE, name: "x"}) for name in CHANGE),
        chain.change_digest("s", **{**CHANGE, "before": "null"}),
    ]
    assert all(one != other for one, other in combinations(digests, 2))


def test_the_chain_s_spelling_stays() -> None:
    """Desks out there hold links made this way: another one would make them look forged."""
    digest = chain.change_digest("00", **CHANGE)
    assert digest == "54402d928c1f48f7782eb4bf105bfeb06d42ae4f1682d0b0cbdaf484fe7cab78"
    assert (
        chain.event_digest("00", "m", "{}")
        == "6e45ad6c8462dc6f1a4e1d64958b4bf4cb08e877d6e55014eac6ff8bf01982ac"
    )
    assert (
        chain.link(chain.GENESIS, **FACTS)
        == "31bd08b25d9990b952639e56a3c7bc4cadd94e34ba221ab182a0c2bf9c0a79ff"
    )
