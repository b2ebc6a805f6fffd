"""Train the detector's shipped weights anew. Every third text is left out: those only measure.

    pip install numpy scipy
    python tests/benchmarks/train.py [--penalty P] [--rounds N]

It learns from the annotated texts in tests/data. The same texts give the same weights.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from training import classes, kinds, worth
from training.corpus import Annotated, labels, marked, texts
from training.fit import Fit

from claimdesk.domain.claim import Kind
from claimdesk.services.detection.cues import cues_of
from claimdesk.services.detection.model import kinds as look
from claimdesk.services.detection.model import table, weights
from claimdesk.services.detection.model.features import Group, features_of
from claimdesk.services.detection.reading import Reader

DATA = Path(__file__).parent.parent / "data"
PENALTY, ROUNDS, FOLDS = 3.0, 150, 4


def main() -> None:
    """Read the corpus, fit, write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    every = (*texts(DATA / "corpus"), *marked(DATA / "articles"))
    learnt = [text for text in every if not text.is_kept_aside]
    table.write(*train(learnt, given.penalty, given.rounds), weights.FILE)
    table.write(*kinds.train(unseen(learnt, given.penalty, given.rounds)), look.FILE)
    worth.write(worth.train(learnt))


def unseen(learnt: list[Annotated], penalty: float, rounds: int) -> list[classes.Example]:
    """What chains cut in the texts that they have not learnt from: each leaves some out."""
    found: list[classes.Example] = []
    for fold in range(FOLDS):
        rest = [text for at, text in enumerate(learnt) if at % FOLDS != fold]
        chain = weights.Weights(table.Table(*train(rest, penalty, rounds)))
        for text in learnt[fold::FOLDS]:
            found += kinds.examples(text, chain)
    return found


def names_of(features: list[list[Group]]) -> list[list[str]]:
    """The names in all groups of each token."""
    return [[name for group in groups for name in group] for groups in features]


def train(
    learnt: list[Annotated], penalty: float = PENALTY, rounds: int = ROUNDS
) -> tuple[dict[str, Any], list[str], bytes]:
    """The chain's weights as they are stored."""
    features, answers = [], []
    for annotated in learnt:
        sentences = list(Reader.of(annotated.text, annotated.language).all(annotated.text))
        features += [names_of(features_of(sentence, cues_of(sentence))) for sentence in sentences]
        answers += labels(sentences, annotated)
    fit = Fit([kind.value for kind in Kind], features, answers)
    found, steps, start = fit.run(penalty, rounds)
    head = {
        "kinds": fit.kinds,
        "start": [round(float(value), 4) for value in start],
        "steps": [[round(float(value), 4) for value in row] for row in steps],
    }
    return classes.packed(head, fit.names, found)


if __name__ == "__main__":
    main()
