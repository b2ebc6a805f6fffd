"""Qt's actions and menus, made from the registry."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from claimdesk.i18n import _
from claimdesk.ui import icons
from claimdesk.ui.actions.action import Action, Menu, Needs
from claimdesk.ui.actions.own_keys import OwnKeys
from claimdesk.ui.actions.registry import ACTIONS

_ONE_OF = (
    ("list_below", "list_left", "list_auto"),
    ("show_text", "show_coverage", "show_comparison", "show_review"),
)
_TAKEN_BY_FIELDS = ("proposal", "no_fact")
_ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
}
"""Actions that macOS has a place of its own for."""


class ActionBar(QObject):
    """The actions of one window. A handler is called without arguments, that of a checkable
    action with its state."""

    def __init__(self, window: QMainWindow, handlers: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(window)
        self._window = window
        self._made: dict[str, QAction] = {}
        self.there = Needs.NOTHING
        self._groups = {name: QActionGroup(self) for name, *_others in _ONE_OF}
        for action in ACTIONS:
            self._made[action.id] = self._make(action, handlers[action.id])
        for name in _TAKEN_BY_FIELDS:
            OwnKeys(self._made[name])
        self.menus: dict[Menu, QMenu] = {}
        self._fill_menus()

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def _make(self, action: Action, handler: Callable[..., object]) -> QAction:
        made = QAction(action.words, self)
        made.setObjectName(action.id)
        made.setShortcuts([QKeySequence(key) for key in action.keys])
        # A digit held down would mark one claim after the other.
        made.setAutoRepeat(action.status is None and not action.changes)
        if action.checkable:
            made.setCheckable(True)
            made.triggered.connect(lambda: handler(made.isChecked()))
        else:
            made.triggered.connect(lambda _checked=False: handler())
        for names in _ONE_OF:
            if action.id in names:
                self._groups[names[0]].addAction(made)
        made.setMenuRole(_ROLES.get(action.id, QAction.MenuRole.NoRole))
        return made

    def _fill_menus(self) -> None:
        by_menu: dict[Menu, list[Action]] = defaultdict(list)
        for action in ACTIONS:
            by_menu[action.menu].append(action)
        for menu, actions in by_menu.items():
            made = self._window.menuBar().addMenu(_(menu.value))
            self.menus[menu] = made
            made.aboutToShow.connect(self.draw_icons)
            group = actions[0].group
            for action in actions:
                if action.group != group:
                    made.addSeparator()
                    group = action.group
                made.addAction(self._made[action.id])

    def draw_icons(self, names: Collection[str] = ()) -> None:
        """Give all actions their icons, or just these: drawing forty takes as long as a list."""
        for action in ACTIONS:
            if names and action.id not in names:
                continue
            if action.status is not None:
                self._made[action.id].setIcon(icons.status_icon(action.status))
            elif action.icon is not None:
                self._made[action.id].setIcon(icons.icon(action.icon))

    def allow(self, there: Needs) -> None:
        """Enable what has what it needs."""
        self.there = there
        for action in ACTIONS:
            self._made[action.id].setEnabled(action.needs in there)
