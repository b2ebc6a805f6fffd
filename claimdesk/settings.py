"""What the user chose once and for all: who they are, the language, the theme. A JSON file in the
user's folder that window and shell read; without it, or with nonsense in it, the system decides.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from claimdesk.paths import user_data


@dataclass(frozen=True, slots=True)
class Settings:
    """An empty value leaves the choice to the system."""

    name: str = ""
    initials: str = ""
    language: str = ""
    theme: str = ""


def read() -> Settings:
    """The settings as they are kept."""
    with suppress(OSError, ValueError, RecursionError):
        held = json.loads(_file().read_text(encoding="utf-8"))
        if isinstance(held, dict):
            known = {field.name: held.get(field.name) for field in fields(Settings)}
            return Settings(**{name: one for name, one in known.items() if isinstance(one, str)})
    return Settings()


def write(settings: Settings) -> None:
    """Keep the settings, whole or not at all; OSError where that cannot be."""
    file = _file()
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        part.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _file() -> Path:
    return user_data() / "settings.json"
