"""Measures what the design promises, each figure beside a floor taken in the same run, as a table:
what was measured, its floor, the ratio, the budget, and whether it is kept.

    python tests/benchmarks/run.py [NAME…] [--claims N | --desk DESK] [--markdown] [--json FILE]

The benchmarks of a big desk share one, made of N claims, or the copy of one that make_desk.py made.
'bulk' and 'rivals' take 100,000 of them at most.

Never part of the test run: a machine that is busy must not fail anything.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import articles
import big
import bulk
import carrying
import detecting
import drafting
import edits
import filtering
import intake
import opening
import overview
import reports
import reviewing
import rivals
import scrolling
import session
import start
from big_desk import BigDesk
from figure import HEAD, MARKDOWN_HEAD, Figure

BENCHMARKS: dict[str, Callable[[], Iterable[Figure]]] = {
    "start": start.measure,
    "edits": edits.measure,
    "session": session.measure,
    "drafting": drafting.measure,
    "detecting": detecting.measure,
    "reports": reports.measure,
    "intake": intake.measure,
    "carrying": carrying.measure,
    "reviewing": reviewing.measure,
}
OF_BIG_DESKS: dict[str, Callable[[BigDesk], Iterable[Figure]]] = {
    "opening": opening.measure,
    "overview": overview.measure,
    "articles": articles.measure,
    "big": big.measure,
    "bulk": bulk.measure,
    "scrolling": scrolling.measure,
    "filtering": filtering.measure,
    "rivals": rivals.measure,
}
EVERY = (*BENCHMARKS, *OF_BIG_DESKS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(EVERY))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--claims", type=int, default=10_000, metavar="N", help="of the big desk")
    parser.add_argument("--desk", type=Path, metavar="DESK", help="take a copy of this big desk")
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    given = parser.parse_args()
    if unknown := set(given.names) - set(EVERY):
        parser.error(f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(EVERY)}")
    with_claims = _held(given.desk) if given.desk else given.claims
    desk = BigDesk(with_claims, given.desk)
    figures = []
    print(MARKDOWN_HEAD if given.markdown else HEAD)
    for name in given.names or EVERY:
        measure = BENCHMARKS.get(name) or (lambda name=name: OF_BIG_DESKS[name](desk))
        for figure in measure():
            figures.append(figure)
            print(figure.row() if given.markdown else figure.line(), flush=True)
    if given.json:
        about = {
            "python": platform.python_version(),
            "system": platform.platform(),
            "processors": os.cpu_count(),
            "load": os.getloadavg()[0],
            "claims": with_claims,
        }
        rows = [{**asdict(one), "ratio": one.ratio, "met": one.met} for one in figures]
        given.json.write_text(json.dumps({**about, "figures": rows}, indent=1), encoding="utf-8")


def _held(desk: Path) -> int:
    """How many claims a desk has."""
    from claimdesk.domain.claim import ClaimFilter
    from claimdesk.store import queries
    from claimdesk.store.sqlite.connection import Reader

    read = Reader(desk)
    count = queries.claim_count(read, ClaimFilter())
    read.close()
    return count


if __name__ == "__main__":
    main()
