"""How 0003.claimdesk was made: `python tests/data/desks/make_0003.py TARGET`, once, when schema
0003 was new: the desk of 0002 with one more day, on which a second revision came in, a passage
was lost in it, and something was looked at, suggested, noticed, tagged and filtered.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from make_0001 import ADA, CLAIMS, TEXT, Written, shrink, write_as
from make_0002 import make_with_corrections

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import text_sha256

SECOND = TEXT.replace(" Zuständig ist das Land.", "") + " Der Hafen wurde 1874 gebaut."


def make_with_intake(target: Path) -> None:
    make_with_corrections(target)
    write_as("first-machine", target, ADA, _fifth_day)
    shrink(target)


def _fifth_day(run: Callable[[Any], str]) -> None:
    run(Written(_import))
    run(Written(_look))
    run(Written(_suggest))
    run(Written(_sort))


def _import(work: Any) -> None:
    revision = work.add(
        "revision",
        article=1,
        number=2,
        text=SECOND,
        sha256=text_sha256(SECOND),
        made_at=work.now,
        origin="brücke-2.txt",
        structure=json.dumps({"blocks": [], "links": []}),
        snapshot=1,
        file_name="brücke-2.txt",
        made_by=work.person,
    )
    for claim, (_statement, _kind, _figures, quote, _who) in enumerate(CLAIMS, 1):
        start = SECOND.find(quote)
        if start < 0:
            place = {"quote": quote, "prefix": "", "suffix": "", "origin": "gone"}
        else:
            place = {**asdict(Anchor.at(SECOND, start, start + len(quote))), "origin": "same"}
        work.add("anchor", claim=claim, revision=revision, **place)


def _look(work: Any) -> None:
    place = {"revision": 2, "person": work.person, "made_at": work.now}
    work.add("coverage", kind="no_fact", start=0, end=20, **place)
    work.add("coverage", kind="not_article", start=30, end=40, remark="Hinweis", **place)


def _suggest(work: Any) -> None:
    quote = "1874 gebaut"
    start = SECOND.index(quote)
    work.add(
        "suggestion",
        article=1,
        revision=2,
        start=start,
        end=start + len(quote),
        quote=quote,
        statement="Der Hafen wurde 1874 gebaut.",
        kind="date",
        check_worthiness=2,
        fingerprint="hafen 1874",
        made_at=work.now,
    )
    work.add(
        "remark",
        article=1,
        revision=2,
        kind="spelling",
        text="Two spellings",
        fingerprint="hafen",
        made_at=work.now,
    )


def _sort(work: Any) -> None:
    work.set("article", 1, archived=True)
    work.set("source", 3, confidential=True, contact="am Telefon")
    tag = work.add("tag", name="Brücke")
    work.add("tagging", tag=tag, claim=1)
    work.add("tagging", tag=tag, article=1)
    work.add("saved_filter", name="Offen", conditions="{}", place=1)


if __name__ == "__main__":
    make_with_intake(Path(sys.argv[1]))
