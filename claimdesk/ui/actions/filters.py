"""Searching the desk and narrowing its list; they stand in the menu of edits."""

from claimdesk.i18n import N_
from claimdesk.ui.actions.action import Action, Menu, Needs

FILTERS: tuple[Action, ...] = (
    Action("search", Menu.EDIT, N_("Searc&h the desk …"), ("Ctrl+F",), icon="search", group=1),
    Action("find_article", Menu.EDIT, N_("F&ind an article"), ("Ctrl+Shift+B",), group=1),
    Action("filter_claims", Menu.EDIT, N_("&Filter claims"), ("F",), icon="filter", group=1),
    Action(
        "filter_menu",
        Menu.EDIT,
        N_("Filter by &kind, mark, person, date"),
        ("Ctrl+Shift+F",),
        Needs.ARTICLE,
        icon="filter",
        group=1,
    ),
    Action(
        "filter_changed", Menu.EDIT, N_("Filter by days of &change …"), (), Needs.ARTICLE, group=1
    ),
    Action("filter_as_of", Menu.EDIT, N_("Filter by as-&of date …"), (), Needs.ARTICLE, group=1),
    Action("filter_article", Menu.EDIT, N_("Filter by articl&e …"), (), Needs.ARTICLE, group=1),
)
