"""A dossier goes to another desk and is the same there."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.edit_claim import EditStatement, SetAttribution
from claimdesk.commands.import_dossier import ImportDossier
from claimdesk.commands.propose_correction import ProposeCorrection
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.errors import ClaimdeskError, Refused, UnreadableText
from claimdesk.domain.question import Addressee
from claimdesk.paths import RESOURCES
from claimdesk.services.exporters.json_report import to_json
from claimdesk.services.exporters.options import Options, cut
from claimdesk.services.importers.dossier import read_dossier
from claimdesk.store import Store, create_desk, open_desk, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader

Run = Callable[..., str | None]
MADE_AT = "2022-03-28T12:10:00Z"
SCHEMA = json.loads((RESOURCES / "reports" / "report.schema.json").read_text(encoding="utf-8"))
OF_THE_DESK = ("desk", "people", "first_event", "last_event", "heads", "erasures")
"""What a desk says of itself and of its own history."""


def report(desk: Path, *, unmask: bool = True) -> bytes:
    """The JSON report of a desk's first article."""
    with closing(Reader(desk)) as read:
        made = queries.dossier(read, min(queries.article_ids(read)))
    return to_json(cut(made, Options(unmask=unmask)), made_at=MADE_AT).encode()


def content(said: bytes) -> dict[str, Any]:
    """What must be equal on both desks."""
    document: dict[str, Any] = json.loads(said)
    for name in OF_THE_DESK:
        del document[name]
    for claim in document["claims"]:
        del claim["changed_at"], claim["changed_by"]  # they follow from the history
        for evidence in claim["evidence"]:
            del evidence["snapshot_sha256"]  # bytes are not in a report
        claim["badges"] = [badge for badge in claim["badges"] if badge != "snapshot"]
    return document


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.claimdesk"
    create_desk(path, title="Zweiter Desk")
    return path


@pytest.fixture
def other(empty: Path, tmp_path: Path) -> Path:
    """A second desk, with nothing in it."""
    path = tmp_path / "other.claimdesk"
    shutil.copyfile(empty, path)
    return path


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """The kept desk of the newest schema that holds a bit of everything."""
    path = tmp_path / "full.claimdesk"
    shutil.copyfile(Path(__file__).parents[1] / "data" / "desks" / "0003.claimdesk", path)
    open_desk(path)
    return path


def take(desk: Path, said: bytes, person: Any) -> None:
    with Store(desk) as store:
        store.run(ImportDossier(read_dossier(said, "report.json")), person)


def is_sound(desk: Path) -> bool:
    return not examine(desk)


@pytest.mark.parametrize("which", ["full", "sample_file", "desk"])
def test_it_is_equal_on_the_other_desk(
    which: str, request: pytest.FixtureRequest, other: Path, person: Any
) -> None:
    said = report(request.getfixturevalue(which))
    jsonschema.validate(json.loads(said), SCHEMA)
    take(other, said, person)
    assert content(report(other)) == content(said)
    assert is_sound(other)


@settings(max_examples=12)
@given(words=st.lists(st.text(min_size=1, max_size=40), min_size=5, max_size=5))
def test_words_of_any_kind_are_equal_there(
    desk: Path, empty: Path, tmp_path: Path, words: list[str], person: Any
) -> None:
    """A report holds clean words; what was cleaned once is equal ever after."""
    with closing(Reader(desk)) as read, Store(desk) as store:
        held = queries.claim_details(read, [1])[0]
        statement, attributed, note, question, wording = words
        for one in (
            EditStatement(1, statement, held.row.statement),
            SetAttribution(1, attributed, held.row.attributed_to or ""),
            WriteNote(note, claim=1),
            AskQuestion(question, claims=(1,), addressee=Addressee.SOURCE, name=note),
            ProposeCorrection(1, wording, why=note),
        ):
            try:
                store.run(one, person)
            except ClaimdeskError:
                continue  # words that no desk takes
    said = report(desk)
    target = tmp_path / "target.claimdesk"
    shutil.copyfile(empty, target)
    take(target, said, person)
    assert content(report(target)) == content(said)


