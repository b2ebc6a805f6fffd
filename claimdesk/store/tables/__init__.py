"""What is in the desk file, declared once: Alembic's metadata, and the columns that Work writes.

Table classes do not validate, so the closed scales carry CHECKs made from the domain's enums;
open scales (types of sources, origins) have none, since widening a CHECK rebuilds its table.
Nothing is deleted: 'aside' hides a row. Times are ISO 8601 text in UTC.
"""

from sqlmodel import SQLModel

from claimdesk.store.tables import finding, history, proof, row, texts

__all__ = ["TABLES", "finding", "history", "proof", "row", "texts"]

TABLES = SQLModel.metadata.tables
"""Each table by its name."""
