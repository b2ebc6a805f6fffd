"""The weights of the chain, read once when first asked for."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from claimdesk.paths import RESOURCES
from claimdesk.services.detection.model import table
from claimdesk.services.detection.model.chain import Chain, Piece

FILE = RESOURCES / "detection" / "model.bin"
_REMEMBERED = 20_000


class Weights:
    """Scores of features, and the chain they feed."""

    def __init__(self, stored: table.Table) -> None:
        self.kinds: list[str] = stored.head["kinds"]
        self._table = stored
        self._sums: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._chain = Chain(len(self.kinds), stored.head["start"], stored.head["steps"])

    def pieces(self, features: Sequence[Sequence[tuple[str, ...]]]) -> list[Piece]:
        """Which passages of a sentence are claims of which kind, and how likely."""
        return self._chain.pieces([self._scores(groups) for groups in features])

    def _scores(self, groups: Sequence[tuple[str, ...]]) -> list[float]:
        """The sum over all groups; each was added up when it was first met."""
        sums, step = self._sums, self._table.step
        found = [sums.get(group) or self._sum(group) for group in groups]
        return [total * step for total in map(sum, zip(*found, strict=True))]

    def _sum(self, group: tuple[str, ...]) -> tuple[int, ...]:
        found = self._table.total(group)
        if len(self._sums) >= _REMEMBERED:
            self._sums.clear()
        self._sums[group] = found
        return found


@cache
def read(file: Path = FILE) -> Weights:
    """The shipped weights."""
    return Weights(table.read(file))
