"""Learnt weights as they are shipped: a row of small numbers for each name, one byte each."""

import json
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

MIDDLE = 128
"""What zero is stored as."""


class Table:
    """The rows by name, and what was stored with them."""

    def __init__(self, head: dict[str, Any], names: Iterable[str], cells: bytes) -> None:
        self.head = head
        self.width: int = head["width"]
        self.step: float = head["step"]
        """What one unit of a cell is worth."""
        self.rows = {
            name: cells[at * self.width : (at + 1) * self.width] for at, name in enumerate(names)
        }

    def total(self, names: Iterable[str]) -> tuple[int, ...]:
        """The sum of the rows of these names, in units; what is not known counts nothing."""
        rows = [self.rows[name] for name in names if name in self.rows]
        low = MIDDLE * len(rows)
        added = zip(*rows, strict=True) if rows else ((0,) for _ in range(self.width))
        return tuple(sum(column) - low for column in added)


def write(head: dict[str, Any], names: list[str], cells: bytes, file: Path) -> None:
    """Store a table: a line of JSON, the names, the cells, all packed."""
    first = json.dumps({**head, "count": len(names)}).encode()
    packed = zlib.compress(first + b"\n" + "\n".join(names).encode() + b"\n" + cells, 9)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(packed)


def read(file: Path) -> Table:
    """A stored table."""
    raw = zlib.decompress(file.read_bytes())
    first, _, rest = raw.partition(b"\n")
    head = json.loads(first)
    size = head["count"] * head["width"]
    names = rest[: len(rest) - size - 1].decode().split("\n")
    return Table(head, names, rest[len(rest) - size :])
