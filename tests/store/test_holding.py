"""Backups that still hold erased words."""

from collections.abc import Callable
from pathlib import Path

from claimdesk.commands.edit import Edit
from claimdesk.commands.erase import Erase
from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.erasure import Target
from claimdesk.store import backups, queries
from claimdesk.store.holding import holding, remove
from claimdesk.store.sqlite.connection import Reader

Run = Callable[[Edit], str | None]
SECRET = "Willibald Käsebier"


def test_backups_that_hold_the_words_are_found_and_removed(
    run: Run, reader: Reader, tmp_path: Path
) -> None:
    place = tmp_path / "backups"
    clean = backups.keep(reader.path, place)
    run(WriteNote(f"kurz: {SECRET}", claim=1))
    short = backups.keep(reader.path, place)
    note = queries.claim_detail(reader, 1).notes[-1].id
    # So long that SQLite cuts it, and the name may lie across two pages.
    run(RewriteNote(note, "x" * 4000 + SECRET * 400, f"kurz: {SECRET}"))
    long = backups.keep(reader.path, place)
    run(Erase((Target("note", note, "text"),), (), "Quellenschutz"))
    after = backups.keep(reader.path, place)
    kept = backups.listed(place)
    assert len(kept) == 4
    assert clean
    assert short
    assert long
    assert after
    found = holding(kept, (f"kurz: {SECRET}", SECRET))
    assert {one.path for one in found} == {short.path, long.path}
    assert holding(kept, ("steht nirgends",)) == []
    remove(found)
    assert {one.path for one in backups.listed(place)} == {clean.path, after.path}


def test_one_that_cannot_be_read_is_taken_for_one(reader: Reader, tmp_path: Path) -> None:
    place = tmp_path / "backups"
    kept = backups.keep(reader.path, place)
    assert kept
    kept.path.write_bytes(b"no desk at all")
    assert holding([kept], (SECRET,)) == [kept]
    assert holding([kept], ()) == []
