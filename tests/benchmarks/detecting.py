"""Finding claims: words a second in a process of its own, from its first line on, and the first
suggestions of an article of 700 words.
"""

import random
import subprocess
import sys
from collections.abc import Iterator

from figure import Figure
from make_desk import _sentence

_COLD = """
import sys, time
text = sys.stdin.read()
began = time.perf_counter()
from claimdesk.services.detection.detect import detect
found = detect(text, "de")
print((time.perf_counter() - began) * 1000, len(found.suggestions))
"""
WORDS = (3_000, 700)


def measure() -> Iterator[Figure]:
    chance = random.Random(1)
    text = " ".join(f"{_sentence(chance)[1]}." for _ in range(1_000))
    times = {}
    for words in WORDS:
        part = " ".join(text.split()[:words])
        times[words] = min(_cold(part) for _ in range(3))
    speed = WORDS[0] / times[WORDS[0]] * 1000
    yield Figure("detection, cold, with its import", speed, None, "3000 words/s", "words/s")
    yield Figure("detection: all suggestions of 700 words, cold", times[700], None, "500 ms")


def _cold(text: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _COLD], input=text, capture_output=True, text=True, check=True
    )
    took, found = done.stdout.split()
    assert int(found) > 0
    return float(took)
