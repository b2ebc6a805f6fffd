"""One measured figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured and its floor, in milliseconds; the budget in words."""

    what: str
    measured: float
    floor: float | None
    budget: str

    @property
    def ratio(self) -> float | None:
        return self.measured / self.floor if self.floor else None

    def line(self) -> str:
        floor = f"{self.floor:.2f} ms" if self.floor else "–"
        ratio = f"{self.ratio:.2f}" if self.ratio else "–"
        return f"{self.what:<44}{self.measured:>9.2f} ms{floor:>12}{ratio:>8}{self.budget:>10}"


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
