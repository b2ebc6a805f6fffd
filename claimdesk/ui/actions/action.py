"""What an action is: its words, keys and place, what it needs and whether it changes the desk.

'needs' names what must be there for the action to be of use; 'changes' says whether it changes
the desk, so that it must be undone by name. Erasing cannot be undone, and is asked twice for.
"""

from enum import Enum, Flag, auto
from typing import NamedTuple

from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _


class Menu(Enum):
    """The menus, in their order."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    CLAIM = N_("&Claim")
    ARTICLE = N_("&Article")
    SUGGESTIONS = N_("&Suggestions")
    VIEW = N_("&View")
    HELP = N_("&Help")


class Needs(Flag):
    """What an action needs; each takes a desk and an article for granted, an offer a claim."""

    NOTHING = 0
    DESK = auto()
    ARTICLE = auto()
    CLAIM = auto()
    OFFER = auto()
    SUGGESTION = auto()

    def missing_from(self, there: "Needs") -> str:
        """What must come first where just this is there; empty where nothing is missing."""
        words = {
            Needs.DESK: _("no desk is open"),
            Needs.ARTICLE: _("no article is open"),
            Needs.CLAIM: _("no claim is chosen"),
            Needs.OFFER: _("nothing is offered"),
            Needs.SUGGESTION: _("no suggestion is looked at (Ctrl+4)"),
        }
        beside = {Needs.CLAIM, Needs.OFFER} if self is Needs.SUGGESTION else set()
        steps = (
            need
            for need in words
            if need.value <= self.value and need not in there and need not in beside
        )
        return next((words[need] for need in steps), "")


class Action(NamedTuple):
    """One thing that can be done. 'text' is a message id; 'keys' are portable key names."""

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.DESK
    changes: bool = False
    icon: str | None = None
    checkable: bool = False
    group: int = 0
    status: Status | None = None

    @property
    def words(self) -> str:
        """The text in the language spoken; a status names itself."""
        return self.status.label if self.status else _(self.text)

    @property
    def sentence(self) -> str:
        """What it does, for a place where no menu says what it belongs to; without mnemonic."""
        if self.status is not None:
            return _("Set status: {status}").format(status=self.status.label)
        return plain(self.words)


def plain(words: str) -> str:
    """Words without the mark of a mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
