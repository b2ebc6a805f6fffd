"""The history, and words that are not in it yet."""

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from claimdesk.store.tables.row import Row


class Event(Row, table=True):
    """One entry of the append-only history; its number counts within its writer's chain."""

    __table_args__ = (UniqueConstraint("writer", "number"),)

    writer: int = Field(foreign_key="writer.id")
    number: int
    time: str
    person: int = Field(foreign_key="person.id")
    message: str
    arguments: str
    reverts: int | None = Field(default=None, foreign_key="event.id", index=True)
    salt: str
    digest: str
    link: str


class Change(SQLModel, table=True):
    """What an event did to one field of one row; rows are named by public ids."""

    __table_args__ = (Index(None, "entity", "row"),)

    id: int | None = Field(default=None, primary_key=True)
    event: int = Field(foreign_key="event.id", index=True)
    number: int
    entity: str
    row: str
    claim: int | None = Field(default=None, foreign_key="claim.id", index=True)
    article: int | None = Field(default=None, foreign_key="article.id")
    field: str
    before: str | None = None
    after: str | None = None
    salt: str
    digest: str


class Draft(Row, table=True):
    """Words being typed, kept at once, not yet an edit."""

    person: int = Field(foreign_key="person.id")
    entity: str
    row: str
    field: str
    text: str
    base: str
    changed_at: str
