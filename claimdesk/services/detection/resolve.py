"""Which cues stand where several want the same words."""

from collections.abc import Iterable, Sequence

from claimdesk.services.detection.cues.cue import Cue
from claimdesk.services.detection.events import events
from claimdesk.services.detection.sentence import Sentence

_ORDER = (
    "quotation", "date", "time_of_day", "year", "duration", "age", "figure", "superlative",
    "source", "name_with_office", "cause", "comparison", "rule", "verb_of_saying", "where",
    "institution", "vague_quantity", "law", "place", "past", "name", "event",
)  # fmt: skip


def by_rules(sentence: Sentence, cues: Sequence[Cue], *, with_events: bool = True) -> list[Cue]:
    """The cues that stand, in order; then one event a clause on words that are left."""
    taken = [False] * len(sentence.tokens)
    found = _standing(sorted(cues, key=lambda cue: _ORDER.index(cue.reason)), taken)
    if with_events:
        found += events(sentence, taken)
    return sorted(found, key=lambda cue: cue.first)


def _standing(cues: Iterable[Cue], taken: list[bool]) -> list[Cue]:
    found = []
    for cue in cues:
        places = range(cue.first, cue.last + 1)
        if sum(taken[place] for place in places) * 2 > len(places):
            continue
        free = _free_part(cue, taken) if any(taken[place] for place in places) else cue
        for place in range(free.first, free.last + 1):
            taken[place] = True
        found.append(free)
    return found


def _free_part(cue: Cue, taken: Sequence[bool]) -> Cue:
    """The longest run of its words that nobody has taken."""
    best, start = (0, cue.first), None
    for place in range(cue.first, cue.last + 2):
        free = place <= cue.last and not taken[place]
        if free and start is None:
            start = place
        elif not free and start is not None:
            best, start = max(best, (place - start, start)), None
    return Cue(best[1], best[1] + best[0] - 1, cue.kind, cue.reason, cue.trigger)
