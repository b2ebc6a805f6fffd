"""The first words of a quotation."""

from collections.abc import Iterator

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.sentence import Sentence

_LONGEST = 6


def quotations(sentence: Sentence) -> Iterator[Cue]:
    """Each quotation from its opening mark to the first pause, at most six words."""
    for at, age in enumerate(sentence.quoted):
        if age != 1:
            continue
        last = at
        for place in range(at + 1, min(len(sentence.tokens), at + _LONGEST + 1)):
            if not sentence.quoted[place] or sentence.tokens[place].text in ",;:.–!?":
                break
            last = place
        if last > at:
            yield Cue(at, last, Kind.QUOTE, "quotation")
