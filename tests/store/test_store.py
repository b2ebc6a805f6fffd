import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.errors import OutputError
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.store import Reader

EDITS = 40

OTHER_PROCESS = f"""
import sys
from pathlib import Path
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store

desk, name = Path(sys.argv[1]), sys.argv[2]
with Store(desk) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for count in range({EDITS}):
        store.run(WriteNote(f"{{name}} {{count}}", claim=1 + count % 8), Person(name, name[:2]))
        store.run(SetStatus((1, 2), tuple(Status)[count % 9]), Person(name, name[:2]))
"""


def test_processes_that_edit_the_same_desk_lose_nothing_and_see_each_other(
    desk: Path, store: Store, reader: Reader, person: Person, tmp_path: Path
) -> None:
    before = queries.last_event(reader)
    others = [
        subprocess.Popen(
            [sys.executable, "-c", OTHER_PROCESS, str(desk), name],
            env={**os.environ, "CLAIMDESK_HOME": str(tmp_path / name)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("Anna", "Otto")
    ]
    for other in others:
        assert other.stdout
        assert other.stdout.readline() == "ready\n"
    for other in others:
        assert other.stdin
        other.stdin.write("\n")
        other.stdin.flush()
    seen: list[int] = []
    last, mine = before, set()
    for count in range(EDITS):
        mine.add(store.run(WriteNote(f"ich {count}", claim=3), person).event)
        news = queries.events_since(reader, last)
        seen += news
        last = max(news, default=last)
    for other in others:
        other.communicate(timeout=60)
        assert other.returncode == 0
    seen += queries.events_since(reader, last)

    assert sorted(seen) == list(range(before + 1, queries.last_event(reader) + 1)), (
        "each event is seen, and once"
    )
    assert mine < set(seen)
    texts = [row[0] for row in reader("SELECT text FROM note")]
    for name in ("Anna", "Otto", "ich"):
        assert [text for text in texts if text.startswith(f"{name} ")] == [
            f"{name} {count}" for count in range(EDITS)
        ]
    assert len(queries.chain_heads(reader)) == 2 + 3
    assert examine(desk) == []


def test_a_change_of_others_names_what_to_read_again(
    store: Store, reader: Reader, person: Person
) -> None:
    last = queries.last_event(reader)
    done = store.run(SetStatus((2, 3), Status.FALSE), person)
    events = queries.events_since(reader, last)
    assert events == {done.event}
    told = queries.changes_of(reader, events)
    assert (told.claims, told.articles) == (done.claims, done.articles)
    assert told.entities >= {"claim"}
    assert not queries.changes_of(reader, ())


def test_changes_are_counted_no_further_than_asked(
    store: Store, reader: Reader, person: Person
) -> None:
    last = queries.last_event(reader)
    store.run(SetStatus((2, 3, 4), Status.FALSE), person)
    events = queries.events_since(reader, last)
    [(changed,)] = reader("SELECT count(*) FROM change WHERE event > :last", {"last": last})
    assert not queries.has_more_changes(reader, events, changed)
    assert queries.has_more_changes(reader, events, changed - 1)
    assert not queries.has_more_changes(reader, (), 0)


def test_a_closed_desk_is_one_whole_file(desk: Path, person: Person) -> None:
    with Store(desk) as store:
        store.run(WriteNote("x", claim=1), person)
    assert [path.name for path in desk.parent.iterdir()] == [desk.name]


def test_a_checkpoint_makes_a_plain_copy_whole(
    desk: Path, store: Store, person: Person, tmp_path: Path
) -> None:
    store.run(WriteNote("bis hierher", article=1), person)
    store.checkpoint()
    copy = tmp_path / "copy.claimdesk"
    copy.write_bytes(desk.read_bytes())
    reader = Reader(copy)
    assert queries.article_notes(reader, 1)[-1].text == "bis hierher"
    reader.close()
    assert examine(copy) == []


def test_a_checkpoint_does_not_wait_for_a_reader(
    store: Store, reader: Reader, person: Person
) -> None:
    store.run(WriteNote("w", claim=1), person)
    reader("BEGIN")
    reader("SELECT 1 FROM claim")
    store.run(WriteNote("x", claim=1), person)
    begun = time.monotonic()
    store.checkpoint()
    assert time.monotonic() - begun < 5
    store.run(WriteNote("y", claim=1), person)
    reader("COMMIT")
    assert [note.text for note in queries.claim_detail(reader, 1).notes] == list("wxy")


def test_a_desk_that_vanished_is_not_made_anew(tmp_path: Path, person: Person) -> None:
    gone = tmp_path / "gone.claimdesk"
    with Store(gone) as store, pytest.raises(OutputError, match=r"gone\.claimdesk"):
        store.run(WriteNote("x", claim=1), person)
    assert list(tmp_path.iterdir()) == []
