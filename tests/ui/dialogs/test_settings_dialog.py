"""Settings take effect at once, and are still there at the next start."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from claimdesk import settings
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.person import system_person
from claimdesk.i18n import language
from claimdesk.settings import Settings
from claimdesk.store import queries
from claimdesk.ui import languages, theme
from claimdesk.ui.dialogs.backups import BackupsDialog
from claimdesk.ui.dialogs.settings import SettingsDialog
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.workspace import TEXT_SIZES

Press = Callable[..., None]


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> Iterator[None]:
    yield
    languages.speak(qapp, "en")
    theme.apply(qapp, "light")


@pytest.fixture
def dialog(window: MainWindow, press: Press) -> Iterator[SettingsDialog]:
    press("Ctrl+,")
    yield shown()
    if QApplication.activeModalWidget():
        shown().reject()


def shown() -> SettingsDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, SettingsDialog)
    return found


def choose(dialog: SettingsDialog, place: str, value: str) -> None:
    box = getattr(dialog, place)
    box.setCurrentIndex(box.findData(value))


def test_at_first_the_system_decides(dialog: SettingsDialog) -> None:
    assert settings.read() == Settings()
    assert dialog.name.placeholderText() == system_person().name
    assert dialog.language.currentData() == dialog.theme.currentData() == ""


def test_the_theme_changes_at_once_and_is_kept(dialog: SettingsDialog) -> None:
    choose(dialog, "theme", "dark")
    assert theme.theme().dark
    choose(dialog, "theme", "light")
    assert not theme.theme().dark
    assert settings.read().theme == "light"


def test_the_language_changes_at_once_at_the_same_place(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot, press: Press
) -> None:
    workspace = window.workspace
    assert workspace
    claim = queries.claim_id(workspace.desk.read, "44")
    workspace.selection.choose(claim)
    workspace.list.head.ask_for(ClaimFilter(text="250"))
    desk = workspace.desk
    with qtbot.waitSignal(window.ready, timeout=10_000):
        choose(dialog, "language", "de")
    assert language() == settings.read().language == "de"
    assert shown().windowTitle() == "Einstellungen"
    assert window.workspace
    assert window.workspace is not workspace
    assert window.workspace.desk is desk
    assert window.workspace.selection.claim == claim
    assert window.workspace.list.claim_filter.text == "250"
    titles = [menu.title() for menu in window.menuBar().findChildren(QMenu) if menu.title()]
    assert "&Datei" in titles
    assert "&File" not in titles


def test_a_language_that_is_spoken_already_leaves_the_dialog(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv("CLAIMDESK_LANG", raising=False)
    dialog.language.setFocus()
    for wanted in ("en", "", "en"):
        choose(dialog, "language", wanted)
        assert settings.read().language == wanted
        assert shown() is dialog
        assert dialog.language.hasFocus()


def test_the_focus_stays_through_a_change_of_language(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    dialog.language.setFocus()
    with qtbot.waitSignal(window.ready, timeout=10_000):
        choose(dialog, "language", "de")
    assert shown() is not dialog
    assert shown().language.hasFocus()
    assert shown().language.currentData() == "de"


def test_what_was_done_before_can_be_undone_after(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    assert window.workspace
    claim = queries.claim_id(window.workspace.desk.read, "44")
    window.workspace.selection.choose(claim)
    press("5")
    assert window.workspace.desk.settle()
    with qtbot.waitSignal(window.ready, timeout=10_000):
        window.rebuild()
    row = queries.claim_rows(window.workspace.desk.read, [claim])[0]
    assert row.status == "false"
    press("Ctrl+Z")
    assert window.workspace.desk.settle()
    assert queries.claim_rows(window.workspace.desk.read, [claim])[0].status == "inaccurate"


def test_words_being_typed_stay_through_a_change_of_language(
    window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    press("N")
    assert window.workspace
    assert window.workspace.inspector
    window.workspace.inspector.notes.editor.begin("half a thought")
    with qtbot.waitSignal(window.ready, timeout=10_000):
        window.rebuild()
    assert window.workspace.inspector
    assert "half a thought" in window.workspace.inspector.notes.draft.pool.rows[0].words.words


def test_without_a_desk_the_language_changes_too(
    window_on: Callable[[Path | None], MainWindow], press: Press
) -> None:
    window = window_on(None)
    press("Ctrl+,")
    assert not shown().text_size.isEnabled()
    choose(shown(), "language", "de")
    assert shown().windowTitle() == "Einstellungen"
    shown().reject()
    assert window.pages.currentWidget() is window.welcome


def test_the_name_stands_at_the_next_edit(
    dialog: SettingsDialog, window: MainWindow, press: Press, qtbot: QtBot
) -> None:
    dialog.name.setText("Maria  Müller")
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert settings.read().name == "Maria Müller"
    assert window.workspace
    desk = window.workspace.desk
    window.workspace.selection.choose(queries.claim_id(desk.read, "44"))
    press("5", into=window.workspace.list.table)
    assert desk.settle()
    claim = queries.claim_id(desk.read, "44")
    assert queries.claim_rows(desk.read, [claim])[0].changed_by == "Maria Müller"


def test_initials_are_suggested_from_the_name(dialog: SettingsDialog) -> None:
    dialog.name.setText("Maria Müller")
    dialog.name.textEdited.emit("Maria Müller")
    assert dialog.initials.placeholderText() == "MM"


def test_the_variable_wins_and_says_so(
    window: MainWindow, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMDESK_PERSON", "Zoë Ümit")
    monkeypatch.setenv("CLAIMDESK_LANG", "en")
    press("Ctrl+,")
    assert not shown().name.isEnabled()
    assert not shown().language.isEnabled()
    shown().reject()


def test_the_manuscript_s_letters_change_at_once(
    dialog: SettingsDialog, window: MainWindow
) -> None:
    assert window.workspace
    assert TEXT_SIZES[dialog.text_size.currentIndex()] == window.workspace.text_size
    dialog.text_size.setCurrentIndex(len(TEXT_SIZES) - 1)
    assert window.workspace.text_size == TEXT_SIZES[-1]


def test_settings_that_cannot_be_kept_are_complained_of(
    dialog: SettingsDialog, window: MainWindow, user_folder: Path
) -> None:
    (user_folder / "settings.json").mkdir()
    choose(dialog, "theme", "dark")
    assert window.messages.sentence() == "The settings could not be kept."
    assert theme.theme().dark


def test_the_list_goes_where_it_is_wanted_at_once(
    dialog: SettingsDialog, window: MainWindow
) -> None:
    assert window.workspace
    for wanted in ("left", "below", "auto"):
        choose(dialog, "arrangement", wanted)
        assert window.workspace.arrangement == wanted
        assert window.actions_[f"list_{wanted}"].isChecked()


def test_the_way_to_the_backups(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.backups.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), BackupsDialog))
    shown_ = QApplication.activeModalWidget()
    assert isinstance(shown_, BackupsDialog)
    shown_.reject()


def test_without_a_desk_there_is_nothing_to_arrange(
    window_on: Callable[[Path | None], MainWindow], press: Press
) -> None:
    window_on(None)
    press("Ctrl+,")
    assert not shown().arrangement.isEnabled()
    assert not shown().backups.isEnabled()
    shown().reject()
