"""SQLAlchemy over the store's own SQLite connection."""

from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from claimdesk.store.sqlite.connection import WRITER_PATIENCE, connect


def engine(path: Path | str, *, patience: float = WRITER_PATIENCE) -> Engine:
    """An engine of exactly one connection. Its transactions begin IMMEDIATE: they take the
    lock at once, instead of failing halfway when another writer came first."""
    made = create_engine(
        "sqlite://",
        creator=lambda: connect(Path(path), patience=patience),
        poolclass=StaticPool,
    )

    @event.listens_for(made, "begin")
    def _begin(connection) -> None:  # type: ignore[no-untyped-def]  # SQLAlchemy's listener
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return made
