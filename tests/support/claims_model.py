"""A model of claims under the hands of a test."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from claimdesk.domain.claim import ClaimRow
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.claim_columns import place
from claimdesk.ui.models.claims import ClaimsModel

DISPLAY = Qt.ItemDataRole.DisplayRole
Number = Callable[[int], ClaimRow]


def numbers(model: ClaimsModel) -> list[int]:
    rows = (model.row_at(row) for row in range(model.rowCount()))
    return [row.number for row in rows if row]


def cell(model: ClaimsModel, row: int, key: str, role: int = DISPLAY) -> object:
    return model.index(row, place(key)).data(role)


def edit(desk: Desk, *edits: object) -> None:
    for one in edits:
        desk.run(one)  # type: ignore[arg-type]
    assert desk.settle()


def row_in(desk: Desk, claim: int) -> ClaimRow:
    return queries.claim_rows(desk.read, [claim])[0]
