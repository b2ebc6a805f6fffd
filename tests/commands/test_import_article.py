"""A text becomes an article in one event, which undo takes back whole."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

import pytest

from claimdesk.commands.import_article import ImportArticle
from claimdesk.commands.revert import Revert
from claimdesk.commands.take_text import lead_text
from claimdesk.domain.article import ArticleData, text_sha256
from claimdesk.domain.claim import Kind
from claimdesk.domain.claim_list import ListedClaim
from claimdesk.domain.errors import Refused
from claimdesk.domain.imported import Lead, LeadKind
from claimdesk.domain.structure import Structure
from claimdesk.services.anchoring.placing import place_claims
from claimdesk.services.importers.intake import read_bytes
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader

MARKDOWN = (
    b"# Der Hafen\n\nEs waren 412 [Schiffe](https://a.example/zahlen), sagt das Amt[^1]. Im Jahr "
    b"davor waren es 398.\n\nDer Bote als ePaper.\n\n[^1]: Amtsblatt 7\n"
)
CLAIMS = [
    ListedClaim("Es waren 412 Schiffe.", "412 Schiffe", 3, None, Kind.QUANTITY, 3, "Amt"),
    ListedClaim("Es waren viele.", "viele Schiffe", 5),
]


@pytest.fixture
def raw_rows(desk: Any) -> Callable[..., list[dict[str, Any]]]:
    """The rows of a table that are not set aside, as they stand in the file."""

    def rows(table: str, **equal: Any) -> list[dict[str, Any]]:
        where = " AND ".join(["NOT aside", *(f"{name} = :{name}" for name in equal)])
        with closing(sqlite3.connect(desk)) as connection:
            connection.row_factory = sqlite3.Row
            found = connection.execute(f"SELECT * FROM {table} WHERE {where}", equal).fetchall()
        return [dict(row) for row in found]

    return rows


def edit(content: bytes = MARKDOWN, **more: Any) -> ImportArticle:
    text = read_bytes(content, "hafen.md")
    return ImportArticle(text, claims=tuple(place_claims(text.text, CLAIMS)), **more)


def newest(reader: Reader) -> Any:
    return queries.article_rows(reader)[0]


def test_article_revision_and_snapshot(run: Callable, reader: Reader, raw_rows: Callable) -> None:
    before = len(queries.article_rows(reader))
    run(edit())
    row = newest(reader)
    assert len(queries.article_rows(reader)) == before + 1
    assert row.data.title == "Der Hafen"
    [revision] = raw_rows("revision", article=row.id)
    text = read_bytes(MARKDOWN, "hafen.md")
    assert revision["text"] == text.text
    assert revision["sha256"] == text_sha256(text.text)
    assert (revision["number"], revision["file_name"]) == (1, "hafen.md")
    assert Structure.from_json(revision["structure"]) == text.structure
    [snapshot] = raw_rows("snapshot", id=revision["snapshot"])
    assert snapshot["content"] == MARKDOWN
    assert (snapshot["sha256"], snapshot["media_type"]) == (text.file.sha256, "text/markdown")


def test_claims_with_and_without_a_place(run: Callable, reader: Reader) -> None:
    run(edit())
    found = queries.claim_details(reader, queries.claim_ids(reader, _of(newest(reader).id)))
    placed = {one.row.number: one for one in found}
    assert set(placed) == {3, 5}
    assert placed[3].anchor.quote == "412 Schiffe"
    assert placed[3].row.kind is Kind.QUANTITY
    assert placed[5].anchor is None


def test_leads_stand_at_their_passages(run: Callable, reader: Reader) -> None:
    run(edit())
    text = read_bytes(MARKDOWN, "hafen.md").text
    said = {
        note.text: text[note.start : note.end]
        for note in queries.article_notes(reader, newest(reader).id)
    }
    assert said == {"Link: https://a.example/zahlen": "Schiffe", "Footnote: Amtsblatt 7": "Amt"}


def test_a_lead_in_words() -> None:
    comment = Lead(LeadKind.COMMENT, 0, 1, "Quelle: Amt", "Ada", "2024-05-01")
    assert lead_text(comment) == "Quelle: Amt"
    broken = Lead(LeadKind.LINK, 0, 1, "https://politik/ausland/x")
    assert "lost its host" in lead_text(broken)


def test_data_and_notices_that_somebody_decided_on(
    run: Callable, reader: Reader, raw_rows: Callable
) -> None:
    notices = edit().text.structure.notices
    assert len(notices) == 1
    run(edit(data=ArticleData("Andere Überschrift", language="en"), not_article=notices))
    row = newest(reader)
    assert (row.data.title, row.data.language) == ("Andere Überschrift", "en")
    [covered] = raw_rows("coverage", revision=row.revision)
    assert (covered["start"], covered["end"]) == notices[0]
    assert covered["kind"] == "not_article"


def test_the_same_file_is_recognised(run: Callable, reader: Reader) -> None:
    run(edit())
    with pytest.raises(Refused, match="revision 1 of “Der Hafen”"):
        run(edit())
    assert run(edit(again=True))
    assert run(edit(MARKDOWN + b"\n"))  # other bytes, another file


def test_undo_takes_all_of_it_back_and_redo_brings_it_again(
    store: Store, reader: Reader, person: Any, desk: Any, raw_rows: Callable
) -> None:
    before = queries.article_rows(reader)
    event = store.run(edit(), person).event
    assert event
    undone = store.run(Revert(queries.event(reader, event).public_id), person).event
    assert queries.article_rows(reader) == before
    assert undone
    store.run(Revert(queries.event(reader, undone).public_id), person)
    assert newest(reader).data.title == "Der Hafen"
    assert newest(reader).claims == 2
    assert examine(desk) == []


def test_a_file_taken_back_can_come_again(
    store: Store, reader: Reader, person: Any, desk: Any
) -> None:
    event = store.run(edit(), person).event
    assert event
    store.run(Revert(queries.event(reader, event).public_id), person)
    store.run(edit(), person)
    assert newest(reader).data.title == "Der Hafen"
    assert examine(desk) == []


def test_one_event_holds_it_all(run: Callable, reader: Reader) -> None:
    before = len(queries.events(reader))
    public_id = run(edit())
    events = queries.events(reader)
    assert len(events) == before + 1
    assert events[-1].public_id == public_id
    assert events[-1].message.words == "Import “Der Hafen”"
    kinds = {change.entity for change in events[-1].changes}
    assert {"article", "revision", "snapshot", "claim", "anchor", "note"} <= kinds
    content = [one for one in events[-1].changes if one.entity == "snapshot"]
    assert "content" not in json.dumps(content[0].after)


def test_a_text_without_a_title_needs_one(run: Callable) -> None:
    with pytest.raises(Refused, match="title is missing"):
        run(edit(data=ArticleData("  ")))


def _of(article: int) -> Any:
    from claimdesk.domain.claim import ClaimFilter

    return ClaimFilter(article)
