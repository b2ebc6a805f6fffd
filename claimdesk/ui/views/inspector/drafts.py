"""Words being typed, kept by claim and place while one looks at other claims."""

from typing import NamedTuple


class Place(NamedTuple):
    """What is being written: a claim's field, or a note (None for a new one)."""

    claim: int
    field: str
    note: int | None = None


class Draft(NamedTuple):
    """Words, and those that the desk held when they were begun."""

    words: str
    base: str


class Drafts:
    """The drafts of one window."""

    def __init__(self) -> None:
        self._held: dict[Place, Draft] = {}

    def keep(self, place: Place, draft: Draft) -> None:
        """Keep a draft; one that says nothing new is none."""
        if draft.words.strip() and draft.words != draft.base:
            self._held[place] = draft
        else:
            self.drop(place)

    def at(self, place: Place) -> Draft | None:
        """The draft of a place."""
        return self._held.get(place)

    def of_notes(self, claim: int) -> list[Place]:
        """The notes of a claim that are being written."""
        return [place for place in self._held if place.claim == claim and place.field == "note"]

    def drop(self, place: Place) -> None:
        """Forget it: it was stored or thrown away."""
        self._held.pop(place, None)
