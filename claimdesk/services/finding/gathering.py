"""What comes of one reading of a text, put together as it arrives; paragraphs that were read
before, in this text or another one, are not read again."""

import pickle
from collections import OrderedDict
from dataclasses import replace

from claimdesk.domain.recognition import Marker
from claimdesk.domain.remark import Remark
from claimdesk.domain.suggestion import Proposal, Suggestion
from claimdesk.services.finding.talk import Finished, FoundIn, Request

MOST = 5_000
"""Paragraphs that are remembered."""


class Known:
    """What was found in paragraphs, at offsets from their beginning; the latest ones are kept, as
    bytes: ten thousands of objects would hold up every thread whenever Python collects garbage."""

    def __init__(self) -> None:
        self._held: OrderedDict[bytes, bytes] = OrderedDict()

    def copy(self) -> dict[bytes, bytes]:
        """What is known now, by the paragraphs' keys."""
        return dict(self._held)

    def keep(self, key: bytes, suggestions: bytes) -> None:
        """Remember what was found in a paragraph, or that it was met again."""
        self._held[key] = suggestions
        self._held.move_to_end(key)
        while len(self._held) > MOST:
            self._held.popitem(last=False)


def _moved(suggestions: tuple[Suggestion, ...], by: int) -> tuple[Suggestion, ...]:
    return tuple(replace(one, start=one.start + by, end=one.end + by) for one in suggestions)


class Gathering:
    """One reading of a text."""

    def __init__(self, text: str, language: str, known: Known) -> None:
        self.text = text
        self.proposals: list[Proposal] = []
        self.remarks: tuple[Remark, ...] = ()
        self.until = 0
        """How far the text was read."""
        self.is_finished = False
        self._known, self._before = known, known.copy()
        self._language = language
        self._marker = Marker(text)

    @property
    def request(self) -> Request:
        """What the other process is asked."""
        return Request(self.text, self._language, frozenset(self._before))

    def take(self, answer: FoundIn | Finished) -> None:
        """Add what has arrived."""
        if isinstance(answer, Finished):
            self.remarks, self.until, self.is_finished = answer.remarks, len(self.text), True
            return
        if answer.suggestions is None:
            kept = self._before[answer.key]
            found = _moved(pickle.loads(kept), answer.start)
        else:
            kept = pickle.dumps(_moved(answer.suggestions, -answer.start))
            found = answer.suggestions
        self._known.keep(answer.key, kept)
        self.proposals += [self._marker(one) for one in found]
        self.until = answer.end
