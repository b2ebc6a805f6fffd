"""Any sequence of edits, undos and redos leaves what a plain model of Python dicts predicts."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from copy import deepcopy
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.ask_question import AnswerQuestion, AskQuestion, RewordQuestion
from claimdesk.commands.attach_source import AttachSource, EditEvidence, EvidenceData
from claimdesk.commands.edit_claim import EditStatement, SetCheckWorthiness, SetKind
from claimdesk.commands.propose_correction import (
    DecideCorrection,
    DropPassage,
    ProposeCorrection,
    RewordCorrection,
)
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_as_of import SetAsOf
from claimdesk.commands.set_aside import (
    SetAsideClaims,
    SetAsideCorrection,
    SetAsideEvidence,
    SetAsideNote,
    SetAsideQuestion,
)
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.claim import Kind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.errors import Conflict, NotFound
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.domain.question import Addressee
from claimdesk.domain.source import SourceData, Stance
from claimdesk.domain.status import Status
from claimdesk.store import Store, open_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader

KEPT = max((Path(__file__).resolve().parents[1] / "data" / "desks").glob("*.claimdesk"))

Run = Callable[[Edit], str]
Row = tuple[str, int]
World = dict[str, dict[int, dict[str, Any]]]

PARENTS = {
    "note": ("claim",),
    "evidence": ("claim", "source"),
    "correction": ("claim",),
    "question": ("claim",),
    "claim": (),
    "source": (),
}


@dataclass
class Done:
    """What an event did: fields from one value to another, rows that came or went."""

    changed: dict[tuple[str, int, str], tuple[Any, Any]] = field(default_factory=dict)
    came: dict[Row, dict[str, Any]] = field(default_factory=dict)
    went: dict[Row, dict[str, Any]] = field(default_factory=dict)


class Model:
    """What a desk should hold, in plain dicts, and what taking something back should do."""

    def __init__(self, world: World) -> None:
        self.world = world

    def change(self, done: Done, table: str, row: int, **values: Any) -> None:
        held = self.world[table][row]
        for name, value in values.items():
            if held[name] != value:
                done.changed[table, row, name] = (held[name], value)
                held[name] = value

    def add(self, done: Done, table: str, row: int, **values: Any) -> None:
        self.world[table][row] = {**values, "aside": False}
        done.came[table, row] = values

    def take_back(self, done: Done) -> Done | None:
        """The event that takes another back; None where something later stands on it."""
        before = deepcopy(self.world)
        back = Done(
            {key: (new, old) for key, (old, new) in done.changed.items()}, done.went, done.came
        )
        if not self._fits(done):
            return None
        for (table, row, name), (_new, old) in back.changed.items():
            self.world[table][row][name] = old
        for table, row in back.came:
            self.world[table][row]["aside"] = False
        if any(map(self._lost, [*back.came, *self._shown_again(back)])):
            self.world = before
            return None
        for table, row in back.went:
            self.world[table][row]["aside"] = True
        if any(map(self._has_hangers, back.went)):
            self.world = before
            return None
        return back

    def _fits(self, done: Done) -> bool:
        came = all(
            self.world[table][row] == {**content, "aside": False}
            for (table, row), content in done.came.items()
        )
        went = all(self.world[table][row]["aside"] for table, row in done.went)
        return (
            came
            and went
            and all(
                self.world[table][row][name] == new
                for (table, row, name), (_old, new) in done.changed.items()
            )
        )

    def _shown_again(self, back: Done) -> list[Row]:
        return [
            (table, row)
            for (table, row, name), (_old, new) in back.changed.items()
            if name == "aside" and not new
        ]

    def _lost(self, row: Row) -> bool:
        """Whether what a row hangs on is set aside."""
        table, key = row
        held = self.world[table][key]
        return any(
            held[parent] is not None and self.world[parent][held[parent]]["aside"]
            for parent in PARENTS[table]
        )

    def _has_hangers(self, row: Row) -> bool:
        parent, key = row
        return any(
            held[parent] == key and not held["aside"]
            for table, rows in self.world.items()
            if parent in PARENTS[table]
            for held in rows.values()
        )

    def shown(self) -> dict[str, Any]:
        """What people see: nothing set aside, nothing on what is set aside."""
        world = {
            table: {row: held for row, held in rows.items() if not held["aside"]}
            for table, rows in self.world.items()
        }
        notes = _by_claim(world, "note", "role", "text")
        corrections = _by_claim(world, "correction", *SHOWN_OF_A_CORRECTION)
        questions = _by_claim(world, "question", *SHOWN_OF_A_QUESTION)
        evidence: dict[int, list[Any]] = {row: [] for row in world["claim"]}
        for row, held in sorted(world["evidence"].items()):
            if held["source"] in world["source"] and held["claim"] in evidence:
                source = world["source"][held["source"]]
                evidence[held["claim"]].append(
                    (row, source["title"], held["stance"], held["remark"])
                )
        return {
            "claims": {
                row: (
                    *(held[name] for name in ("number", "statement", "kind", "status")),
                    *(held[name] for name in ("check_worthiness", "as_of")),
                    notes[row],
                    evidence[row],
                    corrections[row],
                    questions[row],
                )
                for row, held in world["claim"].items()
            },
            "notes": notes[None],
            "questions": questions[None],
            "sources": {row: held["title"] for row, held in world["source"].items()},
        }


SHOWN_OF_A_CORRECTION = ("old_wording", "new_wording", "why", "state", "decided_at", "reason")
SHOWN_OF_A_QUESTION = ("addressee", "name", "text", "answer", "answered_at")


def _by_claim(world: World, table: str, *names: str) -> dict[int | None, list[Any]]:
    """What is shown of the rows that hang on each claim, or (None) on the article."""
    found: dict[int | None, list[Any]] = {row: [] for row in (*world["claim"], None)}
    for row, held in sorted(world[table].items()):
        if held["claim"] in found:
            found[held["claim"]].append((row, *(held[name] for name in names)))
    return found


def _shown(rows: Iterable[Any], names: tuple[str, ...]) -> list[Any]:
    return sorted((row.id, *(getattr(row, name) for name in names)) for row in rows)


def seen(reader: Reader) -> dict[str, Any]:
    """The same, asked of the desk."""
    return {
        "claims": {
            detail.row.id: (
                detail.row.number,
                detail.row.statement,
                detail.row.kind,
                detail.row.status,
                detail.row.check_worthiness,
                detail.row.as_of,
                sorted((note.id, note.role, note.text) for note in detail.notes),
                [
                    (one.id, one.source.data.title, one.stance, one.remark)
                    for one in detail.evidence
                ],
                _shown(detail.corrections, SHOWN_OF_A_CORRECTION),
                _shown(detail.questions, SHOWN_OF_A_QUESTION),
            )
            for detail in queries.claim_details(reader, queries.claim_ids(reader))
        },
        "notes": sorted(
            (note.id, note.role, note.text) for note in queries.article_notes(reader, 1)
        ),
        "questions": _shown(queries.article_questions(reader, 1), SHOWN_OF_A_QUESTION),
        "sources": {source.id: source.data.title for source in queries.sources(reader)},
    }


FIELDS = {
    "claim": "number, statement, kind, status, check_worthiness, as_of",
    "note": "claim, article, role, text",
    "correction": "claim, old_wording, new_wording, why, state, decided_by, decided_at, reason",
    "question": "claim, article, addressee, name, text, answer, answered_by, answered_at",
    "evidence": "claim, source, stance, locator, excerpt, looked, remark",
    "source": ", ".join(one.name for one in fields(SourceData)),
}


def world(reader: Reader) -> World:
    return {
        table: {
            row[0]: dict(zip(("aside", *names.split(", ")), (bool(row[1]), *row[2:]), strict=True))
            for row in reader(f"SELECT id, aside, {names} FROM {table}")
        }
        for table, names in FIELDS.items()
    }


def everything(desk: Path) -> list[str]:
    with closing(sqlite3.connect(desk)) as connection:
        return list(connection.iterdump())


PICK = st.integers(0, 999)
WORDS = st.sampled_from(["Ä", "ein Satz", "ein anderer Satz", "%_'\"{x}", "😀" * 30])
STATUS = st.sampled_from([status for status in Status if status is not Status.LEFT_OUT])
STANCE = st.sampled_from(Stance)
OPEN = {"state": "proposed", "decided_by": None, "decided_at": None, "reason": None}
UNANSWERED = {"answer": None, "answered_by": None, "answered_at": None}
SET_ASIDE: dict[str, Callable[[int], Edit]] = {
    "claim": lambda row: SetAsideClaims((row,)),
    "note": SetAsideNote,
    "evidence": SetAsideEvidence,
    "correction": SetAsideCorrection,
    "question": SetAsideQuestion,
}


class Desk(RuleBasedStateMachine):
    """A window that edits, undoes and redoes, and now and then takes back something older."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Path(self.folder.name) / "desk.claimdesk"
        shutil.copyfile(KEPT, self.desk)
        open_desk(self.desk)
        self.store, self.reader = Store(self.desk), Reader(self.desk)
        self.person = Person.named("Dora Eis")
        self.model = Model(world(self.reader))
        self.done: dict[str, Done] = {}
        self.undo_list: list[str] = []
        self.redo_list: list[str] = []

    def teardown(self) -> None:
        found = examine(self.desk)
        self.reader.close()
        self.store.close()
        self.folder.cleanup()
        assert found == []

    def pick(self, table: str, pick: int) -> int | None:
        """One of the newest rows that are shown: where few are edited, edits meet."""
        rows = [row for row, held in self.model.world[table].items() if not held["aside"]]
        return rows[-1 - pick % min(len(rows), 3)] if rows else None

    def newest(self, table: str) -> int:
        return int(self.reader(f"SELECT max(id) FROM {table}")[0][0])

    def event(self, edit: Edit) -> str | None:
        event = self.store.run(edit, self.person).event
        return event and queries.event(self.reader, event).public_id

    def keep(self, event: str | None, done: Done) -> None:
        """An edit that changed nothing is no event."""
        assert (event is not None) == bool(done.changed or done.came or done.went)
        if event:
            self.done[event] = done
            self.undo_list.append(event)
            self.redo_list.clear()

    def edit(self, edit: Edit, table: str, row: int, **values: Any) -> None:
        done, event = Done(), self.event(edit)
        self.model.change(done, table, row, **values)
        self.keep(event, done)

    @rule(picks=st.lists(PICK, min_size=1, max_size=3), status=STATUS, note=WORDS | st.just(""))
    def set_status(self, picks: list[int], status: Status, note: str) -> None:
        claims = tuple({claim for pick in picks if (claim := self.pick("claim", pick))})
        if not claims:
            return
        done, event = Done(), self.event(SetStatus(claims, status, note))
        for claim in claims:
            self.model.change(done, "claim", claim, status=status)
        if note:
            last = self.newest("note")
            for row, claim in enumerate(claims, last - len(claims) + 1):
                self.model.add(done, "note", row, claim=claim, article=None, role="note", text=note)
        self.keep(event, done)

    @rule(pick=PICK, kind=st.sampled_from(Kind), worthiness=st.sampled_from((1, 2, 3)))
    def classify(self, pick: int, kind: Kind, worthiness: int) -> None:
        if claim := self.pick("claim", pick):
            self.edit(SetKind((claim,), kind), "claim", claim, kind=kind)
            edit = SetCheckWorthiness((claim,), worthiness)
            self.edit(edit, "claim", claim, check_worthiness=worthiness)

    @rule(pick=PICK, words=WORDS, stale=st.booleans())
    def reword(self, pick: int, words: str, stale: bool) -> None:
        if not (claim := self.pick("claim", pick)):
            return
        base = self.model.world["claim"][claim]["statement"]
        if stale:
            self.refused(EditStatement(claim, words, base + "!"))
        else:
            self.edit(EditStatement(claim, words, base), "claim", claim, statement=words)

    @rule(words=WORDS)
    def add_claim(self, words: str) -> None:
        numbers = [claim["number"] for claim in self.model.world["claim"].values()]
        done, event = Done(), self.event(AddClaim(1, words, Kind.DATE))
        values = {"statement": words, "kind": "date", "status": "unchecked", "check_worthiness": 2}
        values |= {"as_of": None}
        row = self.newest("claim")
        self.model.add(done, "claim", row, number=max(numbers) + 1, **values)
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS)
    def write_note(self, pick: int, words: str) -> None:
        claim = self.pick("claim", pick) if pick % 4 else None
        article = None if claim else 1
        done, event = Done(), self.event(WriteNote(words, claim=claim, article=article))
        values = {"claim": claim, "article": article, "role": "note", "text": words}
        self.model.add(done, "note", self.newest("note"), **values)
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS)
    def rewrite_note(self, pick: int, words: str) -> None:
        if note := self.pick("note", pick):
            base = self.model.world["note"][note]["text"]
            self.edit(RewriteNote(note, words, base), "note", note, text=words)

    @rule(pick=PICK, words=WORDS, stance=STANCE, known=st.booleans())
    def attach(self, pick: int, words: str, stance: Stance, known: bool) -> None:
        claim, old = self.pick("claim", pick), self.pick("source", pick) if known else None
        if not claim:
            return
        done = Done()
        data, evidence = SourceData(words, published="2020"), EvidenceData(stance, remark=words)
        event = self.event(AttachSource((claim,), old or data, evidence))
        row = old or self.newest("source")
        if not old:
            self.model.add(done, "source", row, **asdict(data))
        values = {"claim": claim, "source": row, **asdict(evidence)}
        self.model.add(done, "evidence", self.newest("evidence"), **values)
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS, stance=STANCE, title=WORDS | st.none())
    def edit_evidence(self, pick: int, words: str, stance: Stance, title: str | None) -> None:
        if not (evidence := self.pick("evidence", pick)):
            return
        source = self.model.world["evidence"][evidence]["source"]
        data, about = EvidenceData(stance, remark=words), title and SourceData(title)
        done, event = Done(), self.event(EditEvidence(evidence, data, about or None))
        self.model.change(done, "evidence", evidence, **asdict(data))
        if about:
            self.model.change(done, "source", source, **asdict(about))
        self.keep(event, done)

    @rule(pick=PICK, day=st.sampled_from(["2022", "2022-03", ""]))
    def set_as_of(self, pick: int, day: str) -> None:
        if claim := self.pick("claim", pick):
            self.edit(SetAsOf((claim,), day), "claim", claim, as_of=day or None)

    @rule(pick=PICK, words=WORDS)
    def propose(self, pick: int, words: str) -> None:
        if not (claim := self.pick("claim", pick)):
            return
        done, event = Done(), self.event(ProposeCorrection(claim, words, words, "alt"))
        values = {**OPEN, "claim": claim, "old_wording": "alt", "new_wording": words, "why": words}
        self.model.add(done, "correction", self.newest("correction"), **values)
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS)
    def reword_correction(self, pick: int, words: str) -> None:
        if not (row := self.pick("correction", pick)):
            return
        base = self.model.world["correction"][row]["new_wording"]
        values = {} if words == base else {**OPEN, "new_wording": words}
        self.edit(RewordCorrection(row, words, base), "correction", row, **values)

    @rule(pick=PICK, decision=st.sampled_from(CorrectionState), words=WORDS)
    def decide(self, pick: int, decision: CorrectionState, words: str) -> None:
        if not (row := self.pick("correction", pick)):
            return
        held = self.model.world["correction"][row]
        base = CorrectionState(held["state"])
        if decision is not CorrectionState.DROPPED and not held["new_wording"]:
            return
        done, event = Done(), self.event(DecideCorrection(row, decision, words, base))
        if decision is not base:
            self.model.change(done, "correction", row, **self.decided(row, decision, words))
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS)
    def drop_passage(self, pick: int, words: str) -> None:
        if not (claim := self.pick("claim", pick)):
            return
        proposed = [
            row
            for row, held in self.model.world["correction"].items()
            if held["claim"] == claim and held["state"] == "proposed" and not held["aside"]
        ]
        done, event = Done(), self.event(DropPassage(claim, words))
        for row in proposed:
            values = self.decided(row, CorrectionState.DROPPED, words)
            self.model.change(done, "correction", row, **values)
        if not proposed:
            row = self.newest("correction")
            old = queries.passage_words(self.reader, claim)
            values = {"claim": claim, "old_wording": old, "new_wording": "", "why": None}
            values |= self.decided(row, CorrectionState.DROPPED, words)
            self.model.add(done, "correction", row, **values)
        self.keep(event, done)

    def decided(self, row: int, decision: CorrectionState, reason: str) -> dict[str, Any]:
        """What a decision leaves; only the desk knows its time."""
        if decision is CorrectionState.PROPOSED:
            return OPEN
        mark = {name: self.held("correction", row, name) for name in ("decided_by", "decided_at")}
        assert None not in mark.values()
        return {"state": decision, "reason": reason, **mark}

    def held(self, table: str, row: int, name: str) -> Any:
        return self.reader(f"SELECT {name} FROM {table} WHERE id = {row}")[0][0]

    @rule(pick=PICK, words=WORDS, addressee=st.sampled_from(Addressee))
    def ask(self, pick: int, words: str, addressee: Addressee) -> None:
        claim = self.pick("claim", pick) if pick % 4 else None
        about = {"claims": (claim,)} if claim else {"article": 1}
        done, event = Done(), self.event(AskQuestion(words, addressee, name=words, **about))
        values = {"claim": claim, "article": None if claim else 1, "addressee": addressee}
        values |= {"name": words, "text": words, **UNANSWERED}
        self.model.add(done, "question", self.newest("question"), **values)
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS)
    def answer(self, pick: int, words: str) -> None:
        if not (row := self.pick("question", pick)):
            return
        base = self.model.world["question"][row]["answer"] or ""
        done, event = Done(), self.event(AnswerQuestion(row, words, base))
        mark = {name: self.held("question", row, name) for name in ("answered_by", "answered_at")}
        self.model.change(done, "question", row, answer=words, **mark)
        self.keep(event, done)

    @rule(pick=PICK, words=WORDS)
    def reword_question(self, pick: int, words: str) -> None:
        if row := self.pick("question", pick):
            base = self.model.world["question"][row]["text"]
            self.edit(RewordQuestion(row, words, base), "question", row, text=words)

    @rule(pick=PICK, table=st.sampled_from(list(SET_ASIDE)))
    def set_aside(self, pick: int, table: str) -> None:
        if row := self.pick(table, pick):
            self.edit(SET_ASIDE[table](row), table, row, aside=True)

    @precondition(lambda self: self.undo_list)
    @rule()
    def undo(self) -> None:
        if event := self.take_back(self.undo_list[-1]):
            self.undo_list.pop()
            self.redo_list.append(event)

    @precondition(lambda self: self.redo_list)
    @rule()
    def redo(self) -> None:
        if event := self.take_back(self.redo_list[-1]):
            self.redo_list.pop()
            self.undo_list.append(event)

    @precondition(lambda self: self.done)
    @rule(pick=PICK)
    def take_something_back(self, pick: int) -> None:
        event = self.take_back(list(self.done)[-1 - pick % min(len(self.done), 6)])
        if event:
            self.undo_list.append(event)
            self.redo_list.clear()

    def take_back(self, event: str) -> str | None:
        back = self.model.take_back(self.done[event])
        if back is None:
            return self.refused(Revert(event))
        taken = self.event(Revert(event))
        assert taken
        self.done[taken] = back
        return taken

    def refused(self, edit: Edit) -> None:
        before = everything(self.desk)
        with pytest.raises(Conflict):
            self.store.run(edit, self.person)
        assert everything(self.desk) == before

    @invariant()
    def what_is_shown_is_what_is_predicted(self) -> None:
        assert seen(self.reader) == self.model.shown()


