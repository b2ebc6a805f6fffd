"""In which order the lines of a page are read: columns, headlines across them, nothing that each
page repeats."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

_Edge = tuple[bool, str, int]
"""Whether it is a head, its words with figures made alike, its size: a headline is no head."""

_DIGITS = re.compile(r"\d+")
_EDGE = 0.09
"""Which share of a page's height is its head or foot."""
_FEWEST = 3
"""How many lines a column has at least."""
_MOST = 3_000
"""More pieces than that on a page are no columns of an article but a drawing."""
_CROSSING = 0.34
"""Which share of the lines may run across two columns: headlines, pictures' captions."""


@dataclass(slots=True)
class Segment:
    """Words that stand on one line of one column; places in points from the page's bottom left."""

    text: str = ""
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    size: float = 0.0
    solid_right: float = 0.0
    edges: list[float] = field(default_factory=list)
    """The middle of each character."""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    column: tuple[float, float] = (0.0, 0.0)
    """Left and right edge of the column that it stands in."""

    @property
    def height(self) -> float:
        """How high its line is."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """Where its line stands."""
        return (self.top + self.bottom) / 2

    def begin(self, bottom: float, top: float, size: float) -> None:
        """Its first character stands here."""
        self.bottom, self.top, self.size = bottom, top, size

    def add(self, char: str, left: float, right: float) -> None:
        """One more character."""
        if not self.text:
            self.left = self.solid_right = left
        self.text += char
        self.edges.append((left + right) / 2)
        if char != " ":
            self.left = min(self.left, left)
            self.right = self.solid_right = max(self.solid_right, right)

    def link(self, left: float, right: float, address: str) -> None:
        """The characters between these places lead to an address."""
        first, last = bisect_left(self.edges, left), bisect_left(self.edges, right)
        if first < last and self.text[first:last].strip():
            self.links.append((first, last, address))

    def join(self, other: "Segment") -> None:
        """Add what stands to the right of it on the same line."""
        gap = other.left - self.right
        if gap > 0.12 * self.height and not self.text.endswith(" "):
            self.text += " "
            self.edges.append(self.right)
        shift = len(self.text)
        self.text += other.text
        self.edges += other.edges
        self.links += [(first + shift, last + shift, name) for first, last, name in other.links]
        self.right = self.solid_right = max(self.right, other.right)
        self.bottom, self.top = min(self.bottom, other.bottom), max(self.top, other.top)


def without_furniture(pages: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """The pages without running heads, feet and page numbers."""
    seen: Counter[_Edge] = Counter()
    edges = [_edge_lines(page) for page in pages]
    for found in edges:
        seen.update({key for key, _segment in found})
    wanted = max(2, (len(pages) + 1) // 2)
    kept = []
    for page, found in zip(pages, edges, strict=True):
        repeated = {
            id(segment)
            for key, segment in found
            if seen[key] >= wanted or key[1] in ("#", "- # -", "– # –")
        }
        kept.append([segment for segment in page if id(segment) not in repeated])
    return kept


def _edge_lines(page: Sequence[Segment]) -> list[tuple[_Edge, Segment]]:
    """What stands in a page's head or foot, with figures made alike."""
    if len(page) < 2:
        return []
    top, bottom = max(one.top for one in page), min(one.bottom for one in page)
    share = (top - bottom) * _EDGE
    return [
        ((one.middle > top - share, _DIGITS.sub("#", one.text.strip()), round(one.size)), one)
        for one in page
        if one.middle > top - share or one.middle < bottom + share
    ]


def ordered(segments: Sequence[Segment]) -> list[Segment]:
    """Whole lines in the order that a reader takes them."""
    return _ordered(list(segments), 0)


def _ordered(segments: list[Segment], depth: int) -> list[Segment]:
    gutter = _gutter(segments) if depth < 6 else None
    if gutter is None:
        return _lines(segments)
    crossing = [one for one in segments if one.left < gutter < one.right]
    crossing.sort(key=lambda one: -one.middle)
    rest = [one for one in segments if not one.left < gutter < one.right]
    done: list[Segment] = []
    for wide in crossing:
        above = [one for one in rest if one.middle > wide.middle]
        rest = [one for one in rest if one.middle <= wide.middle]
        done += _columns(above, gutter, depth)
        done += _lines([wide])
    return done + _columns(rest, gutter, depth)


def _columns(segments: Sequence[Segment], gutter: float, depth: int) -> list[Segment]:
    left = [one for one in segments if one.right <= gutter]
    right = [one for one in segments if one.right > gutter]
    return _ordered(left, depth + 1) + _ordered(right, depth + 1)


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Where two columns part; None where there is one column only."""
    if not 2 * _FEWEST <= len(segments) <= _MOST:
        return None
    height = sorted(one.height for one in segments)[len(segments) // 2]
    lefts, rights = sorted(one.left for one in segments), sorted(one.right for one in segments)
    best: tuple[int, float, float] | None = None
    for edge in dict.fromkeys(round(left, 1) for left in lefts):
        place = edge - 0.35 * height
        starts_right = len(lefts) - bisect_left(lefts, place)
        ends_left = bisect_left(rights, place)
        crossing = len(segments) - starts_right - ends_left
        if min(starts_right, ends_left) < _FEWEST or crossing > _CROSSING * len(segments):
            continue
        gap = edge - rights[ends_left - 1]
        if gap < 0.5 * height or not _side_by_side(segments, place):
            continue
        if best is None or (crossing, -gap) < best[:2]:
            best = (crossing, -gap, edge - gap / 2)
    return best[2] if best else None


def _side_by_side(segments: Sequence[Segment], place: float) -> bool:
    """Whether lines left and right of a place stand beside each other, a good many of them."""
    left = sorted(one.middle for one in segments if one.right <= place)
    right = [one for one in segments if one.left >= place]
    beside = sum(
        bisect_left(left, one.top + one.height) > bisect_left(left, one.bottom - one.height)
        for one in right
    )
    return beside >= _FEWEST and 2 * beside >= min(len(left), len(right))


def _lines(segments: Sequence[Segment]) -> list[Segment]:
    """Segments from top to bottom, those on one line as one; each knows its column's edges."""
    lines: list[Segment] = []
    for one in sorted(segments, key=lambda one: (-one.middle, one.left)):
        last = lines[-1] if lines else None
        if last and abs(last.middle - one.middle) < 0.45 * min(last.height, one.height):
            _join_on_line(lines, one)
        else:
            lines.append(one)
    if lines:
        column = (min(one.left for one in lines), max(one.right for one in lines))
        for one in lines:
            one.column = column
    return lines


def _join_on_line(lines: list[Segment], one: Segment) -> None:
    last = lines[-1]
    if one.left >= last.left:
        last.join(one)
    else:
        one.join(last)
        lines[-1] = one
