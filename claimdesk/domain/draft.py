"""Words being typed: kept at once, not yet an edit."""

from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5


class DraftPlace(NamedTuple):
    """Where words are typed: a field at a row of the desk, which is named by its key inside."""

    entity: str
    row: int
    field: str


class Jotting(NamedTuple):
    """What is typed at a place, and the words it started from; no words mean: forget it."""

    place: DraftPlace
    words: str | None
    base: str = ""


def draft_id(writer: str, person: str, entity: str, row: str, field: str) -> str:
    """The public id of the one draft that a person has at a place on an installation ('row' is
    a public id). So two people, or two machines, never write into each other's words."""
    return str(uuid5(NAMESPACE_URL, "\n".join((writer, person, entity, row, field))))
