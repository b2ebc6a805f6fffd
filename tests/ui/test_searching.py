"""Searching the desk by keyboard, in a real window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.history import Message
from claimdesk.domain.question import Addressee
from claimdesk.store import queries
from claimdesk.store.work import Work
from claimdesk.ui.actions.offers import Heading
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.offers import Role
from claimdesk.ui.views.inspector.note_row import NoteRow
from claimdesk.ui.views.search import SearchPanel


@dataclass(frozen=True)
class NoteAt:
    """A note on a passage, as a remark that is kept becomes one."""

    text: str
    article: int
    revision: int
    passage: tuple[int, int]

    def apply(self, work: Work) -> Message:
        start, end = self.passage
        work.add(
            "note",
            article=self.article,
            revision=self.revision,
            person=work.person,
            role="note",
            start=start,
            end=end,
            text=self.text,
            made_at=work.now,
        )
        return Message("Note")


WindowOn = Callable[[Path], MainWindow]


@pytest.fixture
def window(window_on: WindowOn, desk_file: Path) -> MainWindow:
    return window_on(desk_file)


def opened(window: MainWindow, qtbot: QtBot) -> SearchPanel:
    window.actions_["search"].trigger()
    assert window.workspace is not None
    assert window.workspace.searching is not None
    panel = window.workspace.searching.panel
    qtbot.waitUntil(panel.isVisible)
    return panel


def typed(panel: SearchPanel, words: str, qtbot: QtBot) -> list[str]:
    """What is listed once the answer is there."""
    panel.field.setText(words)
    qtbot.waitUntil(lambda: panel.listed == words)
    rows = [panel.model.index(at).data(Role.ROW) for at in range(panel.model.rowCount())]
    return [("# " if isinstance(row, Heading) else "") + row.words for row in rows]


def test_ctrl_f_lists_hits_in_groups_and_enter_turns_to_the_claim(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.workspace is not None
    desk = window.workspace.desk
    [claim] = queries.claim_rows(desk.read, [window.workspace.list.model.ids[-1]])
    desk.run(WriteNote("Rückruf beim Brückenbauamt", claim=claim.id))
    assert desk.settle()
    panel = opened(window, qtbot)
    listed = typed(panel, "bauamt", qtbot)
    assert listed == ["# Notes  1", "Rückruf beim Brückenbauamt"]
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert window.workspace.selection.claim == claim.id


def test_an_article_is_opened_where_the_hit_stands(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    article = workspace.article
    assert article is not None
    assert article.revision is not None
    text = queries.revision(workspace.desk.read, article.revision).text
    word = next(w for w in reversed(text.split()) if w.isalpha() and text.count(w) == 1)
    panel = opened(window, qtbot)
    rows = typed(panel, word, qtbot)
    assert "# Articles  1" in rows, rows


def test_a_note_on_the_article_is_shown_with_its_passage(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.article is not None
    assert workspace.text is not None
    revision = workspace.article.revision
    assert revision is not None
    length = len(queries.revision(workspace.desk.read, revision).text)
    passage = (length * 3 // 4, length * 3 // 4 + 20)
    workspace.desk.run(NoteAt("Quersumme unklar", workspace.article.id, revision, passage))
    assert workspace.desk.settle()
    panel = opened(window, qtbot)
    assert typed(panel, "quersumme", qtbot) == ["# Notes  1", "Quersumme unklar"]
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    notes, view = workspace.inspector.article_notes, workspace.text
    qtbot.waitUntil(notes.isVisible)
    assert "Quersumme unklar" in [row.note.text for row in notes.findChildren(NoteRow) if row.note]
    qtbot.waitUntil(lambda: view.reading_place()[0] > length // 2)


def test_a_question_on_the_article_is_said(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.article is not None
    workspace.desk.run(
        AskQuestion("Wer zahlte die Quersumme?", Addressee.AUTHOR, article=workspace.article.id)
    )
    assert workspace.desk.settle()
    panel = opened(window, qtbot)
    assert typed(panel, "quersumme", qtbot)[0] == "# Questions  1"
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    said = "Question on the article: Wer zahlte die Quersumme?"
    assert window.messages.sentence() == said


def test_enter_before_the_answer_goes_there_when_it_comes(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    [claim] = queries.claim_rows(workspace.desk.read, [workspace.list.model.ids[-1]])
    panel = opened(window, qtbot)
    panel.field.setText(f'"{claim.statement}"')
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.isHidden)
    assert workspace.selection.claim == claim.id


def test_nothing_is_said_to_be_nothing(window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(window, qtbot)
    assert typed(panel, "xyzzy", qtbot) == []
    assert panel.panel.nothing.isVisible()
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_a_desk_without_index_gets_one_and_the_answer_comes(
    window: MainWindow, qtbot: QtBot
) -> None:
    from claimdesk.store.sqlite import fts
    from claimdesk.store.sqlite.connection import connect

    workspace = window.workspace
    assert workspace is not None
    connection = connect(workspace.desk.path)
    connection.execute("BEGIN IMMEDIATE")
    fts.drop(connection)
    connection.execute("COMMIT")
    [claim] = queries.claim_rows(workspace.desk.read, [workspace.list.model.ids[0]])
    panel = opened(window, qtbot)
    panel.field.setText(claim.statement)
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    assert fts.is_complete(connection)
    connection.close()


def test_a_note_on_the_article_is_turned_to(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    assert workspace is not None
    desk = workspace.desk
    desk.run(WriteNote("Das Melderegister fehlt", article=workspace.selection.article))
    assert desk.settle()
    panel = opened(window, qtbot)
    assert typed(panel, "melderegister", qtbot) == ["# Notes  1", "Das Melderegister fehlt"]
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert workspace.inspector is not None
    section = workspace.inspector.article_notes
    qtbot.waitUntil(section.isVisible)
    assert "Das Melderegister fehlt" in [
        row.text.words for row in section.pool.rows if row.isVisible()
    ]
