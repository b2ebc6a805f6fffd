"""The unit of work: the only way to write to a desk.

Inside the block rows are written and each change is remembered; leaving it writes the event,
its changes and the chain's next link, and commits. Any exception rolls all of it back.
"""

import json
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, insert, select, text, update
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from claimdesk.domain.draft import DraftPlace
from claimdesk.domain.erasure import NAMED
from claimdesk.domain.errors import Conflict, NotFound
from claimdesk.domain.history import ADDED, Changes, Message
from claimdesk.domain.identity import now, public_id
from claimdesk.domain.person import Person
from claimdesk.i18n import _
from claimdesk.store import chain, drafts
from claimdesk.store.pace import BATCH, Pace
from claimdesk.store.recorder import DERIVED, Recorder
from claimdesk.store.sqlite import counting, fts, lists
from claimdesk.store.tables import TABLES

_T = TypeVar("_T")

_INSERTED = 10 * BATCH
"""How many rows one statement inserts."""


class Work:
    """One transaction. 'entity' is a table's name; rows are named by their integer ids. The
    connection and the recorder are for the store's own modules."""

    def __init__(
        self, connection: Connection, writer: str, person: Person, pace: Pace | None = None
    ) -> None:
        self.connection = connection
        self.pace = Pace()
        self.recorder = Recorder()
        self.now = now()
        self.reverts: int | None = None
        """The event that this work takes back, if any."""
        self.writer = self._writer(writer)
        self._writer_public_id, self._named = writer, person
        self._names: dict[tuple[str, int], str] = {}
        self.person = self.person_named(person)
        self.pace = pace or Pace()  # the rest is what takes long

    def read(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Any]:
        """Run a query of store.queries inside this transaction."""
        return list(self.connection.execute(text(sql), parameters or {}).all())

    def get(self, entity: str, row: int) -> Mapping[str, Any]:
        """A row by its id; NotFound where there is none."""
        table = TABLES[entity]
        found = self.rows(select(table).where(table.c.id == row))
        if not found:
            raise NotFound(_("What was to be changed is not in this desk (any more)."))
        return found[0]

    def find(self, entity: str, **equal: Any) -> list[Mapping[str, Any]]:
        """The rows, set aside or not, whose fields have these values, by id."""
        table = TABLES[entity]
        query = select(table).where(*(table.c[name] == value for name, value in equal.items()))
        return self.rows(query.order_by(table.c.id))

    def rows(self, query: Select[Any]) -> list[Mapping[str, Any]]:
        """The rows of a core statement; for the store's own modules."""
        result = self.connection.execute(query)
        names = tuple(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result]

    def by_public_id(self, entity: str, public_ids: Collection[str]) -> dict[str, int]:
        """Ids by public ids, of those that are there."""
        table = TABLES[entity]
        wanted, found = list(public_ids), {}
        for batch in self.pace.through(wanted):
            rows = self.connection.execute(
                select(table.c.public_id, table.c.id).where(table.c.public_id.in_(batch))
            )
            found.update({row[0]: row[1] for row in rows})
        return found

    def set(self, entity: str, rows: int | Collection[int], **fields: Any) -> None:
        """Set fields of one row or of many; what has the value already is no change."""
        ids = [rows] if isinstance(rows, int) else list(rows)
        self.set_rows(entity, dict.fromkeys(ids, fields))

    def set_rows(self, entity: str, values: Mapping[int, Mapping[str, Any]]) -> None:
        """Set fields of each row to values of its own. Those of one row go in one statement: a
        condition over two columns holds before and after, not in between."""
        names = list(dict.fromkeys(name for fields in values.values() for name in fields))
        changed: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        with self.pace.within(0, 0.4):
            held = self._rows(entity, names, list(values))
        for row in held:
            wanted = values[row["id"]]
            new = {name: value for name, value in wanted.items() if row[name] != value}
            for name, value in new.items():
                self._record(entity, row, name, row[name], value)
            if new:
                given = {f"new_{name}": value for name, value in new.items()}
                changed[tuple(new)].append({"row_id": row["id"], **given})
        with self.pace.within(0.4, 1):
            for fields, rows in changed.items():
                self._update(TABLES[entity], fields, rows)

    def _update(self, table: Table, fields: Sequence[str], rows: list[dict[str, Any]]) -> None:
        same = {name: rows[0][f"new_{name}"] for name in fields}
        if all(row[f"new_{name}"] == value for row in rows for name, value in same.items()):
            for batch in self.pace.through([row["row_id"] for row in rows]):
                self.connection.execute(update(table).where(table.c.id.in_(batch)).values(same))
            return
        statement = (
            update(table)
            .where(table.c.id == bindparam("row_id"))
            .values({name: bindparam(f"new_{name}") for name in fields})
        )
        for batch in self.pace.through(rows):
            self.connection.execute(statement, batch)

    def _rows(
        self, entity: str, fields: Iterable[str], ids: Sequence[int]
    ) -> list[Mapping[str, Any]]:
        table = TABLES[entity]
        wanted = {"id", "public_id", *fields, *_owners(table)}
        columns = [table.c[name] for name in sorted(wanted)]
        found: list[Mapping[str, Any]] = []
        for batch in self.pace.through(ids):
            query = select(*columns).where(table.c.id.in_(batch)).order_by(table.c.id)
            found.extend(self.rows(query))
        if len(found) < len(ids):
            raise NotFound(_("What was to be changed is not in this desk (any more)."))
        return found

    def add(self, entity: str, **fields: Any) -> int:
        """Add a row and give its id."""
        return self.add_all(entity, [fields])[0]

    def add_all(self, entity: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Add many rows at once and give their ids in the same order."""
        if not rows:
            return []
        table = TABLES[entity]
        derived = {"changed_at": self.now, "changed_by": self.person} if entity in DERIVED else {}
        given = {"aside": False, **_defaults(table), **derived}
        with self.pace.within(0, 0.2):
            paced = self.pace.each(rows, len(rows))
            whole = [{"public_id": public_id(), **given, **row} for row in paced]
        statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        with self.pace.within(0.2, 0.5):
            ids = [
                row[0]
                for batch in self.pace.through(whole, _INSERTED)
                for row in self.connection.execute(statement, batch)
            ]
        with self.pace.within(0.5, 1):
            self.know_references(entity, whole)
            for row_id, row in self.pace.each(zip(ids, whole, strict=True), len(ids)):
                self._record(entity, {**row, "id": row_id}, ADDED, None, self.content(entity, row))
        return ids

    def person_named(self, person: Person) -> int:
        """The id of a person of this desk, who joins it where the name is new to it."""
        table = TABLES["person"]
        found = self.connection.execute(
            select(table.c.id).where(table.c.name == person.name).order_by(table.c.id)
        ).scalar()
        return found or self.add("person", name=person.name, initials=person.initials)

    def forget_draft(self, place: DraftPlace) -> None:
        """Forget the words that this work stores."""
        drafts.forget(self.connection, self._writer_public_id, self._named, place)

    def expect(self, entity: str, row: int, field: str, base: str | None) -> None:
        """Refuse the edit where the desk holds other words by now than it started from."""
        held = self.get(entity, row)[field]
        if (held or "") != (base or ""):
            raise Conflict(
                _(
                    "Meanwhile this was changed to “{held}”; your words started from “{base}” "
                    "and were not stored. Look at both and decide."
                ).format(held=held or "–", base=base or "–")
            )

    def content(self, entity: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row as an event keeps it: references by public ids, no derived columns, no bytes."""
        table = TABLES[entity]
        left_out = {"id", "public_id", "aside", *DERIVED.get(entity, ())}
        return {
            name: self.portable(entity, name, row.get(name))
            for name in table.columns.keys()  # noqa: SIM118  a collection, no dict
            if name not in left_out and not isinstance(row.get(name), bytes)
        }

    def portable(self, entity: str, field: str, value: Any) -> Any:
        """A field's value as an event keeps it: a reference as the public id of its row."""
        target = reference(entity, field)
        return value if target is None or value is None else self._name(target, value)

    def _name(self, entity: str, row: int) -> str:
        if (entity, row) not in self._names:
            table = TABLES[entity]
            self._names[entity, row] = self.connection.execute(
                select(table.c.public_id).where(table.c.id == row)
            ).scalar_one()
        return self._names[entity, row]

    def know(self, entity: str, rows: Sequence[int]) -> None:
        """Learn the public ids of rows that many others will refer to, in few statements."""
        table = TABLES[entity]
        for batch in self.pace.through([row for row in rows if (entity, row) not in self._names]):
            query = select(table.c.id, table.c.public_id).where(table.c.id.in_(batch))
            self._names.update(
                {(entity, row): name for row, name in self.connection.execute(query)}
            )

    def know_references(self, entity: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """The same for all that these rows refer to."""
        for name in TABLES[entity].columns.keys():  # noqa: SIM118  a collection, no dict
            if (target := reference(entity, name)) is not None:
                self.know(target, list({row[name] for row in rows if row.get(name) is not None}))

    def _record(
        self, entity: str, row: Mapping[str, Any], field: str, before: Any, after: Any
    ) -> None:
        if field != ADDED:
            before = self.portable(entity, field, before)
            after = self.portable(entity, field, after)
        self._names[entity, row["id"]] = row["public_id"]
        self.recorder.record(entity, row, field, before, after)

    def _writer(self, writer: str) -> int:
        table = TABLES["writer"]
        found = self.connection.execute(
            select(table.c.id).where(table.c.public_id == writer)
        ).scalar()
        if found:
            return int(found)
        begun = {"public_id": writer, "begun_at": self.now, "aside": False}
        return int(
            self.connection.execute(insert(table).values(begun).returning(table.c.id)).scalar_one()
        )

    def conclude(self, message: Message) -> Changes:
        """Write the event with its changes and the chain's next link; empty where nothing was
        changed. A person who only joined has not changed anything."""
        if not self.recorder.entities - {"person"}:
            self.connection.rollback()  # or the person would join without an event
            return Changes()
        with self.pace.within(0, 0.2):
            articles = self._stamp_claims()
        self._index()
        with self.pace.within(0.2, 0.7):
            event, public = self._write_event(message)
        counting.follow(self._raw(), event, self.recorder.entities, self.pace.check)
        return Changes(
            event=event,
            public_id=public,
            message=message,
            claims=frozenset(self.recorder.claims),
            articles=frozenset(self.recorder.articles | articles),
            entities=frozenset(self.recorder.entities),
        )

    def _index(self) -> None:
        erased = NAMED in self.recorder.entities
        fts.follow(self._raw(), self.recorder.keys, erased=erased, tick=self.pace.check)
        lists.follow(self._raw(), self.recorder.keys)

    def _raw(self) -> sqlite3.Connection:
        raw = self.connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw

    def _stamp_claims(self) -> frozenset[int]:
        table = TABLES["claim"]
        articles: list[int] = []
        for batch in self.pace.through(sorted(self.recorder.claims)):
            rows = self.connection.execute(
                update(table)
                .where(table.c.id.in_(batch))
                .values(changed_at=self.now, changed_by=self.person)
                .returning(table.c.article)
            )
            articles.extend(row[0] for row in rows)
        return frozenset(articles)

    def _write_event(self, message: Message) -> tuple[int, str]:
        number, previous = self._head()
        with self.pace.within(0, 0.5):
            changes = list(self.pace.each(self.recorder.rows(), self.recorder.count))
        salt, arguments = secrets.token_hex(16), chain.canonical(dict(message.arguments))
        event, digest = public_id(), chain.event_digest(salt, message.id, arguments)
        link = chain.link(
            previous,
            writer=self._writer_public_id,
            number=number,
            event=event,
            time=self.now,
            person=self._name("person", self.person),
            reverts=self._name("event", self.reverts) if self.reverts else None,
            digests=[digest, *(change["digest"] for change in changes)],
        )
        facts = {
            "public_id": event,
            "writer": self.writer,
            "number": number,
            "time": self.now,
            "person": self.person,
            "message": message.id,
            "arguments": arguments,
            "reverts": self.reverts,
            "salt": salt,
            "digest": digest,
            "link": link,
            "aside": False,
        }
        row: int = self.connection.execute(
            insert(TABLES["event"]).values(facts).returning(TABLES["event"].c.id)
        ).scalar_one()
        with self.pace.within(0.5, 1):
            for batch in self.pace.through(changes, _INSERTED):
                self.connection.execute(
                    insert(TABLES["change"]), [{**change, "event": row} for change in batch]
                )
        return row, event

    def _head(self) -> tuple[int, str]:
        table = TABLES["event"]
        last = self.connection.execute(
            select(table.c.number, table.c.link)
            .where(table.c.writer == self.writer)
            .order_by(table.c.number.desc())
            .limit(1)
        ).first()
        return (last[0] + 1, last[1]) if last else (1, chain.GENESIS)


@cache
def reference(entity: str, field: str) -> str | None:
    """The table that a column refers to, if any."""
    for key in TABLES[entity].c[field].foreign_keys:
        return key.column.table.name
    return None


def decoded(stored: str | None) -> Any:
    """A change's stored value."""
    return None if stored is None else json.loads(stored)


def _owners(table: Table) -> set[str]:
    return {"claim", "other", "article"} & set(table.c.keys())


def _defaults(table: Table) -> dict[str, Any]:
    return {
        column.name: column.default.arg
        for column in table.c
        if isinstance(column.default, ScalarElementColumnDefault)
    }
