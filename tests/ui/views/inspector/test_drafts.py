"""Words kept while one looks elsewhere."""

from claimdesk.ui.views.inspector.drafts import Draft, Drafts, Place

HERE, NOTE = Place(1, "statement"), Place(1, "note")


def test_words_are_kept_by_place() -> None:
    drafts = Drafts()
    drafts.keep(HERE, Draft("new", "old"))
    drafts.keep(NOTE, Draft("a note", ""))
    assert drafts.at(HERE) == Draft("new", "old")
    assert drafts.at(Place(2, "statement")) is None
    assert drafts.of_notes(1) == [NOTE]
    assert drafts.of_notes(2) == []


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
