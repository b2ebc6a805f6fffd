"""Fits the second look at passages: which kind each is, or no claim."""

from collections.abc import Iterator, Sequence
from typing import Any

from scoring import alike, pairs

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues import cues_of
from claimdesk.services.detection.model import kinds
from claimdesk.services.detection.model.choice import cut
from claimdesk.services.detection.model.features import features_of
from claimdesk.services.detection.model.weights import Weights
from claimdesk.services.detection.reading import Reader
from training import classes
from training.corpus import Annotated

PENALTY, RAREST = 20.0, 3
ANSWERS = [*(kind.value for kind in Kind), kinds.NONE]


def examples(annotated: Annotated, chain: Weights) -> Iterator[classes.Example]:
    """The passages that a chain cuts which has not learnt from this text, and what they are."""
    text = annotated.text
    seen: list[tuple[kinds.Traits, tuple[int, int]]] = []
    for sentence in Reader.of(text, annotated.language).all(text):
        cues = cues_of(sentence)
        features = features_of(sentence, cues)
        pieces = chain.pieces(features)
        choices = cut(sentence, pieces)
        depth = sentence.start / max(1, len(text))
        look = kinds.Seen(sentence, cues, features, pieces, chain.kinds, depth)
        for at, one in enumerate(choices):
            place = sentence.tokens[one.first].start, sentence.tokens[one.last].end
            seen.append((kinds.traits_of(look, choices, at), place))
    answers = pairs(annotated.spans, [(*place, 0, "") for _, place in seen], alike)
    for at, (traits, _) in enumerate(seen):
        listed = answers.get(at)
        answer = kinds.NONE if listed is None else annotated.spans[listed][3]
        yield traits, ANSWERS.index(answer)


def train(found: Sequence[classes.Example]) -> tuple[dict[str, Any], list[str], bytes]:
    """Weights as they are stored."""
    names, weights = classes.fit(found, len(ANSWERS), PENALTY, RAREST)
    return classes.packed({"answers": ANSWERS}, names, weights)
