from collections.abc import Callable

import pytest

from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.errors import Conflict, NotFound, Refused
from claimdesk.domain.note import NoteRole
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str | None]


def words(reader: Reader) -> str:
    return queries.event(reader, queries.last_event(reader)).message.words


def test_a_note_on_a_claim(run: Run, reader: Reader) -> None:
    run(WriteNote("  *Achtung*: {x} % \n", claim=4, role=NoteRole.LEAD))
    (note,) = queries.claim_detail(reader, 4).notes
    assert (note.text, note.role, note.person) == ("*Achtung*: {x} %", NoteRole.LEAD, "Cleo Süß")
    assert (note.claim, note.article) == (4, 1)
    assert words(reader) == "Note on claim 4"


def test_a_note_on_an_article(run: Run, reader: Reader) -> None:
    run(WriteNote("fehlt", article=1))
    assert queries.article_notes(reader, 1)[-1].text == "fehlt"
    assert words(reader) == "Note on “Die Brücke von Nordhafen”"


@pytest.mark.parametrize("text", ["", " \n\t\u00a0"])
def test_a_note_without_words(run: Run, text: str) -> None:
    with pytest.raises(Refused, match="The note is missing"):
        run(WriteNote(text, claim=4))
    with pytest.raises(Refused, match="The note is missing"):
        run(RewriteNote(1, text, "Ohne die Rampen sind es 398 Meter."))


@pytest.mark.parametrize("edit", [WriteNote("x", claim=99), WriteNote("x", article=99)])
def test_a_note_on_what_is_not_there(run: Run, edit: WriteNote) -> None:
    with pytest.raises(NotFound):
        run(edit)


def test_rewriting_keeps_who_wrote_it_and_when(run: Run, reader: Reader) -> None:
    (old,) = queries.claim_detail(reader, 2).notes
    run(RewriteNote(old.id, "Mit den Rampen 412.", old.text))
    (new,) = queries.claim_detail(reader, 2).notes
    assert new.text == "Mit den Rampen 412."
    assert (new.person, new.made_at) == (old.person, old.made_at)
    assert words(reader) == "Rewrite a note on claim 2"


def test_rewriting_what_somebody_rewrote_meanwhile(run: Run, reader: Reader) -> None:
    (old,) = queries.claim_detail(reader, 2).notes
    run(RewriteNote(old.id, "eins", old.text))
    with pytest.raises(Conflict) as caught:
        run(RewriteNote(old.id, "zwei", old.text))
    assert "“eins”" in str(caught.value)
    assert f"“{old.text}”" in str(caught.value)
    assert queries.claim_detail(reader, 2).notes[0].text == "eins"


def test_the_same_words_are_no_event(run: Run, reader: Reader) -> None:
    (old,) = queries.claim_detail(reader, 2).notes
    assert run(RewriteNote(old.id, f" {old.text} ", old.text)) is None
