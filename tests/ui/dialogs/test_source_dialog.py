"""Attaching a source by keyboard, and editing what was attached."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.source import Evidence, Source, SourceRank, Stance
from claimdesk.services.exporters.export import export
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.source_dialog import EvidenceDialog, SourceDialog

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., SourceDialog]

Show = Callable[[QDialog], None]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def attach(desk: Desk, parent: QWidget, show: Show) -> Open:
    """Opens the dialog for claims."""

    def make(*claims: int) -> SourceDialog:
        dialog = SourceDialog(desk, claims or (44,), parent)
        show(dialog)
        return dialog

    return make


def evidence(desk: Desk, claim: int = 44) -> tuple[Evidence, ...]:
    return queries.claim_detail(desk.read, claim).evidence


def newest(desk: Desk, claim: int = 44) -> Evidence:
    return max(evidence(desk, claim), key=lambda one: one.id)


def is_open(dialog: QDialog) -> bool:
    return dialog.isVisible()


def test_type_and_enter_attach_a_source_of_the_library(
    attach: Open, desk: Desk, qtbot: QtBot
) -> None:
    dialog = attach()
    library = dialog.library
    assert library.search.hasFocus()
    qtbot.keyClicks(library.search, "interfax prosecutor")
    wanted = library.marked
    assert isinstance(wanted, Source)
    before, count = wanted.claims, len(evidence(desk, 1))
    dialog._claims = (1,)
    finished = []
    dialog.finished.connect(finished.append)
    qtbot.keyClick(library.search, Qt.Key.Key_Return)
    assert desk.settle()
    assert finished == [QDialog.DialogCode.Accepted]
    assert len(evidence(desk, 1)) == count + 1
    attached = newest(desk, 1)
    assert attached.source.id == wanted.id
    assert attached.source.claims == before + 1
    assert attached.stance is Stance.SUPPORTS
    assert attached.looked == QDate.currentDate().toString(Qt.DateFormat.ISODate)


def test_arrows_move_in_the_list_while_one_types(attach: Open, qtbot: QtBot) -> None:
    dialog = attach()
    first = dialog.library.marked
    qtbot.keyClick(dialog.library.search, Qt.Key.Key_Down)
    assert dialog.library.marked != first
    assert dialog.library.search.hasFocus()
    dialog.close()


def test_copied_address_is_proposed_for_a_new_source(
    attach: Open, desk: Desk, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(" https://example.org/news/1 ")
    dialog = attach()
    qtbot.keyClick(dialog.library.search, Qt.Key.Key_Return)
    assert dialog.ways.currentWidget() is dialog.form
    assert dialog.form.url.words == "https://example.org/news/1"
    assert dialog.form.title.hasFocus()
    assert dialog.form.title.words == "example.org"
    assert not dialog.form.seen.isChecked(), "so far it is only a guess"
    qtbot.keyClicks(dialog.form.title, "News")
    assert dialog.form.seen.isChecked()
    qtbot.keyClick(dialog.form.title, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    assert dialog.evidence.excerpt.hasFocus()
    QGuiApplication.clipboard().setText("230 people died")
    qtbot.keyClick(dialog.evidence.excerpt, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(dialog.evidence.excerpt, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    attached = newest(desk)
    assert attached.source.data.title == "News"
    assert attached.source.data.url == "https://example.org/news/1"
    assert attached.excerpt == "230 people died"


def test_the_excerpt_waits_for_who_comes_back_with_words(
    attach: Open, desk: Desk, parent: QWidget, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("https://example.org/news/how-many-died.html")
    dialog = attach()
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(elsewhere.isActiveWindow)
    QGuiApplication.clipboard().setText("230 people died")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.evidence.excerpt.hasFocus)
    qtbot.keyClick(dialog.evidence.excerpt, Qt.Key.Key_V, CONTROL)
    qtbot.keyClick(dialog.evidence.excerpt, Qt.Key.Key_Return, CONTROL)
    assert desk.settle()
    attached = newest(desk)
    assert attached.source.data.title == "example.org: how many died"
    assert not attached.source.data.title_seen
    assert attached.excerpt == "230 people died"


def test_who_comes_back_with_nothing_new_stands_where_he_was(attach: Open, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("words copied long ago")
    dialog = attach()
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(elsewhere.isActiveWindow)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.library.search.hasFocus()
    dialog.close()


def test_sources_of_this_article_come_first(attach: Open, desk: Desk) -> None:
    dialog = attach(1)
    last, *_others = queries.recent_sources(desk.read, [1])
    marked = dialog.library.marked
    assert isinstance(marked, Source)
    assert marked.id == last
    assert last not in {one.source.id for one in evidence(desk, 1)}
    dialog.close()


def test_copied_address_does_not_stand_in_the_way_of_the_library(
    attach: Open, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("https://example.org/news/1")
    dialog = attach()
    qtbot.keyClicks(dialog.library.search, "interfax")
    assert isinstance(dialog.library.marked, Source)
    dialog.close()


def test_copied_address_that_the_library_has_marks_its_source(attach: Open, desk: Desk) -> None:
    known = evidence(desk)[0].source
    QGuiApplication.clipboard().setText(f"{known.data.url}#top")
    dialog = attach()
    marked = dialog.library.marked
    assert isinstance(marked, Source)
    assert marked.id == known.id
    dialog.close()


def test_known_address_says_so_and_offers_the_source(
    attach: Open, desk: Desk, qtbot: QtBot
) -> None:
    known = evidence(desk)[0].source
    dialog = attach()
    dialog.ways.setCurrentWidget(dialog.form)
    dialog.form.url.setText((known.data.url or "").rstrip("/"))
    assert "in the library already" in dialog.form.address_note.text()
    assert dialog.form.duplicate.isVisible()
    qtbot.mouseClick(dialog.form.duplicate, Qt.MouseButton.LeftButton)
    marked = dialog.library.marked
    assert isinstance(marked, Source)
    assert marked.id == known.id
    assert dialog.finish.isEnabled()
    dialog.close()


def test_all_of_a_new_source_is_stored(attach: Open, desk: Desk, qtbot: QtBot) -> None:
    dialog = attach(1, 2)
    dialog.ways.setCurrentWidget(dialog.form)
    form, said = dialog.form, dialog.evidence
    for line, words in (
        (form.title, "Report"),
        (form.author, "Ada"),
        (form.publisher, "KPMG"),
        (form.language, "en"),
    ):
        qtbot.keyClicks(line, words)
    qtbot.keyClicks(form.published.line, "2019-05")
    form.rank.setCurrentIndex(form.rank.findText(SourceRank.PRIMARY.label))
    form.seen.setChecked(False)
    said.stance.choose(Stance.QUALIFIES)
    qtbot.keyClicks(said.locator, "p. 7")
    qtbot.keyClicks(said.remark, "copy")
    dialog.finish.click()
    assert desk.settle()
    for claim in (1, 2):
        attached = newest(desk, claim)
        data = attached.source.data
        assert (data.title, data.author, data.publisher) == ("Report", "Ada", "KPMG")
        assert (data.published, data.language, data.title_seen) == ("2019-05", "en", False)
        assert data.rank is SourceRank.PRIMARY
        assert (attached.stance, attached.locator) == (Stance.QUALIFIES, "p. 7")
        assert attached.remark == "copy"
    assert len({newest(desk, claim).source.id for claim in (1, 2)}) == 1


def test_what_is_no_date_cannot_be_stored(attach: Open, qtbot: QtBot) -> None:
    dialog = attach()
    dialog.ways.setCurrentWidget(dialog.form)
    qtbot.keyClicks(dialog.form.title, "Report")
    assert dialog.finish.isEnabled()
    qtbot.keyClicks(dialog.form.published.line, "2019-13")
    assert not dialog.finish.isEnabled()
    assert dialog.reason.text() == "The date of publication is no date yet."
    assert "28 March 2022" in dialog.form.published.warning.text()
    dialog.form.published.line.clear()
    dialog.evidence.looked.line.setText("yesterday")
    assert dialog.reason.text() == "The day it was looked at is no date yet."
    dialog.close()


def test_words_that_are_found_nowhere_become_a_new_title(attach: Open, qtbot: QtBot) -> None:
    dialog = attach()
    qtbot.keyClicks(dialog.library.search, "xyzzy")
    assert not dialog.finish.isEnabled()
    assert "new one" in dialog.reason.text()
    qtbot.keyClick(dialog.library.search, Qt.Key.Key_Return)
    assert dialog.form.title.words == "xyzzy"
    dialog.close()


def test_refused_edit_leaves_the_words(attach: Open, desk: Desk, qtbot: QtBot) -> None:
    dialog = attach(10**6)
    dialog.ways.setCurrentWidget(dialog.form)
    qtbot.keyClicks(dialog.form.title, "Report")
    dialog.finish.click()
    assert desk.settle()
    assert is_open(dialog)
    assert dialog.form.title.words == "Report"
    assert dialog.reason.text()
    assert dialog.finish.isEnabled()
    dialog.close()


def test_closed_before_it_is_stored_is_no_error(attach: Open, desk: Desk) -> None:
    dialog = attach()
    dialog.take()
    dialog.close()
    assert desk.settle()


def test_evidence_and_its_source_are_edited_together(
    desk: Desk, parent: QWidget, qtbot: QtBot, show: Show
) -> None:
    held = evidence(desk)[0]
    dialog = EvidenceDialog(desk, held, parent)
    show(dialog)
    assert dialog.form.title.words == held.source.data.title
    dialog.evidence.excerpt.setPlainText("another excerpt")
    dialog.evidence.stance.choose(Stance.CONTEXT)
    dialog.form.publisher.setText("Interfax Kasachstan")
    dialog.finish.click()
    assert desk.settle()
    now = next(one for one in evidence(desk) if one.id == held.id)
    assert now.excerpt == "another excerpt"
    assert now.stance is Stance.CONTEXT
    assert now.source.data.publisher == "Interfax Kasachstan"
    assert now.source.data.summary == held.source.data.summary
    assert now.source.data.read_as == held.source.data.read_as


def test_source_that_other_claims_use_is_marked_as_shared(desk: Desk, parent: QWidget) -> None:
    held = next(one for one in evidence(desk) if one.source.claims > 1)
    dialog = EvidenceDialog(desk, held, parent)
    assert f"belongs to {held.source.claims} claims" in dialog._shared().text()
    dialog.close()


def test_a_source_is_marked_confidential_and_its_contact_kept(
    desk: Desk, parent: QWidget, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    [first, *_others] = evidence(desk)
    dialog = EvidenceDialog(desk, first, parent)
    show(dialog)
    qtbot.mouseClick(dialog.form.confidential, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.keyClicks(dialog.form.contact, "0171 555 44 33")
    dialog.accept()
    assert desk.settle()
    held = evidence(desk)[0].source.data
    assert (held.confidential, held.contact) == (True, "0171 555 44 33")
    target = tmp_path / "report.html"
    dossier = queries.dossier(desk.read, queries.article_ids(desk.read)[0])
    export(dossier, "html", target, language="en", made_at="2022-03-28T12:10:00Z")
    report = target.read_text("utf-8")
    assert "Confidential source" in report
    assert held.title not in report
    assert "555 44 33" not in report


def test_every_field_has_a_name(attach: Open) -> None:
    dialog = attach()
    for widget in dialog.findChildren(QWidget):
        reached = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and not widget.objectName():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    dialog.close()
