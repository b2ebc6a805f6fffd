"""Scrolling through the whole desk: beside another program that edits it, and for a long time."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.store import Store, queries
from claimdesk.store.work import Work
from claimdesk.ui.desk import Desk
from claimdesk.ui.models import claim_pages
from claimdesk.ui.models.claim_pages import PAGE
from claimdesk.ui.models.wide_claims import WideClaimsModel

ADA = Person.named("Ada Ärmel")
CLAIMS = 3_000
ANOTHER_PROGRAM = """
import random, sys, time
from pathlib import Path
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store

chance = random.Random(1)
with Store(Path(sys.argv[1])) as store:
    for _ in range(40):
        some = tuple(chance.sample(range(1, 3000), chance.choice((1, 1, 2, 30))))
        store.run(SetStatus(some, chance.choice(list(Status)[:8])), Person.named("Cleo"))
        time.sleep(0.03)
"""


class AddMany:
    """Many claims in one edit."""

    def apply(self, work: Work) -> Message:
        rest = {"article": 1, "kind": "other", "check_worthiness": 2}
        numbered = ({"number": number, **rest} for number in range(1_000, 1_000 + CLAIMS))
        work.add_all("claim", [{"statement": f"Satz {row['number']}", **row} for row in numbered])
        return Message("Make the sample")


@pytest.fixture(scope="module")
def long_file(kept_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "long.claimdesk"
    shutil.copyfile(kept_desk, path)
    with Store(path) as store:
        store.run(AddMany(), ADA)
    return path


@pytest.fixture
def desk(long_file: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "long.claimdesk"
    shutil.copyfile(long_file, path)
    opened = Desk(path, ADA)
    yield opened
    opened.close()


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> WideClaimsModel:
    made = WideClaimsModel(desk)
    made.set_filter(ClaimFilter())
    qtbot.waitUntil(lambda: not made.is_loading)
    return made


def seen(model: WideClaimsModel, first: int) -> list[ClaimRow | None]:
    """What a window over these rows would show."""
    return [model.row_at(row) for row in range(first, min(first + 30, model.rowCount()))]


def test_another_program_edits_while_one_scrolls(
    desk: Desk, model: WideClaimsModel, qtbot: QtBot
) -> None:
    complaints: list[str] = []
    desk.failed.connect(complaints.append)
    model.failed.connect(complaints.append)
    other = subprocess.Popen([sys.executable, "-c", ANOTHER_PROGRAM, str(desk.path)])
    at = 0
    while other.poll() is None:
        at = (at + 170) % CLAIMS
        seen(model, at)
        QApplication.processEvents()
    assert other.returncode == 0
    ids = queries.claim_ids(desk.read)
    wanted = queries.claim_rows(desk.read, ids[at : at + 30])
    qtbot.waitUntil(lambda: seen(model, at) == wanted, timeout=1_000)
    assert model.ids == ids
    fresh = [row for claim, row in model._far._rows.items() if claim not in model._far._old]
    assert fresh == queries.claim_rows(desk.read, [row.id for row in fresh]), "none is stale"
    assert complaints == []


def test_ten_thousand_steps_to_and_fro_hold_no_more_rows(
    model: WideClaimsModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_pages, "PAGES", 5)
    for step in range(10_000):
        along = step * 40 % (2 * CLAIMS)
        seen(model, min(along, 2 * CLAIMS - along))
        if not step % 10:
            QApplication.processEvents()
    qtbot.waitUntil(lambda: None not in seen(model, 0))
    assert len(model._far._rows) <= 6 * PAGE
    assert len(model._far._old) == 0
