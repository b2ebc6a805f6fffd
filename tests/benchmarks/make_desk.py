"""Makes a desk as a newsroom has it after years: invented articles with claims of all kinds and
statuses, passages, sources, evidence, notes, questions, corrections and a history of eight years.

    python tests/benchmarks/make_desk.py DESK --claims N [--articles A] [--seed S]

The same seed gives the same content. Everything goes through the store, so that the chain holds;
only the time is made up: some articles come in, and in the days after they are checked, all claims
of a status in one edit. What is archived has hardly an open claim left.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from claimdesk.commands.set_status import SetStatus
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
DONE = (Status.VERIFIED,) * 60 + (Status.VERIFIED_WITH_CAVEAT,) * 16 + tuple(Status)[4:] * 4
HALF_DONE = (Status.UNCHECKED,) * 60 + (Status.IN_PROGRESS,) * 4 + DONE
LEFT = (Status.UNCHECKED, *DONE)
YEARS = 8
DAYS_OF_WORK = 4
"""Within so many days the claims that came in together are checked."""
WHAT = ("Jahresbericht", "Statistik", "Auskunft", "Protokoll", "Haushaltsplan", "Meldung")


@dataclass
class Wanted:
    """How much is to be made, and what chooses it."""

    claims: int
    chance: random.Random
    articles: int | None = None
    """About so many; None for as many as a newsroom would have."""
    sources: list[int] = field(default_factory=list)
    statuses: dict[Status, list[int]] = field(default_factory=dict)
    """What becomes of the claims that came in last."""

    @property
    def per_article(self) -> int:
        if self.articles is not None:
            return max(1, self.claims // self.articles)
        return max(20, min(200, self.claims // 20_000 or self.claims // 5))

    def expect(self, claims: list[int], *, archived: bool) -> None:
        """Choose what becomes of an article's claims."""
        likely = self.chance.choice((LEFT, DONE)) if archived else HALF_DONE
        for claim in claims:
            self.statuses.setdefault(self.chance.choice(likely), []).append(claim)


@dataclass(frozen=True)
class AddArticles:
    """Some articles with all that hangs on them, as one edit."""

    wanted: Wanted
    first: int
    sizes: tuple[int, ...]

    def apply(self, work: Any) -> Message:
        wanted = self.wanted
        texts = [_Text(wanted.chance, self.first + at, size) for at, size in enumerate(self.sizes)]
        articles = work.add_all("article", [text.article for text in texts])
        revisions = work.add_all(
            "revision",
            [
                text.revision(article, work.now)
                for text, article in zip(texts, articles, strict=True)
            ],
        )
        rows = [
            row
            for text, article in zip(texts, articles, strict=True)
            for row in text.claims(wanted.chance, article)
        ]
        claims = work.add_all("claim", rows)
        anchors, begin = [], 0
        for text, revision in zip(texts, revisions, strict=True):
            of_text = claims[begin : begin + len(text.written)]
            anchors += text.anchors(revision, of_text)
            wanted.expect(of_text, archived=text.article["archived"])
            begin += len(of_text)
        work.add_all("anchor", anchors)
        _add_proofs(work, wanted, claims, len(texts))
        return Message("Make the sample")


class _Text:
    """An article that was made up, with a claim a sentence."""

    def __init__(self, chance: random.Random, number: int, size: int) -> None:
        self.written = [_sentence(chance) for _ in range(size)]
        self.text = " ".join(f"{words}." for _kind, words in self.written)
        self.article = {
            "title": f"{chance.choice(THINGS)} in {chance.choice(PLACES)} ({number})",
            "author": chance.choice(PEOPLE),
            "publisher": "Nordhafener Blatt",
            "published": f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}",
            "language": "de",
            "archived": chance.random() < 0.8,
        }

    def revision(self, article: int, made_at: str) -> dict[str, Any]:
        return {
            "article": article,
            "number": 1,
            "text": self.text,
            "sha256": text_sha256(self.text),
            "made_at": made_at,
            "origin": "text.txt",
        }

    def claims(self, chance: random.Random, article: int) -> Iterator[dict[str, Any]]:
        for number, (kind, words) in enumerate(self.written, 1):
            figures = [word for word in words.split() if word[0].isdigit()]
            yield {
                "article": article,
                "number": number,
                "statement": f"{words}.",
                "kind": kind.value,
                "attributed_to": chance.choice(PEOPLE) if kind is Kind.ATTRIBUTION else None,
                "figures": json.dumps(figures, ensure_ascii=False),
                "check_worthiness": chance.choice((1, 2, 2, 3)),
            }

    def anchors(self, revision: int, claims: list[int]) -> Iterator[dict[str, Any]]:
        start = 0
        for claim, (_kind, words) in zip(claims, self.written, strict=True):
            place = asdict(Anchor.at(self.text, start, start + len(words)))
            yield {"claim": claim, "revision": revision, "origin": "made", **place}
            start += len(words) + 2


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


