"""Desks are made and brought up to date by the migrations, and by nothing else.

Two traps of Alembic on SQLite are disarmed here. A batch rebuild of a parent table with
foreign keys on deletes its children without a word: they are off before BEGIN, checked after,
and on again. And SQLite's default driver commits each DDL statement: the engine begins its
own transaction, so that a broken migration leaves nothing.
"""

import secrets
import sqlite3
from contextlib import suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, insert

from claimdesk.domain.errors import DeskError
from claimdesk.domain.identity import now, public_id
from claimdesk.i18n import _
from claimdesk.paths import MIGRATIONS, SCHEMAS
from claimdesk.store.engine import engine
from claimdesk.store.sqlite import backup, count_tables, counts, fts, lists, schema
from claimdesk.store.sqlite.connection import APPLICATION_ID
from claimdesk.store.tables import TABLES


def create(path: Path, *, title: str, sample: bool = False) -> None:
    """Make a new desk. It is built beside its place and put there whole, so that a kill
    leaves no half desk; a file that is there already stays (FileExistsError)."""
    if path.exists():
        raise FileExistsError(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        _build(part, title, sample)
        backup.put(part, path)
    finally:
        for leftover in (part, Path(f"{part}-wal"), Path(f"{part}-shm")):
            with suppress(OSError):
                leftover.unlink()


def _build(part: Path, title: str, sample: bool) -> None:
    part.touch()
    made = engine(part)
    try:
        upgrade(made)
        with made.begin() as connection:
            connection.execute(
                insert(TABLES["desk"]).values(
                    public_id=public_id(), title=title, sample=sample, made_at=now(), aside=False
                )
            )
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            fts.make(raw, fts.COMPLETE)
            counts.make(raw, count_tables.COMPLETE)
            lists.make(raw, lists.COMPLETE)
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        made.dispose()


def bring_up_to_date(path: Path, version: int, location: Path = MIGRATIONS) -> Path:
    """Migrate a desk of an older version, after a checked backup beside it; the backup's path."""
    newest = schema.newest_version()
    kept = _free_name(path.with_name(f"{path.stem}-before-{newest:04}{path.suffix}"))
    backup.copy(path, kept)
    made = engine(path)
    try:
        upgrade(made, location=location)
    except Exception as error:
        raise DeskError(
            _(
                "“{name}” could not be brought from version {old} to {new}; it is as it was, "
                "and a copy lies at “{backup}”."
            ).format(name=path.name, old=version, new=newest, backup=kept)
        ) from error
    finally:
        made.dispose()
    return kept


def _free_name(path: Path) -> Path:
    candidate, count = path, 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return candidate


def upgrade(made: Engine, revision: str = "head", location: Path = MIGRATIONS) -> None:
    """Run the migrations in one transaction; whatever fails leaves the file as it was."""
    with made.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                command.upgrade(_config(connection, location), revision)
                _seal(connection)
        finally:
            raw.execute("PRAGMA foreign_keys = ON")


def _seal(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise CommandError(f"rows refer to nothing: {broken[:3]}")
    head = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(head)}")


def _config(connection: Connection, location: Path) -> Config:
    config = Config()
    # configparser would read a % in the path.
    config.set_main_option("script_location", str(location).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def write_reference(scratch: Path) -> Path:
    """At development: write the newest schema's reference file from an empty desk made at
    'scratch'; returns the reference's path."""
    scratch.touch()
    made = engine(scratch)
    upgrade(made)
    with made.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        target = SCHEMAS / f"{version:04}.sql"
        target.write_text(schema.dump(raw), encoding="utf-8")
    made.dispose()
    return target
