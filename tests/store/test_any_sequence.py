"""Any sequence of edits, undos and redos leaves what a plain model of Python dicts predicts."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict
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
from claimdesk.domain.errors import Conflict
from claimdesk.domain.person import Person
from claimdesk.domain.question import Addressee
from claimdesk.domain.source import SourceData, Stance
from claimdesk.domain.status import Status
from claimdesk.store import Store, open_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.store import Edit, Reader
from tests.support.plain_model import Done, Model, everything, seen, world

KEPT = max((Path(__file__).resolve().parents[1] / "data" / "desks").glob("*.claimdesk"))

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
