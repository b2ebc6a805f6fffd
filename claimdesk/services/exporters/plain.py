"""A report's parts as plain data, for templates that know no Python."""

import re
from collections.abc import Collection
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from claimdesk.domain.status import Status
from claimdesk.services.exporters.report import Address, EvidenceEntry

_BREAK = re.compile(r"(?<=[/.?&=_-])(?=\w)")


def plain(value: Any, left_out: Collection[str] = ()) -> Any:
    """Dataclasses as mappings, members of scales with their words, and addresses with the places
    where they may break."""
    if isinstance(value, Enum):
        return _words(value)
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        found = {
            name: plain(getattr(value, name))
            for name in _names(type(value))
            if name not in left_out
        }
        if isinstance(value, Address):
            found["breaks"] = _BREAK.sub("\u200b", value.text)
        if isinstance(value, EvidenceEntry):
            found["source"].pop("claims")
        return found
    raise TypeError(type(value))


def _words(member: Any) -> dict[str, str]:
    found = {"id": member.value, "label": member.label}
    return found | {"short": member.short_label} if isinstance(member, Status) else found


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Fields, and what a class works out of them."""
    worked_out = (name for name, held in vars(kind).items() if isinstance(held, property))
    return (*(field.name for field in fields(kind)), *worked_out)
