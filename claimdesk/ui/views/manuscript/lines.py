"""Breaks a long text into lines piece by piece, so that the window lives meanwhile.

Qt does so too, in steps that double up to 200,000 characters, and at once where somebody asks how
high the whole text is. A text that is not long is left to Qt.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextBlock, QTextDocument

LONG = 60_000
"""Characters whose lines are broken at once in a few milliseconds."""
STEP = 15_000


class Lines(QObject):
    """The lines of one document, which owns this."""

    broken = Signal()
    """All lines of a long text are broken."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._format: Callable[[int, int], None] | None = None
        self._formatted = 0
        self._wanted: tuple[int, Callable[[], None]] | None = None
        self._steps = QTimer(self, interval=0)
        self._steps.timeout.connect(self._step)
        document.documentLayout().installEventFilter(self)

    def begin(self, format_piece: Callable[[int, int], None]) -> None:
        """Another text is there: what formats it between two positions. All of it, where the text
        is not long."""
        self._wanted = None
        self._formatted = min(self._end, STEP if self.is_long else self._end)
        format_piece(0, self._formatted)
        self._format = format_piece

    @property
    def is_long(self) -> bool:
        """Whether it is done piece by piece."""
        return self._end > LONG

    @property
    def are_broken(self) -> bool:
        """Whether all is done, or would be at once."""
        return not self.is_long or self._reaches(self._end)

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for a place."""
        return self._wanted is not None

    def when(self, position: int, do: Callable[[], None]) -> None:
        """Do something as soon as the lines up to a position are broken, at once where they are;
        what was to be done before is forgotten."""
        position = min(position, self._end)
        self._wanted = None
        if not self.is_long or self._reaches(position):
            do()
        else:
            self._wanted = position, do
            self._steps.start()

    def forget(self) -> None:
        """Nobody waits any longer."""
        self._wanted = None

    def eventFilter(self, _layout: QObject, event: QEvent) -> bool:
        """Qt would go on in steps of its own."""
        if event.type() is not QEvent.Type.Timer or self.are_broken:
            return False
        if not self._steps.isActive():
            self._steps.start()
        return True

    @property
    def _end(self) -> int:
        return self._document.characterCount() - 1

    def _reaches(self, position: int) -> bool:
        block = self._document.findBlock(position)
        formatted = self._formatted >= block.position() or self._formatted >= self._end
        return formatted and block.layout().lineCount() > 0

    def _step(self) -> None:
        until = min(self._end, self._first_unbroken().position() + STEP)
        if self._format is not None and self._formatted < until:
            self._format(self._formatted, until)
            self._formatted = until
        # Asking where a block stands breaks the lines up to it.
        self._document.documentLayout().blockBoundingRect(self._document.findBlock(until))
        if self._wanted is not None and self._reaches(self._wanted[0]):
            (_position, do), self._wanted = self._wanted, None
            do()
        if self.are_broken:
            self._steps.stop()
            self.broken.emit()

    def _first_unbroken(self) -> QTextBlock:
        """All before it are done."""
        low, high = 0, self._document.blockCount() - 1
        while low < high:
            middle = (low + high) // 2
            if self._document.findBlockByNumber(middle).layout().lineCount():
                low = middle + 1
            else:
                high = middle
        return self._document.findBlockByNumber(low)
