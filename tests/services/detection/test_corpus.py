"""The detector on the annotated texts that were kept aside: it never gets much worse unseen. The
whole measure is tests/benchmarks/detection.py."""

import json
from pathlib import Path

import pytest

from claimdesk.services.detection.detect import detect

CORPUS = Path(__file__).parents[2] / "data" / "corpus"
KEPT_ASIDE = ("b06", "b27", "b39")


@pytest.mark.parametrize("name", KEPT_ASIDE)
def test_most_central_claims_are_met(name: str) -> None:
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    listed = json.loads((CORPUS / f"{name}.claims.json").read_text(encoding="utf-8"))
    found = detect(text)
    assert found.language == listed["article"]["language"]
    central = [claim for claim in listed["claims"] if claim["check_worthiness"] == 3]
    met = [
        claim
        for claim in central
        if any(
            one.start < claim["anchor"]["start"] + len(claim["anchor"]["quote"])
            and one.end > claim["anchor"]["start"]
            for one in found.suggestions
        )
    ]
    assert len(met) >= 0.6 * len(central)
