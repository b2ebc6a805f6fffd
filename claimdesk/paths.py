"""Where the shipped files lie, and where the user's files go."""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    """A shipped folder: inside the package once installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


RESOURCES = _shipped("resources")
MIGRATIONS = _shipped("db") / "migrations"
SCHEMAS = _shipped("db") / "schema"


def user_data() -> Path:
    """The user's folder for desks; CLAIMDESK_HOME moves it, for tests and portable use."""
    if home := os.environ.get("CLAIMDESK_HOME"):
        return Path(home)
    import platformdirs  # 10 ms that a named desk does not need

    return Path(platformdirs.user_data_dir("Claimdesk", appauthor=False))


def default_desk() -> Path:
    """The desk that opens when none is named: CLAIMDESK_DESK, or the one in the user's folder."""
    if named := os.environ.get("CLAIMDESK_DESK"):
        return Path(named)
    return user_data() / "desk.claimdesk"


def sample_desk(language: str, *, unchecked: bool = False) -> Path:
    """The desk the sample opens as when none is named."""
    return user_data() / f"sample-{language}{'-unchecked' if unchecked else ''}.claimdesk"


def installation() -> str:
    """This installation's id, under which it writes to desks; made when first asked for. Where
    it cannot be kept, every run is an installation of its own."""
    from uuid import UUID, uuid4  # only writers need it

    file = user_data() / "installation"
    try:
        return str(UUID(file.read_text(encoding="ascii").strip()))
    except (OSError, ValueError):
        made = str(uuid4())
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, encoding="ascii")
    except OSError:
        return made
    return made
