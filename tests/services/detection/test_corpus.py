"""The detector on the annotated texts that were kept aside: it never gets much worse unseen. The
whole measure is tests/benchmarks/detection.py."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from claimdesk.services.detection.detect import detect

TESTS = Path(__file__).parents[2]
CORPUS, ARTICLES = TESTS / "data" / "corpus", TESTS / "data" / "articles"
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
    assert len(met) >= 0.75 * len(central)


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    """How the training reads its texts."""
    file = TESTS / "benchmarks" / "training" / "corpus.py"
    spec = spec_from_file_location("training_corpus", file)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_marks_become_claims_that_may_nest(corpus: ModuleType) -> None:
    text, claims = corpus.unmark("Sie [q3:zahlt [d1:2020] neun Euro] und [e2:geht].")
    assert text == "Sie zahlt 2020 neun Euro und geht."
    assert [(one["anchor"]["quote"], one["kind"], one["check_worthiness"]) for one in claims] == [
        ("zahlt 2020 neun Euro", "quantity", 3),
        ("2020", "date", 1),
        ("geht", "event", 2),
    ]


@pytest.mark.parametrize("file", sorted(ARTICLES.glob("a*.txt")), ids=lambda file: file.stem)
def test_articles_are_marked_well(file: Path, corpus: ModuleType) -> None:
    text, claims = corpus.unmark(file.read_text(encoding="utf-8"))
    assert not set("[]") & set(text)
    assert len(claims) > 50
    for claim in claims:
        quote, start = claim["anchor"]["quote"], claim["anchor"]["start"]
        assert text[start : start + len(quote)] == quote
        assert "\n" not in quote
