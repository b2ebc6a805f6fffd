"""Coverage over the text, as desks do it on paper: what is done is struck out lightly, what holds
no fact stands in brackets, what nobody looked at is the only thing that is filled."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from claimdesk.domain.coverage import SentenceState
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.document import one_change
from claimdesk.ui.views.manuscript.layout import Placed, Segment
from claimdesk.ui.views.manuscript.measures import Measures
from claimdesk.ui.views.manuscript.sentences import Stretch, Stretches

STROKE = 1.2
STRIKE = 1.0
X_HEIGHT = 0.25
"""How far above the baseline, in font sizes, the middle of a small letter lies."""
PAD = 2.5
FOOT = 4.0
"""How far a bracket's ends reach towards the words."""
_PALE = (SentenceState.CHECKED, SentenceState.NO_FACT, SentenceState.NOT_ARTICLE)


def paint(
    painter: QPainter,
    rows: Iterable[Placed[Stretch]],
    stretches: Stretches,
    measures: Measures,
    current: int | None,
) -> None:
    """Draw what lies under the glyphs of some rows; 'current' is the number of the sentence that
    is looked at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in rows:
        for part in placed.row.segments:
            state = stretches[part.mark.number].state
            if state is SentenceState.NOT_LOOKED_AT:
                _fill(painter, placed, part, measures)
            elif state is SentenceState.CHECKED:
                _strike(painter, placed, part, measures)
            elif state is SentenceState.NO_FACT:
                _bracket(painter, placed, part, measures)
            if part.mark.number == current:
                _ring(painter, placed, part, measures)


def pale(document: QTextDocument, stretches: Iterable[Stretch]) -> list[QTextEdit.ExtraSelection]:
    """The ink of what needs no more looking at."""
    letters = QTextCharFormat()
    letters.setForeground(theme().text3)
    made = []
    with one_change(document):  # or Qt would look up on which line each of them stands
        for stretch in stretches:
            if stretch.state in _PALE:
                ink = QTextEdit.ExtraSelection()
                cursor = QTextCursor(document)
                cursor.setPosition(stretch.start)
                cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
                ink.cursor, ink.format = cursor, letters
                made.append(ink)
    return made


def _area(
    placed: Placed[Stretch], part: Segment[Stretch], measures: Measures, pad: float
) -> QRectF:
    top = placed.baseline - measures.rise - 3
    return QRectF(
        QPointF(placed.x + part.left - pad, top),
        QPointF(placed.x + part.right + pad, placed.baseline + measures.first_lane + 2),
    )


def _fill(
    painter: QPainter, placed: Placed[Stretch], part: Segment[Stretch], measures: Measures
) -> None:
    painter.setPen(QPen(theme().unseen_mark, STROKE))
    painter.setBrush(theme().unseen)
    painter.drawRoundedRect(_area(placed, part, measures, PAD), 3, 3)


def _ring(
    painter: QPainter, placed: Placed[Stretch], part: Segment[Stretch], measures: Measures
) -> None:
    painter.setPen(QPen(theme().focus, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_area(placed, part, measures, PAD + 1.5).adjusted(0, -1, 0, 1), 4, 4)


def _strike(
    painter: QPainter, placed: Placed[Stretch], part: Segment[Stretch], measures: Measures
) -> None:
    painter.setPen(_line(theme().line_strong, STRIKE))
    y = placed.baseline - measures.size * X_HEIGHT
    painter.drawLine(QLineF(placed.x + part.left, y, placed.x + part.right, y))


def _bracket(
    painter: QPainter, placed: Placed[Stretch], part: Segment[Stretch], measures: Measures
) -> None:
    """Open where the sentence begins, closed where it ends."""
    painter.setPen(_line(theme().line_strong, STROKE))
    area = _area(placed, part, measures, PAD)
    if part.begins:
        _half(painter, area.left(), area, FOOT)
    if part.ends:
        _half(painter, area.right(), area, -FOOT)


def _half(painter: QPainter, x: float, area: QRectF, foot: float) -> None:
    painter.drawPolyline(
        [
            QPointF(x + foot, area.top()),
            QPointF(x, area.top()),
            QPointF(x, area.bottom()),
            QPointF(x + foot, area.bottom()),
        ]
    )


def _line(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
