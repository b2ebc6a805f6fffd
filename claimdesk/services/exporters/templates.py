"""Where the PDF's template lies: the user's own copy, or the shipped one.

'reports' in the user's folder may hold a copy of resources/reports/report.typ, changed to the
house's style, and fonts beside it.
"""

from pathlib import Path

from claimdesk.paths import RESOURCES, user_data

SHIPPED = RESOURCES / "reports"


def folders() -> list[Path]:
    """The folders that are looked in, the first one first."""
    own = user_data() / "reports"
    return [own, SHIPPED] if own.is_dir() else [SHIPPED]


def template(name: str) -> Path:
    """A template's file."""
    return next((file for folder in folders() if (file := folder / name).is_file()), SHIPPED / name)
