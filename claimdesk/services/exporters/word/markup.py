"""WordprocessingML (ECMA-376, part 1, 17) as text: a report of a thousand claims is some ten
thousand paragraphs, which are parsed in one go. All words pass through 'escaped'."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml.ns import nsdecls
from docx.oxml.parser import element_class_lookup
from lxml import etree

SPACES = nsdecls("w", "r")
TEXT_WIDTH = 9070
"""How wide the text stands on the page, in twentieths of a point."""

_CELL_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/></w:tblCellMar>'
)
_PARSER = etree.XMLParser(huge_tree=True, resolve_entities=False)
_PARSER.set_element_class_lookup(element_class_lookup)
_SPECIAL = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\n": "&#10;",
    "\t": "&#9;",
}
_ESCAPED = re.compile('[&<>"\n\t]')
_BROKEN = re.compile("([\n\t])")
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def parsed(name: str, inside: str) -> Any:
    """An element with this inside, as python-docx knows it; however much that is."""
    return etree.fromstring(f"<{name} {SPACES}>{inside}</{name}>", _PARSER)


def escaped(words: str) -> str:
    """Words as the text of an element or the value of an attribute."""
    return _ESCAPED.sub(lambda match: _SPECIAL[match[0]], words)


def text(words: str) -> str:
    """Words inside a run, with their line breaks and tabs."""
    return "".join(
        _SIGNS.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in _BROKEN.split(words)
        if piece
    )


def run(words: str, style: str = "", properties: str = "") -> str:
    """Words in a character style, or with properties of their own."""
    if style:
        properties = f'<w:rStyle w:val="{style}"/>{properties}'
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{properties}{text(words)}</w:r>"


def coloured(words: str, colour: str, *, bold: bool = True) -> str:
    """Words in a colour (#RRGGBB)."""
    return run(words, properties=("<w:b/>" if bold else "") + f'<w:color w:val="{colour[1:]}"/>')


def paragraph(*inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs and the like."""
    if style:
        properties = f'<w:pStyle w:val="{style}"/>{properties}'
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{''.join(inside)}</w:p>"


def lines(words: str) -> list[str]:
    """The lines that are not empty."""
    return [line for line in map(str.strip, words.split("\n")) if line]


def paragraphs(words: str, style: str = "") -> str:
    """A paragraph for each line."""
    return "".join(paragraph(run(line), style=style) for line in lines(words))


def field(instruction: str, shown: str = "1") -> str:
    """A field such as a page reference; 'shown' until it is worked out."""
    return (
        f'<w:fldSimple w:instr=" {escaped(instruction)} " w:dirty="true">{run(shown)}</w:fldSimple>'
    )


def bookmark(name: str, number: int, inside: str) -> str:
    """What links to a name lead to."""
    named = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{named}{inside}<w:bookmarkEnd w:id="{number}"/>'


def link_to(name: str, words: str) -> str:
    """Words that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{run(words, "Hyperlink")}</w:hyperlink>'


def cell(width: int, inside: str, properties: str = "") -> str:
    """A cell of a table; the width in twentieths of a point."""
    width_told = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width_told}{properties}</w:tcPr>{inside or paragraph()}</w:tc>"


def shaded(colour: str) -> str:
    """The ground of a cell or a paragraph (#RRGGBB)."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour[1:]}"/>'


def row(cells: Iterable[str], *, head: bool = False, whole: bool = True) -> str:
    """A row of a table; a 'head' is repeated on each page, a 'whole' one stays on one."""
    properties = ("<w:cantSplit/>" if whole else "") + ("<w:tblHeader/>" if head else "")
    properties = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str], *, ruled: bool = True) -> str:
    """A table of fixed column widths, with thin lines between its rows."""
    thin = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="DEDEDA"/>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f"{f'<w:tblBorders>{thin}</w:tblBorders>' if ruled else ''}"
        f'<w:tblLayout w:type="fixed"/>{_CELL_MARGINS}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )
