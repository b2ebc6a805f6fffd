"""The article's text cut where claims begin and end, for pages that show them in it.

Passages nest, overlap and share their words: each stretch between two cuts knows all claims that
stand in it and looks like the shortest of them, as in the window.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimdesk.domain.status import Status
from claimdesk.services.exporters.hygiene import clean


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim stands: code points of the text, its number and its status."""

    start: int
    end: int
    number: int
    status: Status


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one paragraph in which the same claims stand: their numbers, the numbers of those
    that begin here, and the status of the shortest; None where no claim stands."""

    words: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    status: Status | None = None


Paragraph = tuple[Stretch, ...]


def marked(text: str, passages: Iterable[Passage]) -> tuple[Paragraph, ...]:
    """The paragraphs that hold words. Passages outside the text, or empty, are passed over."""
    waiting = sorted(
        (one for one in passages if 0 <= one.start < one.end <= len(text)),
        key=lambda one: (-one.start, one.end, -one.number),
    )
    active: list[Passage] = []
    found: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            found.append(tuple(_stretches(text, start, end, waiting, active)))
        start = end + 1
    return tuple(found)


def _stretches(
    text: str, start: int, end: int, waiting: list[Passage], active: list[Passage]
) -> Iterator[Stretch]:
    """'waiting' begin later, the next one last; 'active' began before and go on."""
    here = start
    while here < end:
        active[:] = [one for one in active if one.end > here]
        began = len(active)
        while waiting and waiting[-1].start <= here:
            if (one := waiting.pop()).end > here:
                active.append(one)
        following = waiting[-1].start if waiting else end
        cut = min([end, following, *(one.end for one in active)])
        yield _stretch(text[here:cut], active, active[began:])
        here = cut


def _stretch(words: str, active: list[Passage], new: list[Passage]) -> Stretch:
    if not active:
        return Stretch(clean(words))
    return Stretch(
        clean(words),
        tuple(one.number for one in active),
        tuple(one.number for one in new),
        min(active, key=lambda one: one.end - one.start).status,
    )
