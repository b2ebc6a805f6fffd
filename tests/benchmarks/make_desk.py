"""Makes a desk as a newsroom has it after years: invented articles with claims of all kinds and
statuses, passages, sources, evidence, notes and their history.

    python tests/benchmarks/make_desk.py DESK --claims N [--seed S]

The same seed gives the same content. Everything goes through the store, so that the chain holds.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import text_sha256
from claimdesk.domain.claim import Kind
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.domain.source import SourceRank, SourceType, Stance
from claimdesk.domain.status import Status
from claimdesk.store import Store, create_desk

A_STEP = 2_000
"""About how many claims one transaction adds."""
PLACES = ("Ålesund", "Bärwalde", "Emden", "Gößweinstein", "Köthen", "Mölln", "Oelde", "Zürich")
PEOPLE = ("Ömer Öztürk", "Änne Groß", "Jürgen Maß", "Zoë Lübke", "Paul Weiß", "Ida von Aster")
THINGS = ("Brücken", "Schulen", "Windräder", "Krankenhausbetten", "Löschfahrzeuge", "Obstbäume")
SENTENCES = (
    (Kind.QUANTITY, "In {place} gibt es {number} {thing}"),
    (Kind.DATE, "Das Rathaus von {place} wurde {year} eingeweiht"),
    (Kind.NAME_OFFICE, "{person} leitet seit {year} das Amt für {thing} in {place}"),
    (Kind.EVENT, "Im Sommer {year} brannten in {place} {small} {thing} ab"),
    (Kind.COMPARISON, "{place} hat mehr {thing} als {other}"),
    (Kind.SUPERLATIVE, "Nirgends stehen so viele {thing} wie in {place}"),
    (Kind.CAUSAL, "Wegen der {thing} stiegen die Ausgaben von {place} um {small} Prozent"),
    (Kind.GEOGRAPHY, "Zwischen {place} und {other} liegen {small} Kilometer"),
    (Kind.ATTRIBUTION, "Laut {person} fehlen in {place} {number} {thing}"),
    (Kind.LAW_INSTITUTION, "Der Rat von {place} verbot {year} neue {thing}"),
)
STATUSES = (Status.UNCHECKED,) * 4 + (Status.VERIFIED,) * 9 + tuple(Status)
WHAT = ("Jahresbericht", "Statistik", "Auskunft", "Protokoll", "Haushaltsplan", "Meldung")


@dataclass
class Wanted:
    """How much is to be made, and what chooses it."""

    claims: int
    chance: random.Random
    sources: list[int] = field(default_factory=list)

    @property
    def per_article(self) -> int:
        return max(20, min(200, self.claims // 20_000 or self.claims // 5))


@dataclass(frozen=True)
class AddArticles:
    """Some articles with all that hangs on them, as one edit."""

    wanted: Wanted
    first: int
    sizes: tuple[int, ...]

    def apply(self, work: Any) -> Message:
        for place, size in enumerate(self.sizes):
            _add_article(work, self.wanted, self.first + place, size)
        return Message("Make the sample")


def _sentence(chance: random.Random) -> tuple[Kind, str]:
    kind, words = chance.choice(SENTENCES)
    place, other = chance.sample(PLACES, 2)
    return kind, words.format(
        place=place,
        other=other,
        thing=chance.choice(THINGS),
        person=chance.choice(PEOPLE),
        number=f"{chance.randrange(1_000, 90_000):,}".replace(",", "."),
        small=chance.randrange(2, 99),
        year=chance.randrange(1900, 2026),
    )


def _add_article(work: Any, wanted: Wanted, number: int, size: int) -> None:
    chance = wanted.chance
    written = [_sentence(chance) for _ in range(size)]
    text = " ".join(f"{words}." for _kind, words in written)
    article = work.add(
        "article",
        title=f"{chance.choice(THINGS)} in {chance.choice(PLACES)} ({number})",
        author=chance.choice(PEOPLE),
        publisher="Nordhafener Blatt",
        published=f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}",
        language="de",
        archived=chance.random() < 0.8,
    )
    revision = work.add(
        "revision",
        article=article,
        number=1,
        text=text,
        sha256=text_sha256(text),
        made_at=work.now,
        origin="text.txt",
    )
    claims = work.add_all("claim", list(_claims(chance, article, written)))
    work.add_all("anchor", list(_anchors(text, revision, claims, written)))
    _add_proofs(work, wanted, claims)


def _claims(
    chance: random.Random, article: int, written: list[tuple[Kind, str]]
) -> Iterator[dict[str, Any]]:
    for number, (kind, words) in enumerate(written, 1):
        figures = [word for word in words.split() if word[0].isdigit()]
        yield {
            "article": article,
            "number": number,
            "statement": f"{words}.",
            "kind": kind.value,
            "attributed_to": chance.choice(PEOPLE) if kind is Kind.ATTRIBUTION else None,
            "figures": json.dumps(figures, ensure_ascii=False),
            "check_worthiness": chance.choice((1, 2, 2, 3)),
            "status": chance.choice(STATUSES).value,
        }


def _anchors(
    text: str, revision: int, claims: list[int], written: list[tuple[Kind, str]]
) -> Iterator[dict[str, Any]]:
    start = 0
    for claim, (_kind, words) in zip(claims, written, strict=True):
        place = asdict(Anchor.at(text, start, start + len(words)))
        yield {"claim": claim, "revision": revision, "origin": "made", **place}
        start += len(words) + 2


def _add_proofs(work: Any, wanted: Wanted, claims: list[int]) -> None:
    chance = wanted.chance
    if not wanted.sources or chance.random() < 0.3:
        what, year = chance.choice(WHAT), 1950 + chance.randrange(76)
        wanted.sources.append(
            work.add(
                "source",
                type=chance.choice((SourceType.DOCUMENT, SourceType.DATASET)).value,
                rank=chance.choice(tuple(SourceRank)).value,
                title=f"{what} {chance.choice(PLACES)} {year}",
                publisher=f"Stadt {chance.choice(PLACES)}",
                url=f"https://example.org/{len(wanted.sources)}",
            )
        )
    proven = [claim for claim in claims if chance.random() < 0.7]
    work.add_all(
        "evidence",
        [
            {
                "claim": claim,
                "source": chance.choice(wanted.sources),
                "stance": chance.choice(tuple(Stance)).value,
                "locator": f"S. {chance.randrange(1, 300)}",
                "excerpt": "wie im Bericht angegeben",
            }
            for claim in proven
        ],
    )
    work.add_all(
        "note",
        [
            {
                "claim": claim,
                "person": work.person,
                "role": "note",
                "text": f"Noch einmal in {chance.choice(PLACES)} nachgefragt.",
                "made_at": work.now,
            }
            for claim in claims
            if chance.random() < 0.2
        ],
    )


def make(path: Path, claims: int, seed: int = 1) -> int:
    """Make the desk; how many articles it holds."""
    wanted = Wanted(claims, random.Random(seed))
    create_desk(path, title=path.stem)
    left, articles = claims, 0
    with Store(path) as store:
        while left > 0:
            sizes: list[int] = []
            while left > 0 and sum(sizes) < A_STEP:
                size = min(left, wanted.per_article * wanted.chance.randrange(50, 150) // 100 or 1)
                sizes.append(size)
                left -= size
            person = Person.named(wanted.chance.choice(PEOPLE))
            store.run(AddArticles(wanted, articles + 1, tuple(sizes)), person)
            articles += len(sizes)
            if sys.stderr.isatty():
                print(f"\r{claims - left:,} claims", end="", file=sys.stderr, flush=True)
    return articles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("desk", type=Path)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    articles = make(given.desk, given.claims, given.seed)
    took, size = time.perf_counter() - began, given.desk.stat().st_size / 2**20
    print(f"{given.claims:,} claims in {articles:,} articles: {took:.1f} s, {size:,.0f} MB")


if __name__ == "__main__":
    main()
