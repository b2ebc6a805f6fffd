"""The annotated texts: which are learnt from, which are kept aside, and their labels."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimdesk.services.detection.sentence import Sentence

CUT_SHORT = 48
"""The articles from this number on were marked by others, who cut shorter."""
KEPT_ASIDE = 3
"""Every third text (b03, b06, …) is never learnt from nor looked at: it measures."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with the claims that people listed."""

    name: str
    number: int
    text: str
    language: str
    claims: list[dict[str, Any]]
    slips: list[dict[str, Any]]

    @property
    def is_kept_aside(self) -> bool:
        """Whether it is one of those that only measure."""
        return self.number % KEPT_ASIDE == 0

    @property
    def is_cut_short(self) -> bool:
        """Whether who marked it cut shorter than the others."""
        return self.name.startswith("a") and self.number >= CUT_SHORT

    @property
    def spans(self) -> list[tuple[int, int, int, str]]:
        """Start, end, worth and kind of each claim."""
        return [
            (start, start + len(claim["anchor"]["quote"]), claim["check_worthiness"], claim["kind"])
            for claim in self.claims
            for start in (claim["anchor"]["start"],)
        ]


def texts(folder: Path) -> Iterator[Annotated]:
    """All annotated texts of a folder, in order."""
    for file in sorted(folder.glob("b*.claims.json")):
        name = file.name.partition(".")[0]
        listed = json.loads(file.read_text(encoding="utf-8"))
        yield Annotated(
            name,
            int(name[1:]),
            (folder / f"{name}.txt").read_text(encoding="utf-8"),
            listed["article"]["language"],
            listed["claims"],
            listed["slips"],
        )


_KINDS = {
    "q": "quantity", "d": "date", "n": "name_office", "e": "event", "a": "attribution",
    "z": "quote", "c": "comparison", "s": "superlative", "k": "causal", "g": "geography",
    "h": "history", "l": "law_institution", "o": "other",
}  # fmt: skip
_MARK = re.compile(r"\[([a-z])([123]):|\]")


def marked(folder: Path) -> Iterator[Annotated]:
    """The texts whose claims are marked in them: '[q3:mindestens 250 Menschen]'."""
    for file in sorted(folder.glob("a*.txt")):
        name, language, _ = file.name.split(".")
        text, claims = unmark(file.read_text(encoding="utf-8"))
        yield Annotated(name, int(name[1:]), text, language, claims, [])


def unmark(words: str) -> tuple[str, list[dict[str, Any]]]:
    """The bare text, and its claims as the other texts list them."""
    text, at = "", 0
    begun: list[tuple[int, str, int]] = []
    claims: list[dict[str, Any]] = []
    for mark in _MARK.finditer(words):
        text += words[at : mark.start()]
        at = mark.end()
        if mark[1]:
            begun.append((len(text), _KINDS[mark[1]], int(mark[2])))
            continue
        start, kind, worth = begun.pop()
        anchor = {"quote": text[start:], "start": start}
        claims.append({"anchor": anchor, "kind": kind, "check_worthiness": worth})
    claims.sort(key=lambda claim: claim["anchor"]["start"])
    return text + words[at:], claims


def labels(sentences: Sequence[Sentence], annotated: Annotated) -> list[list[str]]:
    """O, B-kind and I-kind for each token; where claims overlap, the shorter one stands."""
    found = [["O"] * len(sentence.tokens) for sentence in sentences]
    for start, end, _worth, kind in sorted(annotated.spans, key=lambda span: span[1] - span[0]):
        for sentence, row in zip(sentences, found, strict=True):
            inside = [
                place
                for place, token in enumerate(sentence.tokens)
                if token.start >= start and token.end <= end
            ]
            if not inside:
                continue
            if all(row[place] == "O" for place in inside):
                row[inside[0] : inside[-1] + 1] = [f"I-{kind}"] * len(inside)
                row[inside[0]] = f"B-{kind}"
            break
    return found
