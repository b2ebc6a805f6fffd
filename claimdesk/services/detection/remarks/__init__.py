"""Slips that the text alone gives away. Each pass reads the sentences once; precision counts:
a checker who is called for nothing twice does not come a third time."""

from collections.abc import Iterable, Iterator

from claimdesk.domain.remark import Remark
from claimdesk.services.detection.reading import Reader
from claimdesk.services.detection.remarks.ages import ages
from claimdesk.services.detection.remarks.announced import announced
from claimdesk.services.detection.remarks.dates import dates
from claimdesk.services.detection.remarks.differences import differences
from claimdesk.services.detection.remarks.durations import durations
from claimdesk.services.detection.remarks.labels import labels
from claimdesk.services.detection.remarks.marks import marks
from claimdesk.services.detection.remarks.quantities import quantities
from claimdesk.services.detection.remarks.shares import shares
from claimdesk.services.detection.remarks.spelling import spelling
from claimdesk.services.detection.remarks.sums import sums
from claimdesk.services.detection.remarks.times import times
from claimdesk.services.detection.remarks.weekday import weekdays

PASSES = {
    "marks": marks,
    "spelling": spelling,
    "weekdays": weekdays,
    "sums": sums,
    "differences": differences,
    "shares": shares,
    "times": times,
    "announced": announced,
    "quantities": quantities,
    "labels": labels,
    "dates": dates,
    "durations": durations,
    "ages": ages,
}
"""Each pass by its name."""


def remarks_of(text: str, language: str, passes: Iterable[str] = tuple(PASSES)) -> Iterator[Remark]:
    """All slips found, in the order of the passes."""
    sentences = list(Reader.of(text, language).all(text))
    for name in passes:
        yield from PASSES[name](sentences)
