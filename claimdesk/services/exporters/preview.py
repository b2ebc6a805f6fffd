"""A report as it will be handed over, and the beginning of it to look at before.

Both are made to be run apart (services.apart), where a library may take its time.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.sheet import STATE_HEADING
from claimdesk.services.exporters.export import made
from claimdesk.services.exporters.formats import KNOWN, Look
from claimdesk.services.exporters.options import Options

PAGES, ROWS, CHARACTERS = 8, 200, 20_000
"""How much is shown."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be handed over. 'form' is the id of a format, 'made_at' the time it bears."""

    form: str
    language: str
    made_at: str
    options: Options


@dataclass(frozen=True, slots=True)
class Made:
    """A whole report; 'pages' is None where it has none."""

    content: bytes
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """A page, or as much of it as fits: 'height' rows from 'top' on of its 'of' ones. 'pixels'
    are blue, green, red and an unused byte each, row by row."""

    page: int
    top: int
    width: int
    height: int
    of: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """The first rows of a sheet, the head first; 'rows' is how many it has in all."""

    cells: tuple[tuple[str, ...], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Text:
    """The beginning of a text; 'whole' where that is all of it."""

    words: str
    whole: bool


def make(dossier: Dossier, wish: Wish) -> Iterator[Made]:
    """The report."""
    content = made(
        dossier, wish.form, language=wish.language, made_at=wish.made_at, options=wish.options
    )
    pages = None
    if KNOWN[wish.form].suffix == "pdf":
        from claimdesk.services.exporters.pages import count  # loads PDFium

        pages = count(content)
    yield Made(content, pages)


def show(dossier: Dossier, wish: Wish, dots: float) -> Iterator[object]:
    """What stands for the wish on the screen: the Made that is drawn, then its first pages as
    Strips, at so many dots an inch, or a Table, or a Text."""
    form = KNOWN[wish.form]
    [whole] = make(dossier, replace(wish, form=form.shown))
    yield whole
    match form.look:
        case Look.PAGES:
            from claimdesk.services.exporters.pages import strips  # loads PDFium

            yield from strips(whole.content, range(min(PAGES, whole.pages or 0)), dots)
        case Look.TABLE:
            yield _table(whole.content)
        case Look.TEXT | Look.PROSE:
            words = whole.content.decode("utf-8", "replace")
            yield Text(words[:CHARACTERS], len(words) <= CHARACTERS)


def _table(content: bytes) -> Table:
    text = content.decode("utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    cells = tuple(map(tuple, islice(lines, ROWS + 1)))
    if cells and cells[0][-1:] == (STATE_HEADING,):  # a column for machines
        cells = tuple(row[:-1] for row in cells)
    return Table(cells, len(cells) + sum(1 for _row in lines) - 1)
