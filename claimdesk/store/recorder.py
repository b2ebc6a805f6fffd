"""What a unit of work has changed so far: one entry a row and field, from first to last value."""

import secrets
from collections.abc import Mapping
from typing import Any

from claimdesk.domain.history import ADDED
from claimdesk.store import chain

_Key = tuple[str, str, str]


class Recorder:
    """Collects changes in the order they were made, and the ids of claims and articles touched."""

    def __init__(self) -> None:
        self._changes: dict[_Key, tuple[Any, Any]] = {}
        self._owner: dict[_Key, tuple[int | None, int | None]] = {}
        self.claims: set[int] = set()
        self.articles: set[int] = set()

    @property
    def entities(self) -> set[str]:
        """The tables that were written to."""
        return {entity for entity, _row, _field in self._changes}

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
        self._touch(key, entity, row)
        first = self._changes[key][0] if key in self._changes else before
        if field != ADDED and first == after:
            self._changes.pop(key, None)
        else:
            self._changes[key] = (first, after)

    def _touch(self, key: _Key, entity: str, row: Mapping[str, Any]) -> None:
        claim = row["id"] if entity == "claim" else row.get("claim")
        article = row["id"] if entity == "article" else row.get("article")
        self._owner[key] = (claim, article)
        self.claims.update(one for one in (claim, row.get("other")) if one)
        if article:
            self.articles.add(article)

    def rows(self) -> list[dict[str, Any]]:
        """The changes as rows of the change table, with salt and digest, without the event."""
        return [
            self._row(place, key, before, after)
            for place, (key, (before, after)) in enumerate(self._changes.items(), 1)
        ]

    def _row(self, place: int, key: _Key, before: Any, after: Any) -> dict[str, Any]:
        entity, row, field = key
        claim, article = self._owner[key]
        stored = (None if field == ADDED else chain.canonical(before), chain.canonical(after))
        salt = secrets.token_hex(16)
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
