"""OpenDocument spreadsheets as rows of text, of which LibreOffice keeps its own
(OASIS OpenDocument 1.3, part 3, chapter 9).

Cells and rows that are alike stand once, with how often they repeat; the empty ones to the end of
the sheet do so a million times, and are not read out.
"""

from collections.abc import Iterator

from lxml import etree

from claimdesk.services.importers.archive import Archive
from claimdesk.services.importers.xml import attribute, local, parse

_CELLS = ("table-cell", "covered-table-cell")
_MOST_ALIKE = 1_000
"""So many equal rows or cells in a row are meant; more are padding."""


def read_ods(content: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Each sheet's name with its rows. UnreadableText where it is damaged."""
    with Archive(content) as archive:
        root = parse(archive.read("content.xml"))
    for table in root.iter():
        if local(table) == "table":
            yield attribute(table, "name"), _rows(table)


def _rows(table: etree._Element) -> Iterator[list[str]]:
    for row in table.iter():
        if local(row) == "table-row":
            cells = _cells(row)
            count = _times(row, "number-rows-repeated")
            if any(cells) or count <= _MOST_ALIKE:
                yield from [cells] * min(count, _MOST_ALIKE)


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if local(cell) in _CELLS:
            count = _times(cell, "number-columns-repeated")
            text = _text(cell)
            if text or count <= _MOST_ALIKE:
                cells += [text] * min(count, _MOST_ALIKE)
    return cells


def _times(element: etree._Element, name: str) -> int:
    said = attribute(element, name)
    return int(said) if said.isdecimal() and len(said) < 10 else 1


def _text(cell: etree._Element) -> str:
    """What a cell shows; a day as ISO 8601, a number as it is stored."""
    kind = attribute(cell, "value-type")
    if kind == "date":
        return attribute(cell, "date-value").removesuffix("T00:00:00")
    if kind == "float":
        value = attribute(cell, "value")
        return value.removesuffix(".0")
    paragraphs = [one for one in cell if local(one) == "p"]
    return "\n".join(map(_line, paragraphs))


def _line(paragraph: etree._Element) -> str:
    """A paragraph's words; blanks, tabs and breaks are elements of their own there."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        name = local(child)
        if name == "s":
            said = attribute(child, "c")
            parts.append(" " * min(int(said) if said.isdecimal() else 1, _MOST_ALIKE))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name not in ("annotation", ""):
            parts.append(_line(child))
        parts.append(child.tail or "")
    return "".join(parts)
