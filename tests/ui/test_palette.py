"""The command palette in the whole window: from a few keys to any action, claim, article, desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.new_desk import new_desk
from claimdesk.domain.article import ArticleData
from claimdesk.i18n import speaking, use_language
from claimdesk.store import queries
from claimdesk.ui.actions import jumps
from claimdesk.ui.actions.offers import Heading, Offer, found_actions
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.offers import Role
from claimdesk.ui.views.palette import Palette

Press = Callable[..., None]


@pytest.fixture
def opened(window: MainWindow, press: Press) -> Palette:
    press("Ctrl+K")
    return palette(window)


def palette(window: MainWindow) -> Palette:
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    return found


def find(palette: Palette, words: str) -> None:
    """Type words, umlauts too, and wait for what the desk is asked for."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(palette.field, event)
    QTest.qWait(80)


def offers(palette: Palette) -> list[Offer]:
    rows = (palette.model.offer(row) for row in range(palette.model.rowCount()))
    return [row for row in rows if row]


def headings(palette: Palette) -> list[str]:
    model = palette.model
    rows = (model.index(row).data(Role.ROW) for row in range(model.rowCount()))
    return [row.words for row in rows if isinstance(row, Heading)]


def current(palette: Palette) -> str:
    return str(palette.list.currentIndex().data())


def claim_number(window: MainWindow) -> int:
    assert window.workspace
    claim = window.workspace.selection.claim
    assert claim is not None
    return queries.claim_rows(window.workspace.desk.read, [claim])[0].number


def choose(window: MainWindow, number: int) -> None:
    assert window.workspace
    workspace = window.workspace
    workspace.selection.choose(queries.claim_id(workspace.desk.read, str(number)))


def test_it_lists_every_action_with_its_first_key(opened: Palette, window: MainWindow) -> None:
    listed = offers(opened)
    assert len(listed) == len(ACTIONS)
    for action, offer in zip(ACTIONS, listed, strict=True):
        assert offer.words == action.sentence
        assert len(offer.keys) == len(action.keys)


@pytest.mark.parametrize("spoken", ["de", "en"])
def test_every_action_is_found_by_its_words_its_id_and_its_english(
    window: MainWindow, spoken: str
) -> None:
    english = {action.id: action.sentence for action in ACTIONS}
    use_language(spoken)
    window.rebuild()
    for action in ACTIONS:
        for query in (action.sentence, action.id.replace("_", " "), english[action.id]):
            rows = found_actions(window.actions_, query)
            assert action.sentence in [row.words for row in rows[1:]], query


@pytest.mark.parametrize(
    ("typed", "words"),
    [("exp", "Export report …"), ("rep exp", "Export report …"), ("caveat", "with caveat")],
)
def test_a_few_letters_find_an_action(opened: Palette, typed: str, words: str) -> None:
    find(opened, typed)
    assert words in current(opened)
    offer = opened.model.offer(opened.list.currentIndex().row())
    assert offer
    assert "".join(offer.words[start:end] for start, end in offer.spans).lower() in (
        typed,
        "exprep",
    )


@pytest.mark.parametrize("spoken", ["de", "en"])
@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("dunk", "settings"),
        ("design", "settings"),
        ("farben", "settings"),
        ("sprache", "settings"),
        ("dark", "settings"),
        ("colours", "settings"),
        ("zugesch", "attribute_claims"),
        ("attributed", "attribute_claims"),
        ("löschen", "set_aside"),
        ("delete", "set_aside"),
    ],
)
def test_other_words_for_an_action_find_it_in_either_language(
    window: MainWindow, typed: str, action: str, spoken: str
) -> None:
    with speaking(spoken):
        found = [row for row in found_actions(window.actions_, typed) if isinstance(row, Offer)]
        assert next(each.sentence for each in ACTIONS if each.id == action) in {
            row.name for row in found
        }


def test_enter_runs_what_is_chosen_and_returns_the_focus(
    opened: Palette, window: MainWindow, press: Press
) -> None:
    assert window.workspace
    find(opened, "list left")
    press("Return")
    assert opened.isHidden()
    assert window.workspace.arrangement == "left"
    assert window.workspace.list.table.hasFocus()


def test_esc_and_its_own_key_close_it_and_return_the_focus(
    window: MainWindow, press: Press
) -> None:
    assert window.workspace
    for key in ("Esc", "Ctrl+K"):
        press("Ctrl+K")
        assert palette(window).field.hasFocus()
        press(key)
        assert palette(window).isHidden()
        assert window.workspace.list.table.hasFocus()


