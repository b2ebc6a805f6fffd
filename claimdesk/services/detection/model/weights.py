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


class Weights:
    """Scores of features, and the chain they feed."""

    def __init__(self, head: dict[str, Any], names: list[str], table: bytes) -> None:
        self.kinds: list[str] = head["kinds"]
        self._width = 2 * len(self.kinds) + 1
        self._step: float = head["step"]
        self._rows = {
            name: table[at * self._width : (at + 1) * self._width] for at, name in enumerate(names)
        }
        self._chain = Chain(len(self.kinds), head["start"], head["steps"])

    def pieces(self, features: Sequence[Sequence[str]]) -> list[Piece]:
        """Which passages of a sentence are claims of which kind, and how likely."""
        return self._chain.pieces([self._scores(names) for names in features])

    def _scores(self, names: Sequence[str]) -> list[float]:
        rows = self._rows
        found = [rows[name] for name in names if name in rows]
        if not found:
            return [0.0] * self._width
        low, step = _MIDDLE * len(found), self._step
        return [(total - low) * step for total in map(sum, zip(*found, strict=True))]


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
