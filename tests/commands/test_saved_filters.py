from collections.abc import Callable

import pytest

from claimdesk.commands.revert import Revert
from claimdesk.commands.saved_filters import RenameFilter, SaveFilter, SetAsideFilter
from claimdesk.domain.claim import Badge, ClaimFilter, Kind
from claimdesk.domain.errors import Refused
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]
CHOSEN = ClaimFilter(
    1,
    frozenset({Status.FALSE, Status.DISPUTED}),
    frozenset({Kind.QUOTE}),
    "  Grüße „“ 5 % ",
    frozenset({Badge.LEAD}),
    left=True,
    worthiness=frozenset({3, 1}),
)


def names(reader: Reader) -> list[str]:
    return [one.name for one in queries.saved_filters(reader)]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_all_that_it_asks_for_is_kept_but_its_article(run: Run, reader: Reader) -> None:
    run(SaveFilter("  Zitate,  die\twehtun ", CHOSEN))
    [saved] = queries.saved_filters(reader)
    assert saved.name == "Zitate, die wehtun"
    assert saved.conditions == ClaimFilter(
        None,
        CHOSEN.statuses,
        CHOSEN.kinds,
        "Grüße „“ 5 %",
        CHOSEN.badges,
        left=True,
        worthiness=frozenset({1, 3}),
    )
    assert words(reader) == "Save the filter “Zitate, die wehtun”"


def test_they_stand_in_the_order_they_were_saved_in(run: Run, reader: Reader) -> None:
    for name in ("b", "a", "c"):
        run(SaveFilter(name, CHOSEN))
    assert names(reader) == ["b", "a", "c"]


def test_another_name_and_aside_and_back(run: Run, reader: Reader) -> None:
    run(SaveFilter("old", CHOSEN))
    [saved] = queries.saved_filters(reader)
    assert run(RenameFilter(saved.id, "old")) is None
    renamed = run(RenameFilter(saved.id, "new"))
    assert renamed
    assert words(reader) == "Rename the filter “old” to “new”"
    aside = run(SetAsideFilter(saved.id))
    assert aside
    assert names(reader) == []
    run(Revert(aside))
    assert names(reader) == ["new"]
    run(Revert(renamed))
    assert names(reader) == ["old"]


@pytest.mark.parametrize("name", ["", " \n", "TAKEN", " taken "])
def test_no_name_and_one_that_is_taken(run: Run, reader: Reader, name: str) -> None:
    run(SaveFilter("Taken", CHOSEN))
    with pytest.raises(Refused):
        run(SaveFilter(name, CHOSEN))
    run(SaveFilter("other", CHOSEN))
    other = queries.saved_filters(reader)[1]
    with pytest.raises(Refused):
        run(RenameFilter(other.id, name))
    assert names(reader) == ["Taken", "other"]


def test_the_name_of_one_that_is_aside_is_free(run: Run, reader: Reader) -> None:
    run(SaveFilter("name", CHOSEN))
    run(SetAsideFilter(queries.saved_filters(reader)[0].id))
    run(SaveFilter("Name", CHOSEN))
    assert names(reader) == ["Name"]


def test_a_filter_that_shows_all_is_not_worth_a_name(run: Run) -> None:
    with pytest.raises(Refused, match="narrow the list first"):
        run(SaveFilter("all", ClaimFilter(1, text="  ")))


@pytest.mark.parametrize("stored", ["", "[]", '{"kinds": ["later"]}', '{"statuses": 3}', "{"])
def test_conditions_of_a_later_claimdesk_show_all(
    run: Run, reader: Reader, raw: Callable[[str], None], stored: str
) -> None:
    run(SaveFilter("strange", CHOSEN))
    raw(f"UPDATE saved_filter SET conditions = '{stored}'")
    [saved] = queries.saved_filters(reader)
    assert saved.conditions == ClaimFilter()
