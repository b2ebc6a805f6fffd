"""Qt's actions: in their menus, with keys and icons, enabled only where they are of use."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from claimdesk.i18n import use_language
from claimdesk.ui.actions.action import Menu, Needs
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.main_window import MainWindow


@pytest.fixture
def called() -> list[tuple[str, tuple[Any, ...]]]:
    return []


@pytest.fixture
def bar(qtbot: Any, called: list[tuple[str, tuple[Any, ...]]]) -> ActionBar:
    window = QMainWindow()
    qtbot.addWidget(window)

    def handler(name: str) -> Callable[..., object]:
        return lambda *given: called.append((name, given))

    return ActionBar(window, {action.id: handler(action.id) for action in ACTIONS})


def _entries(menu: QMenu) -> list[QAction]:
    return [entry for entry in menu.actions() if not entry.isSeparator()]


def test_every_action_stands_in_its_menu_in_the_registry_s_order(bar: ActionBar) -> None:
    for menu in Menu:
        names = [entry.objectName() for entry in _entries(bar.menus[menu])]
        assert names == [action.id for action in ACTIONS if action.menu is menu]


def test_groups_are_parted_by_a_line(bar: ActionBar) -> None:
    for menu in Menu:
        groups = {action.group for action in ACTIONS if action.menu is menu}
        lines = [entry for entry in bar.menus[menu].actions() if entry.isSeparator()]
        assert len(lines) == len(groups) - 1


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_an_action_carries_its_keys_and_calls_its_handler(
    bar: ActionBar, called: list[Any], action: Any
) -> None:
    made = bar[action.id]
    assert made.shortcuts() == [QKeySequence(key) for key in action.keys]
    assert made.text() == action.words
    made.trigger()
    # One that can be switched is told its state; the others are called with nothing.
    assert called == [(action.id, (made.isChecked(),) if action.checkable else ())]


def test_held_keys_repeat_only_what_changes_nothing(bar: ActionBar) -> None:
    assert bar["next"].autoRepeat()
    assert not [a.id for a in ACTIONS if (a.changes or a.status) and bar[a.id].autoRepeat()]


def test_only_one_arrangement_is_chosen(bar: ActionBar) -> None:
    bar["list_left"].trigger()
    bar["list_auto"].trigger()
    assert [bar[f"list_{name}"].isChecked() for name in ("below", "left", "auto")] == [
        False,
        False,
        True,
    ]


@pytest.mark.parametrize(
    "there", [Needs.NOTHING, Needs.DESK, Needs.DESK | Needs.ARTICLE, ~Needs.NOTHING]
)
def test_what_lacks_what_it_needs_is_disabled(bar: ActionBar, there: Needs) -> None:
    bar.allow(there)
    for action in ACTIONS:
        assert bar[action.id].isEnabled() == (action.needs in there), action.id


def test_icons_come_when_a_menu_opens(bar: ActionBar) -> None:
    assert bar["status_verified"].icon().isNull()
    bar.menus[Menu.CLAIM].aboutToShow.emit()
    with_icons = {action.id for action in ACTIONS if action.icon or action.status}
    assert {a.id for a in ACTIONS if not bar[a.id].icon().isNull()} == with_icons


def test_menus_speak_german(qtbot: Any) -> None:
    use_language("de")
    window = QMainWindow()
    qtbot.addWidget(window)
    bar = ActionBar(window, {action.id: (lambda *_given: None) for action in ACTIONS})
    titles = [menu.title().replace("&", "") for menu in bar.menus.values()]
    assert titles[:4] == ["Datei", "Bearbeiten", "Behauptung", "Artikel"]
    assert titles[4:] == ["Vorschläge", "Ansicht", "Hilfe"]
    assert bar["status_left_out"].text() == "bewusst nicht geprüft"


# in the whole window


def _enabled(window: MainWindow) -> Needs:
    found = Needs.NOTHING
    for name, need in (
        ("save_copy", Needs.DESK),
        ("export_report", Needs.ARTICLE),
        ("status_verified", Needs.CLAIM),
    ):
        if window.actions_[name].isEnabled():
            found |= need
    return found


def test_without_a_desk_only_desks_can_be_opened(
    window_on: Callable[[Path | None], MainWindow],
) -> None:
    window = window_on(None)
    assert _enabled(window) == Needs.NOTHING
    enabled = {action.id for action in ACTIONS if window.actions_[action.id].isEnabled()}
    assert enabled == {
        *("new_desk", "open_desk", "open_sample", "quit"),
        *("import_text", "paste_text"),
        *("settings", "palette", "shortcuts", "about"),
    }


def test_with_article_and_claim_all_but_undo_can_be_done(window: MainWindow) -> None:
    disabled = {a.id for a in ACTIONS if not window.actions_[a.id].isEnabled()}
    of_the_review = {a.id for a in ACTIONS if a.needs is Needs.SUGGESTION}
    assert disabled == {"undo", "redo", "proposal", *of_the_review}
    assert window.workspace
    window.workspace.selection.choose(None)
    assert _enabled(window) == Needs.DESK | Needs.ARTICLE
    window.workspace.selection.choose_article(None)
    assert _enabled(window) == Needs.DESK


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen, of popups
def test_a_menu_opens_over_the_list(window: MainWindow) -> None:
    assert window.workspace
    window.workspace.list.context_menu_wanted.emit(window.mapToGlobal(QPoint(200, 200)))
    menu = QApplication.activePopupWidget()
    assert menu is window.actions_.menus[Menu.CLAIM]
    menu.close()


def test_a_key_is_shown_beside_each_entry(window: MainWindow) -> None:
    shown = window.actions_["status_verified"].shortcut().toString()
    assert shown == "2"
    assert window.actions_["status_verified"].isShortcutVisibleInContextMenu()
