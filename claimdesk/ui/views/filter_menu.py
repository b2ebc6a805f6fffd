"""What claims can be filtered by beside their status: kind, marks, weight, what is left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from claimdesk.domain.claim import WORTHINESS, Badge, ClaimFilter, Kind
from claimdesk.i18n import _, sort_key
from claimdesk.ui.widgets.staying_menu import StayingMenu

_Value = TypeVar("_Value")


class FilterMenu(StayingMenu):
    """Ticks are conditions; of those in one submenu one is enough. Filled when first opened."""

    changed = Signal()
    """Something was ticked: see 'conditions'."""
    left_wanted = Signal(bool)
    words_wanted = Signal()
    save_wanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conditions = ClaimFilter()
        self.known_tags: Callable[[], list[str]] = list
        """Asked when it opens."""
        self._narrowed = False
        self.aboutToShow.connect(self._show_ticks)

    def tick(self, conditions: ClaimFilter, *, narrowed: bool) -> None:
        """Tick these conditions, without telling; 'narrowed' where there is a filter, be it by
        conditions of others."""
        self.conditions, self._narrowed = conditions, narrowed
        if self.actions():
            self._show_ticks()

    def _fill(self) -> None:
        from claimdesk.ui.widgets.worthiness import worthiness_words  # start quickly

        self.addAction(_("&Words …")).triggered.connect(self.words_wanted)
        self.addSeparator()
        self.kinds = self._submenu(
            _("&Kind"), [(one.label, one.value) for one in sorted(Kind, key=_by_words)]
        )
        self.badges = self._submenu(_("&Marks"), [(one.label, one.value) for one in Badge])
        weights = [(worthiness_words(one), one) for one in reversed(WORTHINESS)]
        self.weights = self._submenu(_("W&eight"), weights)
        self.tags = self._submenu(_("&Tags"), [])
        self.addSeparator()
        self.left = self.addAction(_("All that is &left"))
        self.left.setCheckable(True)
        self.left.triggered.connect(self.left_wanted)
        self.addSeparator()
        self.save = self.addAction(_("&Save this filter …"))
        self.save.triggered.connect(self.save_wanted)
        self.clear_all = self.addAction(_("Show &all"))
        self.clear_all.triggered.connect(self.cleared)

    def _show_ticks(self) -> None:
        if not self.actions():
            self._fill()
        chosen = self.conditions
        self._fill_tags()
        for menu, wanted in (
            (self.kinds, chosen.kinds),
            (self.badges, chosen.badges),
            (self.weights, chosen.worthiness),
            (self.tags, chosen.tags),
        ):
            for action in menu.actions():
                action.setChecked(action.data() in wanted)
        self.left.setChecked(chosen.left)
        for action in (self.save, self.clear_all):
            action.setEnabled(self._narrowed)

    def _submenu(self, title: str, entries: list[Any]) -> QMenu:
        menu = StayingMenu(title, self)
        self._add_entries(menu, entries)
        self.addMenu(menu)
        return menu

    def _add_entries(self, menu: QMenu, entries: list[Any]) -> None:
        for words, value in entries:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(self._on_ticked)

    def _fill_tags(self) -> None:
        names = sorted({*self.known_tags(), *self.conditions.tags}, key=sort_key)
        if names != [action.data() for action in self.tags.actions()]:
            self.tags.clear()
            self._add_entries(self.tags, [(name.replace("&", "&&"), name) for name in names])
        self.tags.menuAction().setVisible(bool(names))

    def _on_ticked(self) -> None:
        self.conditions = replace(
            self.conditions,
            kinds=_ticked(self.kinds, Kind),
            badges=_ticked(self.badges, Badge),
            worthiness=_ticked(self.weights, int),
            tags=_ticked(self.tags, str),
        )
        self.changed.emit()


def _by_words(kind: Kind) -> tuple[bool, tuple[str, str]]:
    return kind is Kind.OTHER, sort_key(kind.label)


def _ticked(menu: QMenu, make: Callable[[Any], _Value]) -> frozenset[_Value]:
    """The values of the entries that are ticked, as what they are."""
    return frozenset(make(one.data()) for one in menu.actions() if one.isChecked())
