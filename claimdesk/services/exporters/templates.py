"""Where the reports' templates lie: the user's own copies, or the shipped ones.

'reports' in the user's folder may hold copies of files of resources/reports, changed to the house's
style, with fonts and a logo beside them.
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
