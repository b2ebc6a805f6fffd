"""Slips that the text alone gives away. Each pass reads the sentences once; precision counts:
a checker who is called for nothing twice does not come a third time."""

from collections.abc import Iterable, Iterator

from claimdesk.domain.remark import Remark
from claimdesk.services.detection.reading import Reader
from claimdesk.services.detection.remarks.ages import ages
from claimdesk.services.detection.remarks.announced import announced
from claimdesk.services.detection.remarks.calendar_days import calendar_days
from claimdesk.services.detection.remarks.dates import dates
from claimdesk.services.detection.remarks.differences import differences
from claimdesk.services.detection.remarks.durations import durations
from claimdesk.services.detection.remarks.labels import labels
from claimdesk.services.detection.remarks.marks import marks
from claimdesk.services.detection.remarks.occasions import occasions
from claimdesk.services.detection.remarks.offices import offices
from claimdesk.services.detection.remarks.products import products
from claimdesk.services.detection.remarks.quantities import quantities
from claimdesk.services.detection.remarks.remainders import remainders
from claimdesk.services.detection.remarks.shares import shares
from claimdesk.services.detection.remarks.spelling import spelling
from claimdesk.services.detection.remarks.sums import sums
from claimdesk.services.detection.remarks.times import times
from claimdesk.services.detection.remarks.weekday import weekdays

PASSES = {
    "marks": marks,
    "spelling": spelling,
    "calendar_days": calendar_days,
    "weekdays": weekdays,
    "remainders": remainders,
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
    "offices": offices,
    "products": products,
    "occasions": occasions,
}
"""Each pass by its name."""


def remarks_of(text: str, language: str, passes: Iterable[str] = tuple(PASSES)) -> Iterator[Remark]:
    """All slips found, in the order of the passes; what two passes see is told once."""
    sentences = list(Reader.of(text, language).all(text))
    said: list[Remark] = []
    for name in passes:
        for found in PASSES[name](sentences):
            if not any(_is_same(found, one) for one in said):
                said.append(found)
                yield found


def _is_same(one: Remark, other: Remark) -> bool:
    """Whether it tells of the same slip: most of its passages overlap the other's."""
    met = sum(
        any(start < end and begin < stop for begin, end in other.spans) for start, stop in one.spans
    )
    return one.kind is other.kind and met * 2 > len(one.spans)
