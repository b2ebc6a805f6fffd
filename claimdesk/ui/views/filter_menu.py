"""What claims can be filtered by beside their status: kind, marks, weight, tags, people, dates,
sources, what is left."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from claimdesk.domain.claim import WORTHINESS, Badge, ClaimFilter, Kind
from claimdesk.domain.period import Period
from claimdesk.i18n import _, sort_key
from claimdesk.ui.widgets.staying_menu import StayingMenu

_Value = TypeVar("_Value")
_PERIODS = (Period(days=1), Period(days=7), Period(month=True), Period(days=30))


class FilterMenu(StayingMenu):
    """Ticks are conditions; of those in one submenu one is enough, and of dates and sources there
    is one at most. Filled when first opened."""

    changed = Signal()
    """Something was ticked: see 'conditions'."""
    left_wanted = Signal(bool)
    words_wanted = Signal()
    period_wanted = Signal(str)
    """Days of one's own choice, for this condition: 'changed' or 'as_of'."""
    article_wanted = Signal()
    save_wanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conditions = ClaimFilter()
        self.known_tags: Callable[[], list[str]] = list
        self.known_people: Callable[[], list[str]] = list
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
        from claimdesk.ui.filter_words import source_in_words  # start quickly
        from claimdesk.ui.widgets.worthiness import worthiness_words  # likewise

        self.addAction(_("&Words …")).triggered.connect(self.words_wanted)
        self.addSeparator()
        self.kinds = self._submenu(
            _("&Kind"), [(one.label, one.value) for one in sorted(Kind, key=_by_words)]
        )
        self.badges = self._submenu(_("&Marks"), [(one.label, one.value) for one in Badge])
        weights = [(worthiness_words(one), one) for one in reversed(WORTHINESS)]
        self.weights = self._submenu(_("Check-w&orthiness"), weights)
        self.tags = self._submenu(_("&Tags"), [])
        self.people = self._submenu(_("Last changed &by"), [])
        self.changed_when = self._periods(_("Last c&hanged"), "changed")
        self.as_of = self._periods(_("&Right as of"), "as_of")
        self.sourced = self._one_of(
            _("So&urces"), "sourced", [(source_in_words(one), one) for one in (True, False)]
        )
        self.addAction(_("A&rticle …")).triggered.connect(self.article_wanted)
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
        self._fill_names(self.tags, {*self.known_tags(), *chosen.tags})
        self._fill_names(self.people, {*self.known_people(), *chosen.people})
        for menu, wanted in (
            (self.kinds, chosen.kinds),
            (self.badges, chosen.badges),
            (self.weights, chosen.worthiness),
            (self.tags, chosen.tags),
            (self.people, chosen.people),
            (self.changed_when, (chosen.changed,)),
            (self.as_of, (chosen.as_of,)),
            (self.sourced, (chosen.sourced,)),
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

    def _one_of(self, title: str, condition: str, entries: list[Any]) -> QMenu:
        """Ticking one takes the tick from the others."""
        menu = StayingMenu(title, self)
        for words, value in entries:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(
                lambda ticked=False, value=value: self._on_chosen(
                    condition, value if ticked else None
                )
            )
        self.addMenu(menu)
        return menu

    def _periods(self, title: str, condition: str) -> QMenu:
        from claimdesk.ui.filter_words import period_in_words  # start quickly

        menu = self._one_of(title, condition, [(period_in_words(one), one) for one in _PERIODS])
        menu.addSeparator()
        own = menu.addAction(_("&From … until …"))
        own.triggered.connect(lambda: self.period_wanted.emit(condition))
        return menu

    def _fill_names(self, menu: QMenu, known: set[str]) -> None:
        names = sorted(known, key=sort_key)
        if names != [action.data() for action in menu.actions()]:
            menu.clear()
            self._add_entries(menu, [(name.replace("&", "&&"), name) for name in names])
        menu.menuAction().setVisible(bool(names))

    def _on_chosen(self, condition: str, value: object) -> None:
        asked: dict[str, Any] = {condition: value}
        self.conditions = replace(self.conditions, **asked)
        self._show_ticks()
        self.changed.emit()

    def _on_ticked(self) -> None:
        self.conditions = replace(
            self.conditions,
            kinds=_ticked(self.kinds, Kind),
            badges=_ticked(self.badges, Badge),
            worthiness=_ticked(self.weights, int),
            tags=_ticked(self.tags, str),
            people=_ticked(self.people, str),
        )
        self.changed.emit()


def _by_words(kind: Kind) -> tuple[bool, tuple[str, str]]:
    return kind is Kind.OTHER, sort_key(kind.label)


def _ticked(menu: QMenu, make: Callable[[Any], _Value]) -> frozenset[_Value]:
    """The values of the entries that are ticked, as what they are."""
    return frozenset(make(one.data()) for one in menu.actions() if one.isChecked())
