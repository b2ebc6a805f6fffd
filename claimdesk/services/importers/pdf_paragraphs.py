"""Lines of a PDF to paragraphs: what was broken for the page's sake is made whole."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from statistics import median

from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.draft import Draft
from claimdesk.services.importers.kinds import ends_a_sentence
from claimdesk.services.importers.lines import is_item
from claimdesk.services.importers.pdf_layout import Segment

_HYPHENS = "-\u2010\u00ad"
_WORD_END = re.compile(r"[^\W\d_]+[-\u2010\u00ad]\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*\Z")
_AND = re.compile(r"(?:und|oder|bzw\.?|sowie|bis|and|or|to)\b")
_LARGER = 1.15
"""From which size on, against the body's, a line is a headline."""
_WIDER = 1.3
"""From which distance on, against the usual one, a line begins a paragraph."""


class _Step(Enum):
    """How a line follows the one before it."""

    PARAGRAPH = 1
    LINE = 2
    WORD = 3


@dataclass(frozen=True, slots=True)
class _Measures:
    """What is usual in a document."""

    body: float
    """The size of most of its characters."""
    leading: float
    """How far apart its lines stand."""
    spaced: bool
    """Whether paragraphs stand apart, so that a line that only ends early ends none."""
    words: Counter[str]
    """The words with hyphens inside of lines: where they stand so, they are so."""


def write_lines(draft: Draft, pages: Sequence[Sequence[Segment]]) -> None:
    """Write the lines of all pages as paragraphs."""
    lines = [line for page in pages for line in page if line.text.strip()]
    measures = _measure(lines)
    last: Segment | None = None
    for line in lines:
        step = _step(last, line, measures) if last else _Step.PARAGRAPH
        if last is None or step is _Step.PARAGRAPH:
            draft.begin(*_kind(line, measures.body, is_first=last is None))
            _write(draft, line, line.text)
        elif step is _Step.LINE:
            draft.line()
            _write(draft, line, line.text)
        else:
            _go_on(draft, last, line, measures.words)
        last = line
    draft.end()


def _measure(lines: Sequence[Segment]) -> _Measures:
    body = _body_size(lines)
    leading = _leading(lines, body)
    ends = [
        last.middle - line.middle > _WIDER * leading
        for last, line in pairwise(lines)
        if last.column == line.column
        and line.middle < last.middle
        and abs(last.size - line.size) < 0.6
        and ends_a_sentence(last.text.rstrip())
        and _is_short(last, line)
    ]
    return _Measures(body, leading, spaced=sum(ends) * 2 > len(ends), words=_words(lines))


def _body_size(lines: Sequence[Segment]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _leading(lines: Sequence[Segment], body: float) -> float:
    """How far apart the body's lines usually stand."""
    distances = [
        before.middle - after.middle
        for before, after in pairwise(lines)
        if before.column == after.column
        and abs(before.size - body) < 0.6
        and abs(after.size - body) < 0.6
        and 0 < before.middle - after.middle < 4 * before.height
    ]
    return median(distances) if distances else body * 1.2


def _words(lines: Sequence[Segment]) -> Counter[str]:
    return Counter(
        word.lower()
        for line in lines
        for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+", line.text.rstrip()[:-1])
    )


def _kind(line: Segment, body: float, *, is_first: bool) -> tuple[BlockKind, int]:
    if line.size >= body * _LARGER:
        return BlockKind.HEADING, 1 if is_first or line.size >= body * 1.6 else 2
    if is_item(line.text):
        return BlockKind.LIST_ITEM, 1
    return BlockKind.PARAGRAPH, 0


def _step(last: Segment, line: Segment, measures: _Measures) -> _Step:
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size):
        return _Step.PARAGRAPH
    if last.column != line.column or line.middle >= last.middle:
        return _Step.PARAGRAPH if _begins_elsewhere(last, line) else _Step.WORD
    if _is_far(last, line, measures) or _is_indented(last, line):
        return _Step.PARAGRAPH
    if line.size >= measures.body * _LARGER or not _is_ended(last, line):
        return _Step.WORD
    return _Step.LINE if measures.spaced else _Step.PARAGRAPH


def _is_ended(last: Segment, line: Segment) -> bool:
    """Whether a line ends early, so that somebody meant it to end there."""
    is_short = _is_short(last, line)
    if is_item(line.text):
        return is_short or ends_a_sentence(last.text.rstrip())
    return is_short and not _is_broken(last, line)


def _is_far(last: Segment, line: Segment, measures: _Measures) -> bool:
    distance = last.middle - line.middle
    scale = max(1.0, line.size / measures.body)
    return distance > _WIDER * measures.leading * scale


def _is_indented(last: Segment, line: Segment) -> bool:
    indent = line.left - line.column[0]
    return indent > 0.7 * line.size and last.left - last.column[0] < 0.5 * indent


def _begins_elsewhere(last: Segment, line: Segment) -> bool:
    """The same across columns and pages: a full line there goes on here."""
    if _is_broken(last, line):
        return False
    if is_item(line.text) or line.left - line.column[0] > 0.7 * line.size:
        return True
    return _is_short(last, line)


def _is_broken(last: Segment, line: Segment) -> bool:
    """Whether the words themselves say that a sentence goes on."""
    words = last.text.rstrip()
    goes_on = line.text.lstrip()[:1].islower()
    return goes_on and not ends_a_sentence(words)


def _is_short(last: Segment, line: Segment) -> bool:
    """Whether the first word of a line would have fitted on the one before."""
    first = line.text.strip().split(" ", 1)[0]
    if not line.text.strip():
        return False
    width = (line.right - line.left) / max(1, len(line.text.strip()))
    return last.right + (len(first) + 1.5) * width < last.column[1]


def _go_on(draft: Draft, last: Segment, line: Segment, words: Counter[str]) -> None:
    """Write a line that goes on in a paragraph, with or without blank and hyphen."""
    before, after = last.text.rstrip(), line.text.lstrip()
    if _ADDRESS.search(before) and (before[-1] in "/-_." or "/" in after.split(" ", 1)[0]):
        _write(draft, line, after)
        return
    if before[-1:] not in _HYPHENS or not _WORD_END.search(before) or _AND.match(after):
        draft.write(" ")
    elif after[:1].islower() and not _has_hyphen(before, after, words):
        draft.take_back(1)
    _write(draft, line, after)


def _has_hyphen(before: str, after: str, words: Counter[str]) -> bool:
    """Whether the word is spelt with its hyphen elsewhere in the text."""
    start = re.search(r"[\w-]+\Z", before)
    end = re.match(r"[\w-]+", after)
    return bool(start and end) and words[f"{start[0]}{end[0]}".lower()] > 0  # type: ignore[index]


def _write(draft: Draft, line: Segment, text: str) -> None:
    shift = len(line.text) - len(text)
    begin = draft.place
    draft.write(text.rstrip())
    for first, last, address in line.links:
        draft.link_range(
            begin + max(0, first - shift), begin + min(last - shift, len(text.rstrip())), address
        )
