"""What helps to find one's way: the palette, the shortcut sheet, the settings. All are made when
they are first asked for.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from claimdesk import settings
from claimdesk.domain.person import system_person
from claimdesk.i18n import _, language, system_language
from claimdesk.settings import Settings
from claimdesk.ui import languages, theme
from claimdesk.ui.actions.jumps import Jumps
from claimdesk.ui.actions.offers import Row, by_menu, found_actions

if TYPE_CHECKING:
    from claimdesk.ui.dialogs.settings import SettingsDialog
    from claimdesk.ui.main_window import MainWindow
    from claimdesk.ui.views.palette import Palette


class Aids(QObject):
    """The aids of one window in one language."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._palette: Palette | None = None

    def dismiss(self) -> None:
        """Let go of what was made."""
        if self._palette is not None:
            self._palette.dismiss()
            self._palette.deleteLater()
        self.deleteLater()

    # the palette

    def palette(self) -> None:
        """Find an action, a claim, an article or a desk."""
        if self._palette is None:
            from claimdesk.ui.views.palette import Palette  # not at the start

            self._palette = Palette(self._window, self._at_once, self._a_moment_later)
        jumps = self._jumps()
        self._palette.ask(jumps.where)

    def _jumps(self) -> Jumps:
        workspace = self._window.workspace
        if workspace is None:
            return Jumps(None, None, self._window.memory, self._open)
        return Jumps(workspace.desk, workspace.selection, self._window.memory, self._open)

    def _at_once(self, query: str) -> list[Row]:
        if not query.strip():
            return by_menu(self._window.actions_)
        return self._jumps().numbered(query) + found_actions(self._window.actions_, query)

    def _a_moment_later(self, query: str) -> list[Row]:
        return self._jumps().further(query)

    def _open(self, desk: Path) -> None:
        self._window.open(desk)

    # sheet and settings

    def shortcuts(self) -> None:
        """Show all keys."""
        from claimdesk.ui.dialogs.shortcuts import ShortcutSheet  # when asked for

        ShortcutSheet(self._window.actions_, self._window).open()

    def settings(self) -> None:
        """Show the settings, and let each change take effect at once."""
        self.made_settings().open()

    def made_settings(self) -> "SettingsDialog":
        """The dialog of the settings, not yet open."""
        from claimdesk.ui.dialogs.settings import SettingsDialog  # when asked for

        workspace = self._window.workspace
        dialog = SettingsDialog(
            workspace.text_size if workspace else None,
            workspace.arrangement if workspace else None,
            self._window,
        )
        dialog.changed.connect(lambda chosen: self._take(chosen, dialog))
        if workspace is not None:
            dialog.text_size_wanted.connect(workspace.set_text_size)
            dialog.arrangement_wanted.connect(
                lambda wanted: self._window.actions_[f"list_{wanted}"].trigger()
            )
            dialog.backups_wanted.connect(self._window.actions_["backups"].trigger)
        return dialog

    def _take(self, chosen: Settings, dialog: "SettingsDialog") -> None:
        before = settings.read()
        try:
            settings.write(chosen)
        except OSError:
            self._window.complain(_("The settings could not be kept."))
        if (before.name, before.initials) != (chosen.name, chosen.initials):
            self._window.work_as(system_person(chosen.name, chosen.initials))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, chosen.theme or "system")
        wanted = system_language(chosen.language)
        if wanted != language():
            languages.speak(application, wanted)
            self._window.rebuild()
            self._window.aids.made_settings().take_place_of(dialog)
