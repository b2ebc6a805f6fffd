"""Carrying claims over to a newer text, beside a bare word diff of the same two texts; both texts
are made, with an edit in every tenth paragraph and one paragraph in twenty moved."""

import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from figure import Figure

from claimdesk.domain.carry_over import OldClaim
from claimdesk.services.matching.carry_over import carry_over

CLAIMS = (200, 10_000)
_PLACES = 4
"""Claims a paragraph."""


def measure() -> Iterator[Figure]:
    for count in CLAIMS:
        old, claims, new = _texts(count)
        floor = _time(lambda old=old, new=new: _bare(old, new))
        took = _time(lambda old=old, claims=claims, new=new: carry_over(old, claims, new, "de"))
        speed = f"{len(old.split()) / took:,.0f}".replace(",", " ")
        yield Figure(f"carry {count} claims: {speed} thousand words/s", took, floor, "–")


def _bare(old: str, new: str) -> None:
    """Both texts by line, then the lines that differ by word: what difflib's Differ would do."""
    lines = old.split("\n\n"), new.split("\n\n")
    for tag, a, b, c, d in SequenceMatcher(None, *lines, autojunk=False).get_opcodes():
        if tag == "replace":
            words = " ".join(lines[0][a:b]).split(), " ".join(lines[1][c:d]).split()
            SequenceMatcher(None, *words, autojunk=False).get_opcodes()


def _texts(count: int) -> tuple[str, list[OldClaim], str]:
    paragraphs = [_paragraph(number) for number in range(count // _PLACES)]
    claims, place = [], 0
    for paragraph in paragraphs:
        for words in ("Gäste", "Betten", "Zimmer", "Wagen"):
            start = paragraph.index(words)
            claims.append(OldClaim(len(claims), place + start - 4, place + start + len(words)))
        place += len(paragraph) + 2
    newer = [
        one.replace("Gäste", "Besucher") if number % 10 == 3 else one
        for number, one in enumerate(paragraphs)
    ]
    for number in range(5, len(newer) - 3, 20):
        newer.insert(number + 2, newer.pop(number))
    return "\n\n".join(paragraphs), claims, "\n\n".join(newer)


def _paragraph(number: int) -> str:
    return (
        f"Laut Haus {number} kamen im Jahr {1900 + number % 120} mindestens {number + 100} Gäste, "
        f"die in {number + 200} Betten schliefen. Der Bau von Nummer {number} hat nicht mehr als "
        f"{number + 300} Zimmer. Vor dem Tor {number} standen rund {number + 400} Wagen, sagte "
        f"der Wirt."
    )


def _time(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000
