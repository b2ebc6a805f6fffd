"""Finds the claims of a text: sentences, cues, the model's cut, and what is known of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from claimdesk.domain.claim import Kind
from claimdesk.domain.remark import Remark
from claimdesk.domain.suggestion import Reason, ReasonKind, Suggestion
from claimdesk.services.detection.attribution import Speakers, covered
from claimdesk.services.detection.blocks import Block, BlockKind, blocks_of
from claimdesk.services.detection.checkable import not_checkable
from claimdesk.services.detection.cues import PASSES, Cue, cues_of
from claimdesk.services.detection.edges import after_dateline, within_text
from claimdesk.services.detection.language import language_of
from claimdesk.services.detection.measures import measures
from claimdesk.services.detection.model import kinds, weights
from claimdesk.services.detection.model.choice import ANY_KIND, SPARSE, THRESHOLD, cut
from claimdesk.services.detection.model.features import features_of
from claimdesk.services.detection.reading import Reader
from claimdesk.services.detection.remarks import remarks_of
from claimdesk.services.detection.resolve import by_rules
from claimdesk.services.detection.sentence import Sentence
from claimdesk.services.detection.statement import statement_of
from claimdesk.services.detection.topic import Topic
from claimdesk.services.detection.worth import GRAVE, Place, place_of, worth_of

LEAST, LEAST_ALONE, LEAST_GRAVE = 0.18, 0.25, 0.08
"""How likely the kind must be, that of a word by itself, that of what would hurt most."""
_TERSE = frozenset((Kind.QUANTITY, Kind.DATE, Kind.NAME_OFFICE, Kind.QUOTE))
"""Kinds that a word by itself often has."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is switched on: all of it, but for measuring what each part is worth."""

    model: bool = True
    passes: tuple[str, ...] = tuple(PASSES)
    events: bool = True
    threshold: float = THRESHOLD
    any_kind: float = ANY_KIND
    sparse: float = SPARSE
    """The threshold in clauses where nothing else is proposed."""
    second_look: bool = True
    least: float = LEAST
    """LEAST for the second look; a lower one sets that of what would hurt most, too."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What was found in one block of a text."""

    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Detection:
    """What was found in a text."""

    language: str
    sentences: tuple[tuple[int, int], ...]
    suggestions: tuple[Suggestion, ...]
    remarks: tuple[Remark, ...]


def detect(text: str, language: str | None = None, options: Options | None = None) -> Detection:
    """All that is found in a text; its language is told from its words unless given."""
    language = language or language_of(text)
    sentences: list[tuple[int, int]] = []
    suggestions: list[Suggestion] = []
    for paragraph in detect_paragraphs(text, language, options):
        sentences += paragraph.sentences
        suggestions += paragraph.suggestions
    return Detection(
        language, tuple(sentences), tuple(suggestions), tuple(remarks_of(text, language))
    )


def detect_paragraphs(
    text: str,
    language: str | None = None,
    options: Options | None = None,
    is_known: Callable[[str], bool] = lambda _words: False,
) -> Iterator[Paragraph]:
    """The same block by block, as they are read: whoever asks may stop at any time. Each value
    can be pickled, so that another process can do the work. A block whose words 'is_known' knows
    is only read, for the sake of those after it, and comes without suggestions."""
    detector = _Detector(text, language or language_of(text), options or Options())
    for number, block in enumerate(blocks_of(text)):
        known = is_known(text[block.start : block.end])
        yield detector.paragraph(block, number, known=known)


class _Cut(NamedTuple):
    """Tokens first to last (with it), their kind, and how sure that is."""

    first: int
    last: int
    kind: Kind
    sure: float


