"""Filters of claims that have a name."""

import json
from collections.abc import Mapping
from contextlib import suppress

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.saved_filter import SavedFilter
from claimdesk.domain.saved_filter import read as read_conditions
from claimdesk.store.queries.read import Read


def saved_filters(read: Read) -> list[SavedFilter]:
    """All that are not set aside, in their order."""
    rows = read(
        "SELECT f.id, f.public_id, f.name, f.conditions FROM saved_filter f WHERE NOT f.aside "
        "ORDER BY f.place, f.id"
    )
    return [SavedFilter(row[0], row[1], row[2], _conditions(row[3])) for row in rows]


def _conditions(stored: str) -> ClaimFilter:
    """Those of a later Claimdesk may make no sense to this one: such a filter shows all."""
    with suppress(ValueError, TypeError, RecursionError):
        held = json.loads(stored)
        if isinstance(held, Mapping):
            return read_conditions(held)
    return ClaimFilter()
