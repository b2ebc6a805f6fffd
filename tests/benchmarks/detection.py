"""Measures the detector on the annotated texts: scores, what each pass is worth, speed, memory.

    python tests/benchmarks/detection.py [--corpus FOLDER] [--learnt] [--ablate]
                                         [--article TEXT CLAIMS]

Scores are of the texts kept aside (every third); '--learnt' shows those that the weights were
learnt from, which flatters. '--article' scores one more text against its list.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from scoring import Score, Span, score
from training.corpus import Annotated, marked, texts

from claimdesk.services.detection.cues import PASSES
from claimdesk.services.detection.detect import Options, detect, detect_paragraphs
from claimdesk.services.detection.remarks import PASSES as REMARKS
from claimdesk.services.detection.remarks import remarks_of

DATA = Path(__file__).parent.parent / "data"
CORPUS = DATA / "corpus"
NESTED = 60
"""A listed claim begins at most so many characters before the one listed ahead of it."""
GROUPS = (
    ("German, figures", "de", range(31)),
    ("German, telling", "de", range(31, 999)),
    ("English, figures", "en", range(31)),
    ("English, telling", "en", range(31, 999)),
    ("German, all", "de", range(999)),
    ("English, all", "en", range(999)),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--learnt", action="store_true", help="the texts that were learnt from")
    parser.add_argument("--ablate", action="store_true", help="leave each pass out in turn")
    parser.add_argument("--article", nargs=2, type=Path, metavar=("TEXT", "CLAIMS"))
    given = parser.parse_args()
    chosen = [text for text in texts(given.corpus) if text.is_kept_aside is not given.learnt]
    print(f"{len(chosen)} texts, {'learnt from' if given.learnt else 'kept aside'}")
    show("rules alone", chosen, Options(model=False))
    whole = show("rules and model", chosen, Options())
    if given.article:
        show_article(*given.article)
    articles = [
        text for text in marked(DATA / "articles") if text.is_kept_aside is not given.learnt
    ]
    print(f"\n{len(articles)} articles that came later, marked before any run")
    show("rules alone", articles, Options(model=False))
    show("rules and model", articles, Options())
    if given.ablate:
        ablate(chosen, whole)
    show_slips(chosen, [*articles, *mended(chosen)])
    if given.ablate:
        ablate_remarks(chosen)
    show_speed(chosen)


def scores(chosen: Iterable[Annotated], options: Options) -> dict[str, Score]:
    """The score of each text."""
    return {
        text.name: score(text.spans, found(text.text, text.language, options)) for text in chosen
    }


def found(text: str, language: str, options: Options) -> list[Span]:
    """What the detector proposes, without what it says cannot be checked."""
    return [
        (one.start, one.end, one.check_worthiness, one.kind.value)
        for one in detect(text, language, options).suggestions
        if one.not_checkable is None
    ]


def show(title: str, chosen: Sequence[Annotated], options: Options) -> float:
    """Print all groups; returns the mean F1 over all texts."""
    every = scores(chosen, options)
    print(f"\n{title:<20}{'texts':>6}{'F1 kind':>9}{'F1 alike':>9}{'overlap':>9}{'recall3':>9}"
          f"{'worth':>7}")  # fmt: skip
    groups = GROUPS if chosen[0].name.startswith("b") else GROUPS[-2:]
    for name, language, numbers in groups:
        group = [every[t.name] for t in chosen if t.language == language and t.number in numbers]
        if group:
            print(line(name, group))
    return statistics.mean(one.same for one in every.values())


def line(name: str, group: Sequence[Score]) -> str:
    means = [
        statistics.mean(getattr(one, field) for one in group)
        for field in ("same", "alike", "overlap", "central")
    ]
    equal = sum(one.worth[0] for one in group) / max(1, sum(one.worth[1] for one in group))
    return (
        f"{name:<20}{len(group):>6}" + "".join(f"{mean:>9.3f}" for mean in means) + f"{equal:>7.2f}"
    )


def show_article(file: Path, claims: Path) -> None:
    """One more text; its claims are anchored by their words, as they follow each other."""
    text = file.read_text(encoding="utf-8")
    gold: list[Span] = []
    at = 0
    for claim in json.loads(claims.read_text(encoding="utf-8"))["claims"]:
        quote = claim["anchor"]["quote"]
        at = text.find(quote, max(0, at - NESTED))
        at = text.find(quote) if at < 0 else at
        gold.append((at, at + len(quote), claim["check_worthiness"], claim["kind"]))
    for name, options in (("rules alone", Options(model=False)), ("rules and model", Options())):
        print(line(f"{file.stem[:8]}, {name[:9]}", [score(gold, found(text, "de", options))]))


def ablate(chosen: Sequence[Annotated], whole: float) -> None:
    """Leave each pass out in turn. The weights stay: they were learnt with all of them."""
    print(f"\nwithout           rules+model  rules alone   (mean F1 kind; whole {whole:.3f})")
    alone = mean(chosen, Options(model=False))
    for name in PASSES:
        rest = tuple(other for other in PASSES if other != name)
        with_model = mean(chosen, Options(passes=rest)) - whole
        print(f"{name:<18}{with_model:>+11.3f}"
              f"{mean(chosen, Options(model=False, passes=rest)) - alone:>+13.3f}")  # fmt: skip
    print(
        f"{'events':<18}{'':>11}{mean(chosen, Options(model=False, events=False)) - alone:>+13.3f}"
    )
    first = mean(chosen, Options(second_look=False)) - whole
    print(f"{'second look':<18}{first:>+11.3f}")
    print(f"{'model':<18}{alone - whole:>+11.3f}")


def mean(chosen: Sequence[Annotated], options: Options) -> float:
    return statistics.mean(one.same for one in scores(chosen, options).values())


def show_slips(chosen: Sequence[Annotated], clean: Sequence[Annotated]) -> None:
    """Planted slips found, and remarks that nobody planted."""
    hits, false = slips(chosen)
    planted = Counter(slip["kind"] for text in chosen for slip in text.slips)
    found = sum(hits.values())
    right = found / max(1, found + false)
    print(f"\nslips: {found} of {planted.total()} planted found ({found / planted.total():.0%}), "
          f"{false} false in {len(chosen)} texts; right: {right:.0%}")  # fmt: skip
    print(
        "  " + ", ".join(f"{kind} {hits[kind]}/{count}" for kind, count in sorted(planted.items()))
    )
    alarms = sum(len(list(remarks_of(text.text, text.language))) for text in clean)
    print(f"  {alarms} remarks in {len(clean)} texts without slips")


def slips(
    chosen: Sequence[Annotated], passes: Iterable[str] = tuple(REMARKS)
) -> tuple[Counter[str], int]:
    """The planted slips met, by their kinds, and how many remarks met none."""
    hits: Counter[str] = Counter()
    false = 0
    for text in chosen:
        left = list(text.slips)
        for remark in remarks_of(text.text, text.language, passes):
            met = next((one for one in left if meets(text.text, one["quotes"], remark.spans)), None)
            if met is None:
                false += 1
                continue
            left.remove(met)
            hits[met["kind"]] += 1
    return hits, false


def ablate_remarks(chosen: Sequence[Annotated]) -> None:
    """Leave each pass for slips out in turn."""
    hits, false = slips(chosen)
    print(f"\nslips without      found   false   (whole {hits.total()}, {false})")
    for name in REMARKS:
        rest, fewer = slips(chosen, [other for other in REMARKS if other != name])
        print(f"{name:<18}{rest.total() - hits.total():>+6}{fewer - false:>+8}")


def mended(chosen: Sequence[Annotated]) -> Iterator[Annotated]:
    """The same texts with their slips mended by hand."""
    table = json.loads((DATA / "corpus" / "mended.json").read_text(encoding="utf-8"))
    for text in chosen:
        words = text.text
        for wrong, right in table.get(text.name, ()):
            words = words.replace(wrong, right)
        if text.name in table:
            yield replace(text, text=words, claims=[], slips=[])


def meets(text: str, quotes: Sequence[str], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a remark's passages touch those of a slip."""
    places = [(text.find(quote), text.find(quote) + len(quote)) for quote in quotes]
    return any(start < to and end > of for start, end in spans for of, to in places if of >= 0)


def show_speed(chosen: Sequence[Annotated]) -> None:
    """Cold in a process of its own; then a long text; then memory."""
    one = max(chosen, key=lambda text: len(text.text))
    code = (
        "import sys, time, resource; text = sys.stdin.read(); begin = time.perf_counter()\n"
        "from claimdesk.services.detection.detect import detect_paragraphs\n"
        "first = None\n"
        "for found in detect_paragraphs(text):\n"
        "    if first is None and found.suggestions: first = time.perf_counter() - begin\n"
        "print(first, time.perf_counter() - begin,"
        " resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], input=one.text, capture_output=True, text=True, check=True
    )
    first, whole, memory = (float(word) for word in run.stdout.split())
    words = len(one.text.split())
    print(f"\ncold: {words} words, first suggestion after {first * 1000:.0f} ms, "
          f"all after {whole * 1000:.0f} ms, {memory:.0f} MB at most")  # fmt: skip
    long = "\n\n".join(text.text for text in chosen)
    begin = time.perf_counter()
    for _ in detect_paragraphs(long):
        pass
    spent = time.perf_counter() - begin
    print(f"warm: {len(long.split()) / spent:,.0f} words/s")


if __name__ == "__main__":
    main()
