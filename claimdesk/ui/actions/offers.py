"""What the palette and the shortcut sheet list: headings, and what can be had under them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _, speaking
from claimdesk.ui.actions.action import Action, Menu, plain
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.actions.matching import Span, match
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.actions.search_words import search_words
from claimdesk.ui.widgets.key_cap import key_parts

_BY_OTHER_WORDS = 0.5
"""How much less a match counts that cannot be shown."""

_ELSEWHERE = (
    (N_("Finish what is being typed"), ("Ctrl+Enter",)),
    (N_("Leave what is being typed"), ("Esc",)),
    (N_("Next, previous row of a list"), ("Down", "Up")),
)
"""Keys of fields and lists, which are no actions of the window."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above what belongs together."""

    words: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose: its words, what stands beside them, and what happens then. 'also' are
    other words it is found by, 'spans' the letters that were meant. 'name' is what of the words is
    looked at, where it is not all of them: an undo is not found by what it takes back, or who looks
    for a claim would take its last edit back."""

    words: str
    then: Callable[[], object] | None = None
    keys: tuple[tuple[str, ...], ...] = ()
    icon: str = ""
    status: Status | None = None
    number: str = ""
    obstacle: str = ""
    also: str = ""
    name: str = ""
    spans: tuple[Span, ...] = ()
    place: str = ""
    """Where it stands, for offers that stand somewhere."""

    @property
    def heard(self) -> str:
        """What a screen reader says."""
        keys = ["+".join(parts) for parts in self.keys]
        parts = [self.number, self.status.label if self.number and self.status else ""]
        return ", ".join(
            part for part in (*parts, self.words, self.place, *keys, self.obstacle) if part
        )


Row = Heading | Offer


def by_menu(actions: ActionBar, query: str = "") -> list[Row]:
    """All actions under the names of their menus, or those that a query finds."""
    rows: list[Row] = []
    for menu in Menu:
        offers = [_offer(actions, action) for action in ACTIONS if action.menu is menu]
        rows += under(plain(_(menu.value)), _those_found(offers, query))
    return rows


def elsewhere(query: str = "") -> list[Row]:
    """What keys do in fields and lists."""
    offers = [
        Offer(_(words), keys=tuple(key_parts(key) for key in keys)) for words, keys in _ELSEWHERE
    ]
    return under(_("In fields and lists"), _those_found(offers, query))


def found_actions(actions: ActionBar, query: str) -> list[Row]:
    """The actions that a query finds, the best first; what cannot be done now comes last."""
    scored = _scored((_offer(actions, action) for action in ACTIONS), query)
    scored.sort(key=lambda found: (bool(found[1].obstacle), -found[0]))
    return under(_("Actions"), (offer for _score, offer in scored))


def under(heading: str, offers: Iterable[Offer]) -> list[Row]:
    """Offers under a heading, which stands over none alone."""
    listed = list(offers)
    return [Heading(heading), *listed] if listed else []


def _offer(actions: ActionBar, action: Action) -> Offer:
    made = actions[action.id]
    words = action.sentence if action.status else plain(made.text())
    return Offer(
        words,
        made.trigger,
        tuple(key_parts(key) for key in action.keys),
        action.icon or "",
        action.status,
        obstacle="" if made.isEnabled() else _why_not(action, actions),
        name=action.sentence,
        also=" ".join((action.id.replace("_", " "), _in_english(action), search_words(action.id))),
    )


def _why_not(action: Action, actions: ActionBar) -> str:
    nothing = {"undo": _("nothing to undo"), "redo": _("nothing to redo")}
    return action.needs.missing_from(actions.there) or nothing.get(action.id, _("not now"))


def _in_english(action: Action) -> str:
    with speaking("en"):
        return action.sentence


def _those_found(offers: Iterable[Offer], query: str) -> Iterator[Offer]:
    return (offer for _score, offer in _scored(offers, query))


def _scored(offers: Iterable[Offer], query: str) -> list[tuple[float, Offer]]:
    found = []
    for offer in offers:
        if hit := match(query, offer.name or offer.words):
            found.append((hit.score, replace(offer, spans=hit.spans)))
        elif hit := match(query, offer.also):
            found.append((hit.score * _BY_OTHER_WORDS, offer))
    return found
