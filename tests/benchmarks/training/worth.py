"""Fits the table of check-worthiness: penalised likelihood of three classes."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimdesk.domain.claim import Kind
from claimdesk.services.detection import worth
from claimdesk.services.detection.reading import Reader
from training import classes
from training.corpus import Annotated

PENALTY, RAREST = 80.0, 4


def examples(annotated: Annotated) -> Iterator[classes.Example]:
    """The traits and the worth of each listed claim."""
    text = annotated.text
    sentences = list(Reader.of(text, annotated.language).all(text))
    blocks, end = -1, 0
    for sentence in sentences:
        blocks += not end or "\n" in text[end : sentence.start]
        end = sentence.end
        if sentence.block in worth.EDGES:
            continue
        place = worth.place_of(text, sentence.start, blocks)
        for start, stop, value, kind in annotated.spans:
            inside = [
                at
                for at, token in enumerate(sentence.tokens)
                if start <= token.start and token.end <= stop
            ]
            if inside:
                traits = worth.traits(sentence, inside[0], inside[-1], Kind(kind), place)
                yield [(name, 1.0) for name in sorted(set(traits))], value - 1


def train(learnt: Sequence[Annotated]) -> dict[str, list[float]]:
    """The table, rounded."""
    found = [one for annotated in learnt for one in examples(annotated)]
    names, rows = classes.fit(found, 3, PENALTY, RAREST)
    return {
        name: [round(float(value), 3) for value in row]
        for name, row in zip(names, rows, strict=True)
    }


def write(table: dict[str, list[float]], file: Path = worth.FILE) -> None:
    """Store the table, a line a trait."""
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in table.items())
    file.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
