"""The traps of Alembic on SQLite, each one laid anew with a next schema version of our own."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.domain.errors import DeskError
from claimdesk.domain.person import Person
from claimdesk.paths import MIGRATIONS, SCHEMAS
from claimdesk.store import Store, create_desk, migrate, open_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.engine import engine
from claimdesk.store.sqlite import schema
from claimdesk.store.store import Reader

HEAD = f"{schema.newest_version():04}"
DESKS = Path(__file__).parents[1] / "data" / "desks"
NEXT = f"{schema.newest_version() + 1:04}"

REBUILD = """
    with op.batch_alter_table("claim", recreate="always") as batch:
        batch.add_column(sa.Column("heat", sa.Integer(), nullable=False, server_default="0"))
"""
BREAK = """
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("UPDATE claim SET status = 'false'")
    op.execute("DELETE FROM note")
    raise RuntimeError("the disk is on fire")
"""
ORPHAN = """
    op.execute("DELETE FROM source")
"""


@pytest.fixture
def migrations(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a copy of the migrations with one more, whose body is given."""

    def extended(body: str, folder: Path = tmp_path / "migrations") -> Path:
        shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / f"{NEXT}_more.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision = {NEXT!r}\ndown_revision = {HEAD!r}\n\n\ndef upgrade():\n{body}",
            encoding="utf-8",
        )
        return folder

    return extended


def dump(path: Path) -> list[str]:
    """All that a file holds, and which version it says it is."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return [f"version {version}", *connection.iterdump()]


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()


CHILDREN = ("anchor", "change", "correction", "evidence", "note", "question", "relation")


def test_children_survive_when_their_parent_is_rebuilt(
    desk: Path, migrations: Callable[[str], Path]
) -> None:
    shutil.copyfile(DESKS / f"{HEAD}.claimdesk", desk)
    before = {table: rows(desk, table) for table in CHILDREN}
    assert all(before.values())
    kept = migrate.bring_up_to_date(desk, int(HEAD), migrations(REBUILD))
    assert {table: rows(desk, table) for table in CHILDREN} == before
    assert [row[:-1] for row in rows(desk, "claim")] == rows(kept, "claim")
    with closing(sqlite3.connect(desk)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (int(NEXT),)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_trap_is_there_without_the_cure(desk: Path, migrations: Callable[[str], Path]) -> None:
    """With foreign keys on the rebuild does go wrong, or the test above would show nothing."""
    made = engine(desk)
    try:
        with pytest.raises(Exception, match="FOREIGN KEY"), made.begin() as connection:
            command.upgrade(migrate._config(connection, migrations(REBUILD)), "head")
    finally:
        made.dispose()


@pytest.mark.parametrize("body", [BREAK, ORPHAN])
def test_a_migration_that_breaks_leaves_the_file_as_it_was(
    desk: Path, migrations: Callable[[str], Path], body: str
) -> None:
    before = dump(desk)
    with pytest.raises(DeskError, match="it is as it was, and a copy lies at") as caught:
        migrate.bring_up_to_date(desk, int(HEAD), migrations(body))
    assert dump(desk) == before
    assert open_desk(desk) is None
    assert examine(desk) == []
    assert str(next(desk.parent.glob("desk-before-*"))) in str(caught.value)


def test_the_backup_before_a_migration_is_a_whole_desk(
    desk: Path, migrations: Callable[[str], Path]
) -> None:
    before = dump(desk)
    location = migrations(REBUILD)
    first = migrate.bring_up_to_date(desk, int(HEAD), location)
    assert dump(first) == before
    assert examine(first) == []
    second = migrate.bring_up_to_date(desk, int(HEAD), location)
    assert second != first, "an older backup is never overwritten"


def test_models_and_migrations_do_not_drift(tmp_path: Path) -> None:
    path = tmp_path / "new.claimdesk"
    path.touch()
    made = engine(path)
    try:
        migrate.upgrade(made)
        with made.begin() as connection:
            command.check(migrate._config(connection, MIGRATIONS))
        with made.connect() as connection:
            raw = connection.connection.driver_connection
            assert schema.dump(raw) == (SCHEMAS / f"{HEAD}.sql").read_text(encoding="utf-8")
    finally:
        made.dispose()


def test_what_alembic_does_not_compare_is_compared_too(tmp_path: Path) -> None:
    """Alembic sees no CHECK and no partial index: the tables' own statements must agree."""
    from sqlmodel import SQLModel, create_engine

    path = tmp_path / "new.claimdesk"
    create_desk(path, title="")
    declared = create_engine(f"sqlite:///{tmp_path / 'declared'}")
    SQLModel.metadata.create_all(declared)
    declared.dispose()
    derived = {name for name in constraints(path) if name.startswith("list_")}
    made = {name: held for name, held in constraints(path).items() if name not in derived}
    assert constraints(tmp_path / "declared") == made


