"""Fits the table of check-worthiness: penalised likelihood of three classes."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from claimdesk.domain.claim import Kind
from claimdesk.services.detection import worth
from claimdesk.services.detection.reading import Reader
from training.corpus import Annotated

PENALTY, RAREST = 150.0, 4


def examples(annotated: Annotated) -> Iterator[tuple[set[str], int]]:
    """The traits and the worth of each listed claim."""
    text = annotated.text
    sentences = list(Reader.of(text, annotated.language).all(text))
    blocks, end = -1, 0
    for sentence in sentences:
        blocks += not end or "\n" in text[end : sentence.start]
        end = sentence.end
        place = worth.place_of(text, sentence.start, blocks)
        for start, stop, value, kind in annotated.spans:
            inside = [
                at
                for at, token in enumerate(sentence.tokens)
                if start <= token.start and token.end <= stop
            ]
            if inside:
                traits = worth.traits(sentence, inside[0], inside[-1], Kind(kind), place)
                yield set(traits), value - 1


def train(learnt: Sequence[Annotated]) -> dict[str, list[float]]:
    """The table, rounded."""
    found = [one for annotated in learnt for one in examples(annotated)]
    counts = Counter(name for traits, _ in found for name in traits)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    index = {name: at for at, name in enumerate(names)}
    rows = [sorted(index[name] for name in traits if name in index) for traits, _ in found]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column in row])
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(names)))
    gold = np.eye(3)[[value for _, value in found]]

    def cost(vector: Any) -> tuple[float, Any]:
        weights = vector.reshape(len(names), 3)
        scores = matrix @ weights
        scores -= scores.max(1, keepdims=True)
        norm = np.log(np.exp(scores).sum(1, keepdims=True))
        value = (norm[:, 0] - (scores * gold).sum(1)).sum() + 0.5 * PENALTY * vector @ vector
        slope = matrix.T @ (np.exp(scores - norm) - gold) + PENALTY * weights
        return float(value), slope.ravel()

    best = minimize(cost, np.zeros(len(names) * 3), jac=True, method="L-BFGS-B").x
    return {
        name: [round(float(value), 3) for value in row]
        for name, row in zip(names, best.reshape(len(names), 3), strict=True)
    }


def write(table: dict[str, list[float]], file: Path = worth.FILE) -> None:
    """Store the table, a line a trait."""
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in table.items())
    file.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