TestAnySequence = Desk.TestCase
TestAnySequence.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


SOURCE = SourceData("Ein Buch")


def test_a_source_that_was_attached_comes_back_with_its_evidence(run: Run, reader: Reader) -> None:
    attached = run(AttachSource((7,), SOURCE, EvidenceData()))
    undone = run(Revert(attached))
    assert queries.claim_detail(reader, 7).evidence == ()
    run(Revert(undone))
    assert [one.source.data for one in queries.claim_detail(reader, 7).evidence] == [SOURCE]


def test_what_was_brought_back_is_taken_back_by_the_rules_of_adding(
    run: Run, reader: Reader
) -> None:
    """A redone 'add' must not hide what was hung on it since, as the 'add' itself must not."""
    again = run(Revert(run(Revert(run(AttachSource((7,), SOURCE, EvidenceData()))))))
    source = queries.claim_detail(reader, 7).evidence[0].source.id
    run(AttachSource((6,), source, EvidenceData()))
    with pytest.raises(Conflict, match="attached to it since"):
        run(Revert(again))
    assert len(queries.claim_detail(reader, 6).evidence) == 2


def test_what_its_owner_left_with_cannot_come_back_alone(run: Run) -> None:
    note = run(Revert(run(WriteNote("flüchtig", claim=7))))
    run(SetAsideClaims((7,)))
    with pytest.raises(Conflict, match="Bring that back first"):
        run(Revert(note))


