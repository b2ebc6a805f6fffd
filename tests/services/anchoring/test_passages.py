"""Passages known only by their hash."""

import hashlib
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.anchoring.passages import Passage, is_meant, locate, might_be, read_passages
from claimdesk.services.anchoring.words import Words

TEXT = "Im Hafen lagen 412 Schiffe. Ein „gutes Jahr“, sagt sie: Im Hafen lagen 41 Boote."

PIECES = ["Hafen", "Schiff", "und", "der", "412", "–", "„so“", "Kai."]


def passage(text: str, words: str, nth: int = 0) -> Passage:
    wanted = Words.of(words).words
    held = Words.of(text).words
    runs = [n for n in range(len(held)) if held[n : n + len(wanted)] == wanted]
    sha = hashlib.sha256(" ".join(wanted).encode()).hexdigest()
    return Passage(words, runs[nth], len(wanted), sha)


def test_the_run_nearest_to_the_hint_is_meant() -> None:
    first, second = passage(TEXT, "Im Hafen lagen"), passage(TEXT, "Im Hafen lagen", 1)
    assert locate(TEXT, [first]) == {"Im Hafen lagen": (0, 14)}
    start = TEXT.rindex("Im Hafen")
    assert locate(TEXT, [second]) == {"Im Hafen lagen": (start, start + 14)}


def test_another_text_is_not_taken_for_it() -> None:
    passages = [passage(TEXT, words) for words in ("412 Schiffe", "gutes Jahr", "41 Boote")]
    assert is_meant(locate(TEXT, passages), passages)
    other = "Im Hafen lagen heute 412 Schiffe. Ein schlechtes Jahr, sagt sie, und nur 40 Boote."
    found = locate(other, passages)
    assert list(found) == ["412 Schiffe"]
    assert not is_meant(found, passages)
    assert might_be(other, passages)
    assert not might_be(TEXT * 5000, passages)


@given(st.lists(st.sampled_from(PIECES), min_size=4))
def test_every_run_of_a_text_is_found_where_it_stands(pieces: list[str]) -> None:
    text = " ".join(pieces)
    words = Words.of(text)
    for first in range(len(words.words) - 1):
        run = " ".join(words.words[first : first + 2])
        one = Passage("x", first, 2, hashlib.sha256(run.encode()).hexdigest())
        span = (words.spans[first][0], words.spans[first + 1][1])
        assert locate(text, [one]) == {"x": span}


def test_files_of_passages_are_read(tmp_path: Path) -> None:
    entry = {"number": 3, "word": 7, "words": 2, "sha256": "ab"}
    other = {"id": "N1", "word": 0, "words": 1, "sha256": "cd"}
    (tmp_path / "p.json").write_text(json.dumps({"claims": [entry], "not_checkable": [other]}))
    assert read_passages(tmp_path / "p.json", "claims") == [Passage("3", 7, 2, "ab")]
    assert read_passages(tmp_path / "p.json", "not_checkable")[0].name == "N1"
