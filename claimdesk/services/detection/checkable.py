"""What cannot be checked: questions, opinions, predictions, wishes, notes to readers."""

import re

from claimdesk.domain.claim import Kind
from claimdesk.domain.suggestion import NotCheckable
from claimdesk.services.detection.blocks import BlockKind
from claimdesk.services.detection.sentence import Sentence

_HARD = frozenset((Kind.QUANTITY, Kind.DATE, Kind.NAME_OFFICE, Kind.QUOTE, Kind.ATTRIBUTION))
_SAID = frozenset((Kind.QUOTE, Kind.ATTRIBUTION))
_BEFORE_QUESTION, _CLOSING = (":", "„", "»", "“"), ("“", "”", "«")
_WHY = re.compile(r"\W*(?:(?:aber|und|doch|but|and|so)\s)?(?:warum|weshalb|wieso|why)\b", re.I)
_WISH = {
    "de": re.compile(r"\b(?:möge|hoffentlich|hoff(?:e|en|t)\b|wünsch\w+|sollte man)", re.I),
    "en": re.compile(r"\b(?:hopefully|i hope|we hope|wish(?:es)?|ought to|let us)\b", re.I),
}
_FUTURE = {
    "de": re.compile(r"\b(?:wird|werden|dürfte|dürften|könnte|könnten)\b.*\b\w+(?:en|ern|eln)\b"),
    "en": re.compile(r"\b(?:will|won['’]t|is going to|are going to|is likely to|may well)\b"),
}
_FAR = {
    "de": re.compile(r"\b(?:künftig|in zukunft|bald|irgendwann|eines tages|nie wieder|"
                     r"wird es .*nicht mehr geben|dürfte|dürften)\b", re.I),
    "en": re.compile(r"\b(?:in future|some day|one day|never again|eventually|soon)\b", re.I),
}  # fmt: skip
_SUPPOSED = {
    "de": re.compile(
        r"\b(?:wäre|wären|würde|würden|hätte|hätten|müsste|müssten|scheint|scheinen|"
        r"wohl|vielleicht|womöglich|vermutlich|möglicherweise)\b",
        re.I,
    ),
    "en": re.compile(r"\b(?:perhaps|maybe|would have|might have|as if)\b", re.I),
}
_JUDGED = {
    "de": re.compile(
        r"\b(?:leider|gottlob|schlimm|traurig|gefährlich|absurd|peinlich|mutig|feige|lächerlich|"
        r"wunderbar|schrecklich|unsinn|skandalös|hässlich|mit verlaub|man (?:kann|darf|muss|möchte|"
        r"sollte)|eigentlich|in wahrheit)\b",
        re.I,
    ),
    "en": re.compile(
        r"\b(?:unfortunately|sadly|absurd|brave|ridiculous|wonderful|terrible|shameful|unfair|"
        r"dangerous|foolish|one (?:can|must|should|might)|let's face it|of course)\b",
        re.I,
    ),
}


def not_checkable(sentence: Sentence, first: int, last: int, kind: Kind) -> NotCheckable | None:
    """The reason why a passage cannot be checked; None where it can."""
    if sentence.block is BlockKind.SERVICE:
        return NotCheckable.SERVICE
    if kind not in _SAID and _is_asked(sentence, first):
        return NotCheckable.QUESTION
    if kind in _HARD:
        return None
    words, language = sentence.words, sentence.language
    clause = _clause(sentence, first, last)
    soft = kind in (Kind.EVENT, Kind.OTHER, Kind.CAUSAL)
    told = {
        NotCheckable.WISH: _WISH[language].search(clause),
        NotCheckable.PREDICTION: soft
        and _FUTURE[language].search(clause)
        and _FAR[language].search(words),
        NotCheckable.SUPPOSITION: _SUPPOSED[language].search(clause),
        NotCheckable.OPINION: soft and _JUDGED[language].search(clause),
    }
    return next((reason for reason, holds in told.items() if holds), None)


def _is_asked(sentence: Sentence, first: int) -> bool:
    """Whether the passage lies in what a question asks: behind a colon or an opening mark, if
    there is one. Whoever asks why takes the rest for granted."""
    asked = sentence.words.rstrip("“”\"»«’').")
    if not asked.endswith("?"):
        return False
    begins = max(asked.rfind(sign) for sign in _BEFORE_QUESTION) + 1
    if any(asked.rfind(sign) > begins for sign in _CLOSING):
        begins = asked.rfind(":") + 1
    return sentence.tokens[first].start - sentence.start >= begins and not _WHY.match(asked, begins)


def _clause(sentence: Sentence, first: int, last: int) -> str:
    """The clauses that the passage stands in."""
    start, end = first, last
    while start and sentence.clauses[start - 1] == sentence.clauses[first]:
        start -= 1
    while end + 1 < len(sentence.tokens) and sentence.clauses[end + 1] == sentence.clauses[last]:
        end += 1
    return sentence.between(start, end)
