"""Coverage at the window: what Space and Enter do, and what is seen of it."""

import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import text_sha256
from claimdesk.domain.coverage import CoverageKind, SentenceState
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.store import Store, create_desk, queries
from claimdesk.ui import covering
from claimdesk.ui.main_window import MainWindow

Press = Callable[..., None]

TEXT = (
    "Die Fähre legt um acht ab. Sie trägt 40 Wagen. Man muss das gesehen haben.\n\n"
    "Drüben wartet schon die nächste. Ein schöner Anblick ist das. Kontakt: die Redaktion."
)
CLAIMS = ("legt um acht ab", "40 Wagen")


@dataclass(frozen=True)
class AddText:
    """An article with a text and two claims."""

    def apply(self, work: Any) -> Message:
        article = work.add("article", title="Die Fähre", language="de")
        revision = work.add(
            "revision",
            article=article,
            number=1,
            text=TEXT,
            sha256=text_sha256(TEXT),
            made_at=work.now,
            origin="fähre.txt",
        )
        for number, quote in enumerate(CLAIMS, 1):
            claim = work.add(
                "claim",
                article=article,
                number=number,
                statement=f"{quote}.",
                kind="event",
                check_worthiness=2,
            )
            start = TEXT.index(quote)
            place = asdict(Anchor.at(TEXT, start, start + len(quote)))
            work.add("anchor", claim=claim, revision=revision, origin="made", **place)
        return Message("Make the sample")


@pytest.fixture
def window(window_on: Callable[[Path | None], MainWindow], tmp_path: Path) -> MainWindow:
    path = tmp_path / "ferry.claimdesk"
    create_desk(path, title="Fähre")
    with Store(path) as store:
        store.run(AddText(), Person.named("Ada Ärmel"))
    return window_on(path)


def looked(window: MainWindow) -> list[str]:
    assert window.workspace
    return [TEXT[one.start : one.end] for one in queries.looked(window.workspace.desk.read, 1)]


def settled(window: MainWindow) -> Any:
    assert window.workspace
    assert window.workspace.desk.settle()
    QApplication.processEvents()
    return window.workspace


def counts(window: MainWindow) -> dict[str, int]:
    assert window.workspace
    assert window.workspace.reading
    return {state.value: count for state, count in window.workspace.reading.sentence_counts.items()}


def test_space_says_no_fact_and_goes_to_the_next_place(window: MainWindow, press: Press) -> None:
    press("Space")  # the caret is at the first claim: there is nothing to say, so it goes on
    workspace = settled(window)
    assert looked(window) == []
    assert workspace.reading.shows_coverage
    assert workspace.text.sentence_looked_at == 2
    press("Space")
    workspace = settled(window)
    assert looked(window) == ["Man muss das gesehen haben."]
    assert workspace.text.sentence_looked_at == 3
    press("Space", "Space", "Space")
    workspace = settled(window)
    assert len(looked(window)) == 4
    assert "looked at" in window.messages.sentence()
    assert counts(window) == {"open": 2, "no_fact": 4}


def test_enter_goes_to_the_next_place_nobody_looked_at(window: MainWindow, press: Press) -> None:
    press("Ctrl+2")
    workspace = settled(window)
    press("Return")
    assert workspace.text.sentence_looked_at == 2
    press("Return", "Return", "Return")
    assert workspace.text.sentence_looked_at == 5
    press("Return")
    assert workspace.text.sentence_looked_at == 2, "after the last one comes the first again"


def test_it_is_undone_by_name(window: MainWindow, press: Press) -> None:
    press("Space", "Space")
    settled(window)
    assert "No fact in “Man muss" in window.actions_["undo"].text()
    press("Ctrl+Z")
    workspace = settled(window)
    assert looked(window) == []
    assert workspace.page.legend.entries[SentenceState.NOT_LOOKED_AT].count.text() == "4"
    press("Ctrl+Shift+Z")
    workspace = settled(window)
    assert workspace.page.legend.entries[SentenceState.NO_FACT].count.text() == "1"


def test_a_status_changes_the_sentence_at_once(window: MainWindow, press: Press) -> None:
    press("Ctrl+2")
    workspace = settled(window)
    assert counts(window)["open"] == 2
    press("2")
    workspace = settled(window)
    assert workspace.page.legend.entries[SentenceState.CHECKED].count.text() == "1"


