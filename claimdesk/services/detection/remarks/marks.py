"""Quotation marks without their partner."""

from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import remark
from claimdesk.services.detection.sentence import Sentence

_SIGNS = frozenset('„“”»«"')


def marks(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Every paragraph opens and closes as often; a quotation of several paragraphs opens each."""
    paragraphs = _paragraphs(sentences)
    for number, paragraph in enumerate(paragraphs):
        text = paragraph[0].text
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and following[0].tokens[0].text in _SIGNS
        opened: tuple[int, Sentence] | None = None
        pairs = _Pairs(paragraph)
        for sentence in paragraph:
            for token in sentence.tokens:
                if token.text not in _SIGNS:
                    continue
                if pairs.opens(token.text, opened is not None):
                    if opened is not None:
                        yield _unclosed(*opened)
                    opened = (token.start, sentence)
                elif opened is None:
                    yield remark(
                        RemarkKind.QUOTATION_MARK,
                        "unopened",
                        text,
                        [(sentence.start, token.end)],
                    )
                else:
                    opened = None
        if opened is not None and not goes_on:
            yield _unclosed(*opened)


def _unclosed(start: int, sentence: Sentence) -> Remark:
    return remark(RemarkKind.QUOTATION_MARK, "unclosed", sentence.text, [(start, sentence.end)])


def _paragraphs(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in sentences:
        between = sentence.text[found[-1][-1].end : sentence.start] if found else "\n"
        if "\n" in between:
            found.append([])
        found[-1].append(sentence)
    return [paragraph for paragraph in found if paragraph[0].tokens]


class _Pairs:
    """Which signs open in a paragraph: „ and » in German, “ in English, « where it comes first."""

    def __init__(self, paragraph: Sequence[Sentence]) -> None:
        signs = {token.text for sentence in paragraph for token in sentence.tokens}
        self._german = "„" in signs or paragraph[0].language == "de"
        first = next(
            (token.text for sentence in paragraph for token in sentence.tokens
             if token.text in "»«"),
            "»",
        )  # fmt: skip
        self._arrow = first

    def opens(self, sign: str, is_open: bool) -> bool:
        if sign == '"':
            return not is_open
        if sign in "»«":
            return sign == self._arrow
        return sign == ("„" if self._german else "“")
