"""What a desk should hold, in plain Python dicts, and what taking something back should do."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from claimdesk.domain.source import SourceData
from claimdesk.store import queries
from claimdesk.store.store import Reader

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
