"""How far a long edit has come, and whether somebody wants it to end: both are looked at between
portions of its rows. Until it is committed a stop leaves the desk as it was.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from claimdesk.domain.errors import Stopped

BATCH = 500
"""How many ids one statement names."""
TOLD_EVERY = 0.05
"""Seconds."""

_T = TypeVar("_T")


class Pace:
    """Tells shares of the whole, from 0 to 1, that only grow. One that is made of nothing tells
    nobody and never stops."""

    def __init__(
        self,
        tell: Callable[[float], None] = lambda _share: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._tell, self._stopped = tell, stopped
        self._start, self._length = 0.0, 1.0
        self._share = 0.0
        self._due = time.monotonic() + TOLD_EVERY

    @property
    def is_stopped(self) -> bool:
        """Whether somebody wants it to end."""
        return self._stopped()

    def check(self) -> None:
        """Raise Stopped where somebody wants it to end."""
        if self._stopped():
            raise Stopped

    @contextmanager
    def within(self, first: float, last: float) -> Iterator[None]:
        """What is done inside the block is this part of what is being done outside it."""
        held = self._start, self._length
        self._start, self._length = held[0] + held[1] * first, held[1] * (last - first)
        try:
            yield
            self._come_to(1.0)
        finally:
            self._start, self._length = held

    def parts(self, items: Sequence[_T]) -> Iterator[_T]:
        """Items one by one; what is done with each is an equal part of the whole."""
        for place, item in enumerate(items):
            with self.within(place / len(items), (place + 1) / len(items)):
                yield item

    def through(self, items: Sequence[_T], size: int = BATCH) -> Iterator[Sequence[_T]]:
        """Items in portions that one statement can name."""
        for start in range(0, len(items), size):
            self.check()
            yield items[start : start + size]
            if len(items) > size:  # a few are no step
                self._come_to((start + size) / len(items))

    def each(self, items: Iterable[_T], count: int) -> Iterator[_T]:
        """Items one by one, 'count' in all."""
        for place, item in enumerate(items):
            if place % BATCH == 0:
                self.check()
                self._come_to(place / count)
            yield item

    def _come_to(self, part: float) -> None:
        share = self._start + self._length * min(part, 1.0)
        if share > self._share and time.monotonic() >= self._due:
            self._share, self._due = share, time.monotonic() + TOLD_EVERY
            self._tell(share)
