"""The whole desk's list against a naive one, for any sequence of sort, filter, edit and undo."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.tag_claims import TagClaims
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimRow, ClaimSort
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.i18n import sort_key
from claimdesk.store import Store, queries
from claimdesk.store.sqlite import lists
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.wide_claims import WideClaimsModel

ADA = Person.named("Ada Ärmel")
KEYS: dict[ClaimColumn, Callable[[ClaimRow], Any]] = {
    ClaimColumn.ARTICLE: lambda row: sort_key(row.article_title),
    ClaimColumn.NUMBER: lambda row: row.number,
    ClaimColumn.STATUS: lambda row: list(Status).index(row.status),
    ClaimColumn.STATEMENT: lambda row: sort_key(row.statement),
    ClaimColumn.KIND: lambda row: row.kind,
    ClaimColumn.NOTES: lambda row: row.notes,
    ClaimColumn.SOURCES: lambda row: row.sources,
    ClaimColumn.CHANGED_AT: lambda row: row.changed_at,
}
FILTERS: dict[ClaimFilter, Callable[[ClaimRow], bool]] = {
    ClaimFilter(): lambda _row: True,
    ClaimFilter(statuses=frozenset({Status.UNCHECKED, Status.FALSE})): lambda row: (
        row.status in (Status.UNCHECKED, Status.FALSE)
    ),
    ClaimFilter(left=True): lambda row: row.is_left,
    ClaimFilter(text="neu"): lambda row: "neu" in row.statement.lower(),
    ClaimFilter(tags=frozenset({"Bau"})): lambda row: "Bau" in row.tags,
    ClaimFilter(sourced=False): lambda row: not row.sources,
    ClaimFilter(badges=frozenset({Badge.NO_EVIDENCE})): lambda row: Badge.NO_EVIDENCE in row.badges,
}
CLAIMS = st.integers(0, 30)


def naive(rows: list[ClaimRow], chosen: ClaimFilter, sort: ClaimSort) -> list[int]:
    """All rows at once, sorted by Python; the newest article first where all else is the same."""
    fits = [row for row in rows if FILTERS[chosen](row)]
    if sort.column is ClaimColumn.NUMBER:
        fits.sort(key=lambda row: (row.number, -row.article), reverse=sort.descending)
    else:
        fits.sort(
            key=lambda row: (KEYS[sort.column](row), -row.article, row.number),
            reverse=sort.descending,
        )
    return [row.id for row in fits]


class WholeDesk(RuleBasedStateMachine):
    """Somebody at a list of the whole desk, and somebody else at the same desk."""

    made: Callable[[], tuple[Desk, Path]]
    qtbot: QtBot

    @initialize()
    def begin(self) -> None:
        self.desk, self.path = self.made()
        self.model = WideClaimsModel(self.desk)
        self.model.set_order(ClaimSort(ClaimColumn.NUMBER))
        self.model.set_filter(ClaimFilter())

    @rule(column=st.sampled_from(list(KEYS)), descending=st.booleans())
    def sort(self, column: ClaimColumn, descending: bool) -> None:
        self.model.set_order(ClaimSort(column, descending))

    @rule(chosen=st.sampled_from(list(FILTERS)))
    def filter(self, chosen: ClaimFilter) -> None:
        self.model.set_filter(chosen)

    @rule(at=CLAIMS, status=st.sampled_from(list(Status)[:6]))
    def mark(self, at: int, status: Status) -> None:
        self.desk.run(SetStatus((self.claim(at),), status))

    @rule(status=st.sampled_from(list(Status)[:6]))
    def mark_many(self, status: Status) -> None:
        self.desk.run(SetStatus(tuple(row.id for row in self.rows()[:12]), status))

    @rule(at=CLAIMS, words=st.sampled_from(["Ärger", "Neu", "zuletzt", "Maß"]))
    def reword(self, at: int, words: str) -> None:
        claim = self.claim(at)
        [row] = queries.claim_rows(self.desk.read, [claim])
        self.desk.run(EditStatement(claim, words, row.statement))

    @rule(at=CLAIMS)
    def note(self, at: int) -> None:
        self.desk.run(WriteNote("Anruf", claim=self.claim(at)))

    @rule(at=CLAIMS)
    def tag(self, at: int) -> None:
        self.desk.run(TagClaims((self.claim(at),), ("Bau",)))

    @rule(at=CLAIMS)
    def put_aside(self, at: int) -> None:
        self.desk.run(SetAsideClaims((self.claim(at),)))

    @rule(article=st.sampled_from([1, 2]))
    def add(self, article: int) -> None:
        self.desk.run(AddClaim(article, "Neu"))

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @rule()
    def redo(self) -> None:
        self.desk.redo()

    @rule(at=CLAIMS, status=st.sampled_from(list(Status)[:6]))
    def another_program_marks(self, at: int, status: Status) -> None:
        with Store(self.path) as store:
            store.run(SetStatus((self.claim(at),), status), Person.named("Cleo Süß"))
        self.desk.watch.look()

    def rows(self) -> list[ClaimRow]:
        return queries.claim_rows(self.desk.read, queries.claim_ids(self.desk.read))

    def claim(self, at: int) -> int:
        assert self.desk.settle()
        rows = self.rows()
        return rows[at % len(rows)].id

    @invariant()
    def it_shows_what_a_naive_list_would(self) -> None:
        if not hasattr(self, "desk"):
            return
        assert self.desk.settle()
        self.qtbot.waitUntil(lambda: not self.model.is_loading)
        rows, model = self.rows(), self.model
        assert model.chosen is not None
        assert list(model.ids) == naive(rows, model.chosen, model.order)
        held = {row.id: row for row in rows}
        wanted = [held[claim] for claim in model.ids]
        self.qtbot.waitUntil(lambda: self.shown() == wanted)

    def shown(self) -> list[ClaimRow | None]:
        return [self.model.row_at(at) for at in range(self.model.rowCount())]

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            self.model.deleteLater()


@pytest.fixture
def two_articles(kept_desk: Path, tmp_path: Path) -> Path:
    """A desk with a few more claims in a second article."""
    path = tmp_path / "two.claimdesk"
    shutil.copyfile(kept_desk, path)
    with Store(path) as store:
        store.run(AddArticle(ArticleData(title="Älteres")), ADA)
        for number in range(6):
            store.run(AddClaim(2, f"Behauptung {number}"), ADA)
    return path


@pytest.mark.parametrize("kept", [False, True])
def test_any_sequence_of_work_shows_what_a_naive_list_would(
    two_articles: Path, tmp_path: Path, qtbot: QtBot, kept: bool
) -> None:
    if kept:
        lists.build(two_articles)
    count = iter(range(10_000))

    class Machine(WholeDesk):
        def __init__(self) -> None:
            super().__init__()
            self.qtbot = qtbot

        def made(self) -> tuple[Desk, Path]:
            path = tmp_path / f"{next(count)}.claimdesk"
            shutil.copyfile(two_articles, path)
            return Desk(path, ADA), path

    run_state_machine_as_test(Machine, settings=settings(max_examples=12, stateful_step_count=15))


def test_qt_finds_it_sound_while_it_moves_rows(
    two_articles: Path, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    desk = Desk(two_articles, ADA)
    model = WideClaimsModel(desk)
    model.set_order(ClaimSort(ClaimColumn.STATUS))
    model.set_filter(ClaimFilter())
    qtbot.waitUntil(lambda: not model.is_loading)
    qtmodeltester.check(model)
    for status in (Status.FALSE, Status.UNCHECKED, Status.LEFT_OUT):
        desk.run(SetStatus((3,), status, "Grund" if status is Status.LEFT_OUT else ""))
        assert desk.settle()
        QApplication.processEvents()
    qtmodeltester.check(model)
    desk.close()