def test_it_is_one_event_that_can_be_taken_back(desk: Path, other: Path, person: Any) -> None:
    from claimdesk.commands.revert import Revert

    take(other, report(desk), person)
    with closing(Reader(other)) as read:
        [event] = queries.events(read)
        assert event.message.words == "Import “Die Brücke von Nordhafen” from another desk"
    with Store(other) as store:
        store.run(Revert(event.public_id), person)
    with closing(Reader(other)) as read:
        assert queries.article_rows(read) == []


def test_what_the_desk_has_already_is_refused(desk: Path, other: Path, person: Any) -> None:
    said = report(desk)
    take(other, said, person)
    with pytest.raises(Refused, match="is in this desk already; import it into another one"):
        take(other, said, person)
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("UPDATE article SET aside = 1")
    with pytest.raises(Refused, match="set aside; bring it back instead"):
        take(other, said, person)


def test_sources_that_are_there_are_used(full: Path, other: Path, person: Any) -> None:
    document = json.loads(report(full))
    take(other, json.dumps(document).encode(), person)
    _rename(document)
    take(other, json.dumps(document).encode(), person)
    with closing(Reader(other)) as read:
        assert len(queries.sources(read)) == len(document["sources"])
        assert len(queries.article_rows(read)) == 2


def _rename(document: dict[str, Any]) -> None:
    """Give all but the sources ids of their own."""

    def walk(value: Any, at: str) -> Any:
        if isinstance(value, dict):
            return {k: walk(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(one, at) for one in value]
        return f"x{value}" if at in ("id", "other") and isinstance(value, str) else value

    sources = document.pop("sources")
    renamed = walk(document, "")
    document.clear()
    document.update(renamed, sources=sources)


def test_what_was_masked_says_so(full: Path, other: Path, person: Any) -> None:
    said = report(full, unmask=False)
    assert b"am Telefon" not in said
    received = read_dossier(said, "r.json")
    assert received.warnings == (
        "Confidential sources and contact data were blanked out in this file.",
    )
    assert not read_dossier(report(full), "r.json").warnings
    take(other, said, person)
    assert content(report(other)) != content(report(full))


def _broken(document: dict[str, Any], place: str, value: Any) -> None:
    *path, last = place.split(".")
    held: Any = document
    for name in path:
        held = held[int(name)] if name.isdecimal() else held[name]
    held[last] = value


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("format", "else", "“format” in it"),
        ("version", 2, "written by a newer Claimdesk"),
        ("claims", {}, "“claims” in it"),
        ("claims.0.status", "done", "“claims[0].status” in it"),
        ("claims.0.number", "1", "“claims[0].number” in it"),
        ("claims.0.statement", "\ud800", "“claims[0].statement” in it"),
        ("claims.0.as_of", "31.3.", "“claims[0].as_of” in it"),
        ("claims.0.anchor.start", 3, "“claims[0].anchor” in it"),
        ("claims.1.id", None, "“claims[1].id” in it"),
        ("revision.text", "anderer Text", "the SHA-256 differs"),
        ("notes.0.role", 3, "“notes[0].role” in it"),
        ("article", None, "“article” in it"),
        ("left_out", [1], "“left_out” in it"),
    ],
)
def test_what_does_not_fit_is_named(desk: Path, place: str, value: Any, said: str) -> None:
    document = json.loads(report(desk))
    _broken(document, place, value)
    with pytest.raises(UnreadableText) as refused:
        read_dossier(json.dumps(document).encode(), "fremd.json")
    assert said in str(refused.value)
    assert "“fremd.json” cannot be imported" in str(refused.value)


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_are_survived(said: bytes) -> None:
    with pytest.raises(UnreadableText):
        read_dossier(b'{"format": "claimdesk-report"' + said, "x.json")


def test_claims_twice_are_refused(desk: Path) -> None:
    document = json.loads(report(desk))
    document["claims"].append(document["claims"][0])
    with pytest.raises(UnreadableText, match="“claims” in it"):
        read_dossier(json.dumps(document).encode(), "x.json")
