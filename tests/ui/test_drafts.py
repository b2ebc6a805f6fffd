"""Words kept while they are typed: in memory at once, in the desk a moment later."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit import Edit
from claimdesk.commands.finish_draft import FinishDraft
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.person import Person
from claimdesk.store import Store, queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import connect
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import SOON, ArticlePlace, Draft, Drafts, Place, stored_at

Heard = Any
"""What the fixture of that name gives: the sentences that the desk told."""

HERE, NOTE = Place(1, "statement"), Place(1, "note")
TITLE = ArticlePlace(1, "new_claim.statement")


def test_words_are_kept_by_place() -> None:
    drafts = Drafts()
    drafts.keep(HERE, Draft("new", "old"))
    drafts.keep(NOTE, Draft("a note", ""))
    assert drafts.at(HERE) == Draft("new", "old")
    assert drafts.at(Place(2, "statement")) is None
    assert drafts.of_claim(1) == [HERE, NOTE]
    assert drafts.of_claim(2) == []
    drafts.keep(TITLE, Draft("a claim", ""))
    assert drafts.of_claim(1) == [HERE, NOTE]
    assert drafts.of_article(1) == [TITLE]


def test_a_claim_s_and_an_article_s_words_are_kept_apart() -> None:
    """Both have ids of their own, which may be the same number."""
    drafts = Drafts()
    drafts.keep(NOTE, Draft("on the claim", ""))
    drafts.keep(ArticlePlace(NOTE.claim, NOTE.field), Draft("on the article", ""))
    assert drafts.at(NOTE) == Draft("on the claim", "")
    drafts.drop(NOTE)
    assert drafts.at(ArticlePlace(NOTE.claim, NOTE.field)) == Draft("on the article", "")


def test_words_that_say_nothing_new_are_no_draft() -> None:
    drafts = Drafts()
    for words in ("old", "", "  \n"):
        drafts.keep(HERE, Draft("new", "old"))
        drafts.keep(HERE, Draft(words, "old"))
        assert drafts.at(HERE) is None


def test_dropped_words_are_gone() -> None:
    drafts = Drafts()
    drafts.keep(HERE, Draft("new", "old"))
    drafts.drop(HERE)
    drafts.drop(HERE)
    assert drafts.at(HERE) is None


def test_a_field_that_was_left_stays_closed_until_it_is_taken_up() -> None:
    drafts = Drafts()
    drafts.keep(NOTE, Draft("a note", ""))
    drafts.leave(NOTE)
    assert drafts.is_left(NOTE)
    drafts.take_up(NOTE)
    assert not drafts.is_left(NOTE)
    drafts.leave(NOTE)
    drafts.drop(NOTE)
    assert not drafts.is_left(NOTE)


# in the desk


def stored(desk: Desk) -> list[tuple[str, str]]:
    """What the desk holds of all drafts, read anew."""
    return [tuple(row) for row in desk.read("SELECT text, base FROM draft ORDER BY id")]


@contextmanager
def reopened(path: Path, person: Person) -> Iterator[Desk]:
    opened = Desk(path, person)
    yield opened
    opened.close()


def test_typed_words_are_in_the_desk_within_a_second(desk: Desk, qtbot: QtBot) -> None:
    assert SOON < 1000
    history = queries.last_event(desk.read)
    desk.drafts.keep(NOTE, Draft("ha", ""))
    desk.drafts.keep(NOTE, Draft("halb", ""))
    qtbot.waitUntil(lambda: stored(desk) == [("halb", "")], timeout=900)
    desk.drafts.keep(NOTE, Draft("halber Satz", ""))
    qtbot.waitUntil(lambda: stored(desk) == [("halber Satz", "")], timeout=900)
    assert queries.last_event(desk.read) == history
    assert desk.undo_message is None
    assert examine(desk.path) == []


def test_whoever_types_on_and_on_is_stored_too(desk: Desk, qtbot: QtBot) -> None:
    """The pace is steady: a timer that waited for a pause would never be through."""
    for count in range(1, 31):
        desk.drafts.keep(NOTE, Draft("x" * count, ""))
        qtbot.wait(30)
        if stored(desk):
            break
    assert stored(desk)


def test_words_come_back_at_their_places(desk: Desk) -> None:
    note, of_article = Place(3, "note", 7), ArticlePlace(1, "note", 8)
    desk.drafts.keep(HERE, Draft("neu", "alt"))
    desk.drafts.keep(note, Draft("umgeschrieben", "Notiz"))
    desk.drafts.keep(TITLE, Draft("eine Behauptung", ""))
    desk.drafts.keep(of_article, Draft("ergänzt", "Lücke"))
    desk.close()
    with reopened(desk.path, desk.person) as again:
        assert again.drafts.at(HERE) == Draft("neu", "alt")
        assert again.drafts.at(note) == Draft("umgeschrieben", "Notiz")
        assert again.drafts.at(TITLE) == Draft("eine Behauptung", "")
        assert set(again.drafts.of_article(1)) == {TITLE, of_article}
        assert again.drafts.at(of_article) == Draft("ergänzt", "Lücke")
        again.drafts.drop(HERE)
    with reopened(desk.path, desk.person) as again:
        assert again.drafts.at(HERE) is None


def test_closing_stores_the_last_key_at_once(desk: Desk) -> None:
    desk.drafts.keep(NOTE, Draft("bis zum letzten Zeichen", ""))
    desk.close()
    with reopened(desk.path, desk.person) as again:
        assert stored(again) == [("bis zum letzten Zeichen", "")]


def test_nobody_sees_what_others_type(desk: Desk, user_folder: Path) -> None:
    desk.drafts.keep(NOTE, Draft("von Ada", ""))
    desk.drafts.flush()
    assert desk.settle()
    with reopened(desk.path, Person.named("Grace Hopper")) as hers:
        assert hers.drafts.places() == []
        hers.drafts.keep(NOTE, Draft("von Grace", ""))
    (user_folder / "installation").unlink()
    with reopened(desk.path, desk.person) as elsewhere:
        assert elsewhere.drafts.places() == []
    assert sorted(stored(desk)) == [("von Ada", ""), ("von Grace", "")]


def test_another_person_at_the_window_gets_their_own(desk: Desk) -> None:
    ada = desk.person
    desk.drafts.keep(NOTE, Draft("von Ada", ""))
    desk.work_as(Person.named("Grace Hopper"))
    assert desk.drafts.places() == []
    assert desk.settle()
    desk.work_as(ada)
    assert desk.drafts.at(NOTE) == Draft("von Ada", "")


def test_two_windows_on_one_place_do_not_clash(desk: Desk) -> None:
    with reopened(desk.path, desk.person) as other:
        assert other.drafts.places() == []
        desk.drafts.keep(NOTE, Draft("hier", ""))
        desk.drafts.flush()
        other.drafts.keep(NOTE, Draft("dort", ""))
        other.drafts.flush()
        assert desk.settle()
        assert other.settle()
        assert len(stored(desk)) == 1
        desk.drafts.drop(NOTE)
        other.drafts.drop(NOTE)
    assert desk.settle()
    desk.drafts.flush()
    assert desk.settle()
    assert stored(desk) == []


def test_words_that_cannot_be_stored_stay_and_are_tried_again(
    desk: Desk, heard: Heard, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("claimdesk.ui.drafts.AGAIN", 100)
    desk.drafts.keep(NOTE, Draft("noch", ""))
    qtbot.waitUntil(lambda: bool(stored(desk)))
    folder = desk.path.parent
    hidden = folder.rename(folder.with_name("pulled out"))
    desk.drafts.keep(NOTE, Draft("ohne Platte", ""))
    sentences = heard.sentences
    qtbot.waitUntil(lambda: any("in this window only" in one for one in sentences), timeout=3000)
    desk.drafts.keep(NOTE, Draft("ohne Platte getippt", ""))
    qtbot.wait(500)
    assert sum("in this window only" in one for one in sentences) == 1
    assert desk.drafts.at(NOTE) == Draft("ohne Platte getippt", "")
    hidden.rename(folder)
    qtbot.waitUntil(lambda: stored(desk) == [("ohne Platte getippt", "")], timeout=3000)


def test_another_programs_lock_delays_the_words_without_a_word(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    with closing(connect(desk.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.drafts.keep(NOTE, Draft("trotzdem", ""))
        qtbot.wait(700)
        assert heard.sentences == []
        other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: stored(desk) == [("trotzdem", "")], timeout=3000)


def test_a_finished_draft_goes_with_its_event(desk: Desk, person: Person) -> None:
    """In one transaction: a crash never leaves a note and its draft side by side."""
    desk.drafts.keep(NOTE, Draft("fertig", ""))
    desk.drafts.flush()
    assert desk.settle()
    edit: Edit = FinishDraft(WriteNote("fertig", claim=1), stored_at(NOTE))
    with Store(desk.path) as store:
        assert store.run(edit, desk.person)
    assert stored(desk) == []
