"""What is chosen, the same in list, text and inspector: views tell it here and hear it here,
never from each other."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

TRAIL = 100
"""How many places 'back' remembers."""


class Place(NamedTuple):
    """Where one was."""

    article: int | None
    claim: int
    whole_desk: bool


class Selection(QObject):
    """The article under check, its current claim, and all claims that are chosen (the current
    one among them); and whether the list shows the whole desk, whose claims may be of several
    articles. Claims are named by their ids."""

    article_changed = Signal(object)
    """The article's id, or None."""
    claim_changed = Signal(object)
    """The current claim's id, or None."""
    claims_changed = Signal(tuple)
    """The ids of all chosen claims."""
    scope_changed = Signal(bool)
    """Whether the list shows the whole desk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article: int | None = None
        self.claim: int | None = None
        self.claims: tuple[int, ...] = ()
        self.whole_desk = False
        self._trail: list[Place] = []

    def choose_article(self, article: int | None, claim: int | None = None) -> None:
        """Turn to an article alone, and there to a claim where one is named; else whoever hears
        of it and knows its claims chooses one."""
        leaves_desk, self.whole_desk = self.whole_desk, False
        if article != self.article:
            self._remember(whole_desk=leaves_desk)
            self.article = article
            self._set(None, ())
            self.article_changed.emit(article)
        if leaves_desk:
            self.scope_changed.emit(False)
        if claim is not None:
            self._set(claim, (claim,))

    def choose(self, claim: int | None, claims: Sequence[int] = ()) -> None:
        """Turn to a claim, alone or with others."""
        chosen = tuple(claims) or ((claim,) if claim is not None else ())
        if claim != self.claim and claim is not None:
            self._remember(whole_desk=self.whole_desk)
        self._set(claim, chosen)

    def follow(self, article: int | None) -> None:
        """Turn to the article of what is chosen, which stays."""
        if article != self.article:
            self.article = article
            self.article_changed.emit(article)

    def show_whole_desk(self, wanted: bool) -> None:
        """Let the list show the whole desk, or the article under check."""
        if wanted != self.whole_desk:
            self._remember(whole_desk=self.whole_desk)
            self.whole_desk = wanted
            self.scope_changed.emit(wanted)

    def back(self) -> None:
        """Return to where one was before."""
        if self._trail:
            place = self._trail.pop()
            changes_scope = place.whole_desk != self.whole_desk
            self.whole_desk = place.whole_desk
            self._set(place.claim, (place.claim,))
            self.follow(place.article)
            if changes_scope:
                self.scope_changed.emit(place.whole_desk)

    def _remember(self, *, whole_desk: bool) -> None:
        if self.claim is not None:
            self._trail.append(Place(self.article, self.claim, whole_desk))
            del self._trail[:-TRAIL]

    def _set(self, claim: int | None, claims: tuple[int, ...]) -> None:
        moved, changed = claim != self.claim, claims != self.claims
        self.claim, self.claims = claim, claims
        if moved:
            self.claim_changed.emit(claim)
        if changed:
            self.claims_changed.emit(self.claims)  # a listener may have turned on already
