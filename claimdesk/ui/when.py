"""Times as the window shows them: local, today's without the day, dates in words."""

from datetime import date, datetime, tzinfo

from claimdesk.i18n import _
from claimdesk.services.exporters.dates import day as partial_date
from claimdesk.services.exporters.dates import read_day

__all__ = ["date_examples", "date_obstacle", "moment", "partial_date", "read_day", "today"]


def today() -> str:
    """Today here, as the desk stores days."""
    return date.today().isoformat()


def moment(time: str, *, now: datetime | None = None, zone: tzinfo | None = None) -> str:
    """A stored time (ISO 8601, UTC) in local time: '14:06' today, else with its day; anything
    else as it stands. 'zone' is the system's unless told."""
    try:
        then = datetime.fromisoformat(time).astimezone(zone)
    except ValueError:
        return time
    here = now.astimezone(zone) if now else datetime.now(zone)
    if then.date() == here.date():
        return f"{then:%H:%M}"
    return f"{partial_date(then.date().isoformat())}, {then:%H:%M}"


def date_obstacle(typed: str) -> str:
    """Why a typed date cannot be stored, in a sentence; empty where it can or nothing is typed."""
    if not typed.strip() or read_day(typed):
        return ""
    return _("There is no such date; write {examples}.").format(examples=date_examples())


def date_examples() -> str:
    """How a year, a month and a day can be written, as the language spoken writes them."""
    return _("28 March 2022, March 2022 or 2022")
