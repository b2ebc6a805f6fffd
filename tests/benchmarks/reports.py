"""A report of many claims in each format: how long it takes, and how much memory.

    python tests/benchmarks/reports.py [FORMAT…] [--claims N]

The claims are the German sample's with all that hangs on them, over and over. Each format has a
process of its own, so that one's memory is not another's.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from figure import Figure

if TYPE_CHECKING:
    from claimdesk.domain.dossier import ClaimDetail, Dossier

_FAST, _SLOW = ("html", "json", "csv", "xlsx", "md"), ("pdf", "docx", "docx-report")
BUDGETS = dict.fromkeys(_FAST, "1000 ms") | dict.fromkeys(_SLOW, "5000 ms")
MADE_AT = "2022-03-28T12:10:00Z"


def measure(claims: int = 1_000, forms: Iterable[str] = ()) -> Iterator[Figure]:
    from claimdesk.services.exporters.formats import FORMATS

    for form in forms or FORMATS:
        command = [sys.executable, __file__, form, "--claims", str(claims), "--alone"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        what = f"{form}, {claims} claims (+{found['memory']:.0f} MB, {found['size']:.1f} MB)"
        yield Figure(what, found["time"], None, BUDGETS.get(form, "–"))


def dossier(claims: int) -> "Dossier":
    """The sample's dossier with that many claims."""
    from claimdesk.commands.new_desk import new_sample
    from claimdesk.store import queries
    from claimdesk.store.sqlite.connection import Reader

    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLAIMDESK_HOME"] = folder
        new_sample(Path(folder) / "sample.claimdesk", "de")
        read = Reader(Path(folder) / "sample.claimdesk")
        found = queries.dossier(read, queries.only_article(read, None).id)
        read.close()
    given = found.claims
    more = (_another(given[at % len(given)], at, len(given)) for at in range(claims))
    return replace(found, claims=tuple(more))


def _another(claim: "ClaimDetail", at: int, length: int) -> "ClaimDetail":
    """The claim once more, as one of its own."""
    round_ = at // length
    row, step = claim.row, round_ * 100_000
    number = row.number + round_ * length
    return replace(
        claim,
        row=replace(row, id=row.id + step, public_id=f"{row.public_id}-{round_}", number=number),
        relations=tuple(
            replace(tie, other=tie.other + step, other_number=tie.other_number + round_ * length)
            for tie in claim.relations
        ),
    )


def _alone(form: str, claims: int) -> None:
    from claimdesk.services.exporters.export import export

    made = dossier(claims)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report"
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.perf_counter()
        export(made, form, target, language="de", made_at=MADE_AT)
        taken = (time.perf_counter() - began) * 1000
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        size = target.stat().st_size / 1e6
    print(json.dumps({"time": taken, "memory": (peak - before) / 1024, "size": size}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("forms", nargs="*", metavar="FORMAT")
    parser.add_argument("--claims", type=int, default=1_000, metavar="N")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        _alone(given.forms[0], given.claims)
        return
    for figure in measure(given.claims, given.forms):
        print(figure.line(), flush=True)


if __name__ == "__main__":
    main()