def test_a_refusal_says_who_changed_it_since_and_how(run: Run, store: Store) -> None:
    first = run(SetStatus((7,), Status.FALSE))
    store.run(SetStatus((7,), Status.VERIFIED), Person.named("Ada Ärmel"))
    with pytest.raises(Conflict, match=r"by Ada Ärmel \(“Mark claim 7 verified”\)"):
        run(Revert(first))


def test_an_event_that_is_not_there(run: Run) -> None:
    with pytest.raises(NotFound, match="no event “nothing”"):
        run(Revert("nothing"))


@pytest.mark.parametrize("forged", ["reverts = id", "reverts = 19 - id", "reverts = 18"])
def test_forged_ties_between_events_end_somewhere(
    run: Run, raw: Callable[[str], None], reader: Reader, forged: str
) -> None:
    last = queries.event(reader, queries.last_event(reader)).public_id
    raw(f"UPDATE event SET {forged}")
    with suppress(Conflict):
        run(Revert(last))


def test_words_say_what_was_taken_back_and_redone(run: Run, reader: Reader) -> None:
    undone = run(Revert(run(SetStatus((7,), Status.FALSE))))
    run(Revert(run(Revert(undone))))
    words = [event.message.words for event in queries.events(reader, newest_first=True, limit=3)]
    assert words == [
        "Take back: Mark claim 7 false",
        "Once more: Mark claim 7 false",
        "Take back: Mark claim 7 false",
    ]


def test_a_thousand_claims_in_one_event_and_back_in_one(
    store: Store, run: Run, reader: Reader, person: Person
) -> None:
    store.run(ManyClaims(1000), person)
    claims = tuple(queries.claim_ids(reader))
    before = seen(reader)
    last = queries.last_event(reader)
    marked = run(SetStatus(claims, Status.DISPUTED))
    assert queries.last_event(reader) == last + 1
    assert set(queries.status_counts(reader, queries.claims.ALL)) == {Status.DISPUTED}
    run(Revert(marked))
    assert queries.last_event(reader) == last + 2
    assert seen(reader) == before


@dataclass(frozen=True)
class ManyClaims:
    count: int

    def apply(self, work: Any) -> Message:
        claim = {"article": 1, "statement": "x", "kind": "other", "check_worthiness": 1}
        work.add_all("claim", [{**claim, "number": 100 + one} for one in range(self.count)])
        return Message("Make the sample")
