"""How far the checking of the text that is read is, sentence by sentence: of a long one made ready
on another thread."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from claimdesk.domain.coverage import Looked, Sentence, SentenceState
from claimdesk.i18n import _
from claimdesk.services.anchoring.sentences import Span, sentences
from claimdesk.services.coverage import counts, coverage
from claimdesk.store import queries
from claimdesk.store.queries import Read
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.models.sentences import SentenceRow
from claimdesk.ui.tasks import Task
from claimdesk.ui.views.manuscript.sentences import Stretches
from claimdesk.ui.when import moment

LONG = 60_000
"""How many characters are covered at once, and counted by the way."""
_LINE = re.compile(r"^[^\S\n]*\S", re.MULTILINE)

Maker = Callable[[Sequence[Sentence]], Stretches]


class Covered(NamedTuple):
    """All that is shown of it."""

    sentences: tuple[Sentence, ...]
    counts: Counter[SentenceState]
    unseen: list[SentenceRow]
    no_fact: list[SentenceRow]
    stretches: Stretches


class Covering(QObject):
    """Keeps the sentences of the revision that was turned to last."""

    made = Signal(object)
    """Covered: of a long text, a moment after it was asked for."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._task: Task | None = None
        self._revision: int | None = None
        self._language = ""
        self._spans: list[Span] | None = None
        self._text = ""

    def turn_to(self, revision: int, language: str) -> None:
        """From now on it is about this one."""
        if (revision, language) != (self._revision, self._language):
            self._revision, self._language = revision, language
            self._spans, self._task = None, None
            self._text = queries.revision(self._desk.read, revision).text

    @property
    def is_long(self) -> bool:
        """Whether the window would be held while it is made."""
        return len(self._text) > LONG

    @property
    def is_under_way(self) -> bool:
        """Whether it is being made."""
        return self._task is not None

    @property
    def spans(self) -> list[Span]:
        """The sentences, if need be cut now."""
        if self._spans is None:
            self._spans = sentences(self._text, self._language)
        return self._spans

    def sentences(self) -> tuple[Sentence, ...]:
        """Their states, as the desk holds them now."""
        assert self._revision is not None
        return _states(self._desk.read, self._revision, self.spans)

    def now(self, maker: Maker) -> Covered:
        """All of it, as the desk holds it now."""
        assert self._revision is not None
        return _covered(self._desk.read, self._revision, self._text, self.spans, maker)

    def begin(self, maker: Maker) -> None:
        """Make all of it anew; 'made' tells when it is there."""
        path, revision, text = self._desk.path, self._revision, self._text
        spans, language = self._spans, self._language
        assert revision is not None

        def work(_task: Task) -> tuple[list[Span], Covered]:
            cut = sentences(text, language) if spans is None else spans
            with Reader(path) as read:
                return cut, _covered(read, revision, text, cut, maker)

        task = self._task = Task(work, self)
        task.done.connect(lambda answer: self._arrived(task, answer))
        task.start()

    def _arrived(self, task: Task, answer: tuple[list[Span], Covered]) -> None:
        if task is self._task and self._desk.is_open:
            self._task = None
            self._spans, covered = answer
            self.made.emit(covered)


def _states(read: Read, revision: int, spans: Sequence[Span]) -> tuple[Sentence, ...]:
    claims = [(one.start, one.end, one.is_open) for one in queries.passages(read, revision)]
    return coverage(spans, claims, queries.looked(read, revision))


def _covered(read: Read, revision: int, text: str, spans: Sequence[Span], maker: Maker) -> Covered:
    held = _states(read, revision, spans)
    listed = _Listed(text, held, queries.looked(read, revision))
    return Covered(
        held,
        counts(held),
        listed.rows(SentenceState.NOT_LOOKED_AT),
        listed.rows(SentenceState.NO_FACT),
        maker(held),
    )


class _Listed:
    """Sentences as the panel lists them."""

    def __init__(self, text: str, held: Sequence[Sentence], said: Sequence[Looked]) -> None:
        self._text, self._held, self._said = text, held, said
        # So many lines with words begin before a place, so many paragraphs were counted there.
        self._lines = [found.start() for found in _LINE.finditer(text)]

    def rows(self, state: SentenceState) -> list[SentenceRow]:
        """Those in a state."""
        return [
            SentenceRow(number, " ".join(self._text[one.start : one.end].split()), self._below(one))
            for number, one in enumerate(self._held)
            if one.state is state
        ]

    def _below(self, one: Sentence) -> str:
        """Who said that it holds no fact, else where it stands."""
        if one.state is SentenceState.NO_FACT:
            held = (by for by in self._said if by.start < one.end and one.start < by.end)
            if (by := next(held, None)) is not None:
                return f"{by.person} · {moment(by.made_at)}"
        number = bisect_right(self._lines, one.start)
        return _("Paragraph {number}").format(number=number)
