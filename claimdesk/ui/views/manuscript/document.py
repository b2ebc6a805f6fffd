"""Fills a QTextDocument: plain text and block formats, never HTML (TRIED 4.9 and 4.10)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)

from claimdesk.domain.structure import Block, BlockKind
from claimdesk.ui import fonts
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.measures import TITLE, Columns, Measures
from claimdesk.ui.views.manuscript.shown import Line, ShownText

TOP = 12
BOTTOM = 40
HEAD = (23, 32)
SMALLER = 15
BEFORE_HEADING = 24
BETWEEN_ITEMS = 4
INDENT = 22
NO_PAGE = QSizeF(0, 0)
"""Qt breaks no lines for it."""

_BLANK = re.compile(r"^[^\S\n]*$", re.MULTILINE)


@contextmanager
def without_lines(document: QTextDocument) -> Iterator[None]:
    """Break no lines inside the block; the width is to be set then, and Qt breaks them as they
    are needed."""
    document.setPageSize(NO_PAGE)
    with one_change(document):
        yield


@contextmanager
def one_change(document: QTextDocument) -> Iterator[None]:
    """Let Qt see everything inside the block as one."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def write(document: QTextDocument, shown: ShownText, measures: Measures, columns: Columns) -> None:
    """Put the text in, as plain paragraphs."""
    document.setPlainText(shown.whole)
    document.rootFrame().setFrameFormat(_frame(document, columns))
    format_plainly(document, measures)


def format_plainly(document: QTextDocument, measures: Measures) -> None:
    """Set the heights of paragraphs."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_block(measures.line, measures.gap))
    cursor.setCharFormat(QTextCharFormat())


def format_piece(
    document: QTextDocument, shown: ShownText, measures: Measures, start: int, end: int
) -> None:
    """Set apart what is no plain paragraph and begins between two positions. A blank line makes
    no second gap between two paragraphs."""
    first, last = shown.offset(start), shown.offset(end)
    is_last = last >= len(shown.text)
    cursor = QTextCursor(document)
    with one_change(document):
        for block in shown.structure.blocks:
            if first <= block.start < last or (is_last and block.start >= last):
                _format_block(cursor, shown, block, measures)
        blank = _block(1, 0)
        for match in _BLANK.finditer(shown.text, first):
            if match.start() >= last and not is_last:
                break
            cursor.setPosition(shown.position(match.start()))
            cursor.setBlockFormat(blank)
        if start == 0:
            _format_above(document, shown, measures)


def _format_block(cursor: QTextCursor, shown: ShownText, block: Block, measures: Measures) -> None:
    if block.kind is BlockKind.PARAGRAPH and not block.notice:
        return
    cursor.setPosition(shown.position(min(block.start, len(shown.text))))
    cursor.setPosition(
        shown.position(min(block.end, len(shown.text))), QTextCursor.MoveMode.KeepAnchor
    )
    cursor.mergeBlockFormat(_kind_of_block(block, measures))
    cursor.setCharFormat(_kind_of_letters(block, measures))


def _kind_of_block(block: Block, measures: Measures) -> QTextBlockFormat:
    made = QTextBlockFormat()
    if block.kind is BlockKind.TITLE:
        made = _block(measures.scaled(HEAD[1]), measures.gap)
    elif block.kind is BlockKind.HEADING:
        made = _block(measures.line, measures.scaled(BEFORE_HEADING))
    elif block.kind.is_tight:
        made = _block(measures.line, measures.scaled(BETWEEN_ITEMS))
    if block.kind in (BlockKind.QUOTE, BlockKind.LIST_ITEM):
        made.setLeftMargin(measures.scaled(INDENT) * max(1, block.level))
    return made


def _kind_of_letters(block: Block, measures: Measures) -> QTextCharFormat:
    made = QTextCharFormat()
    size = {BlockKind.TITLE: HEAD[0], BlockKind.CAPTION: SMALLER, BlockKind.BYLINE: SMALLER}
    if block.kind in size:
        made.setProperty(QTextCharFormat.Property.FontPixelSize, measures.scaled(size[block.kind]))
    if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
        made.setFontWeight(QFont.Weight.DemiBold)
    if block.notice:
        made.setForeground(theme().text3)
    elif block.kind in (BlockKind.CAPTION, BlockKind.BYLINE):
        made.setForeground(theme().text2)
    return made


def _format_above(document: QTextDocument, shown: ShownText, measures: Measures) -> None:
    block = document.begin()
    for line, _ in shown.above:
        cursor = QTextCursor(block)
        cursor.setBlockFormat(_above_block(line, measures))
        block = block.next()
    colour_above(document, shown, measures)


def _above_block(line: Line, measures: Measures) -> QTextBlockFormat:
    match line:
        case Line.LABEL:
            return _block(fonts.scaled(20), 8)
        case Line.TITLE:
            return _block(measures.scaled(TITLE[1]), 8)
        case Line.BYLINE:
            return _block(fonts.scaled(20), 4)


def colour(document: QTextDocument, shown: ShownText, measures: Measures) -> None:
    """Take the colours of the theme in force."""
    cursor = QTextCursor(document)
    for block in shown.structure.blocks:
        _format_block(cursor, shown, block, measures)
    colour_above(document, shown, measures)


def colour_above(document: QTextDocument, shown: ShownText, measures: Measures) -> None:
    """Set font and colour of the lines above the text."""
    block = document.begin()
    for line, _ in shown.above:
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(_above_letters(line, measures))
        block = block.next()


def _above_letters(line: Line, measures: Measures) -> QTextCharFormat:
    made = QTextCharFormat()
    match line:
        case Line.LABEL:
            made.setFont(fonts.interface_font(fonts.SMALL))
            made.setForeground(theme().text3)
        case Line.TITLE:
            title = fonts.manuscript_font(weight=QFont.Weight.DemiBold)
            title.setPixelSize(measures.scaled(TITLE[0]))
            made.setFont(title)
            made.setForeground(theme().text)
        case Line.BYLINE:
            made.setFont(fonts.interface_font())
            made.setForeground(theme().text2)
    return made


def _block(height: int, above: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setTopMargin(above)
    return made


def set_columns(document: QTextDocument, columns: Columns) -> None:
    """Leave room for the gutter at the left and the margin at the right of the text; its width is
    to be set then."""
    frame, wanted = document.rootFrame(), _frame(document, columns)
    if wanted == frame.frameFormat():
        return
    # A new width lets Qt break lines as they are needed; a new frame alone, all of them at once.
    document.setTextWidth(document.textWidth() + 1)
    frame.setFrameFormat(wanted)


def _frame(document: QTextDocument, columns: Columns) -> QTextFrameFormat:
    made = document.rootFrame().frameFormat()
    made.setMargin(0)
    made.setTopMargin(TOP)
    made.setBottomMargin(BOTTOM)
    made.setLeftMargin(columns.gutter)
    made.setRightMargin(columns.margin)
    return made
