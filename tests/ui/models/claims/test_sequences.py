"""The next unchecked claim, and any sequence of edits beside a naive list."""

import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.edit_claim import SetKind
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimSort, Kind
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claims import ClaimsModel
from tests.support.claims_model import edit, row_in


class TestNextUnchecked:
    def test_it_is_the_next_in_the_list_and_wraps(self, model: ClaimsModel, desk: Desk) -> None:
        unchecked = [
            claim_id for claim_id in model.ids if row_in(desk, claim_id).status is Status.UNCHECKED
        ]
        assert model.next_unchecked(None) == unchecked[0]
        assert model.next_unchecked(unchecked[0]) == unchecked[1]
        assert model.next_unchecked(unchecked[-1]) == unchecked[0]
        assert model.next_unchecked(unchecked[0], skipping={unchecked[1]}) == unchecked[2]

    def test_there_may_be_none(self, model: ClaimsModel, article: int) -> None:
        model.set_filter(ClaimFilter(article, frozenset({Status.FALSE})))
        assert model.next_unchecked(model.id_at(0)) is None

    def test_behind_a_claim_that_the_filter_hides_the_order_goes_on(
        self, model: ClaimsModel, article: int
    ) -> None:
        whole = list(model.ids)
        model.set_filter(ClaimFilter(article, frozenset({Status.UNCHECKED})))
        hidden = next(
            one for one in whole[whole.index(model.id_at(0)) + 1 :] if one not in model.ids
        )
        following = next(one for one in whole[whole.index(hidden) :] if one in model.ids)
        assert model.next_unchecked(hidden) == following != model.id_at(0)
        model.set_order(ClaimSort(ClaimColumn.NUMBER, descending=True))
        lower = [one for one in model.ids if one < hidden]
        assert model.next_unchecked(hidden) == lower[0]

    def test_behind_the_last_shown_it_begins_anew(self, model: ClaimsModel, article: int) -> None:
        last = model.ids[-1]
        model.set_filter(ClaimFilter(article, frozenset({Status.UNCHECKED})))
        if last not in model.ids:
            assert model.next_unchecked(last) == model.id_at(0)
        assert model.next_unchecked(10**9) == model.id_at(0)

    def test_it_never_returns_to_itself(self, model: ClaimsModel, desk: Desk) -> None:
        unchecked = [one for one in model.ids if row_in(desk, one).status is Status.UNCHECKED]
        edit(desk, SetStatus(tuple(unchecked[1:]), Status.VERIFIED))
        assert model.next_unchecked(unchecked[0]) is None


EDITS = st.one_of(
    st.tuples(
        st.just("filter"),
        st.frozensets(st.sampled_from(Status), max_size=3),
        st.sampled_from(("", "russ", "1")),
        st.frozensets(st.sampled_from(Badge), max_size=2),
        st.booleans(),
    ),
    st.tuples(st.just("sort"), st.sampled_from(ClaimColumn), st.booleans()),
    st.tuples(
        st.just("status"),
        st.sets(st.integers(0, 179), min_size=1, max_size=3),
        st.sampled_from(list(Status)[:9]),
        st.booleans(),
    ),
    st.tuples(st.just("kind"), st.integers(0, 179), st.sampled_from(Kind)),
    st.tuples(st.sampled_from(["aside", "correction", "question"]), st.integers(0, 179)),
    st.tuples(st.just("undo")),
)


def carry_out(desk: Desk, model: ClaimsModel, every: Sequence[int], step: tuple[Any, ...]) -> None:
    match step:
        case "filter", statuses, text, badges, left:
            article = model.chosen.article if model.chosen else None
            model.set_filter(ClaimFilter(article, statuses, text=text, badges=badges, left=left))
        case "sort", column, descending:
            model.set_order(ClaimSort(column, descending))
        case "status", places, status, held:
            chosen = tuple(every[at] for at in places)
            model.hold(chosen[:1] if held else ())
            edit(desk, SetStatus(chosen, status))
        case "kind", at, kind:
            edit(desk, SetKind((every[at],), kind))
        case "aside", at:
            edit(desk, SetAsideClaims((every[at],)))
        case "correction", at:
            edit(desk, ProposeCorrection(every[at], "anders"))
        case "question", at:
            edit(desk, AskQuestion("Woher?", claims=(every[at],)))
        case _:
            desk.undo()
            assert desk.settle()


@given(steps=st.lists(EDITS, min_size=1, max_size=8))
def test_it_shows_what_a_naive_list_would(
    steps: list[tuple[Any, ...]], sample_file: Path, tmp_path: Path, qapp: QApplication
) -> None:
    """Whatever is filtered, ordered, edited and undone: once nothing is held, the list is the one
    that the desk would give, and each row says what the desk holds."""
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(sample_file, path)
    with closing(Desk(path, Person.named("Ada B"))) as desk:
        model = ClaimsModel(desk)
        model.set_filter(ClaimFilter(queries.article_rows(desk.read)[0].id))
        every = tuple(model.ids)
        for step in steps:
            carry_out(desk, model, every, step)
        model.hold(())
        assert model.chosen is not None
        assert list(model.ids) == list(queries.claim_ids(desk.read, model.chosen, model.order))
        counted = {status: count for status, count in model.counts.items() if count}
        assert counted == queries.status_counts(desk.read, model.chosen)
        rows = [model.row_at(row) for row in range(model.rowCount())]
        assert rows == queries.claim_rows(desk.read, model.ids)
