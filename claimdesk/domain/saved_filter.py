"""A filter of claims that has a name, for any article of the desk; and how it is written down."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from claimdesk.domain import period
from claimdesk.domain.claim import Badge, ClaimFilter, Kind
from claimdesk.domain.status import Status


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """'conditions' name no article."""

    id: int
    public_id: str
    name: str
    conditions: ClaimFilter = field(default_factory=ClaimFilter)


def conditions_of(chosen: ClaimFilter) -> ClaimFilter:
    """What a filter asks for beside its article; two that ask for the same are equal."""
    return replace(chosen, article=None, text=chosen.text.strip())


def written(chosen: ClaimFilter) -> dict[str, Any]:
    """A filter's conditions, for JSON; what it does not ask for is left out."""
    held: dict[str, Any] = {
        "statuses": sorted(chosen.statuses),
        "kinds": sorted(chosen.kinds),
        "badges": sorted(chosen.badges),
        "worthiness": sorted(chosen.worthiness),
        "tags": sorted(chosen.tags),
        "text": chosen.text.strip(),
        "left": chosen.left,
        "people": sorted(chosen.people),
        "articles": sorted(chosen.articles),
        "sourced": chosen.sourced,
        "changed": chosen.changed.written() if chosen.changed else None,
        "as_of": chosen.as_of.written() if chosen.as_of else None,
    }
    asked = {name: value for name, value in held.items() if value}
    return asked if chosen.sourced is not False else {**asked, "sourced": False}


def read(held: Mapping[str, Any]) -> ClaimFilter:
    """The conditions that were written down; ValueError or TypeError where they make no sense."""
    text = held.get("text")
    return ClaimFilter(
        statuses=frozenset(Status(one) for one in held.get("statuses", ())),
        kinds=frozenset(Kind(one) for one in held.get("kinds", ())),
        badges=frozenset(Badge(one) for one in held.get("badges", ())),
        tags=frozenset(str(one) for one in held.get("tags", ())),
        worthiness=frozenset(int(one) for one in held.get("worthiness", ())),
        text=text if isinstance(text, str) else "",
        left=held.get("left") is True,
        people=frozenset(str(one) for one in held.get("people", ())),
        articles=frozenset(str(one) for one in held.get("articles", ())),
        sourced=sourced if isinstance(sourced := held.get("sourced"), bool) else None,
        changed=period.read(held.get("changed")),
        as_of=period.read(held.get("as_of")),
    )
