"""Pairs of sentences, in tests/data/carry_over: '{…}' marks the claim's passage, '<…>' those of
other claims, '|' parts old and new. Each is tried in both directions."""

import re
from pathlib import Path

import pytest

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.carry_over import OldClaim
from claimdesk.services.matching.carry_over import carry_over

FOLDER = Path(__file__).resolve().parents[2] / "data" / "carry_over"
BEFORE = {"de": "Am Anfang steht ein Satz, der bleibt.", "en": "At first a sentence that stays."}
AFTER = {"de": "Zum Schluss kommt noch einer.", "en": "At last there comes another one."}


def pairs(name: str) -> list[tuple[str, str, str]]:
    """Language, old and new, both ways."""
    found = []
    for language in ("de", "en"):
        for line in (FOLDER / f"{name}_{language}.txt").read_text("utf-8").splitlines():
            old, new = line.split(" | ")
            found += [(language, old, new), (language, new, old)]
    return found


def read(marked: str, language: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without marks, between two sentences that stay; the claims' passages."""
    text, spans, begun = f"{BEFORE[language]} ", [], 0
    for piece in re.split(r"([{}<>])", f"{marked} {AFTER[language]}"):
        if piece in "{<" and piece:
            begun = len(text)
        elif piece in "}>" and piece:
            spans.append((begun, len(text)) if piece == ">" else (-begun, len(text)))
        else:
            text += piece
    own = next(span for span in spans if span[0] < 0)
    return text, [(-own[0], own[1]), *(span for span in spans if span is not own)]


def carried(language: str, old: str, new: str) -> tuple[AnchorOrigin, str | None, str]:
    """State and words of the claim, and the words it should have."""
    text, spans = read(old, language)
    claims = [OldClaim(number, *span) for number, span in enumerate(spans)]
    newer, wanted = read(new, language)
    found = carry_over(text, claims, newer, language).claims[0]
    words = None if found.start is None else newer[found.start : found.end]
    return found.state, words, newer[slice(*wanted[0])]


@pytest.mark.parametrize(("language", "old", "new"), pairs("changed"))
def test_a_changed_fact_is_called_one(language: str, old: str, new: str) -> None:
    state, words, wanted = carried(language, old, new)
    assert state is AnchorOrigin.FACT_CHANGED
    assert words is not None
    assert set(words.split()) & set(wanted.split())


@pytest.mark.parametrize(("language", "old", "new"), pairs("same"))
def test_a_rewording_is_no_changed_fact(language: str, old: str, new: str) -> None:
    state, words, wanted = carried(language, old, new)
    assert state in (AnchorOrigin.SAME, AnchorOrigin.REWORDED)
    assert words is not None
    assert set(words.split()) & set(wanted.split())