def _add_proofs(work: Any, wanted: Wanted, claims: list[int], articles: int) -> None:
    chance = wanted.chance
    new = [_source(chance) for _ in range(max(1, articles * 3 // 10))]
    wanted.sources += work.add_all("source", new)
    chosen = [(claim, chance.choice(wanted.sources)) for claim in claims if chance.random() < 0.7]
    work.know("source", [source for _claim, source in chosen])
    work.add_all(
        "evidence",
        [
            {
                "claim": claim,
                "source": source,
                "stance": chance.choice(tuple(Stance)).value,
                "locator": f"S. {chance.randrange(1, 300)}",
                "excerpt": "wie im Bericht angegeben",
            }
            for claim, source in chosen
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


def _source(chance: random.Random) -> dict[str, Any]:
    return {
        "type": chance.choice((SourceType.DOCUMENT, SourceType.DATASET)).value,
        "rank": chance.choice(tuple(SourceRank)).value,
        "title": f"{chance.choice(WHAT)} {chance.choice(PLACES)} {1950 + chance.randrange(76)}",
        "publisher": f"Stadt {chance.choice(PLACES)}",
        "url": f"https://example.org/{chance.randrange(10**9)}",
    }


@dataclass(frozen=True)
class At:
    """An edit as if made at another time."""

    moment: datetime
    edit: Any

    def apply(self, work: Any) -> Message:
        work.now = self.moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        message: Message = self.edit.apply(work)
        return message


@dataclass(frozen=True)
class AskAndCorrect:
    """A new wording for what is wrong, decided on or not, and questions on some claims."""

    wanted: Wanted
    wrong: tuple[int, ...]
    asked: tuple[int, ...]

    def apply(self, work: Any) -> Message:
        work.add_all("correction", [self._correction(work, claim) for claim in self.wrong])
        work.add_all("question", [self._question(work, claim) for claim in self.asked])
        return Message("Make the sample")

    def _correction(self, work: Any, claim: int) -> dict[str, Any]:
        decided = self.wanted.chance.random() < 0.9
        return {
            "claim": claim,
            "old_wording": "Kilometer",
            "new_wording": f"{self.wanted.chance.randrange(2, 99)} Kilometer",
            "state": self.wanted.chance.choice(("accepted", "declined")) if decided else "proposed",
            "proposed_by": work.person,
            "proposed_at": work.now,
        }

    def _question(self, work: Any, claim: int) -> dict[str, Any]:
        answered = self.wanted.chance.random() < 0.9
        return {
            "claim": claim,
            "addressee": "author",
            "text": f"Woher stammt das über {self.wanted.chance.choice(PLACES)}?",
            "asked_by": work.person,
            "asked_at": work.now,
            "answer": "Aus der Auskunft der Stadt." if answered else None,
            "answered_by": work.person if answered else None,
            "answered_at": work.now if answered else None,
        }


def _check(store: Store, wanted: Wanted, since: datetime, until: datetime) -> None:
    """Let the claims that came in last be checked, by several people in the days after."""
    chance, statuses = wanted.chance, wanted.statuses
    wanted.statuses = {}
    wrong = tuple(statuses.get(Status.INACCURATE, []) + statuses.get(Status.FALSE, []))
    checked = [claim for claims in statuses.values() for claim in claims]
    asked = tuple(chance.sample(checked, len(checked) // 50))
    edits: list[Any] = [
        SetStatus(tuple(claims), status, "Fehlt die Zeit." if status is Status.LEFT_OUT else "")
        for status, claims in statuses.items()
        if status is not Status.UNCHECKED
    ]
    edits.append(AskAndCorrect(wanted, wrong, asked))
    pause = (until - since) / (len(edits) + 1)
    for place, edit in enumerate(edits, 1):
        person = Person.named(chance.choice(PEOPLE))
        store.run(At(since + place * pause, edit), person)


def make(path: Path, claims: int, seed: int = 1, wanted_articles: int | None = None) -> int:
    """Make the desk; how many articles it holds."""
    wanted = Wanted(claims, random.Random(seed), wanted_articles)
    create_desk(path, title=path.stem)
    now = datetime.now(UTC)
    step = min(A_STEP, max(1, claims // 100))
    pause = timedelta(days=365 * YEARS) * step / claims
    moment, left, articles = now - timedelta(days=365 * YEARS), claims, 0
    with Store(path) as store:
        while left > 0:
            sizes: list[int] = []
            while left > 0 and sum(sizes) < step:
                size = min(left, wanted.per_article * wanted.chance.randrange(50, 150) // 100 or 1)
                sizes.append(size)
                left -= size
            person = Person.named(wanted.chance.choice(PEOPLE))
            store.run(At(moment, AddArticles(wanted, articles + 1, tuple(sizes))), person)
            until = min(now, moment + min(pause, timedelta(days=DAYS_OF_WORK)))
            _check(store, wanted, moment, until)
            moment += pause * sum(sizes) / step
            articles += len(sizes)
            if sys.stderr.isatty():
                print(f"\r{claims - left:,} claims", end="", file=sys.stderr, flush=True)
    return articles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("desk", type=Path)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--articles", type=int, metavar="A", help="about so many")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    articles = make(given.desk, given.claims, given.seed, given.articles)
    took, size = time.perf_counter() - began, given.desk.stat().st_size / 2**20
    print(f"{given.claims:,} claims in {articles:,} articles: {took:.1f} s, {size:,.0f} MB")


if __name__ == "__main__":
    main()
