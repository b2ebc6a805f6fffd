"""How what the detector found is known again, in another run and in another revision: by what it
says and the words around it in its sentence, never by its place."""

import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from claimdesk.domain.claim import Kind
from claimdesk.domain.remark import Remark
from claimdesk.domain.suggestion import Proposal, Suggestion

_REACH = 60
"""Characters on each side in which the words around are looked for."""
_AROUND = 3
"""Words on each side."""
_SHARED = 0.5
_FAR = 512
"""Characters of a stretch in which passages are looked for."""
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
        words = json.dumps([one.kind, plain_words(one.quote), *around])
        self._times[words] += 1
        return Proposal(_digest(words, self._times[words]), one)


def remarks_known_by(remarks: Iterable[Remark]) -> Iterator[tuple[str, Remark]]:
    """The remarks of a text, each with its mark."""
    times: Counter[str] = Counter()
    for one in remarks:
        quotes = [plain_words(quote) for quote in one.quotes]
        words = json.dumps(
            [one.kind, one.message.id, dict(one.message.arguments), quotes], sort_keys=True
        )
        times[words] += 1
        yield _digest(words, times[words]), one


class Taken:
    """What of a text is in no need of suggestions: passages that claims (start, end, kind) state
    already, and ranges that somebody said hold no fact or are no part of the article."""

    def __init__(
        self,
        claims: Iterable[tuple[int, int, Kind]] = (),
        looked: Iterable[tuple[int, int]] = (),
    ) -> None:
        self._claims: dict[int, list[tuple[int, int, Kind]]] = defaultdict(list)
        for claim in claims:
            for stretch in _stretches(claim[0], claim[1]):
                self._claims[stretch].append(claim)
        self._looked: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for span in looked:
            for stretch in _stretches(*span):
                self._looked[stretch].append(span)

    def holds(self, one: Suggestion) -> bool:
        """Whether a suggestion would say nothing new: a claim of its kind shares half of the
        shorter passage; or one that nobody gave a kind covers about the same."""
        if any(start <= one.start < end for start, end in self._looked.get(one.start // _FAR, ())):
            return True
        for stretch in _stretches(one.start, one.end):
            for start, end, kind in self._claims.get(stretch, ()):
                shared = min(end, one.end) - max(start, one.start)
                lengths = end - start, one.end - one.start
                if kind is one.kind and shared >= _SHARED * min(lengths):
                    return True
                if kind is Kind.OTHER and shared >= _SHARED * max(lengths):
                    return True
        return False


def _stretches(start: int, end: int) -> range:
    return range(start // _FAR, (end - 1) // _FAR + 1)


def _digest(words: str, time: int) -> str:
    return hashlib.sha256(f"{words}\n{time}".encode()).hexdigest()


def plain_words(words: str) -> str:
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
        " ".join(plain_words(before).split()[-_AROUND:]),
        " ".join(plain_words(after).split()[:_AROUND]),
    )