class _Detector:
    def __init__(self, text: str, language: str, options: Options) -> None:
        self._text, self._options = text, options
        self._reader = Reader.of(text, language)
        self._topic = Topic(text)
        self._rich = place_of(text, 0, 0).figures

    def paragraph(self, block: Block, number: int, *, known: bool = False) -> Paragraph:
        sentences = list(self._reader.sentences(self._text, block))
        found: list[Suggestion] = []
        self._topic.begin_block()
        for sentence, speaker in zip(sentences, Speakers().of_all(sentences), strict=True):
            place = Place(sentence.start / max(1, len(self._text)), number, self._rich)
            if not known:
                opens = sentence is sentences[0]
                told = list(self._suggestions(sentence, speaker, place, opens=opens))
                found += apart(told)
            self._topic.follow(sentence)
        spans = tuple((sentence.start, sentence.end) for sentence in sentences)
        return Paragraph(block.start, block.end, spans, tuple(found))

    def _suggestions(
        self, sentence: Sentence, speaker: str | None, place: Place, *, opens: bool
    ) -> Iterator[Suggestion]:
        options = self._options
        cues = cues_of(sentence, options.passes)
        begin = after_dateline(sentence) if opens else 0
        for choice in self._cut(sentence, cues, place):
            inner = within_text(sentence, choice.first, choice.last, opens=opens)
            if inner is None:
                continue
            first, last = inner
            kind, sure = choice.kind, choice.sure
            worth, more = worth_of(sentence, first, last, kind, place)
            if options.second_look and sure < self._least(kind, worth, last - first + 1):
                continue
            reasons = tuple(_reasons(sentence, cues, first, last, kind))
            statement = statement_of(sentence, first, last, kind, self._topic, begin=begin)
            yield Suggestion(
                sentence.tokens[first].start,
                sentence.tokens[last].end,
                sentence.between(first, last),
                statement.words,
                kind,
                worth,
                covered(sentence, first, last, speaker),
                tuple(one.figure for one in measures(sentence, first, last)),
                (*reasons, *more, *(Reason(ReasonKind.PUT_IN, it) for it in statement.put_in)),
                not_checkable(sentence, first, last, kind),
                round(sure, 3),
            )

    def _least(self, kind: Kind, worth: int, words: int) -> float:
        """How likely its kind must be for a passage to be proposed."""
        if words == 1 and kind not in _TERSE:
            return max(self._options.least, LEAST_ALONE)
        return min(self._options.least, LEAST_GRAVE) if worth == GRAVE else self._options.least

    def _cut(self, sentence: Sentence, cues: list[Cue], place: Place) -> Iterator[_Cut]:
        """The passages with their kinds, by the model or by rules alone."""
        options = self._options
        if not options.model:
            for cue in by_rules(sentence, cues, with_events=options.events):
                yield _Cut(cue.first, cue.last, cue.kind, 0.5)
            return
        model = weights.read()
        features = features_of(sentence, cues)
        pieces = model.pieces(features)
        choices = cut(sentence, pieces, options.threshold, options.any_kind, options.sparse)
        if options.second_look:
            seen = kinds.Seen(sentence, cues, features, pieces, model.kinds, place.depth)
            choices = list(kinds.read().again(seen, choices))
        for choice in choices:
            yield _Cut(choice.first, choice.last, Kind(model.kinds[choice.kind]), choice.sure)


def apart(found: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """With the passage before a statement that several share, but for the one that it begins
    with: each is ticked off by itself."""
    shared = Counter(one.statement for one in found)
    for one in found:
        begins = one.statement.casefold().startswith(one.quote.casefold())
        if shared[one.statement] == 1 or begins:
            yield one
        else:
            yield replace(one, statement=f"{one.quote}: {one.statement}")


_TELLING = frozenset(("figure", "date", "year", "time_of_day", "age", "quotation", "source"))
"""Reasons that count in a passage of another kind, too."""


def _reasons(
    sentence: Sentence, cues: Iterable[Cue], first: int, last: int, kind: Kind
) -> Iterator[Reason]:
    """The cues inside the passage, those of its kind first; else that people mark such ones."""
    inside = [
        cue
        for cue in cues
        if (cue.kind is kind or cue.reason in _TELLING) and _is_inside(cue, first, last)
    ]
    inside.sort(key=lambda cue: (cue.kind is not kind, cue.first))
    if not any(cue.kind is kind for cue in inside):
        yield Reason(ReasonKind.EVENT if kind is Kind.EVENT else ReasonKind.LEARNT)
    seen = set()
    for cue in inside:
        if cue.reason not in seen:
            seen.add(cue.reason)
            start, end = max(cue.first, first), min(cue.last, last)
            if cue.trigger is not None:
                start = end = cue.trigger
            yield Reason(ReasonKind(cue.reason), sentence.between(start, end))


def _is_inside(cue: Cue, first: int, last: int) -> bool:
    """Whether what the cue is about lies in the passage."""
    if cue.trigger is not None:
        return first <= cue.trigger <= last
    return 2 * (min(cue.last, last) - max(cue.first, first) + 1) > cue.last - cue.first + 1


__all__ = ["BlockKind", "Detection", "Options", "Paragraph", "detect", "detect_paragraphs"]
