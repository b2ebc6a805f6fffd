"""What is chosen, the same in list, text and inspector: views tell it here and hear it here,
never from each other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

TRAIL = 100
"""How many places 'back' remembers."""


class Selection(QObject):
    """The article under check, its current claim, and all claims that are chosen (the current
    one among them). Claims are named by their ids."""

    article_changed = Signal(object)
    """The article's id, or None."""
    claim_changed = Signal(object)
    """The current claim's id, or None."""
    claims_changed = Signal(tuple)
    """The ids of all chosen claims."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.article: int | None = None
        self.claim: int | None = None
        self.claims: tuple[int, ...] = ()
        self._trail: list[int] = []

    def choose_article(self, article: int | None, claim: int | None = None) -> None:
        """Turn to an article, and there to a claim where one is named; else whoever hears of it
        and knows its claims chooses one."""
        if article != self.article:
            self.article = article
            self._trail.clear()
            self._set(None, ())
            self.article_changed.emit(article)
        if claim is not None:
            self._set(claim, (claim,))

    def choose(self, claim: int | None, claims: Sequence[int] = ()) -> None:
        """Turn to a claim, alone or with others."""
        chosen = tuple(claims) or ((claim,) if claim is not None else ())
        if claim != self.claim and self.claim is not None and claim is not None:
            self._trail.append(self.claim)
            del self._trail[:-TRAIL]
        self._set(claim, chosen)

    def back(self) -> None:
        """Return to the claim where one was before."""
        if self._trail:
            claim = self._trail.pop()
            self._set(claim, (claim,))

    def _set(self, claim: int | None, claims: tuple[int, ...]) -> None:
        moved, changed = claim != self.claim, claims != self.claims
        self.claim, self.claims = claim, claims
        if moved:
            self.claim_changed.emit(claim)
        if changed:
            self.claims_changed.emit(self.claims)  # a listener may have turned on already
