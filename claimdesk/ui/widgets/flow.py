"""Things of several widths, one after the other, in lines that break."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QSize


def flow(
    sizes: Iterable[QSize], width: int, between: int, between_lines: int
) -> Iterator[tuple[QPoint, QSize]]:
    """Where each stands in lines of a width; one that is wider has a line of its own."""
    across = down = height = 0
    for size in sizes:
        if across and across + size.width() > width:
            across, down, height = 0, down + height + between_lines, 0
        yield QPoint(across, down), size
        across, height = across + size.width() + between, max(height, size.height())


def flow_height(placed: Iterable[tuple[QPoint, QSize]]) -> int:
    """How high all lines are together."""
    return max((place.y() + size.height() for place, size in placed), default=0)
