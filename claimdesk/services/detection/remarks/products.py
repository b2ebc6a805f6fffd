"""So many at so much each, and a total that is not their product."""

import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.counted import Counted, counted
from claimdesk.services.detection.remarks.making import plain, remark, span
from claimdesk.services.detection.sentence import Sentence

_EACH = re.compile(
    r"\b(?:je|jeweils|pro Stück|das Stück|à|stückpreis|einzelpreis|each|apiece|per unit)\b", re.I
)
_TOTAL = re.compile(
    r"\b(?:zusammen|insgesamt|in summe|macht|ergibt|gesamtpreis|total|altogether|in all|"
    r"comes to|adds up to)\b",
    re.I,
)
_CLOSE, _BEHIND, _ROUNDED, _ANOTHER = 4, 3, 0.015, 0.4


def products(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Three figures of one sentence: a number, a price for one, the total."""
    for sentence in sentences:
        figures = [one for one in counted(sentence) if not one.is_share and not one.rough]
        each = [one for one in figures if _is_told(sentence, one, _EACH)]
        total = [one for one in figures if _is_told(sentence, one, _TOTAL) and one not in each]
        numbers = [one for one in figures if one not in (*each, *total) and not one.unit]
        if len(each) != 1 or len(total) != 1 or len(numbers) != 1:
            continue
        (price,), (sum_,), (number,) = each, total, numbers
        right = number.value * price.value
        off = abs(right - sum_.value) / max(right, sum_.value, 1)
        if not _ROUNDED < off < _ANOTHER or not number.value.is_integer():
            continue
        yield remark(
            RemarkKind.SUM,
            "product",
            sentence.text,
            sorted(span(sentence, one.first, one.last) for one in (number, price, sum_)),
            sum=" × ".join(plain(one.value, sentence.language) for one in (number, price)),
            right=plain(right, sentence.language),
            written=plain(sum_.value, sentence.language),
        )


def _is_told(sentence: Sentence, one: Counted, words: re.Pattern[str]) -> bool:
    """Whether such a word stands close to the figure, with no sign between."""
    before: list[str] = []
    after: list[str] = []
    for token in reversed(sentence.tokens[max(0, one.first - _CLOSE) : one.first]):
        if not token.is_word:
            break
        before.insert(0, token.text)
    for token in sentence.tokens[one.last + 1 : one.last + _BEHIND]:
        if not token.is_word:
            break
        after.append(token.text)
    return any(words.search(" ".join(side)) is not None for side in (before, after))
