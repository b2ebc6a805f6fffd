"""The sample written to a desk: one event, everything at its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimdesk.commands.create_sample import CreateSample
from claimdesk.domain.history import Changes
from claimdesk.domain.person import Person
from claimdesk.services.importers.sample import read_sample
from claimdesk.store import Store, create_desk
from claimdesk.store.sqlite.connection import Reader

USER = Person.named("Ada Lovelace")


class Desk:
    """A desk with the sample, made by a user, and a reader on it."""

    def __init__(self, path: Path, edit: CreateSample) -> None:
        create_desk(path, title="Sample", sample=True)
        with Store(path) as store:
            self.changes: Changes = store.run(edit, USER)
        self.read = Reader(path)

    def rows(self, sql: str, **parameters: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.read(sql, parameters)]

    def count(self, table: str) -> int:
        [(found,)] = self.rows(f"SELECT count(*) FROM {table}")
        return int(found)


@pytest.fixture(
    scope="module", params=[("de", False), ("en", True)], ids=["german", "english unchecked"]
)
def edit(request: pytest.FixtureRequest) -> CreateSample:
    return CreateSample(*request.param)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, edit: CreateSample) -> Iterator[Desk]:
    """Made once; nobody writes to it."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLAIMDESK_HOME", str(folder / "user"))
        made = Desk(folder / "sample.claimdesk", edit)
    yield made
    made.read.close()


def test_it_is_one_event_with_all_claims(desk: Desk, edit: CreateSample) -> None:
    sample = read_sample(edit.language, unchecked=edit.unchecked)
    assert desk.count("event") == 1
    assert len(desk.changes.claims) == desk.count("claim") == len(sample.claims)
    assert desk.changes.message
    assert desk.changes.message.words == "Make the sample"
    assert desk.count("source") == len(sample.sources)
    assert desk.count("evidence") == len(sample.evidence)
    assert desk.count("note") == len(sample.notes)
    assert desk.count("relation") == len(sample.relations)


def test_claims_stand_in_the_desk_as_planned(desk: Desk, edit: CreateSample) -> None:
    sample = read_sample(edit.language, unchecked=edit.unchecked)
    expected = [
        (c.number, c.statement, c.kind, c.status, c.attributed_to, list(c.figures))
        for c in sample.claims
    ]
    found = desk.rows(
        "SELECT number, statement, kind, status, attributed_to, figures FROM claim ORDER BY number"
    )
    assert [(*row[:5], json.loads(row[5])) for row in found] == expected


def test_each_claim_s_passage_is_in_the_revision(desk: Desk) -> None:
    rows = desk.rows(
        'SELECT r.text, a.start, a."end", a.quote, c.statement FROM claim c '
        "JOIN anchor a ON a.claim = c.id JOIN revision r ON r.id = a.revision"
    )
    assert len(rows) == desk.count("claim")
    for text, start, end, quote, statement in rows:
        assert text[start:end] == quote == statement.removesuffix(".")


def test_evidence_joins_the_planned_claim_and_source(desk: Desk, edit: CreateSample) -> None:
    sample = read_sample(edit.language, unchecked=edit.unchecked)
    expected = sorted(
        (one.claim, sample.sources[one.source].url, one.stance, one.excerpt or "")
        for one in sample.evidence
    )
    found = desk.rows(
        "SELECT c.number, s.url, e.stance, coalesce(e.excerpt, '') FROM evidence e "
        "JOIN claim c ON c.id = e.claim JOIN source s ON s.id = e.source"
    )
    assert sorted(found) == expected


def test_notes_are_not_the_user_s(desk: Desk, edit: CreateSample) -> None:
    sample = read_sample(edit.language, unchecked=edit.unchecked)
    found = desk.rows(
        "SELECT c.number, n.role, n.text, p.name FROM note n JOIN person p ON p.id = n.person "
        "LEFT JOIN claim c ON c.id = n.claim ORDER BY n.id"
    )
    assert found == [(n.claim, n.role, n.text, sample.checker.name) for n in sample.notes]
    assert sample.checker.name != USER.name
    assert desk.rows("SELECT count(*) FROM note WHERE claim IS NULL AND article IS NULL") == [(0,)]


def test_corrections_are_proposed_by_the_checker(desk: Desk, edit: CreateSample) -> None:
    sample = read_sample(edit.language, unchecked=edit.unchecked)
    found = desk.rows(
        "SELECT c.number, k.old_wording, k.new_wording, k.state, p.name, k.decided_by "
        "FROM correction k JOIN claim c ON c.id = k.claim JOIN person p ON p.id = k.proposed_by "
        "ORDER BY k.id"
    )
    assert found == [
        (one.claim, one.old_wording, one.new_wording, "proposed", sample.checker.name, None)
        for one in sample.corrections
    ]
    assert bool(found) != edit.unchecked


def test_relations_join_the_planned_claims(desk: Desk, edit: CreateSample) -> None:
    sample = read_sample(edit.language, unchecked=edit.unchecked)
    found = desk.rows(
        "SELECT c.number, o.number, r.kind, r.remark FROM relation r "
        "JOIN claim c ON c.id = r.claim JOIN claim o ON o.id = r.other ORDER BY r.id"
    )
    assert found == [(r.claim, r.other, r.kind, r.remark) for r in sample.relations]
