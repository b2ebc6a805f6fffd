"""Words being typed, kept by claim and place: in memory at once, in the desk a moment later."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from claimdesk.domain.draft import DraftPlace, Jotting
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import _
from claimdesk.paths import installation
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.ui.desk import Desk
    from claimdesk.ui.writer import Jot

SOON = 300
"""Milliseconds after which typed words are in the desk."""
AGAIN = 5_000
"""Milliseconds after which words that could not be stored are tried again."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is being written: a claim's field, or that of one of its rows (a note, a correction;
    None for a new one)."""

    claim: int
    field: str
    note: int | None = None

    @property
    def owner(self) -> int:
        """The claim."""
        return self.claim


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """A field that belongs to an article and to no single claim, or that of one of its rows."""

    article: int
    field: str
    note: int | None = None

    @property
    def owner(self) -> int:
        """The article."""
        return self.article


def at_suggestion(article: int, mark: str) -> ArticlePlace:
    """Where the statement of a suggestion is written anew."""
    return ArticlePlace(article, f"suggestion.{mark}")


AnyPlace = Place | ArticlePlace
SomePlace = TypeVar("SomePlace", Place, ArticlePlace)
"""Of one sort or the other."""


class Draft(NamedTuple):
    """Words, and those that the desk held when they were begun."""

    words: str
    base: str


class Drafts(QObject):
    """The drafts of one person at one desk; without a desk only in memory."""

    changed = Signal()
    """A draft came or went."""

    def __init__(self, desk: "Desk | None" = None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._held: dict[AnyPlace, Draft] = {}
        self._left: set[AnyPlace] = set()
        self._unstored: set[AnyPlace] = set()
        self._trouble = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        if desk is not None:
            desk.jotted.connect(self._on_jotted)
            self.load()

    def load(self) -> None:
        """Take up what the person was typing when the desk was last closed, or died."""
        self._held.clear()
        self._left.clear()
        if self._desk is not None:
            try:
                kept = queries.drafts(self._desk.read, installation(), self._desk.person.name)
            except ClaimdeskError:
                kept = []  # whoever cannot read the desk says so elsewhere
            self._held = {_place(one.place): Draft(one.words or "", one.base) for one in kept}
        self.changed.emit()

    def keep(self, place: AnyPlace, draft: Draft) -> None:
        """Keep a draft; one that says nothing new is none."""
        if not draft.words.strip() or draft.words == draft.base:
            self.drop(place)
        elif self._held.get(place) != draft:
            came = place not in self._held
            self._held[place] = draft
            self._store_soon(place)
            if came:
                self.changed.emit()

    def at(self, place: AnyPlace) -> Draft | None:
        """The draft of a place."""
        return self._held.get(place)

    def of_claim(self, claim: int) -> list[Place]:
        """What is being written at a claim, the oldest first."""
        return [place for place in self.places() if place.claim == claim]

    def of_article(self, article: int) -> list[ArticlePlace]:
        """What is being written at an article and at no claim, the oldest first."""
        held = (place for place in self._held if isinstance(place, ArticlePlace))
        return [place for place in held if place.article == article]

    def places(self) -> list[Place]:
        """All places of claims where something is being written, the oldest first."""
        return [place for place in self._held if isinstance(place, Place)]

    def leave(self, place: AnyPlace) -> None:
        """Put it away on purpose: it shows, but no field opens for it by itself."""
        self._left.add(place)

    def take_up(self, place: AnyPlace) -> None:
        """Go on with it."""
        self._left.discard(place)

    def is_left(self, place: AnyPlace) -> bool:
        """Whether it was put away on purpose."""
        return place in self._left

    def drop(self, place: AnyPlace) -> None:
        """Forget it: it was stored or thrown away."""
        self._left.discard(place)
        if self._held.pop(place, None) is not None:
            self._store_soon(place)
            self.changed.emit()

    def flush(self) -> None:
        """Bring the desk up to date at once."""
        self._timer.stop()
        if self._desk is None or not self._unstored:
            return
        jottings = tuple(self._jotting(place) for place in self._unstored)
        self._unstored.clear()
        self._desk.jot(jottings)

    def _jotting(self, place: AnyPlace) -> Jotting:
        draft = self._held.get(place)
        return Jotting(stored_at(place), *(draft or (None,)))

    def _store_soon(self, place: AnyPlace) -> None:
        """At a steady pace, not when the typing pauses: one second is all that may be lost."""
        if self._desk is None:
            return
        self._unstored.add(place)
        if not self._timer.isActive() or self._timer.interval() != SOON:
            self._timer.start(SOON)

    def _on_jotted(self, jot: "Jot", sentence: str | None) -> None:
        if sentence == "":
            self._trouble = ""
            return
        assert self._desk is not None
        if jot.person == self._desk.person:
            self._unstored.update(_place(one.place) for one in jot.jottings)
        if not self._timer.isActive():
            self._timer.start(SOON if sentence is None else AGAIN)
        if sentence and sentence != self._trouble:
            self._trouble = sentence
            words = _("What you type is kept in this window only: {reason}")
            self._desk.failed.emit(words.format(reason=sentence))


def stored_at(place: AnyPlace) -> DraftPlace:
    """A place as the desk names it."""
    row = "" if place.note is None else f"/{place.note}"
    field = f"{place.field}{row}"
    if isinstance(place, ArticlePlace):
        return DraftPlace("article", place.article, field)
    return DraftPlace("claim", place.claim, field)


def _place(stored: DraftPlace) -> AnyPlace:
    field, _slash, row = stored.field.partition("/")
    kind = ArticlePlace if stored.entity == "article" else Place
    return kind(stored.row, field, int(row) if row.isdecimal() else None)
