"""The sample's claims meet their article, by the hashes of its words; tested with an article of
our own and hashes made for it, and with the real one where that is at hand."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from claimdesk.commands import meet_sample
from claimdesk.commands.meet_sample import MeetSample, meeting
from claimdesk.commands.revert import Revert
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.errors import Refused
from claimdesk.domain.imported import ImportedText
from claimdesk.services.anchoring.words import Words, words_of
from claimdesk.services.importers.intake import read_file, read_text
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader

OWN = "# Der Hafen\n\n" + "\n\n".join(
    f"Im Jahr {1800 + n} lagen im Hafen [{n * 3} Schiffe](https://a.example/{n}) und {n} Boote."
    for n in range(1, 181)
)


@pytest.fixture
def desk(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "desk.claimdesk"
    shutil.copyfile(sample_file, path)
    return path


@pytest.fixture
def read(desk: Path) -> Iterator[Reader]:
    with closing(Reader(desk)) as opened:
        yield opened


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportedText:
    """An article of our own; the shipped hashes make room for those of its passages."""
    text = read_text(OWN, "hafen.md")
    words = Words.of(text.text).words
    entries = []
    for n in range(1, 181):
        wanted = ("schiffe", "und", str(n), "boote")
        first = next(at for at in range(len(words)) if words[at : at + 4] == wanted)
        sha = hashlib.sha256(" ".join(wanted).encode()).hexdigest()
        entries.append({"number": n, "word": first + 3, "words": 4, "sha256": sha})
    others = [{**entries[0], "id": "N1"}]
    held = {"claims": entries, "not_checkable": others}
    (tmp_path / "passages.json").write_text(json.dumps(held))
    monkeypatch.setattr(meet_sample, "FOLDER", tmp_path)
    return text


def run(desk: Path, edit: Any) -> Any:
    from claimdesk.domain.person import Person

    with Store(desk) as store:
        return store.run(edit, Person.named("Ada Ärmel"))


def quotes(read: Reader) -> dict[int, str]:
    [article] = queries.article_rows(read)
    found = queries.claim_details(read, queries.claim_ids(read, ClaimFilter(article.id)))
    assert all(one.passage_state is AnchorOrigin.MADE for one in found)
    return {one.row.number: one.anchor.quote for one in found if one.anchor}


def test_each_claim_stands_where_its_hash_says(desk: Path, read: Reader, own: ImportedText) -> None:
    before = {row.number: row.status for row in _claims(read)}
    edit = meeting(read, own)
    assert isinstance(edit, MeetSample)
    changes = run(desk, edit)
    assert quotes(read) == {n: f"Schiffe und {n} Boote" for n in range(1, 181)}
    [article] = queries.article_rows(read)
    assert queries.revision(read, article.revision or 0).text == own.text
    assert {row.number: row.status for row in _claims(read)} == before
    assert changes.message.words.startswith("The article’s own text")
    assert examine(desk) == []


def test_notes_on_what_is_no_claim_and_links_find_their_passages(
    desk: Path, read: Reader, own: ImportedText
) -> None:
    edit = meeting(read, own)
    assert edit
    run(desk, edit)
    notes = queries.article_notes(read, edit.article)
    placed = [own.text[one.start : one.end] for one in notes if one.start is not None]
    assert placed.count("Schiffe und 1 Boote") == 1
    assert sum("https://a.example" in one.text for one in notes) == 180


def test_undo_brings_the_summary_back(desk: Path, read: Reader, own: ImportedText) -> None:
    before = quotes(read)
    edit = meeting(read, own)
    event = run(desk, edit).event
    assert quotes(read) != before
    run(desk, Revert(queries.event(read, event).public_id))
    assert quotes(read) == before
    again = meeting(read, own)
    assert again
    run(desk, again)
    assert quotes(read) != before
    assert examine(desk) == []


def test_other_texts_and_other_desks_are_no_meeting(
    desk: Path, read: Reader, own: ImportedText, kept_desk: Path
) -> None:
    assert meeting(read, read_text("Ein ganz anderer Text. " * 200)) is None
    with closing(Reader(kept_desk)) as other:
        assert meeting(other, own) is None


def test_the_article_comes_only_once(desk: Path, read: Reader, own: ImportedText) -> None:
    edit = meeting(read, own)
    assert edit
    run(desk, edit)
    assert meeting(read, own) is None
    with pytest.raises(Refused, match="revision 2"):
        run(desk, edit)


def test_a_claim_without_its_passage_is_gone_but_kept(
    desk: Path, read: Reader, own: ImportedText
) -> None:
    shorter = read_text(OWN.replace("und 7 Boote", "und sieben Boote"), "hafen.md")
    edit = meeting(read, shorter)
    assert edit
    last = quotes(read)[7]
    run(desk, edit)
    rows = read(
        "SELECT a.start, a.quote, a.origin FROM anchor a JOIN claim c ON c.id = a.claim "
        "JOIN revision r ON r.id = a.revision WHERE c.number = 7 AND r.number = 2"
    )
    assert [tuple(row) for row in rows] == [(None, last, "gone")]
    assert examine(desk) == []


def test_the_real_article(desk: Path, read: Reader, shared: Path) -> None:
    """Each claim at the passage that was chosen in the raw file, counted in words."""
    path = shared / "article" / "welt-2022-03-28.md"
    raw, text = path.read_text(encoding="utf-8"), read_file(path)
    edit = meeting(read, text)
    assert edit
    run(desk, edit)
    book = json.loads((shared / "dossier" / "claims.json").read_text(encoding="utf-8"))
    wanted = {one["number"]: one["anchor"] for one in book["claims"]}
    assert len(edit.spans) == len(wanted) == 180
    for number, (start, end) in edit.spans.items():
        anchor = wanted[number]
        assert words_of(text.text[start:end]) == words_of(anchor["quote"]), number
        before = words_of(raw[: anchor["start"]])
        assert abs(len(before) - len(words_of(text.text[:start]))) <= 1, number
    assert set(quotes(read)) == set(wanted)
    assert examine(desk) == []


def _claims(read: Reader) -> Any:
    [article] = queries.article_rows(read)
    return queries.claim_rows(read, queries.claim_ids(read, ClaimFilter(article.id)))
