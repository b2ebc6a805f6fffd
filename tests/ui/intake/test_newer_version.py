"""A text comes in again as a newer version of what was checked."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.widgets.words import Words
from tests.support.intake import TEXT, Press, ReadIn, drop, mark, newer, rows, stored


def test_what_was_checked_stays_and_what_changed_is_open_again(
    checked: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    text = TEXT.replace("412", "421").replace("trägt 38 Wagen", "trägt dabei 38 Wagen")
    workspace = newer(checked, article, read_in, qtbot, text)
    held = rows(workspace)
    assert held["genau 412 Schiffe"].status is Status.IN_PROGRESS
    assert held["40 mehr als im Jahr davor"].status is Status.VERIFIED
    assert held["trägt 38 Wagen"].status is Status.VERIFIED
    assert workspace.reading.shows_comparison
    press("Ctrl+Z")
    assert workspace.desk.settle()
    assert rows(workspace)["genau 412 Schiffe"].status is Status.VERIFIED
    assert queries.article_rows(workspace.desk.read)[0].revision == 1


def test_a_reworded_passage_waits_until_enter_confirms_it(
    checked: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    text = TEXT.replace(
        "Der Hafen von Norderhaven hat 2021 genau 412 Schiffe abgefertigt",
        "Genau 412 Schiffe hat der Hafen von Norderhaven 2021 abgefertigt",
    )
    workspace = newer(checked, article, read_in, qtbot, text)
    claim = rows(workspace)["genau 412 Schiffe"]
    assert claim.status is Status.VERIFIED
    assert claim.is_left
    workspace.selection.choose(claim.id)
    workspace.list.table.setFocus()
    assert workspace.proposal == "confirm_passage"
    press("Return")
    assert workspace.desk.settle()
    assert not rows(workspace)["genau 412 Schiffe"].is_left


def test_what_is_gone_stays_in_the_list_and_new_sentences_are_shown(
    checked: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    text = TEXT.replace(
        "Die Fähre nach Süderoog legt täglich um acht Uhr ab und trägt 38 Wagen. ",
        "Am Kai entsteht seit März eine Halle aus Holz. ",
    )
    workspace = newer(checked, article, read_in, qtbot, text)
    buttons = {
        verdict.value: button.text().split()[0]
        for verdict, button in workspace.reading.comparing.view.head.buttons.items()
    }
    assert (buttons["gone"], buttons["new"], buttons["same"]) == ("1", "1", "2")
    assert "trägt 38 Wagen" in rows(workspace)


def test_what_the_author_noted_stands_at_the_claim(
    window: MainWindow, tmp_path: Path, read_in: ReadIn, qtbot: QtBot, press: Press
) -> None:
    linked = tmp_path / "link.md"
    linked.write_text(
        "# Der Hafen\n\nEs waren [412 Schiffe](https://amt.example/zahlen) im Jahr 2021. "
        + "Danach kam lange nichts. " * 12
        + "Die Brücke ist 300 Meter lang.\n",
        encoding="utf-8",
    )
    window.intake.take_files([linked])
    workspace = stored(window, qtbot, read_in())
    notes = workspace.inspector.notes.pool
    mark(workspace, "412 Schiffe")
    press("B")
    assert workspace.desk.settle()
    assert notes.shown == 1
    assert "https://amt.example/zahlen" in notes.rows[0].findChildren(Words)[0].words + "".join(
        one.words for one in notes.rows[0].findChildren(Words)
    )
    mark(workspace, "300 Meter lang")
    press("B")
    assert workspace.desk.settle()
    assert notes.shown == 0


def test_the_tool_bar_makes_a_claim_of_the_words_marked(
    window: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window.intake.take_files([article])
    workspace = stored(window, qtbot, read_in())
    mark(workspace, "trägt 38 Wagen")
    button = window.title_bar.widgetForAction(window.actions_["claim_from_text"])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert workspace.desk.settle()
    assert "trägt 38 Wagen" in rows(workspace)


def test_one_revision_is_nothing_to_compare(checked: MainWindow, press: Press) -> None:
    press("Ctrl+3")
    assert "just one revision" in checked.messages.sentence()
    assert checked.actions_["show_text"].isChecked()


def test_a_newer_version_is_compared_and_read_beside_it(
    proposing: MainWindow, article: Path, read_in: ReadIn, qtbot: QtBot
) -> None:
    window = proposing
    drop(window, article)
    workspace = stored(window, qtbot, read_in())
    qtbot.waitUntil(lambda: 1 in workspace.finding.done, timeout=20_000)
    article.write_text(TEXT.replace("38 Wagen", "83 Wagen"), encoding="utf-8")
    drop(window, article)
    dialog = read_in()
    dialog.target.combo.setCurrentIndex(1)
    stored(window, qtbot, dialog)
    assert workspace.reading.shows_comparison
    qtbot.waitUntil(lambda: 2 in workspace.finding.done, timeout=20_000)
    assert queries.open_suggestion_count(workspace.desk.read, 1)
    assert "suggestions" in window.messages.sentence()
