"""A number that is a name, with its digits turned round: 'Artikel 62' and later 'Artikel 26'."""

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


def labels(sentences: Sequence[Sentence]) -> Iterator[Remark]:
    """Pairs of such numbers under one word, with the same digits in another order."""
    if not sentences:
        return
    text = sentences[0].text
    met: dict[tuple[str, str], re.Match[str]] = {}
    for found in _LABELLED.finditer(text):
        label = found[1].removesuffix("s")
        key = label, "".join(sorted(found[2]))
        before = met.setdefault(key, found)
        if before[2] != found[2]:
            met[key] = found
            yield remark(
                RemarkKind.QUANTITY_DIFFERS,
                "quantities",
                text,
                [before.span(), found.span()],
                what=label,
                one=before[2],
                other=found[2],
            )
