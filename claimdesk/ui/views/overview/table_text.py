"""The overview's numbers as CSV: chart after chart, each with its title, a head and its rows, in
the same dialect as the sheet of claims.
"""

import csv
from collections.abc import Sequence
from io import StringIO

from claimdesk.services.exporters.csv_sheet import harmless
from claimdesk.ui.views.overview.charts import Chart
from claimdesk.ui.views.overview.figures import Figure

_MARK = "\ufeff"


def to_csv(title: str, figures: Sequence[Figure], shown: Sequence[Chart]) -> str:
    """All of them with a byte order mark; numbers stay numbers."""
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([harmless(title)])
    for figure in figures:
        writer.writerow([harmless(figure.words), figure.count])
    for chart in shown:
        writer.writerow([])
        writer.writerow([harmless(f"{chart.title}, {chart.note}" if chart.note else chart.title)])
        writer.writerow([harmless(name) for name in chart.head()])
        for row in chart.rows():
            writer.writerow([harmless(one) if isinstance(one, str) else one for one in row])
    return _MARK + target.getvalue()
