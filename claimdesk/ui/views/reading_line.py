"""Below the head of a list that is being read: says so after a moment, and lets one leave."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

if TYPE_CHECKING:
    from claimdesk.ui.widgets.progress import ProgressLine


class ReadingLine:
    """Makes its line when there is first something to say: most lists are read at once."""

    def __init__(
        self,
        column: QVBoxLayout,
        place: int,
        words: str,
        leave: Callable[[], object],
        *,
        bar: bool = True,
    ) -> None:
        """To stand at a place of a column; 'leave' is called when somebody will not wait."""
        self._column, self._place = column, place
        self._words, self._leave, self._bar = words, leave, bar

    @cached_property
    def line(self) -> "ProgressLine":
        """The line itself."""
        from claimdesk.ui.widgets.progress import ProgressLine  # when first read

        line = ProgressLine(self._column.parentWidget(), bar=self._bar)
        line.setContentsMargins(14, 0, 0, 4)
        line.stopped.connect(self._leave)
        self._column.insertWidget(self._place, line)
        return line

    def show(self, done: int, all_: int) -> None:
        """So much is read, of so much as far as that is known; (0, 0) once that is over."""
        if done or all_:
            self.line.tell(self._words, done / all_ if all_ else 0.0)
        elif "line" in self.__dict__:
            self.line.end()
