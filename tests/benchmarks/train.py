"""Train the detector's shipped weights anew. Every third text is left out: those only measure.

    pip install numpy scipy
    python tests/benchmarks/train.py [--penalty P] [--rounds N]

It learns from the annotated texts in tests/data. The same texts give the same weights.
"""

import argparse
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
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
STYLE = "#"
SHAPES = re.compile(r"(t=|[or]\d|c[BI]|b$)")
Fitted = tuple[dict[str, Any], Any, Any]
"""Rows by name, steps, start."""


def main() -> None:
    """Read the corpus, fit, write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    every = (*texts(DATA / "corpus"), *marked(DATA / "articles"))
    learnt = [text for text in every if not text.is_kept_aside]
    fits, cut = in_turn(learnt, given.penalty, given.rounds)
    table.write(*average(fits), weights.FILE)
    table.write(*kinds.train(cut), look.FILE)
    worth.write(worth.train(learnt))


def in_turn(
    learnt: list[Annotated], penalty: float, rounds: int
) -> tuple[list[Fitted], list[classes.Example]]:
    """Chains that each leave some texts out, and what they cut in those."""
    fits: list[Fitted] = []
    cut: list[classes.Example] = []
    for fold in range(FOLDS):
        fits.append(
            fitted([t for at, t in enumerate(learnt) if at % FOLDS != fold], penalty, rounds)
        )
        chain = weights.Weights(table.Table(*average(fits[-1:])))
        for text in learnt[fold::FOLDS]:
            cut += kinds.examples(text, chain)
    return fits, cut


def names_of(features: list[list[Group]]) -> list[list[str]]:
    """The names in all groups of each token."""
    return [[name for group in groups for name in group] for groups in features]


def fitted(learnt: list[Annotated], penalty: float = PENALTY, rounds: int = ROUNDS) -> Fitted:
    """The chain's weights by name, of the steps and of the start."""
    features, answers = [], []
    for annotated in learnt:
        sentences = list(Reader.of(annotated.text, annotated.language).all(annotated.text))
        rows = [names_of(features_of(sentence, cues_of(sentence))) for sentence in sentences]
        features += styled(rows) if annotated.is_cut_short else rows
        answers += labels(sentences, annotated)
    fit = Fit([kind.value for kind in Kind], features, answers)
    found, steps, start = fit.run(penalty, rounds)
    named = zip(fit.names, found, strict=True)
    return {name: row for name, row in named if not name.startswith(STYLE)}, steps, start


def styled(rows: list[list[list[str]]]) -> list[list[list[str]]]:
    """With the shapes once more under names that are not kept: they take up what is only the
    habit of who marked these texts (Daumé, Frustratingly Easy Domain Adaptation, 2007)."""
    return [
        [[*names, *(STYLE + name for name in names if SHAPES.match(name))] for names in row]
        for row in rows
    ]


def average(fits: list[Fitted]) -> tuple[dict[str, Any], list[str], bytes]:
    """One chain out of several, as it is stored."""
    names = sorted({name for rows, _, _ in fits for name in rows})
    nothing = np.zeros(len(fits[0][2]))
    table_of = np.array(
        [sum(rows.get(name, nothing) for rows, _, _ in fits) / len(fits) for name in names]
    )
    steps = np.mean([steps for _, steps, _ in fits], axis=0)
    start = np.mean([start for _, _, start in fits], axis=0)
    head = {
        "kinds": [kind.value for kind in Kind],
        "start": [round(float(value), 4) for value in start],
        "steps": [[round(float(value), 4) for value in row] for row in steps],
    }
    return classes.packed(head, names, table_of)


if __name__ == "__main__":
    main()
