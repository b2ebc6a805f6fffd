"""Cues: passages that by their words hold a fact of a certain kind, each with its reason."""

from collections.abc import Iterable

from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.cues.dates import dates
from claimdesk.services.detection.cues.figures import figures
from claimdesk.services.detection.cues.names import names
from claimdesk.services.detection.cues.quotations import quotations
from claimdesk.services.detection.cues.signals import signals
from claimdesk.services.detection.sentence import Sentence

PASSES = {
    "dates": dates,
    "figures": figures,
    "names": names,
    "quotations": quotations,
    "signals": signals,
}
"""Each pass by its name; where two overlap, the earlier one stands."""


def cues_of(sentence: Sentence, passes: Iterable[str] = tuple(PASSES)) -> list[Cue]:
    """All cues of a sentence. Figures and dates take their words: no later pass says them again."""
    found: list[Cue] = []
    taken: set[int] = set()
    for name in passes:
        for cue in PASSES[name](sentence):
            if name == "figures" and any(at in taken for at in range(cue.first, cue.last + 1)):
                continue
            found.append(cue)
            if name == "dates":
                taken.update(range(cue.first, cue.last + 1))
    return found


__all__ = ["PASSES", "Cue", "cues_of"]
