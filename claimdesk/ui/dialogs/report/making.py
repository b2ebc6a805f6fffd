"""The making of a report, off the window's threads: first to look at, then to hand over."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.dossier import Dossier
from claimdesk.services.apart import Apart
from claimdesk.services.exporters import preview
from claimdesk.services.exporters.formats import KNOWN
from claimdesk.services.exporters.options import Options
from claimdesk.services.exporters.preview import Made, Wish
from claimdesk.ui.tasks import ApartTask, Task

Read = Callable[[], tuple[Dossier, str]]
"""Gives the dossier, and the time that its report bears."""


class Making(QObject):
    """Reads the article once, so that what is seen is what is handed over. A wish without a time
    gets that of the reading."""

    read = Signal(object)
    """The Dossier is there."""
    piece = Signal(object)
    """One more of what the preview shows."""
    unseen = Signal(str)
    """One sentence: why there is no preview."""
    made = Signal(Made)
    """The whole report that was asked for."""
    failed = Signal(str)
    """One sentence: why there is none, and will be none."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.dossier: Dossier | None = None
        self._time = ""
        self._drawn: Wish | None = None
        self._whole: Made | None = None
        self._wanted: Callable[[], Wish] | None = None
        self._preview: ApartTask | None = None
        self._making: ApartTask | None = None

    def begin(self, read: Read) -> None:
        """Read the article."""
        task = Task(lambda _task: read(), self)
        task.done.connect(self._take)
        task.failed.connect(self._fail)
        task.start()

    def wish(self, form: str, language: str, options: Options) -> Wish:
        """What is to be made."""
        return Wish(form, language, self._time, options)

    def show(self, wish: Wish, dots: float) -> bool:
        """Begin to make the preview, at so many dots an inch; False where it is there already, or
        on its way."""
        drawn = replace(wish, form=KNOWN[wish.form].shown)
        if self.dossier is None or drawn == self._drawn:
            return False
        self._stop_preview()
        self._drawn = drawn
        task = ApartTask(Apart(preview.show, self.dossier, wish, dots), self)
        self._preview = task
        self._start(task, self._on_piece, self._on_no_preview)
        return True

    def show_none(self) -> None:
        """Stop what the preview is made of."""
        self._stop_preview()

    def known(self, wish: Wish) -> Made | None:
        """The whole report, where the preview has made it already."""
        return self._whole if wish == self._drawn else None

    def want(self, wish: Callable[[], Wish]) -> None:
        """Ask for the whole report; 'made' or 'failed' follows. Where the preview is made of the
        same, it is not made twice. The wish is asked for once the article is read."""
        self._wanted = wish
        if self.dossier is not None:
            self._go_on(self.dossier, wish())

    @property
    def is_wanted(self) -> bool:
        """Whether a whole report is awaited."""
        return self._wanted is not None

    def give_up(self) -> None:
        """Want it no longer."""
        self._wanted = None
        if self._making is not None:
            self._making.cancel()
            self._making = None

    def end(self) -> None:
        """Stop everything."""
        self.give_up()
        self._stop_preview()

    def _go_on(self, dossier: Dossier, wish: Wish) -> None:
        if wish == self._drawn:
            if (whole := self.known(wish)) is not None:
                self._deliver(whole)
            return
        task = ApartTask(Apart(preview.make, dossier, wish), self)
        self._making = task
        self._start(task, self._deliver, self._fail)

    def _start(
        self, task: ApartTask, came: Callable[[Any], object], failed: Callable[[str], object]
    ) -> None:
        """Let a task run, and hear it for as long as it is the one awaited."""

        def if_awaited(then: Callable[[Any], object], what: object) -> None:
            if task in (self._preview, self._making):
                then(what)

        task.came.connect(partial(if_awaited, came))
        task.failed.connect(partial(if_awaited, failed))
        task.start()

    def _take(self, read: tuple[Dossier, str]) -> None:
        self.dossier, self._time = read
        self.read.emit(self.dossier)
        if self._wanted is not None:
            self._go_on(self.dossier, self._wanted())

    def _on_piece(self, piece: object) -> None:
        self.piece.emit(piece)
        if isinstance(piece, Made):
            self._whole = piece
            if self._wanted is not None and self._wanted() == self._drawn:
                self._deliver(piece)

    def _on_no_preview(self, sentence: str) -> None:
        self._drawn = None
        self.unseen.emit(sentence)
        if self._wanted is not None and self._making is None:
            self._fail(sentence)

    def _deliver(self, whole: Made) -> None:
        self._wanted = self._making = None
        self.made.emit(whole)

    def _fail(self, sentence: str) -> None:
        self._wanted = self._making = None
        self.failed.emit(sentence)

    def _stop_preview(self) -> None:
        if self._preview is not None:
            self._preview.cancel()
            self._preview = None
        self._drawn = self._whole = None
