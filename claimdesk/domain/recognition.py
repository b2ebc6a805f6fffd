"""How what the detector found is known again, in another run and in another revision: by what it
says and the words around it in its sentence, never by its place."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from claimdesk.domain.claim import Kind
from claimdesk.domain.remark import Remark
from claimdesk.domain.suggestion import Proposal, Suggestion

_REACH = 60
"""Characters on each side in which the words around are looked for."""
_AROUND = 3
"""Words on each side."""
_SHARED = 0.5
_SENTENCE_ENDS = re.compile(r"[.!?…:](?=\s|$)|\n")
_NO_WORD = re.compile(r"[^\w%€$£]+")


class Marker:
    """Gives the suggestions of a text their marks, in the text's order; where the same is said
    twice in the same words, the second one has a mark of its own."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._times: Counter[str] = Counter()

    def __call__(self, one: Suggestion) -> Proposal:
        """The suggestion under its mark."""
        around = _around(self._text, one.start, one.end)
        words = json.dumps([one.kind, _plain(one.quote), *around])
        self._times[words] += 1
        return Proposal(_digest(words, self._times[words]), one)


def remarks_known_by(remarks: Iterable[Remark]) -> Iterator[tuple[str, Remark]]:
    """The remarks of a text, each with its mark."""
    times: Counter[str] = Counter()
    for one in remarks:
        quotes = [_plain(quote) for quote in one.quotes]
        words = json.dumps(
            [one.kind, one.message.id, dict(one.message.arguments), quotes], sort_keys=True
        )
        times[words] += 1
        yield _digest(words, times[words]), one


def is_held(suggestion: Suggestion, claims: Sequence[tuple[int, int, Kind]]) -> bool:
    """Whether a claim (start, end, kind) states the passage already: one of its kind that shares
    half of the shorter one, or one that nobody gave a kind and that covers about the same."""
    for start, end, kind in claims:
        shared = min(end, suggestion.end) - max(start, suggestion.start)
        lengths = end - start, suggestion.end - suggestion.start
        if kind is suggestion.kind and shared >= _SHARED * min(lengths):
            return True
        if kind is Kind.OTHER and shared >= _SHARED * max(lengths):
            return True
    return False


def _digest(words: str, time: int) -> str:
    return hashlib.sha256(f"{words}\n{time}".encode()).hexdigest()


def _plain(words: str) -> str:
    """Words without what a correction of signs and spaces changes."""
    return " ".join(_NO_WORD.sub(" ", unicodedata.normalize("NFKC", words).casefold()).split())


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """A few words before and after, none beyond the sentence's ends."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    ends = list(_SENTENCE_ENDS.finditer(before))
    if ends:
        before = before[ends[-1].end() :]
    if found := _SENTENCE_ENDS.search(after):
        after = after[: found.start()]
    return (
        " ".join(_plain(before).split()[-_AROUND:]),
        " ".join(_plain(after).split()[:_AROUND]),
    )
