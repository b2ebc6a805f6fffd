"""A stretch of days that a filter asks for: two days, or the last few."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_EARLIEST, _LATEST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Period:
    """'days' counts back from today, which is the first of them; else 'first' and 'last' are ISO
    days, either of them open where it is empty. ValueError where they are none."""

    days: int = 0
    first: str = ""
    last: str = ""

    def __post_init__(self) -> None:
        for day in (self.first, self.last):
            if day:
                date.fromisoformat(day)
        if self.days < 0:
            raise ValueError(self.days)

    def bounds(self, today: date) -> tuple[str, str]:
        """The first and the last day, as ISO days."""
        if self.days:
            back = min(self.days - 1, (today - date.min).days)
            return (today - timedelta(days=back)).isoformat(), _LATEST
        return self.first or _EARLIEST, self.last or _LATEST

    def written(self) -> dict[str, Any]:
        """For JSON; what is not asked for is left out."""
        held = {"days": self.days, "first": self.first, "last": self.last}
        return {name: value for name, value in held.items() if value}


def read(held: Any) -> Period | None:
    """The period that was written down, None for none; ValueError or TypeError where it makes no
    sense."""
    if not held:
        return None
    if not isinstance(held, Mapping):
        raise TypeError(held)
    return Period(int(held.get("days", 0)), str(held.get("first", "")), str(held.get("last", "")))
