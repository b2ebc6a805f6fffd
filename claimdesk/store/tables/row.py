"""What the tables have in common, and whose desk it is."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def one_of(column: str, scale: type[StrEnum]) -> CheckConstraint:
    """A CHECK that a column holds a member of a scale."""
    members = ", ".join(f"'{member}'" for member in scale)
    return CheckConstraint(f"{column} IN ({members})", name=column)


def of_those_not_aside(name: str, *columns: str, unique: bool = False) -> Index:
    """An index that leaves out what is set aside, as nearly every query does."""
    there = text("NOT aside")
    return Index(name, *columns, unique=unique, sqlite_where=there, postgresql_where=there)


class Row(SQLModel):
    """What every row has: a key inside, a public id for exchange, and whether it is set aside."""

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True)
    aside: bool = Field(default=False)


class Desk(Row, table=True):
    """The desk itself: one row."""

    title: str
    sample: bool = False
    made_at: str


class Person(Row, table=True):
    """Somebody who works on the desk."""

    name: str
    initials: str


class Writer(Row, table=True):
    """An installation that writes to the desk; each has a chain of its own."""

    begun_at: str