def test_a_click_beside_it_closes_it(opened: Palette) -> None:
    QTest.mouseClick(opened, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert opened.isHidden()


def test_a_click_runs_what_is_clicked(opened: Palette, window: MainWindow) -> None:
    find(opened, "44")
    place = opened.list.visualRect(opened.list.currentIndex()).center()
    QTest.mouseClick(opened.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert claim_number(window) == 44


def test_keys_of_the_window_rest_while_it_is_open(
    opened: Palette, window: MainWindow, press: Press
) -> None:
    before = claim_number(window)
    press("J", "2", "Ctrl+B", "Del", "F2")
    assert opened.field.text() == "j2"
    assert claim_number(window) == before
    assert window.workspace
    assert window.workspace.desk.is_settled


def test_a_number_leads_to_its_claim(opened: Palette, window: MainWindow, press: Press) -> None:
    press("4", "4", "Return")
    assert claim_number(window) == 44


def test_words_lead_to_claims_whose_letters_stand_out(
    opened: Palette, window: MainWindow, press: Press
) -> None:
    find(opened, "erdölvor")
    offer = opened.model.offer(opened.list.currentIndex().row())
    assert offer
    assert headings(opened) == ["Claims"]
    assert [offer.words[start:end] for start, end in offer.spans] == ["Erdölvor"]
    press("Return")
    assert str(claim_number(window)) == offer.number


def test_no_more_than_eight_claims_are_offered(opened: Palette) -> None:
    find(opened, "die")
    assert len([offer for offer in offers(opened) if offer.number]) == 8


def test_a_claim_is_offered_once(opened: Palette) -> None:
    find(opened, "44")
    numbers = [offer.number for offer in offers(opened) if offer.number]
    assert numbers[0] == "44"
    assert len(numbers) == len(set(numbers))


def test_titles_lead_to_articles(opened: Palette, window: MainWindow, press: Press) -> None:
    assert window.workspace
    window.workspace.desk.run(AddArticle(ArticleData("Haushalt 2027: Wer bezahlt")))
    assert window.workspace.desk.settle()
    find(opened, "haushalt")
    assert headings(opened) == ["Articles"]
    press("Return")
    article = window.workspace.article
    assert article
    assert article.data.title == "Haushalt 2027: Wer bezahlt"


def test_only_the_newest_titles_are_looked_at(
    opened: Palette, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter that fits none of 20,000 would hold the window for a second."""
    assert window.workspace
    desk = window.workspace.desk
    for title in ("Quitten im Herbst", "Quitten im Winter"):
        desk.run(AddArticle(ArticleData(title)))
    assert desk.settle(10_000)
    monkeypatch.setattr(jumps, "NEWEST", 1)
    find(opened, "quitten")
    assert [offer.words for offer in offers(opened)] == ["Quitten im Winter"]


def test_desks_opened_before_are_offered(
    window: MainWindow, press: Press, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Tagesgeschäft.claimdesk"
    new_desk(other, "Tagesgeschäft")
    window.memory.opened(other)
    press("Ctrl+K")
    find(palette(window), "tagesgeschaeft")
    assert headings(palette(window)) == ["Desks"]
    with qtbot.waitSignal(window.ready, timeout=10_000):
        press("Return")
    assert window.workspace
    assert window.workspace.desk.path == other


def test_what_cannot_be_done_says_why_and_stays(
    window_on: Callable[[Path | None], MainWindow], press: Press
) -> None:
    window = window_on(None)
    press("Ctrl+K")
    opened = palette(window)
    for typed, why in (("export report", "no desk is open"), ("undo", "no desk is open")):
        opened.field.setText(typed)
        offer = opened.model.offer(opened.list.currentIndex().row())
        assert offer
        assert (offer.obstacle, offer.heard.endswith(why)) == (why, True)
        press("Return")
        assert opened.isVisible()
    press("Esc")


def test_what_can_be_done_comes_first(opened: Palette) -> None:
    find(opened, "do")
    obstacles = [bool(offer.obstacle) for offer in offers(opened) if not offer.number]
    assert obstacles == sorted(obstacles)


def test_undo_says_what_it_takes_back_and_is_not_found_by_it(
    window: MainWindow, press: Press
) -> None:
    assert window.workspace
    choose(window, 44)
    press("5")
    assert window.workspace.desk.settle()
    press("Ctrl+K")
    find(palette(window), "undo")
    assert current(palette(window)) == "Undo: Mark claim 44 false"
    palette(window).field.clear()
    find(palette(window), "mark claim")
    assert [offer.words for offer in offers(palette(window)) if "Undo" in offer.words] == []
    press("Esc")


def test_arrows_and_tab_go_through_offers_only(opened: Palette, press: Press) -> None:
    first = current(opened)
    press("Up")
    assert current(opened) == first
    seen = []
    for _step in ACTIONS[1:]:
        press("Tab" if len(seen) % 2 else "Down")
        seen.append(current(opened))
    assert len(set(seen)) == len(ACTIONS) - 1
    press("Down", "PgDown")
    assert current(opened) == seen[-1]


def test_it_says_what_the_actions_are_about(window: MainWindow, press: Press) -> None:
    choose(window, 44)
    press("Ctrl+K")
    assert palette(window).where.text() == "Claim 44"


def test_nothing_found_is_said(opened: Palette, press: Press) -> None:
    find(opened, "qqqq")
    assert opened.panel.nothing.isVisible()
    press("Return")
    assert opened.isVisible()


def test_it_follows_the_size_of_the_window(opened: Palette, window: MainWindow) -> None:
    window.resize(1000, 700)
    QApplication.processEvents()
    assert opened.geometry() == window.rect()
    assert opened.rect().contains(opened.panel.geometry())


def test_qt_finds_the_model_sound(opened: Palette, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(opened.model)
    find(opened, "die")
    qtmodeltester.check(opened.model)


def test_every_row_can_be_heard(opened: Palette) -> None:
    model = opened.model
    heard = [
        model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
    ]
    assert all(heard)
    assert "Export report …, Ctrl+E" in heard
    assert opened.field.accessibleName()
    assert opened.list.accessibleName()
