"""Measures what the design promises, each figure beside a floor taken in the same run.

    python tests/benchmarks/run.py [NAME…] [--claims N | --desk DESK] [--json FILE]

'big' makes a desk of N claims, or copies one that make_desk.py made.

Never part of the test run: a machine that is busy must not fail anything.
"""

import argparse
import json
import platform
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import big
import carrying
import drafting
import edits
import intake
import reports
import reviewing
import session
import start
from figure import Figure

BENCHMARKS: dict[str, Callable[[], Iterable[Figure]]] = {
    "start": start.measure,
    "edits": edits.measure,
    "session": session.measure,
    "drafting": drafting.measure,
    "intake": intake.measure,
    "carrying": carrying.measure,
    "reports": reports.measure,
    "reviewing": reviewing.measure,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--claims", type=int, default=10_000, metavar="N", help="of the big desk")
    parser.add_argument("--desk", type=Path, metavar="DESK", help="take a copy of this big desk")
    given = parser.parse_args()
    BENCHMARKS["big"] = lambda: big.measure(given.claims, given.desk)
    if unknown := set(given.names) - set(BENCHMARKS):
        parser.error(
            f"no benchmark {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}"
        )
    figures = []
    print(f"{'what':<44}{'measured':>12}{'floor':>12}{'ratio':>8}{'budget':>10}")
    for name in given.names or BENCHMARKS:
        for figure in BENCHMARKS[name]():
            figures.append(figure)
            print(figure.line(), flush=True)
    if given.json:
        about = {"python": platform.python_version(), "system": platform.platform()}
        rows = [{**asdict(figure), "ratio": figure.ratio} for figure in figures]
        given.json.write_text(json.dumps({**about, "figures": rows}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
