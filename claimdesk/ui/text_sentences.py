"""The text that is read, cut into its sentences: a long one on another thread."""

from PySide6.QtCore import QObject, Signal

from claimdesk.services.anchoring.sentences import Span, sentences
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.tasks import Task

LONG = 60_000
"""How many characters are cut at once, and counted by the way."""


class TextSentences(QObject):
    """Keeps those of the revision that was asked for last."""

    cut = Signal()
    """A long text is cut."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._revision: int | None = None
        self._spans: list[Span] | None = None
        self.text = ""

    def of(self, revision: int, language: str) -> list[Span]:
        """The sentences of a revision, if need be at once."""
        self._turn_to(revision)
        if self._spans is None:
            self._spans = sentences(self.text, language)
        return self._spans

    def are_there(self, revision: int, language: str) -> bool:
        """Whether they need no waiting; where they do, they are cut, and 'cut' tells of it."""
        self._turn_to(revision)
        if self._spans is not None or len(self.text) <= LONG:
            return True
        if self._task is None:
            text = self.text
            self._task = task = Task(lambda _task: (text, sentences(text, language)), self)
            task.done.connect(self._on_cut)
            task.start()
        return False

    def _turn_to(self, revision: int) -> None:
        if revision != self._revision:
            self._revision, self._spans, self._task = revision, None, None
            self.text = queries.revision(self._desk.read, revision).text

    def _on_cut(self, answer: tuple[str, list[Span]]) -> None:
        text, spans = answer
        if text is self.text and self._spans is None:
            self._task, self._spans = None, spans
            self.cut.emit()