def constraints(path: Path) -> dict[str, set[str]]:
    """What each table and index demands: its conditions, without names, in no order."""
    with closing(sqlite3.connect(path)) as connection:
        found = {
            name: {
                part.split(" CHECK ", 1)[-1].strip(" ,\t")
                for part in sql.splitlines()
                if " CHECK " in part or " WHERE " in part
            }
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            )
        }
    return {name: parts for name, parts in found.items() if parts}


def test_every_migration_has_a_reference_schema() -> None:
    config = migrate._config(None, MIGRATIONS)  # type: ignore[arg-type]  # nothing is run
    revisions = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    assert revisions == {path.stem for path in SCHEMAS.glob("*.sql")}


def test_every_schema_version_has_a_kept_desk() -> None:
    kept = {path.stem for path in DESKS.glob("*.claimdesk")}
    assert kept == {path.stem for path in SCHEMAS.glob("*.sql")}


def test_the_place_may_have_signs_that_mean_something_elsewhere(
    tmp_path: Path, desk: Path, migrations: Callable[..., Path]
) -> None:
    location = migrations(REBUILD, tmp_path / "50 % Prüf ung" / "%(here)s")
    there = tmp_path / "100 %41 #ü?" / "mein & desk.claimdesk"
    there.parent.mkdir()
    desk.rename(there)
    kept = migrate.bring_up_to_date(there, int(HEAD), location)
    assert kept.parent == there.parent
    assert dump(there)[0] == f"version {int(NEXT)}"
    create_desk(there.with_name("neu %s.claimdesk"), title="%")
    assert open_desk(there.with_name("neu %s.claimdesk")) is None


@pytest.mark.parametrize("kept", sorted(DESKS.glob("*.claimdesk")))
def test_every_kept_desk_opens_and_is_sound(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / kept.name
    shutil.copyfile(kept, path)
    backup = open_desk(path)
    assert (backup is None) == (kept.stem == HEAD)
    assert examine(path) == []
    reader = Reader(path)
    (article,) = queries.article_rows(reader)
    assert article.claims == len(queries.claim_ids(reader)) == 8
    reader.close()


def test_a_desk_of_the_first_version_takes_what_came_later(tmp_path: Path) -> None:
    path = tmp_path / "old.claimdesk"
    shutil.copyfile(DESKS / "0001.claimdesk", path)
    before = dump(path)
    backup = open_desk(path)
    assert backup
    assert dump(backup) == before
    with Store(path) as store:
        store.run(ProposeCorrection(2, "398 Meter lang"), Person.named("Cleo Süß"))
        store.run(AskQuestion("Woher?", claims=(2,)), Person.named("Cleo Süß"))
        reader = Reader(path)
        detail = queries.claim_detail(reader, 2)
        reader.close()
    assert (len(detail.corrections), len(detail.questions)) == (1, 1)
    assert [note.text for note in detail.notes] == ["Ohne die Rampen sind es 398 Meter."]
    assert examine(path) == []


def test_alembic_is_loaded_only_for_a_desk_of_another_version(desk: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from claimdesk.store import open_desk, Store; "
        "path = Path(sys.argv[1]); assert open_desk(path) is None; "
        "assert 'sqlalchemy' not in sys.modules, 'the ORM was loaded to open'; "
        "Store(path).close(); assert 'alembic' not in sys.modules, 'Alembic was loaded'"
    )
    subprocess.run([sys.executable, "-c", program, str(desk)], check=True, timeout=60)


def test_making_a_desk_never_replaces_one(tmp_path: Path, desk: Path) -> None:
    before = desk.read_bytes()
    with pytest.raises(FileExistsError):
        create_desk(desk, title="another")
    assert desk.read_bytes() == before
    create_desk(tmp_path / "a" / "b" / "new.claimdesk", title="Neu", sample=True)
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["new.claimdesk"]
    with Store(tmp_path / "a" / "b" / "new.claimdesk") as store:
        reader = Reader(store.path)
        info = queries.desk_info(reader)
        reader.close()
    assert (info.title, info.sample) == ("Neu", True)
    assert examine(store.path) == []
