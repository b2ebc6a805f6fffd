"""Digits turned round: 'Artikel 62' and later 'Artikel 26', '38 Liter' and '83 Liter'."""

import re
from collections.abc import Iterator, Sequence

from claimdesk.domain.remark import Remark, RemarkKind
from claimdesk.services.detection.remarks.making import remark
from claimdesk.services.detection.sentence import Sentence

_LABELLED = re.compile(
    r"\b(Artikel|Artikels|Paragraf|Paragraph|§|Absatz|Kapitel|Linie|Bus|Zimmer|Saal|Raum|Gleis|"
    r"Block|Station|Bundesstraße|Autobahn|Hausnummer|Nummer|Flug|Section|Article|Chapter|Line|"
    r"Room|Platform|Route|Flight|Number|Resolution|Act)\s+(\d{2,5})\b"
)


_MEASURED = re.compile(
    r"\b(\d{2,5})\s+(Meter|Metern|Kilometer|Kilometern|Liter|Litern|Tonnen|Hektar|Grad|Kilogramm|"
    r"Quadratmeter|metres|kilometres|miles|litres|tonnes|hectares|acres|degrees|feet)\b"
)


def _measured(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for found in _LABELLED.finditer(text):
        yield found[1].removesuffix("s"), found[2], found.span()
    for found in _MEASURED.finditer(text):
        yield found[2].removesuffix("n"), found[1], found.span()


def labels(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Pairs of numbers with one word, of the same digits in another order."""
    if not sentences:
        return
    text = sentences[0].text
    met: dict[tuple[str, str], tuple[str, tuple[int, int]]] = {}
    for label, digits, place in _measured(text):
        key = label, "".join(sorted(digits))
        one, before = met.setdefault(key, (digits, place))
        if one != digits:
            met[key] = digits, place
            yield remark(
                RemarkKind.QUANTITY_DIFFERS,
                "quantities",
                text,
                [before, place],
                what=label,
                one=one,
                other=digits,
            )
