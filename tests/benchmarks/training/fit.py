"""Fits the weights of the chain: penalised likelihood, by L-BFGS."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Array = Any
"""A numpy array; the stubs of numpy are no dependency."""

NEVER = -1e4
_BATCH = 64


class Fit:
    """Holds sentences as matrices and fits weights to them."""

    def __init__(
        self,
        kinds: Sequence[str],
        features: Sequence[Sequence[Sequence[str]]],
        labels: Sequence[Sequence[str]],
        rarest: int = 2,
    ) -> None:
        self.kinds = list(kinds)
        self.labels = ["O", *(f"B-{kind}" for kind in kinds), *(f"I-{kind}" for kind in kinds)]
        counts = Counter(name for rows in features for names in rows for name in set(names))
        self.names = sorted(name for name, count in counts.items() if count >= rarest)
        self._index = {name: place for place, name in enumerate(self.names)}
        order = sorted(range(len(features)), key=lambda place: len(features[place]))
        self._lengths = np.array([len(features[place]) for place in order])
        self._offsets = np.concatenate([[0], np.cumsum(self._lengths)])[:-1]
        self._matrix = self._as_matrix([features[place] for place in order])
        self._turned = self._matrix.T.tocsr()
        number = {label: place for place, label in enumerate(self.labels)}
        self._gold = np.array([number[label] for place in order for label in labels[place]])
        self._prepare()

    def _as_matrix(self, features: Sequence[Sequence[Sequence[str]]]) -> Array:
        columns: list[int] = []
        ends = [0]
        for rows in features:
            for names in rows:
                columns += sorted({self._index[name] for name in names if name in self._index})
                ends.append(len(columns))
        shape = (len(ends) - 1, len(self.names))
        return csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=shape)

    def _prepare(self) -> None:
        """What was seen, and which steps never happen."""
        width, count = len(self.labels), len(self._gold)
        ones = csr_matrix((np.ones(count), (np.arange(count), self._gold)), shape=(count, width))
        self._seen = (self._turned @ ones).toarray()
        self._seen_steps, self._seen_start = np.zeros((width, width)), np.zeros(width)
        for offset, length in zip(self._offsets, self._lengths, strict=True):
            row = self._gold[offset : offset + length]
            self._seen_start[row[0]] += 1
            np.add.at(self._seen_steps, (row[:-1], row[1:]), 1)
        allowed = np.array(
            [
                [not to.startswith("I-") or (of != "O" and to[2:] == of[2:]) for to in self.labels]
                for of in self.labels
            ]
        )
        self._mask = np.where(allowed, 0, NEVER)
        self._first = np.array([NEVER if to.startswith("I-") else 0 for to in self.labels])

    def run(self, penalty: float, rounds: int) -> tuple[Array, Array, Array]:
        """Weights of the features, of the steps, of the start."""
        width, count = len(self.labels), len(self.names)
        cut = count * width

        def cost(vector: Array) -> tuple[float, Array]:
            parts = (
                vector[:cut].reshape(count, width),
                vector[cut : cut + width * width].reshape(width, width),
                vector[cut + width * width :],
            )
            value, slopes = self._likelihood(*parts)
            value += 0.5 * penalty * float(vector @ vector)
            return value, np.concatenate([slope.ravel() for slope in slopes]) + penalty * vector

        begin = np.zeros(cut + width * width + width)
        found = minimize(
            cost, begin, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 6}
        ).x
        return (
            found[:cut].reshape(count, width),
            found[cut : cut + width * width].reshape(width, width) + self._mask,
            found[cut + width * width :] + self._first,
        )

    def _likelihood(
        self, weights: Array, steps: Array, start: Array
    ) -> tuple[float, tuple[Array, Array, Array]]:
        scores = self._matrix @ weights
        likely = np.empty_like(scores)
        step_slope, start_slope, norm = np.zeros_like(steps), np.zeros_like(start), 0.0
        grown, first = np.exp(steps + self._mask), np.exp(start + self._first)
        for begin in range(0, len(self._lengths), _BATCH):
            norm += self._batch(
                slice(begin, begin + _BATCH),
                scores,
                (grown, first),
                (likely, step_slope, start_slope),
            )
        count = len(self._gold)
        seen = float(scores[np.arange(count), self._gold].sum())
        seen += float((self._seen_steps * steps).sum() + (self._seen_start * start).sum())
        slopes = (
            self._turned @ likely - self._seen,
            step_slope - self._seen_steps,
            start_slope - self._seen_start,
        )
        return norm - seen, slopes

    def _batch(
        self,
        which: slice,
        scores: Array,
        chances: tuple[Array, Array],
        sums: tuple[Array, Array, Array],
    ) -> float:
        """Forward and backward over sentences of like length; returns their log norm."""
        (grown, first), (likely, step_slope, start_slope) = chances, sums
        lengths = self._lengths[which]
        longest = int(lengths.max())
        inside = np.arange(longest)[None] < lengths[:, None]
        index = self._offsets[which][:, None] + np.minimum(
            np.arange(longest)[None], lengths[:, None] - 1
        )
        score = scores[index]
        top = score.max(2, keepdims=True)
        weight = np.exp(score - top)
        ahead = np.zeros((longest, len(lengths), scores.shape[1]))
        totals = np.ones((longest, len(lengths)))
        row = weight[:, 0] * first
        totals[0] = row.sum(1)
        ahead[0] = row / totals[0][:, None]
        for place in range(1, longest):
            row = (ahead[place - 1] @ grown) * weight[:, place]
            total, valid = row.sum(1) + 1e-300, inside[:, place]
            ahead[place] = np.where(valid[:, None], row / total[:, None], ahead[place - 1])
            totals[place] = np.where(valid, total, 1)
        behind = np.ones_like(ahead)
        for place in range(longest - 2, -1, -1):
            valid = inside[:, place + 1][:, None]
            onward = behind[place + 1] * weight[:, place + 1] / totals[place + 1][:, None]
            behind[place] = np.where(valid, onward @ grown.T, 1)
            step_slope += (ahead[place].T @ np.where(valid, onward, 0)) * grown
        for place in range(longest):
            valid = inside[:, place]
            likely[index[valid, place]] = (ahead[place] * behind[place])[valid]
        start_slope += (ahead[0] * behind[0]).sum(0)
        return float((np.log(totals) * inside.T).sum() + (top[:, :, 0] * inside).sum())
