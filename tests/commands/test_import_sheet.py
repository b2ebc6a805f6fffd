"""An edited sheet comes back: exactly what was changed, beside what the desk did meanwhile."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.import_sheet import ImportSheet, plan_import
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import RewriteNote
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.errors import Conflict, NotFound, OutputError, Refused
from claimdesk.domain.sheet import CellChange, Column, SheetPlan
from claimdesk.domain.status import Status
from claimdesk.services.exporters.csv_sheet import harmless
from claimdesk.services.exporters.export import export
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.options import Options, Part
from claimdesk.services.importers.incoming import read_incoming
from claimdesk.services.importers.sheet import Sheet
from claimdesk.store import Store, queries
from claimdesk.store.sqlite.connection import Reader

Run = Callable[..., str | None]
Cells = Mapping[tuple[int, Column], str]
"""What is written into the cells of claims, by their numbers."""

AT = {column: place for place, column in enumerate(Column)}


def write_xlsx(path: Path, cells: Cells) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=3)}
    for (number, column), value in cells.items():
        cell = rows[number][AT[column]]
        cell.value = value
        cell.data_type = "s"  # openpyxl would make formulas of texts that begin with "="
    book.save(path)


def write_csv(path: Path, cells: Cells) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    by_number = {row[0]: row for row in rows}
    for (number, column), value in cells.items():
        by_number[str(number)][AT[column]] = harmless(value)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")


WRITERS = {"xlsx": write_xlsx, "csv": write_csv}


class Desk:
    """A desk, and its sheet on the way out and back."""

    def __init__(self, path: Path, reader: Reader, folder: Path) -> None:
        self.path, self.reader, self._folder = path, reader, folder
        self.article = queries.article_ids(reader)[0]

    def send(self, form: str = "xlsx", language: str = "de", **options: Any) -> Path:
        path = self._folder / f"sheet.{form}"
        made = queries.dossier(self.reader, self.article)
        export(
            made,
            form,
            path,
            language=language,
            made_at="2022-03-28T12:10:00Z",
            options=Options(**options),
        )
        return path

    def plan(self, path: Path) -> SheetPlan:
        sheet = read_incoming(path)
        assert isinstance(sheet, Sheet)
        return plan_import(self.reader, sheet)

    def claim(self, number: int) -> ClaimDetail:
        row = queries.claim_numbered(self.reader, self.article, number)
        assert row is not None
        return queries.claim_details(self.reader, [row])[0]


@pytest.fixture
def kept(desk: Path, reader: Reader, tmp_path: Path) -> Desk:
    return Desk(desk, reader, tmp_path)


def edit(plan: SheetPlan, *changes: CellChange) -> ImportSheet:
    return ImportSheet(plan.article, changes or plan.changes, "sheet")


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_sheet_nobody_touched_changes_nothing(kept: Desk, form: str, language: str) -> None:
    plan = kept.plan(kept.send(form, language))
    assert (plan.changes, plan.remarks) == ((), ())


@pytest.mark.parametrize("form", WRITERS)
def test_all_that_can_be_changed_comes_back_as_one_event(kept: Desk, form: str, run: Run) -> None:
    sent = kept.send(form)
    first = queries.claim_details(kept.reader, queries.claim_ids(kept.reader))[0].row.number
    WRITERS[form](
        sent,
        {
            (first, Column.STATUS): "strittig",
            (first, Column.STATEMENT): "Anders gesagt.",
            (first, Column.KIND): "Zitat",
            (first, Column.WORTHINESS): "3",
            (first, Column.ATTRIBUTED_TO): "der Hafenmeister",
            (first, Column.AS_OF): "März 2022",
            (first, Column.FINDING): "Neu geschrieben.",
            (first, Column.NEW_NOTE): "Dazu noch dies.",
            (first, Column.CORRECTION): "ein anderer Wortlaut",
        },
    )
    before = kept.claim(first)
    events = len(queries.events(kept.reader))
    event = run(edit(kept.plan(sent)))
    after = kept.claim(first)
    assert after.row.status is Status.DISPUTED
    assert (after.row.statement, after.row.kind.value) == ("Anders gesagt.", "quote")
    assert (after.row.check_worthiness, after.row.as_of) == (3, "2022-03")
    assert after.row.attributed_to == "der Hafenmeister"
    texts = [note.text for note in after.notes]
    assert {"Neu geschrieben.", "Dazu noch dies."} <= set(texts)
    assert after.corrections[-1].new_wording == "ein anderer Wortlaut"
    assert len(queries.events(kept.reader)) == events + 1
    assert kept.plan(sent).changes[0].column is Column.NEW_NOTE, "all but a note is there by now"
    assert event
    run(Revert(event))
    again = kept.claim(first)
    assert (again.row.statement, again.row.status) == (before.row.statement, before.row.status)
    assert [note.text for note in again.notes] == [note.text for note in before.notes]


WORDS = st.text(
    st.one_of(
        st.sampled_from("=+-@\t\n'\"„“;,007\x00\x07\u202e\ud800👍"),
        st.characters(),
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=25)
@example(words=["0", ",\x85", "\r"], form="csv")
@given(words=st.lists(WORDS, min_size=1, max_size=6), form=st.sampled_from(list(WRITERS)))
def test_words_of_any_kind_come_back_exactly(
    kept: Desk, store: Store, person: Any, words: list[str], form: str
) -> None:
    """Cleaned, as anything a document can hold is, and without blanks around them."""
    numbers = [
        row.number for row in queries.claim_rows(kept.reader, queries.claim_ids(kept.reader))
    ]
    wanted = dict(zip(numbers, map(clean, words), strict=False))
    sent = kept.send(form)
    WRITERS[form](sent, {(number, Column.STATEMENT): word for number, word in wanted.items()})
    plan = kept.plan(sent)
    good = tuple(change for change in plan.changes if change.is_safe)
    if good:
        store.run(ImportSheet(plan.article, good, "sheet"), person)
    for number, word in wanted.items():
        if word.strip():
            assert kept.claim(number).row.statement == word.strip()


@pytest.mark.parametrize("form", WRITERS)
def test_what_the_desk_changed_meanwhile_is_a_conflict(kept: Desk, form: str, run: Run) -> None:
    sent = kept.send(form)
    first = kept.claim(1).row.statement
    run(EditStatement(1, "Im Desk geändert.", first))
    run(EditStatement(2, "Auch im Desk.", kept.claim(2).row.statement))
    WRITERS[form](sent, {(1, Column.STATEMENT): "In der Liste geändert."})
    plan = kept.plan(sent)
    [change] = plan.changes
    assert change.conflict
    assert (change.before, change.after) == ("Im Desk geändert.", "In der Liste geändert.")
    assert change.started_from == first
    assert f"then it was “{first}”" in change.remark
    run(edit(plan))
    assert kept.claim(1).row.statement == "In der Liste geändert."
    assert kept.claim(2).row.statement == "Auch im Desk.", "nobody touched its cell"


def test_the_words_that_a_note_s_cell_started_from_are_found_again(kept: Desk, run: Run) -> None:
    number = next(
        claim.row.number
        for claim in queries.claim_details(kept.reader, queries.claim_ids(kept.reader))
        if any(note.role.value == "note" for note in claim.notes)
    )
    note = next(one for one in kept.claim(number).notes if one.role.value == "note")
    sent = kept.send()
    run(RewriteNote(note.id, "Zweites Wort.", note.text))
    run(RewriteNote(note.id, "Drittes Wort.", "Zweites Wort."))
    write_xlsx(sent, {(number, Column.FINDING): "Aus der Liste."})
    [change] = kept.plan(sent).changes
    assert (change.before, change.started_from) == ("Drittes Wort.", note.text)
    run(edit(kept.plan(sent)))
    assert "Aus der Liste." in [one.text for one in kept.claim(number).notes]


def test_what_changes_between_preview_and_import_is_refused(kept: Desk, run: Run) -> None:
    sent = kept.send()
    write_xlsx(sent, {(1, Column.STATEMENT): "In der Liste.", (2, Column.STATUS): "falsch"})
    plan = kept.plan(sent)
    run(SetStatus((kept.claim(2).row.id,), Status.DISPUTED))
    with pytest.raises(Conflict, match="claim 2 was changed to “disputed"):
        run(edit(plan))
    assert kept.claim(1).row.statement != "In der Liste.", "all or nothing"


def test_leaving_out_takes_its_reason_from_the_new_note(kept: Desk, run: Run) -> None:
    sent = kept.send()
    write_xlsx(sent, {(1, Column.STATUS): "bewusst nicht geprüft"})
    [change] = kept.plan(sent).changes
    assert "New note" in change.problem
    with pytest.raises(Refused):
        run(edit(kept.plan(sent)))
    write_xlsx(sent, {(1, Column.NEW_NOTE): "keine Zeit"})
    plan = kept.plan(sent)
    assert len(plan.changes) == 1
    run(edit(plan))
    claim = kept.claim(1)
    assert claim.row.status is Status.LEFT_OUT
    assert [note.text for note in claim.notes if note.role.value == "reason"] == ["keine Zeit"]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (Column.STATUS, "stimmt so", "“stimmt so” is nothing that “Status” can be."),
        (Column.KIND, "Gerücht", "“Gerücht” is nothing that “Kind” can be."),
        (Column.WORTHINESS, "9", "“9” is nothing that “Check-worthiness” can be."),
        (Column.AS_OF, "31.02.2022", "“31.02.2022” is nothing that “As of” can be."),
        (Column.STATEMENT, "", "A sheet empties no cell"),
    ],
)
def test_a_cell_that_says_nothing_we_know_is_named(
    kept: Desk, column: Column, value: str, said: str
) -> None:
    sent = kept.send()
    write_xlsx(sent, {(1, column): value})
    [change] = kept.plan(sent).changes
    assert said in change.problem


def test_rows_may_be_sorted_left_out_doubled_and_columns_moved(kept: Desk) -> None:
    sent = kept.send("csv")
    with sent.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    rows = [*reversed(rows[1:]), rows[2]]
    turned = [list(reversed(row)) for row in [head, *rows]]
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["Liste", "von", "heute"], [], *turned])
    sent.write_text(text.getvalue(), encoding="cp1252")
    plan = kept.plan(sent)
    assert plan.changes == ()
    assert len(plan.remarks) == 1
    assert "stands in a row above" in plan.remarks[0]


def test_a_long_note_arrives_whole(kept: Desk, run: Run) -> None:
    sent = kept.send("csv")
    words = "„Größe“; 007 " * 3_000
    write_csv(sent, {(1, Column.NEW_NOTE): words})
    run(edit(kept.plan(sent)))
    assert words.strip() in [note.text for note in kept.claim(1).notes]
    with pytest.raises(OutputError, match="has 38999 characters"):
        kept.send("xlsx")


def test_a_sheet_without_notes_overwrites_none(kept: Desk) -> None:
    number = next(
        claim.row.number
        for claim in queries.claim_details(kept.reader, queries.claim_ids(kept.reader))
        if any(note.role.value == "note" for note in claim.notes)
    )
    sent = kept.send(without=frozenset({Part.NOTES}))
    assert kept.plan(sent).changes == ()
    write_xlsx(sent, {(number, Column.FINDING): "Ein Befund."})
    [change] = kept.plan(sent).changes
    assert change.conflict


def test_a_row_somebody_added_becomes_a_claim(kept: Desk, run: Run) -> None:
    sent = kept.send()
    book = openpyxl.load_workbook(sent)
    sheet = book.worksheets[0]
    row = sheet.max_row + 1
    for column, value in {
        Column.STATUS: "falsch",
        Column.STATEMENT: "Die Brücke ist 12 Meter lang.",
        Column.FINDING: "Sie hat 21.",
        Column.KIND: "Datum",
        Column.AS_OF: "2022",
    }.items():
        sheet.cell(row, AT[column] + 1, value)
    book.save(sent)
    plan = kept.plan(sent)
    [change] = plan.changes
    assert change.claim is None
    run(edit(plan))
    rows = queries.claim_rows(kept.reader, queries.claim_ids(kept.reader))
    claim = kept.claim(max(row.number for row in rows))
    assert claim.row.statement == "Die Brücke ist 12 Meter lang."
    assert (claim.row.status, claim.row.as_of) == (Status.FALSE, "2022")
    assert [note.text for note in claim.notes] == ["Sie hat 21."]


def test_a_column_that_was_taken_away_changes_nothing(kept: Desk) -> None:
    sent = kept.send("csv")
    with sent.open(encoding="utf-8-sig", newline="") as file:
        rows = [row[:2] + row[3:] for row in csv.reader(file, delimiter=";")]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    sent.write_text(text.getvalue(), encoding="utf-8")
    plan = kept.plan(sent)
    assert plan.changes == ()
    assert plan.remarks == ("These columns are not in the sheet (any more): Statement.",)


def test_blanked_words_are_never_written_back(kept: Desk, run: Run) -> None:
    """What a masked sheet hides stays as it is in the desk."""
    source = queries.sources(kept.reader)[0]

    class Hide:
        def apply(self, work: Any) -> Any:
            work.set("source", source.id, confidential=True, contact="Gerda Geheim")
            return EditStatement(1, "Das sagte Gerda Geheim.", kept.claim(1).row.statement).apply(
                work
            )

    run(Hide())
    sent = kept.send()
    assert kept.plan(sent).changes == ()
    write_xlsx(sent, {(1, Column.STATEMENT): "Das sagte jemand."})
    [change] = kept.plan(sent).changes
    assert "blanked out" in change.problem
    open_ = kept.send(unmask=True)
    write_xlsx(open_, {(1, Column.STATEMENT): "Das sagte jemand."})
    [change] = kept.plan(open_).changes
    assert change.is_safe


def test_a_sheet_of_another_desk_is_named(kept: Desk, tmp_path: Path) -> None:
    sent = kept.send("csv")
    text = sent.read_text(encoding="utf-8-sig")
    for row in queries.claim_rows(kept.reader, queries.claim_ids(kept.reader)):
        text = text.replace(row.public_id, "0" * 12 + row.public_id[12:])
    sent.write_text(text, encoding="utf-8")
    with pytest.raises(NotFound, match=r"“sheet\.csv” is in this desk"):
        kept.plan(sent)
