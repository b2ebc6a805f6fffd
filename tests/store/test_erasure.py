"""Words erased for good: in no byte of the desk, and the chain still holds."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.erase import Erase
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import SetAsideNote
from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.draft import DraftPlace, Jotting
from claimdesk.domain.erasure import ERASED, Target
from claimdesk.domain.errors import Conflict, Refused
from claimdesk.domain.person import Person
from claimdesk.domain.source import SourceData
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader, connect

Run = Callable[[Edit], str | None]
SECRET = "Willibald Käsebier-Ostertag"
FIRST = f'Am Telefon sagte {SECRET}: »alles "falsch"«\nund mehr.'


def everywhere(desk: Path, words: str) -> list[str]:
    """The files beside the desk that hold words, in any of their bytes."""
    spelled = {words.encode(), json.dumps(words, ensure_ascii=False)[1:-1].encode()}
    return [
        path.name
        for path in sorted(desk.parent.iterdir())
        if path.is_file() and any(one in path.read_bytes() for one in spelled)
    ]


def newest_note(reader: Reader, claim: int = 1) -> int:
    return queries.claim_detail(reader, claim).notes[-1].id


def test_a_note_is_in_no_byte_afterwards(run: Run, reader: Reader, store: Store) -> None:
    desk = reader.path
    run(WriteNote(FIRST, claim=1))
    note = newest_note(reader)
    run(RewriteNote(note, "Ein zweiter Wortlaut: " + FIRST * 300, FIRST))
    place = DraftPlace("claim", 1, f"note/{note}")
    store.jot(
        [Jotting(place, "dritter, halber", "Ein zweiter Wortlaut: " + FIRST * 300)],
        Person.named("Cleo Süß"),
    )
    store.checkpoint()
    assert everywhere(desk, SECRET)
    run(Erase((Target("note", note, "text"),), (), "Quellenschutz"))
    reader.close()
    assert everywhere(desk, SECRET) == []
    assert everywhere(desk, "dritter, halber") == []
    assert everywhere(desk, "zweiter Wortlaut") == []
    assert examine(desk) == []


def test_who_when_and_why_stay(run: Run, reader: Reader) -> None:
    run(WriteNote(FIRST, claim=1))
    note = newest_note(reader)
    run(Erase((Target("note", note, "text"),), (), "Quellenschutz"))
    assert queries.claim_detail(reader, 1).notes[-1].text == ERASED
    newest = queries.claim_detail(reader, 1).history[0]
    assert newest.message.words == "Erase words for good (Quellenschutz)"
    assert newest.person == "Cleo Süß"
    [erasure] = queries.erasures(reader, 1)
    assert (erasure.person, erasure.reason) == ("Cleo Süß", "Quellenschutz")


def test_a_source_s_name_goes_from_messages_too(run: Run, reader: Reader) -> None:
    run(AttachSource((1, 2), SourceData(SECRET, author=SECRET), EvidenceData(excerpt="Nein")))
    source = next(one for one in queries.sources(reader) if one.data.title == SECRET).id
    run(WriteNote(f"siehe {SECRET}, Seite 3", claim=3))
    run(EditStatement(3, f"Das sagt {SECRET}", queries.claim_rows(reader, [3])[0].statement))
    run(
        Erase(
            (Target("source", source, "title"), Target("source", source, "author")),
            (SECRET,),
            "Quellenschutz",
        )
    )
    assert queries.source(reader, source).data.title == ERASED
    assert queries.claim_detail(reader, 3).notes[-1].text == f"siehe {ERASED}, Seite 3"
    assert queries.claim_rows(reader, [3])[0].statement == f"Das sagt {ERASED}"
    told = [event.message.words for event in queries.events(reader)]
    assert f"Attach “{ERASED}” to {ERASED} claims" in told
    reader.close()
    assert everywhere(reader.path, SECRET) == []
    assert examine(reader.path) == []


def test_nothing_of_it_can_be_taken_back(run: Run, reader: Reader) -> None:
    written = run(WriteNote(FIRST, claim=1))
    note = newest_note(reader)
    rewritten = run(RewriteNote(note, "anders", FIRST))
    erased = run(Erase((Target("note", note, "text"),), (), "Quellenschutz"))
    for event, why in (
        (erased, "cannot be brought back"),
        (rewritten, "erased for good since"),
        (written, "erased for good since"),
    ):
        with pytest.raises(Conflict, match=why):
            run(Revert(event or ""))
    aside = run(SetAsideNote(note))
    run(Revert(aside or ""))
    assert examine(reader.path) == []


def test_the_doctor_takes_no_blank_that_no_erasure_names(
    run: Run, reader: Reader, raw: Callable[[str], None]
) -> None:
    run(WriteNote("harmlos", claim=1))
    assert examine(reader.path) == []
    raw(
        "UPDATE change SET before = NULL, after = NULL, salt = '' "
        "WHERE id = (SELECT max(id) FROM change)"
    )
    assert any("its changes" in one.text for one in examine(reader.path))


def test_the_doctor_takes_no_other_words_in_a_blank(
    run: Run, reader: Reader, raw: Callable[[str], None]
) -> None:
    run(WriteNote(FIRST, claim=1))
    run(Erase((Target("note", newest_note(reader), "text"),), (), "Grund"))
    raw("""UPDATE change SET after = '"forged"' WHERE salt = ''""")
    assert any("its changes" in one.text for one in examine(reader.path))


def test_the_doctor_notices_a_forged_erasure(
    run: Run, reader: Reader, raw: Callable[[str], None]
) -> None:
    run(WriteNote(FIRST, claim=1))
    run(Erase((Target("note", newest_note(reader), "text"),), (), "Grund"))
    raw(
        "UPDATE change SET \"row\" = (SELECT public_id FROM event WHERE id = 1), field = '1' "
        "WHERE entity = 'erased'"
    )
    assert examine(reader.path) != []


def test_the_reason_must_not_tell(run: Run, reader: Reader) -> None:
    run(WriteNote(SECRET, claim=1))
    with pytest.raises(Refused, match="repeats"):
        run(Erase((Target("note", newest_note(reader), "text"),), (), f"wegen {SECRET}"))
    with pytest.raises(Refused):
        run(Erase((), ("ab",), "zu kurz"))
    with pytest.raises(Refused):
        run(Erase((Target("revision", 1, "text"),), (), "nie"))
    with pytest.raises(Refused):
        run(Erase((Target("note", newest_note(reader), "text"),), (), "  "))


def test_where_nothing_is_found_there_is_no_event(run: Run) -> None:
    assert run(Erase((), ("steht nirgends",), "Grund")) is None


def test_what_stays_is_named(run: Run, reader: Reader) -> None:
    title = queries.article_rows(reader)[0].data.title
    found = queries.find_words(reader, (), (title,))
    assert dict(found.kept)["article"] == 1


def test_others_who_read_delay_only_the_overwriting(run: Run, reader: Reader, store: Store) -> None:
    run(WriteNote(FIRST, claim=1))
    note = newest_note(reader)
    with closing(connect(reader.path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM note").fetchall()
        run(Erase((Target("note", note, "text"),), (), "Grund"))
        other.execute("ROLLBACK")
    assert store.checkpoint()
    reader.close()
    assert everywhere(reader.path, SECRET) == []
