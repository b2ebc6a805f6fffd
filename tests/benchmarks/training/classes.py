"""Fits a table of classes: penalised likelihood over weighted names, by L-BFGS."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from claimdesk.services.detection.model import table

Example = tuple[Sequence[tuple[str, float]], int]
"""Weighted names, and the number of the class."""


def fit(
    examples: Sequence[Example], classes: int, penalty: float, rarest: int
) -> tuple[list[str], Any]:
    """The names that are not too rare, and a row of weights for each."""
    counts = Counter(name for traits, _ in examples for name, _ in traits)
    names = sorted(name for name, count in counts.items() if count >= rarest)
    index = {name: at for at, name in enumerate(names)}
    rows = [
        sorted((index[name], value) for name, value in traits if name in index)
        for traits, _ in examples
    ]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.array([column for row in rows for column, _ in row])
    values = np.array([value for row in rows for _, value in row])
    matrix = csr_matrix((values, columns, ends), shape=(len(rows), len(names)))
    turned = matrix.T.tocsr()
    gold = np.eye(classes)[[answer for _, answer in examples]]

    def cost(vector: Any) -> tuple[float, Any]:
        weights = vector.reshape(len(names), classes)
        scores = matrix @ weights
        scores -= scores.max(1, keepdims=True)
        norm = np.log(np.exp(scores).sum(1, keepdims=True))
        value = (norm[:, 0] - (scores * gold).sum(1)).sum() + 0.5 * penalty * vector @ vector
        slope = turned @ (np.exp(scores - norm) - gold) + penalty * weights
        return float(value), slope.ravel()

    best = minimize(cost, np.zeros(len(names) * classes), jac=True, method="L-BFGS-B").x
    return names, best.reshape(len(names), classes)


def packed(
    head: dict[str, Any], names: Sequence[str], weights: Any
) -> tuple[dict[str, Any], list[str], bytes]:
    """A table as it is stored: in whole steps, without rows of nothing."""
    step = float(np.abs(weights).max()) / 127
    small = np.rint(weights / step).astype(int)
    kept = np.abs(small).max(axis=1) > 0
    left = [name for name, keep in zip(names, kept, strict=True) if keep]
    cells = (small[kept] + table.MIDDLE).astype(np.uint8).tobytes()
    return {**head, "width": weights.shape[1], "step": step}, left, bytes(cells)
