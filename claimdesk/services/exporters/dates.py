"""Dates and times as people read them in a report: '28.03.2022' in German, '28 March 2022' in
English. Times stay UTC and say so, or one desk would give other bytes on another machine.
"""

from datetime import UTC, date, datetime

from claimdesk.domain.source import is_partial_date
from claimdesk.i18n import N_, _, language

_YEAR, _YEAR_AND_MONTH = 4, 7
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def day(partial: str) -> str:
    """A year, month or day (ISO 8601) in words; anything else as it stands."""
    if len(partial) == _YEAR or not is_partial_date(partial):
        return partial
    if len(partial) == _YEAR_AND_MONTH:
        return _month_and_year(date.fromisoformat(f"{partial}-01"))
    return _full(date.fromisoformat(partial))


def moment(time: str) -> str:
    """A time (ISO 8601, UTC where it does not say) in words; anything else as it stands."""
    try:
        then = datetime.fromisoformat(time)
    except ValueError:
        return time
    then = then.astimezone(UTC) if then.tzinfo else then
    return f"{_full(then.date())}, {then:%H:%M} UTC"


def instant(time: str) -> datetime:
    """A time (ISO 8601, UTC where it does not say) in UTC; 1970 for anything else."""
    try:
        then = datetime.fromisoformat(time)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return then.astimezone(UTC) if then.tzinfo else then.replace(tzinfo=UTC)


def _full(when: date) -> str:
    if language() == "de":
        return f"{when.day:02}.{when.month:02}.{when.year:04}"
    return f"{when.day} {_month_and_year(when)}"


def _month_and_year(when: date) -> str:
    return f"{_(_MONTHS[when.month - 1])} {when.year:04}"
