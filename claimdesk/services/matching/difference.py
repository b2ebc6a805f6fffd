"""The words that two wordings have in common, and those that only one has."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from claimdesk.domain.comparison import Piece, PieceKind

_WORD = re.compile(r"\w+(?:[.,:'’]\w+)*|\s+|.", re.DOTALL)
_LONGEST = 2_000
"""How many words are compared one by one; beyond, the whole is old and new."""


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of two wordings in reading order; joined they give either of them."""
    if old == new:
        return (Piece(old, PieceKind.SAME),) if old else ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > _LONGEST:
        return tuple(
            piece
            for piece in (Piece(old, PieceKind.REMOVED), Piece(new, PieceKind.ADDED))
            if piece.text
        )
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in _without_specks(matcher.get_opcodes(), before):
        if tag == "equal":
            pieces.append(Piece("".join(before[a:b]), PieceKind.SAME))
            continue
        if a < b:
            pieces.append(Piece("".join(before[a:b]), PieceKind.REMOVED))
        if c < d:
            pieces.append(Piece("".join(after[c:d]), PieceKind.ADDED))
    return tuple(pieces)


_Step = tuple[str, int, int, int, int]


def _without_specks(steps: Sequence[_Step], before: list[str]) -> list[_Step]:
    """Steps with those joined between which only a blank stays."""
    joined: list[_Step] = []
    for place, (tag, a, b, c, d) in enumerate(steps):
        speck = tag == "equal" and b - a == 1 and before[a].isspace()
        inner = 0 < place < len(steps) - 1
        kind = "replace" if speck and inner else tag
        if joined and kind != "equal" and joined[-1][0] != "equal":
            _tag, first, _b, third, _d = joined[-1]
            joined[-1] = ("replace", first, b, third, d)
        else:
            joined.append((kind, a, b, c, d))
    return joined
