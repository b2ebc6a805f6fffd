"""A stretch of days that a filter asks for: two days, the last few, or this month."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

_EARLIEST, _LATEST = "0001-01-01", "9999-12-31"
_YEAR, _YEAR_AND_MONTH = 4, 7


@dataclass(frozen=True, slots=True)
class Period:
    """'days' counts back from today, which is the first of them; 'month' is the one that today
    belongs to; else 'first' and 'last' are ISO days, either of them open where it is empty.
    ValueError where they are none."""

    days: int = 0
    first: str = ""
    last: str = ""
    month: bool = False

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
        if self.month:
            return _first_day(f"{today:%Y-%m}"), _last_day(f"{today:%Y-%m}")
        return self.first or _EARLIEST, self.last or _LATEST

    def written(self) -> dict[str, Any]:
        """For JSON; what is not asked for is left out."""
        held = {"days": self.days, "first": self.first, "last": self.last, "month": self.month}
        return {name: value for name, value in held.items() if value}


def read(held: Any) -> Period | None:
    """The period that was written down, None for none; ValueError or TypeError where it makes no
    sense."""
    if not held:
        return None
    if not isinstance(held, Mapping):
        raise TypeError(held)
    return Period(
        int(held.get("days", 0)),
        str(held.get("first", "")),
        str(held.get("last", "")),
        held.get("month") is True,
    )


def spanning(first: str, last: str) -> Period:
    """From the first day of one year, month or day (ISO 8601) to the last day of another, either
    of them open where it is empty."""
    return Period(first=first and _first_day(first), last=last and _last_day(last))


def _first_day(partial: str) -> str:
    return partial + "0001-01-01"[len(partial) :]


def _last_day(partial: str) -> str:
    if len(partial) == _YEAR:
        return f"{partial}-12-31"
    if len(partial) == _YEAR_AND_MONTH:
        year, month = (int(part) for part in partial.split("-"))
        return f"{partial}-{monthrange(year, month)[1]:02}"
    return partial
