"""Helpers that read a sentence as the detector does."""

from collections.abc import Callable

import pytest

from claimdesk.services.detection.reading import Reader
from claimdesk.services.detection.sentence import Sentence

Read = Callable[..., list[Sentence]]


@pytest.fixture
def read() -> Read:
    """Reads a text; its language is German unless given."""

    def sentences(text: str, language: str = "de") -> list[Sentence]:
        # A first line is a headline; what is looked at is no headline.
        return list(Reader.of(text, language).all(f"Kopf\n\n{text}"))[1:]

    return sentences
