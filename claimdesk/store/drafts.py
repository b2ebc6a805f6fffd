"""Keeping words that are being typed: rows that come and go without event and without undo."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from claimdesk.domain.draft import DraftPlace, Jotting, draft_id
from claimdesk.domain.identity import now
from claimdesk.domain.person import Person
from claimdesk.store.tables import TABLES


def jot(connection: Connection, writer: str, person: Person, jottings: Iterable[Jotting]) -> None:
    """Keep these words, each in place of those before it; forget those that have none. Where
    nobody ever edited the desk, there is nothing yet that one could write about."""
    for place, words, base in jottings:
        if words is None:
            forget(connection, writer, person, place)
        elif (row := _row(connection, place)) is not None:
            _keep(connection, writer, person, row, Jotting(place, words, base))


def forget(connection: Connection, writer: str, person: Person, place: DraftPlace) -> None:
    """Forget what was typed at a place: it was stored, or thrown away."""
    row = _row(connection, place)
    if row is not None:
        table = TABLES["draft"]
        known = draft_id(writer, person.name, place.entity, row, place.field)
        connection.execute(delete(table).where(table.c.public_id == known))


def _keep(connection: Connection, writer: str, person: Person, row: str, jotting: Jotting) -> None:
    table = TABLES["draft"]
    place, words, base = jotting
    known = draft_id(writer, person.name, place.entity, row, place.field)
    typed = {"text": words, "base": base, "changed_at": now()}
    kept = connection.execute(update(table).where(table.c.public_id == known).values(typed))
    if kept.rowcount or (author := _author(connection, person)) is None:
        return
    connection.execute(
        insert(table).values(
            public_id=known,
            aside=False,
            person=author,
            entity=place.entity,
            row=row,
            field=place.field,
            **typed,
        )
    )


def _row(connection: Connection, place: DraftPlace) -> str | None:
    table = TABLES[place.entity]
    found = connection.execute(select(table.c.public_id).where(table.c.id == place.row))
    return found.scalar()


def _author(connection: Connection, person: Person) -> int | None:
    """The person's row. Who has not edited yet has none, and gets one only with an event: until
    then the desk's first person stands there, and the draft's id says whose it is."""
    table = TABLES["person"]
    found = connection.execute(
        select(table.c.id).order_by(table.c.name != person.name, table.c.id).limit(1)
    )
    return found.scalar()
