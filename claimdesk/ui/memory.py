"""What the window remembers between two starts: where one was on which desk, how the window
stood. A JSON file in the user's folder, written as a whole; losing it loses no work."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from claimdesk.paths import user_data

RECENT = 8
"""How many desks are remembered."""


class Memory:
    """Values by key, kept in one file. Reading a damaged file gives an empty memory."""

    def __init__(self) -> None:
        self._file = user_data() / "window.json"
        self._values: dict[str, Any] = {}
        self._keeps = True
        with suppress(OSError, ValueError, RecursionError):
            held = json.loads(self._file.read_text(encoding="utf-8"))
            self._values = held if isinstance(held, dict) else {}

    def get(self, key: str, default: Any = None) -> Any:
        """A remembered value; it may be of any type, also a wrong one."""
        return self._values.get(key, default)

    def section(self, key: str) -> dict[str, Any]:
        """A remembered group of values."""
        held = self._values.get(key)
        return held if isinstance(held, dict) else {}

    def put(self, key: str, value: Any) -> None:
        """Remember a value that JSON can hold; 'save' keeps it."""
        self._values[key] = value

    def forget(self) -> None:
        """Keep nothing from now on: for a window that nobody sits at."""
        self._values, self._keeps = {}, False

    def save(self) -> None:
        """Write the file; where that cannot be, nothing is remembered and nobody is bothered."""
        if not self._keeps:
            return
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            part.replace(self._file)
        with suppress(OSError):
            part.unlink()

    @property
    def recent(self) -> list[Path]:
        """The desks last opened that are still there, newest first."""
        held = self._values.get("recent")
        names = held if isinstance(held, list) else []
        return [Path(name) for name in names if isinstance(name, str) and _is_there(Path(name))]

    def opened(self, desk: Path) -> None:
        """Put a desk at the head of the recent ones."""
        paths = [desk.resolve(), *(path for path in self.recent if path != desk.resolve())]
        self._values["recent"] = [str(path) for path in paths[:RECENT]]

    def id_of(self, desk: Path) -> str | None:
        """The public id that a recent desk had: one that is damaged by now cannot be asked which
        backups are its own."""
        held = self.section("ids").get(str(desk.resolve()))
        return held if isinstance(held, str) else None

    def remember_id(self, desk: Path, public_id: str) -> None:
        """Keep a desk's public id for as long as it is a recent one."""
        ids = {**self.section("ids"), str(desk.resolve()): public_id}
        recent = [str(path) for path in self.recent]
        self._values["ids"] = {name: found for name, found in ids.items() if name in recent}


def _is_there(path: Path) -> bool:
    """Whether there is such a file; one in a folder that may not be looked into is not."""
    try:
        return path.is_file()
    except OSError:
        return False
