"""The weights as they are shipped: one byte each, read once when first asked for."""

import json
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from claimdesk.paths import RESOURCES
from claimdesk.services.detection.model.chain import Chain, Piece

FILE = RESOURCES / "detection" / "model.bin"
_MIDDLE = 128
_REMEMBERED = 20_000


class Weights:
    """Scores of features, and the chain they feed."""

    def __init__(self, head: dict[str, Any], names: list[str], table: bytes) -> None:
        self.kinds: list[str] = head["kinds"]
        self._width = 2 * len(self.kinds) + 1
        self._step: float = head["step"]
        self._rows = {
            name: table[at * self._width : (at + 1) * self._width] for at, name in enumerate(names)
        }
        self._sums: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._chain = Chain(len(self.kinds), head["start"], head["steps"])

    def pieces(self, features: Sequence[Sequence[tuple[str, ...]]]) -> list[Piece]:
        """Which passages of a sentence are claims of which kind, and how likely."""
        return self._chain.pieces([self._scores(groups) for groups in features])

    def _scores(self, groups: Sequence[tuple[str, ...]]) -> list[float]:
        """The sum over all groups; each was added up when it was first met."""
        sums, step = self._sums, self._step
        found = [sums.get(group) or self._sum(group) for group in groups]
        return [total * step for total in map(sum, zip(*found, strict=True))]

    def _sum(self, group: tuple[str, ...]) -> tuple[int, ...]:
        rows = [self._rows[name] for name in group if name in self._rows]
        low = _MIDDLE * len(rows)
        added = zip(*rows, strict=True) if rows else ((0,) for _ in range(self._width))
        found = tuple(sum(column) - low for column in added)
        if len(self._sums) >= _REMEMBERED:
            self._sums.clear()
        self._sums[group] = found
        return found


def write(head: dict[str, Any], names: list[str], table: bytes, file: Path = FILE) -> None:
    """Store weights: a line of JSON, the names, the table, all packed."""
    first = json.dumps({**head, "count": len(names)}).encode()
    packed = zlib.compress(first + b"\n" + "\n".join(names).encode() + b"\n" + table, 9)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(packed)


@cache
def read(file: Path = FILE) -> Weights:
    """The shipped weights."""
    raw = zlib.decompress(file.read_bytes())
    first, _, rest = raw.partition(b"\n")
    head = json.loads(first)
    size = head["count"] * (2 * len(head["kinds"]) + 1)
    names = rest[: len(rest) - size - 1].decode().split("\n")
    return Weights(head, names, rest[len(rest) - size :])
