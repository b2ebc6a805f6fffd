"""Which backups still hold words that are erased from the desk, and their removal."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from claimdesk.domain.erasure import SHORTEST
from claimdesk.domain.errors import OutputError, reason
from claimdesk.i18n import _
from claimdesk.store.backups import Backup
from claimdesk.store.sqlite.connection import connect_to_read

_PIECE = 1 << 20


def holding(
    kept: Sequence[Backup], words: Sequence[str], stopped: Callable[[], bool] = lambda: False
) -> list[Backup]:
    """The backups with any of these words in a row, or left over in a byte of the file; one that
    cannot be read is taken for one."""
    sought = [word for word in words if len(word.strip()) >= SHORTEST]
    found = []
    for one in kept:
        if stopped():
            break
        if sought and (_in_bytes(one.path, sought) or _in_rows(one.path, sought)):
            found.append(one)
    return found


def remove(backups: Sequence[Backup]) -> None:
    """Delete backups; OutputError, with the rest still there, where one stays."""
    for one in backups:
        try:
            one.path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                _("The backup “{path}” could not be removed: {reason}.").format(
                    path=one.path, reason=reason(error)
                )
            ) from error


def _in_bytes(path: Path, words: Sequence[str]) -> bool:
    """Also what an earlier version left behind in a page; long texts are cut into pieces by
    SQLite, so the rows are asked, too."""
    spelled = [one.encode() for word in words for one in _spellings(word)]
    overlap = max(map(len, spelled)) - 1
    try:
        with path.open("rb") as file:
            before = b""
            while piece := file.read(_PIECE):
                window = before + piece
                if any(one in window for one in spelled):
                    return True
                before = window[-overlap:]
    except OSError:
        return True
    return False


def _in_rows(path: Path, words: Sequence[str]) -> bool:
    spelled = [one for word in words for one in _spellings(word)]
    try:
        with closing(connect_to_read(path)) as connection:
            for table, column in _text_columns(connection):
                condition = " OR ".join(f'instr("{column}", ?)' for _one in spelled)
                sql = f'SELECT 1 FROM "{table}" WHERE {condition} LIMIT 1'
                with suppress(StopIteration):
                    next(connection.execute(sql, spelled))
                    return True
    except sqlite3.Error:
        return True
    return False


def _text_columns(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for column in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
            if column[2].upper() in ("VARCHAR", "TEXT"):
                yield table, column[1]


def _spellings(word: str) -> set[str]:
    """As it is, and as it stands inside JSON."""
    return {word, json.dumps(word, ensure_ascii=False)[1:-1]}
