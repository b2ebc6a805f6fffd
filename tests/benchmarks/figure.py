"""One measured figure."""

from dataclasses import dataclass

HEAD = f"{'what':<58}{'measured':>14}{'floor':>13}{'ratio':>8}{'budget':>14}  met"
MARKDOWN_HEAD = "| what | measured | floor | ratio | budget | met |\n|-|-|-|-|-|-|"
AT_LEAST = ("words/s",)
"""Units of which more is better."""


@dataclass(frozen=True)
class Figure:
    """What was measured and its floor, in milliseconds unless told; the budget in words: '2.0 x'
    the floor, '100 ms', '3000 words/s', or '–' for none."""

    what: str
    measured: float
    floor: float | None
    budget: str
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.measured / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the budget is kept; None where there is none."""
        bound, _space, unit = self.budget.partition(" ")
        if not unit:
            return None
        if unit in AT_LEAST:
            return self.measured >= float(bound)
        found = self.ratio if unit == "x" else self.measured
        return found is not None and found <= float(bound)

    def line(self) -> str:
        """As a line of the table."""
        measured, floor, ratio, met = self._cells()
        return f"{self.what:<58}{measured:>14}{floor:>13}{ratio:>8}{self.budget:>14}  {met}"

    def row(self) -> str:
        """As a line of a table in Markdown."""
        measured, floor, ratio, met = self._cells()
        return f"| {self.what} | {measured} | {floor} | {ratio} | {self.budget} | {met} |"

    def _cells(self) -> tuple[str, str, str, str]:
        floor = self._worded(self.floor) if self.floor else "–"
        ratio = f"{self.ratio:.2f}" if self.ratio else "–"
        met = {True: "yes", False: "no", None: ""}[self.met]
        return self._worded(self.measured), floor, ratio, met

    def _worded(self, value: float) -> str:
        return f"{value:,.{0 if value >= 1000 else 1 if value >= 100 else 2}f} {self.unit}"


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
