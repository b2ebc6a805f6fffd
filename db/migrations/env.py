"""Alembic's entry: the program hands in its connection; at development it opens a file."""

import os

from alembic import context
from sqlmodel import SQLModel

import claimdesk.store.tables  # noqa: F401  fills the metadata
from claimdesk.store.engine import engine


def _migrate(connection):
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if (given := context.config.attributes.get("connection")) is not None:
    _migrate(given)
else:
    with engine(os.environ["CLAIMDESK_DESK"]).connect() as connection, connection.begin():
        _migrate(connection)
