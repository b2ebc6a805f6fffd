"""Words in dialogs: left with Esc, they are there when it is opened again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import ClaimRow
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.new_claim import NewClaimDialog
from claimdesk.ui.dialogs.reason import ReasonDialog
from claimdesk.ui.dialogs.source_dialog import EvidenceDialog, SourceDialog
from claimdesk.ui.drafts import ArticlePlace, Place
from claimdesk.ui.widgets.link_button import LinkButton


def test_a_half_described_source_waits_at_its_claim(
    desk: Desk, claim: Callable[[int], ClaimRow], qtbot: QtBot
) -> None:
    row = claim(44).id
    dialog = SourceDialog(desk, (row,))
    dialog.open()
    dialog.ways.setCurrentWidget(dialog.form)
    qtbot.keyClicks(dialog.form.title, "Halber Titel")
    qtbot.keyClicks(dialog.evidence.excerpt, "Halbes Zitat")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.drafts.of_claim(row)
    again = SourceDialog(desk, (row,))
    again.open()
    assert again.ways.currentWidget() is again.form
    assert again.form.title.words == "Halber Titel"
    assert again.evidence.excerpt.words == "Halbes Zitat"
    again.accept()
    assert desk.settle()
    assert desk.drafts.places() == []
    found = queries.claim_detail(desk.read, row).evidence
    assert "Halbes Zitat" in {one.excerpt for one in found}
    other = SourceDialog(desk, (row,))
    assert other.evidence.excerpt.words == ""
    other.deleteLater()


def test_one_can_start_anew(desk: Desk, claim: Callable[[int], ClaimRow], qtbot: QtBot) -> None:
    held = queries.claim_detail(desk.read, claim(44).id).evidence[0]
    dialog = EvidenceDialog(desk, held)
    dialog.open()
    dialog.evidence.remark.setText("Unsinn")
    dialog.reject()
    place = Place(held.claim, "evidence.remark", held.id)
    assert desk.drafts.at(place)
    again = EvidenceDialog(desk, held)
    again.open()
    assert again.evidence.remark.words == "Unsinn"
    [anew] = [one for one in again.findChildren(LinkButton) if one.text() == "start anew"]
    anew.click()
    assert again.evidence.remark.text() == (held.remark or "")
    assert desk.drafts.at(place) is None
    again.reject()


def test_reason_and_new_claim_keep_their_words(desk: Desk, qtbot: QtBot) -> None:
    reason = ReasonDialog(desk, 1, 1)
    reason.open()
    reason.words.setPlainText("keine Zeit")
    reason.reject()
    assert desk.drafts.at(ArticlePlace(1, "left_out.reason"))
    again = ReasonDialog(desk, 1, 1)
    again.open()
    assert again.words.words == "keine Zeit"
    again.accept()
    assert desk.drafts.at(ArticlePlace(1, "left_out.reason")) is None
    new = NewClaimDialog(desk, 1)
    new.open()
    new.statement.setPlainText("Eine halbe")
    new.reject()
    new = NewClaimDialog(desk, 1)
    new.open()
    assert new.statement.words == "Eine halbe"
    new.reject()
