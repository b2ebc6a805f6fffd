"""Notes on the article, where no claim is chosen: written, rewritten, half written."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.write_note import RewriteNote, WriteNote
from claimdesk.domain.article import ArticleData
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.article_notes import ArticleNotesSection
from claimdesk.ui.views.inspector.note_row import NoteRow

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = "Im zweiten Absatz fehlt der Name."


@pytest.fixture
def section(inspector: InspectorView, desk: Desk) -> ArticleNotesSection:
    """Over an article with a note of one's own."""
    desk.run(WriteNote(WORDS, article=1))
    assert desk.settle()
    return inspector.article_notes


def row(section: ArticleNotesSection, words: str) -> NoteRow:
    return next(one for one in section.pool.rows if one.note is not None and one.note.text == words)


def texts(desk: Desk) -> list[str]:
    return [note.text for note in queries.article_notes(desk.read, 1)]


def test_a_note_is_rewritten_in_place_as_one_step(
    section: ArticleNotesSection, desk: Desk, qtbot: QtBot
) -> None:
    others = [text for text in texts(desk) if text != WORDS]
    qtbot.mouseClick(row(section, WORDS).edit, Qt.MouseButton.LeftButton)
    field = section.editor.field
    assert field.hasFocus()
    assert section.editor.words == WORDS
    field.setPlainText("Der Name fehlt im dritten Absatz.")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert texts(desk) == [*others, "Der Name fehlt im dritten Absatz."]
    assert not section.editor.isVisible()
    assert desk.undo_message is not None
    assert desk.undo_message.words.startswith("Rewrite a note on “")
    desk.undo()
    assert desk.settle()
    assert texts(desk) == [*others, WORDS]


def test_a_note_is_written(
    inspector: InspectorView, section: ArticleNotesSection, desk: Desk, qtbot: QtBot
) -> None:
    before = texts(desk)
    inspector.write_article_note()
    qtbot.keyClicks(section.editor.field, "Ein Link ist tot.")
    qtbot.keyClick(section.editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert texts(desk) == [*before, "Ein Link ist tot."]
    shown = [one.text.words for one in section.pool.rows[: section.pool.shown]]
    assert shown[:2] == [WORDS, "Ein Link ist tot."], "before what the sample says is no claim"
    assert desk.drafts.of_article(1) == []


def test_half_written_words_wait_at_their_article(
    inspector: InspectorView,
    section: ArticleNotesSection,
    selection: Selection,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    [other] = _added(desk, "Anderes")
    qtbot.mouseClick(row(section, WORDS).edit, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(section.editor.field, " Halb")
    selection.choose_article(other)
    selection.choose(None)
    assert section.isVisible()
    assert not section.editor.isVisible()
    assert not section.draft.isVisible()
    selection.choose_article(1)
    selection.choose(None)
    assert section.draft.isVisible()
    qtbot.mouseClick(section.draft.pool.rows[0].go_on, Qt.MouseButton.LeftButton)
    assert section.editor.words == f"{WORDS} Halb"
    section.editor.discarded.emit()
    assert desk.drafts.of_article(1) == []
    assert not section.draft.isVisible()
    assert WORDS in texts(desk)


def _added(desk: Desk, title: str) -> frozenset[int]:
    added: list[frozenset[int]] = []
    desk.run(AddArticle(ArticleData(title)), lambda changes: added.append(changes.articles))
    assert desk.settle()
    return added[0]


def test_turning_to_a_claim_keeps_the_words(
    section: ArticleNotesSection, selection: Selection, desk: Desk, qtbot: QtBot
) -> None:
    section.write()
    qtbot.keyClicks(section.editor.field, "Halb")
    selection.choose(10)
    assert not section.isVisible()
    assert section.editor.place is None
    selection.choose(None)
    assert section.draft.isVisible()
    section.write()
    assert section.editor.words == "Halb"
    selection.choose(10, (10, 11))
    assert section.editor.place is None


def test_refused_rewriting_shows_both(
    section: ArticleNotesSection, desk: Desk, elsewhere: Callable[..., None], qtbot: QtBot
) -> None:
    note = row(section, WORDS).note
    assert note is not None
    qtbot.mouseClick(row(section, WORDS).edit, Qt.MouseButton.LeftButton)
    section.editor.field.setPlainText("Meine Fassung")
    elsewhere(RewriteNote(note.id, "Andere Fassung", WORDS))
    qtbot.keyClick(section.editor.field, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    assert section.editor.words == "Meine Fassung"
    assert "Andere Fassung" in section.editor.clash.held.text()


def test_what_is_typed_stays_while_others_change_the_notes(
    section: ArticleNotesSection, desk: Desk, elsewhere: Callable[..., None], qtbot: QtBot
) -> None:
    section.write()
    qtbot.keyClicks(section.editor.field, "Mein")
    elsewhere(WriteNote("Fremd", article=1))
    qtbot.waitUntil(lambda: any(one.text.words == "Fremd" for one in section.pool.rows))
    assert section.editor.isVisible()
    assert section.editor.words == "Mein"
