"""The pane as a whole: what it shows of one claim, of several, of none."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from claimdesk import i18n
from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.commands.edit_claim import EditStatement
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.claim import ClaimRow
from claimdesk.domain.note import NoteRole
from claimdesk.domain.source import SourceData
from claimdesk.domain.status import Status
from claimdesk.ui import theme
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView

Choose = Callable[[int], int]
Find = Callable[[int], ClaimRow]


def seen(view: QWidget) -> str:
    """All words on it."""
    labels = view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_shows_the_chosen_claim(inspector: InspectorView, choose: Choose, claim: Find) -> None:
    choose(44)
    row = claim(44)
    words = seen(inspector)
    assert "Claim 44" in words
    assert row.statement in words
    assert "paragraph 6, revision 1" in words
    assert inspector.buttons.button(Status.INACCURATE).isChecked()
    assert inspector.particulars.attribution.line.text() == row.attributed_to
    assert inspector.particulars.kind.currentText() == "quantity"
    assert inspector.particulars.worthiness.button(3).isChecked()


def test_all_claims_can_be_shown_one_after_the_other(
    inspector: InspectorView, selection: Selection, desk: Desk
) -> None:
    for claim in range(1, 181):
        selection.choose(claim)
        assert f"Claim {claim}" == inspector.head.title.text()
        assert inspector.evidence.pool.shown <= 4
    made = len(inspector.findChildren(QWidget))
    for claim in range(1, 181):
        selection.choose(claim)
    assert len(inspector.findChildren(QWidget)) == made


def test_everything_fits_into_its_place(inspector: InspectorView, selection: Selection) -> None:
    """Rows are as high as their words and none is wider than the pane, at once."""
    i18n.use_language("de")
    for width in (360, 380, 424):
        inspector.resize(width, 700)
        for claim in (44, 67, 109, 180, 44):
            selection.choose(claim)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            page = inspector.widget()
            assert page.width() == inspector.viewport().width()
            assert page.height() == max(
                inspector.viewport().height(), page.heightForWidth(page.width())
            )
            for label in page.findChildren(QLabel):
                if label.isVisible() and label.wordWrap():
                    assert label.height() >= label.heightForWidth(label.width())
                    right = label.mapTo(page, label.rect().topRight()).x()
                    assert right < page.width(), label.text()


def test_nothing_chosen_says_what_to_do(inspector: InspectorView, selection: Selection) -> None:
    assert "No claim chosen" in seen(inspector)
    assert not inspector.buttons.isVisible()
    selection.choose_article(None)
    assert "No article chosen" in seen(inspector)


def test_several_claims_are_counted_and_only_their_status_is_offered(
    inspector: InspectorView, selection: Selection, qtbot: QtBot
) -> None:
    selection.choose(1, (1, 2, 3, 4, 5))
    assert "5 claims chosen" in seen(inspector)
    assert not inspector.evidence.isVisible()
    assert not inspector.statement.isVisible()
    with qtbot.waitSignal(inspector.status_wanted) as asked:
        qtbot.mouseClick(inspector.buttons.button(Status.FALSE), Qt.MouseButton.LeftButton)
    assert asked.args == [Status.FALSE]


def test_nothing_is_written_on_one_of_several(
    inspector: InspectorView, choose: Choose, selection: Selection
) -> None:
    choose(44)
    selection.choose(1, (1, 2))
    inspector.write_note()
    inspector.edit_statement()
    assert inspector.notes.editor.place is None
    assert inspector.statement.editor.place is None


def test_status_that_several_share_is_shown(
    inspector: InspectorView, selection: Selection, desk: Desk
) -> None:
    desk.run(SetStatus((1, 2), Status.DISPUTED))
    assert desk.settle()
    selection.choose(1, (1, 2))
    assert inspector.buttons.button(Status.DISPUTED).isChecked()


def test_status_is_asked_for_and_not_set(
    inspector: InspectorView, choose: Choose, claim: Find, desk: Desk, qtbot: QtBot
) -> None:
    choose(44)
    with qtbot.waitSignal(inspector.status_wanted):
        qtbot.mouseClick(inspector.buttons.button(Status.VERIFIED), Qt.MouseButton.LeftButton)
    assert desk.settle()
    assert claim(44).status is Status.INACCURATE


def test_neighbours_are_asked_for(inspector: InspectorView, choose: Choose, qtbot: QtBot) -> None:
    choose(44)
    with qtbot.waitSignal(inspector.next_wanted):
        qtbot.mouseClick(inspector.head.next, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(inspector.previous_wanted):
        qtbot.mouseClick(inspector.head.previous, Qt.MouseButton.LeftButton)


def test_edit_made_elsewhere_shows_and_leaves_the_place_read(
    inspector: InspectorView, choose: Choose, elsewhere: Callable[..., None], qtbot: QtBot
) -> None:
    row = choose(44)
    bar = inspector.verticalScrollBar()
    bar.setValue(200)
    elsewhere(SetStatus((row,), Status.VERIFIED))
    qtbot.waitUntil(lambda: inspector.buttons.button(Status.VERIFIED).isChecked())
    assert bar.value() == 200
    choose(45)
    assert bar.value() == 0


def test_edit_of_another_claim_leaves_the_pane_alone(
    inspector: InspectorView, choose: Choose, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(44)
    read = []
    monkeypatch.setattr(inspector, "refill", lambda: read.append(1))
    desk.run(SetStatus((45,), Status.VERIFIED))
    assert desk.settle()
    assert not read
    desk.run(SetStatus((44,), Status.VERIFIED))
    assert desk.settle()
    assert read


@pytest.mark.parametrize("hostile", ["<b>bold</b>", "<img src='file:///etc/hostname'> & co"])
def test_words_are_never_read_as_html(
    inspector: InspectorView, choose: Choose, desk: Desk, claim: Find, hostile: str
) -> None:
    row = choose(3)
    desk.run(EditStatement(row, hostile, claim(3).statement))
    data = SourceData(title=hostile, author=hostile, publisher=hostile, summary=hostile)
    desk.run(AttachSource((row,), data, EvidenceData(excerpt=hostile, locator=hostile)))
    for role in (NoteRole.NOTE, NoteRole.LEAD):
        desk.run(WriteNote(hostile, claim=row, role=role))
    assert desk.settle()
    QApplication.processEvents()
    shown = [label for label in inspector.findChildren(QLabel) if hostile in label.text()]
    assert len(shown) >= 6
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)
    for widget in inspector.findChildren(QWidget):
        assert "<img" not in widget.toolTip()
        assert "<b>" not in widget.toolTip()


def test_everything_that_takes_the_focus_has_a_name(
    inspector: InspectorView, choose: Choose
) -> None:
    choose(44)
    inspector.write_note()
    inspector.edit_statement()
    for widget in inspector.widget().findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName()
            if isinstance(widget, QAbstractButton):
                name = name or widget.text()
            assert name, widget


def test_tab_goes_down_the_pane(inspector: InspectorView, choose: Choose) -> None:
    choose(109)
    places, widget = [], inspector.head.previous.nextInFocusChain()
    while widget is not inspector.head.previous:
        fit = isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
        if fit and inspector.widget().isAncestorOf(widget) and widget.isVisible():
            places.append(widget.mapTo(inspector.widget(), widget.rect().center()).y())
        widget = widget.nextInFocusChain()
    assert len(places) > 20
    row = 40  # two buttons beside each other may differ a little in height
    assert all(after > before - row for before, after in pairwise(places))


def test_icons_follow_the_scheme(
    inspector: InspectorView, choose: Choose, qapp: QApplication
) -> None:
    choose(44)
    light = inspector.head.next.grab().toImage()
    theme.apply(qapp, "dark")
    assert inspector.head.next.grab().toImage() != light
    theme.apply(qapp, "light")


def test_claim_that_was_set_aside_is_no_longer_shown(
    inspector: InspectorView, selection: Selection
) -> None:
    selection.choose(100_000)
    assert "No claim chosen" in seen(inspector)
    inspector.write_note()
    inspector.edit_statement()
    assert not inspector.notes.editor.isVisible()
