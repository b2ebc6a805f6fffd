from collections.abc import Callable

import pytest

from claimdesk.commands.mark_looked import LookAgain, MarkLooked
from claimdesk.commands.revert import Revert
from claimdesk.domain.coverage import CoverageKind
from claimdesk.domain.errors import Refused
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def ranges(reader: Reader) -> list[tuple[int, int, str]]:
    return [(one.start, one.end, one.kind.value) for one in queries.looked(reader, 1)]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_who_looked_is_kept_and_the_history_shows_at_what(run: Run, reader: Reader) -> None:
    run(MarkLooked(1, ((0, 45),), remark=" Wertung "))
    [one] = queries.looked(reader, 1)
    assert (one.start, one.end, one.kind) == (0, 45, CoverageKind.NO_FACT)
    assert (one.person, one.remark) == ("Cleo Süß", "Wertung")
    assert words(reader).startswith("No fact in “Die Brücke von Nordhafen wurde")


def test_it_is_undone_and_done_again(run: Run, reader: Reader) -> None:
    event = run(MarkLooked(1, ((0, 45), (46, 60))))
    assert words(reader) == "No fact in 2 sentences"
    back = run(Revert(event or ""))
    assert ranges(reader) == []
    run(Revert(back or ""))
    assert ranges(reader) == [(0, 45, "no_fact"), (46, 60, "no_fact")]
    assert examine(reader.path) == []


def test_saying_it_twice_is_no_second_edit(run: Run, reader: Reader) -> None:
    assert run(MarkLooked(1, ((0, 45),)))
    assert run(MarkLooked(1, ((0, 45),))) is None
    assert run(MarkLooked(1, ((0, 45),), CoverageKind.NOT_ARTICLE))
    assert ranges(reader) == [(0, 45, "no_fact"), (0, 45, "not_article")]


def test_looking_again_takes_back_what_touches_the_passage(run: Run, reader: Reader) -> None:
    run(MarkLooked(1, ((0, 45), (46, 60))))
    run(LookAgain(1, ((10, 46),)))
    assert ranges(reader) == [(46, 60, "no_fact")]
    assert words(reader).startswith("To be looked at: “")
    assert run(LookAgain(1, ((10, 46),))) is None


@pytest.mark.parametrize("span", [(5, 5), (-1, 5), (0, 100_000)])
def test_a_passage_that_the_text_does_not_have_is_refused(
    run: Run, reader: Reader, span: tuple[int, int]
) -> None:
    with pytest.raises(Refused, match="changed meanwhile"):
        run(MarkLooked(1, (span,)))
    assert ranges(reader) == []
