"""How a query is run."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar

_T = TypeVar("_T")


class Read(Protocol):
    """Runs one statement with named parameters (':name') and gives all its rows."""

    def __call__(self, sql: str, parameters: Mapping[str, Any] | None = None) -> list[Any]:
        """All rows, as tuples."""
        ...


def id_list(ids: Iterable[int]) -> str:
    """Ids as the inside of an IN (…): whole numbers only, so nothing else can get in."""
    return ",".join(str(int(one)) for one in ids) or "NULL"


def portions(items: Iterable[_T], size: int = 1000) -> Iterable[list[_T]]:
    """Ids or conditions in portions that one statement can hold."""
    held = list(items)
    for start in range(0, len(held), size):
        yield held[start : start + size]
