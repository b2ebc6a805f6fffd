"""The shape of a desk file, compared with the reference that is shipped for its version.

A desk is a file that people mail to each other. trusted_schema=OFF does not stop triggers, so
anything in the schema that the reference does not have refuses the file before the first write.
"""

import re
import sqlite3

from claimdesk.paths import SCHEMAS
from claimdesk.store.sqlite import count_tables, list_tables, search_tables

_SEPARATOR = ";\n"
_DERIVED = search_tables.STATEMENTS | {
    *list_tables.STATEMENTS,
    *list_tables.RETIRED.values(),
    *count_tables.CREATED,
}


def newest_version() -> int:
    """The schema version that this program makes and reads."""
    return max(int(path.stem) for path in SCHEMAS.glob("[0-9]*.sql"))


def reference(version: int) -> frozenset[str]:
    """The normalised statements of a released schema version."""
    text = (SCHEMAS / f"{version:04}.sql").read_text(encoding="utf-8")
    return frozenset(_normal(part) for part in text.split(_SEPARATOR) if part.strip())


def statements(connection: sqlite3.Connection) -> list[str]:
    """The statements of a file's schema, in a fixed order; an index that SQLite made by itself
    has none."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name"
    )
    return [row[0] for row in rows]


def foreign(connection: sqlite3.Connection, version: int) -> list[str]:
    """Names of what the file has too much, too little or otherwise than the reference. The
    search index, the counts and what makes lists quick may be there, whole or in part, but only
    as Claimdesk makes them."""
    found = {_normal(statement) for statement in statements(connection)} - _DERIVED
    return sorted({_name(statement) for statement in found ^ reference(version)})


def dump(connection: sqlite3.Connection) -> str:
    """The schema as a reference file holds it."""
    return _SEPARATOR.join(statements(connection)) + _SEPARATOR


def _normal(statement: str) -> str:
    return re.sub(r"\s+", " ", statement).strip()


def _name(statement: str) -> str:
    match = re.match(r'CREATE (?:\w+ )*?(?:TABLE|INDEX|TRIGGER|VIEW) (\S+|"[^"]*")', statement)
    return match.group(1).strip('"') if match else statement[:40]