def test_the_list_stands_in_place_of_the_inspector_until_a_claim_is_chosen(
    window: MainWindow, press: Press
) -> None:
    press("Ctrl+2")
    workspace = settled(window)
    panel = workspace.reading.panel
    assert workspace.side.currentWidget() is panel
    assert panel.unseen.model().rowCount() == 4
    press("J")
    assert workspace.side.currentWidget() is workspace.inspector
    press("Return")
    assert workspace.side.currentWidget() is panel
    press("Ctrl+1")
    assert workspace.side.currentWidget() is workspace.inspector
    assert not workspace.page.legend.isVisible()


def test_a_click_in_the_list_turns_to_the_sentence(window: MainWindow, press: Press) -> None:
    press("Ctrl+2")
    workspace = settled(window)
    rows = workspace.reading.panel.unseen
    area = rows.visualRect(rows.model().index(1, 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert workspace.text.sentence_looked_at == 3
    assert TEXT[workspace.text.caret :].startswith("Drüben")
    QTest.keyClick(rows, Qt.Key.Key_Space)
    settled(window)
    assert looked(window) == ["Drüben wartet schon die nächste."]


def test_what_is_no_part_of_the_article_needs_no_look(window: MainWindow, press: Press) -> None:
    press("Ctrl+2", "Return", "Return", "Return", "Return")
    window.actions_["not_article"].trigger()
    workspace = settled(window)
    [one] = queries.looked(workspace.desk.read, 1)
    assert one.kind is CoverageKind.NOT_ARTICLE
    assert TEXT[one.start : one.end] == "Kontakt: die Redaktion."
    assert counts(window)["not_article"] == 1
    window.actions_["look_again"].trigger()
    settled(window)
    assert "not_article" not in counts(window)


def test_space_presses_a_button_that_has_the_focus(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    assert window.workspace

    button = window.workspace.inspector.buttons.findChildren(QAbstractButton)[4]
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    settled(window)
    assert looked(window) == []


def test_another_article_is_covered_anew(window: MainWindow, press: Press) -> None:
    press("Ctrl+2")
    workspace = settled(window)
    workspace.selection.choose_article(None)
    assert workspace.page.legend.entries[SentenceState.OPEN].count.text() == "0"


def test_a_long_text_is_cut_into_sentences_on_another_thread(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, cut_on = threading.get_ident(), list[int]()
    cut = covering.sentences

    def told(text: str, language: str) -> list[tuple[int, int]]:
        cut_on.append(threading.get_ident())
        return cut(text, language)

    monkeypatch.setattr(covering, "LONG", 0)
    monkeypatch.setattr(covering, "sentences", told)
    assert window.workspace
    assert window.workspace.reading
    reading = window.workspace.reading
    press("Ctrl+2")
    qtbot.waitUntil(lambda: reading.panel.isVisible() and bool(reading._sentences))
    assert cut_on
    assert here not in cut_on
    press("Space")
    assert len(cut_on) == 1


def test_in_a_long_text_keys_act_as_soon_as_its_sentences_are_there(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "LONG", 0)
    assert window.workspace
    text, page = window.workspace.text, window.workspace.page
    assert text

    def no_fact() -> str:
        return page.legend.entries[SentenceState.NO_FACT].count.text()

    press("Space")
    assert text.sentence_looked_at is None
    qtbot.waitUntil(lambda: text.sentence_looked_at == 2)
    press("Space", "Space")
    assert text.sentence_looked_at == 4
    qtbot.waitUntil(lambda: no_fact() == "2")
    assert text.sentence_looked_at == 4
    assert len(looked(window)) == 2
    press("Space", "Space")
    assert "looked at" in window.messages.sentence()
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: no_fact() == "3")
    press("Return")
    assert text.sentence_looked_at == 5


def test_the_coverage_of_a_long_text_is_shown_again_at_once_where_nothing_changed(
    window: MainWindow, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "LONG", 0)
    press("Ctrl+2")
    assert window.workspace
    reading, legend = window.workspace.reading, window.workspace.page.legend
    assert reading
    qtbot.waitUntil(lambda: reading._covered is not None)
    press("Ctrl+1", "Ctrl+2")
    assert not reading._covering.is_under_way
    assert legend.entries[SentenceState.OPEN].count.text() == "2"
    press("Ctrl+1", "2")
    settled(window)
    press("Ctrl+2")
    assert reading._covering.is_under_way
    qtbot.waitUntil(lambda: legend.entries[SentenceState.OPEN].count.text() == "1")
