"""What a unit of work has changed so far: one entry a row and field, from first to last value."""

import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from claimdesk.domain.history import ADDED
from claimdesk.store import chain

DERIVED = {"claim": frozenset({"changed_at", "changed_by"})}
"""Columns that follow from the history and are no part of it."""

WITHOUT_CLAIM = frozenset({"suggestion"})
"""What belongs to its article alone: the claim that comes of it is named later."""

_SALT = 16
"""Bytes."""

_Key = tuple[str, str, str]


class Recorder:
    """Collects changes in the order they were made, and the ids of claims and articles touched."""

    def __init__(self) -> None:
        self._changes: dict[_Key, tuple[Any, Any]] = {}
        self._owner: dict[_Key, tuple[int | None, int | None, int | None]] = {}

    @property
    def keys(self) -> Iterable[_Key]:
        """Table, public id and field of each change."""
        return self._changes.keys()

    @property
    def entities(self) -> set[str]:
        """The tables that were written to."""
        return {entity for entity, _row, _field in self._changes}

    @property
    def claims(self) -> set[int]:
        """The claims that a change belongs to; a relation belongs to both of its claims."""
        owners = (self._owner[key] for key in self._changes)
        return {claim for claim, other, _article in owners for claim in (claim, other) if claim}

    @property
    def articles(self) -> set[int]:
        """The articles that a change belongs to."""
        return {article for key in self._changes if (article := self._owner[key][2])}

    def record(
        self, entity: str, row: Mapping[str, Any], field: str, before: Any, after: Any
    ) -> None:
        """Note one change. A field of a row that was added in this same work belongs to its
        adding; a field set back to where it began is no change at all."""
        key = (entity, row["public_id"], field)
        added = (entity, row["public_id"], ADDED)
        if field not in (ADDED, "aside") and added in self._changes:
            self._changes[added][1][field] = after
            return
        self._owner[key] = _owner(entity, row)
        first = self._changes[key][0] if key in self._changes else before
        if field != ADDED and first == after:
            self._changes.pop(key, None)
        else:
            self._changes[key] = (first, after)

    @property
    def count(self) -> int:
        """How many changes there are."""
        return len(self._changes)

    def rows(self) -> Iterator[dict[str, Any]]:
        """The changes as rows of the change table, with salt and digest, without the event."""
        # Asking the system for each alone would give other threads no turn in between.
        salts = secrets.token_hex(_SALT * self.count)
        for place, (key, (before, after)) in enumerate(self._changes.items()):
            salt = salts[2 * _SALT * place : 2 * _SALT * (place + 1)]
            yield self._row(place + 1, key, before, after, salt)

    def _row(self, place: int, key: _Key, before: Any, after: Any, salt: str) -> dict[str, Any]:
        entity, row, field = key
        claim, _other, article = self._owner[key]
        stored = (None if field == ADDED else chain.canonical(before), chain.canonical(after))
        return {
            "number": place,
            "entity": entity,
            "row": row,
            "claim": claim,
            "article": article,
            "field": field,
            "before": stored[0],
            "after": stored[1],
            "salt": salt,
            "digest": chain.change_digest(
                salt, entity=entity, row=row, field=field, before=stored[0], after=stored[1]
            ),
        }


def _owner(entity: str, row: Mapping[str, Any]) -> tuple[int | None, int | None, int | None]:
    """The claim, the other claim and the article that a row belongs to."""
    claim = row["id"] if entity == "claim" else row.get("claim")
    if entity in WITHOUT_CLAIM:
        claim = None
    article = row["id"] if entity == "article" else row.get("article")
    return claim, row.get("other"), article
