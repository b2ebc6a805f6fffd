"""A manuscript to be clicked and looked at: its text, and where things are drawn in it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from claimdesk.domain.claim import Passage
from claimdesk.domain.status import Status
from claimdesk.ui.views.manuscript import ManuscriptView

Make = Callable[..., ManuscriptView]

SALON = "einen Salon, in dem an Sonntagen"
TEXT = (
    "Der Donaudampfschifffahrtsgesellschaftskapitän fuhr 7\u00a0000 Meilen 🚢 bis Ybbs.\n\n"
    "Sein Schiff hatte zwölf Kabinen, drei davon ohne Fenster, und einen Salon, in dem an "
    "Sonntagen eine Kapelle aus fünf Musikern spielte.\n"
    "Am Ende blieb ein Anleger."
)
MUCH = "\n".join(
    f"Absatz {number} hat ein paar Worte, damit er lang wird." for number in range(300)
)


def passage(claim: int, words: str, status: Status = Status.UNCHECKED, text: str = TEXT) -> Passage:
    start = text.index(words)
    return Passage(claim, claim % 100, status, start, start + len(words))


def middle(view: ManuscriptView, claim: int, part: int = 0) -> QPoint:
    """The middle of one of the places where a claim's passage is drawn."""
    places = [
        QPointF(placed.x + (it.left + it.right) / 2, placed.baseline - 5)
        for placed in view._pane.layer.rows()
        for it in placed.row.segments
        if it.mark.claim == claim
    ]
    return places[part].toPoint()


def click(view: ManuscriptView, point: QPoint) -> None:
    QTest.mouseClick(view._pane.viewport(), Qt.MouseButton.LeftButton, pos=point)


def chip(view: ManuscriptView, claim: int) -> QPoint | None:
    layer = view._pane.layer
    for placed in layer.rows():
        for it in layer._chips(placed):
            if any(mark.claim == claim for mark in it.marks):
                return it.area.center().toPoint()
    return None


def picture(view: ManuscriptView) -> QImage:
    QApplication.processEvents()
    return view._pane.viewport().grab().toImage()


def holds(image: QImage, colour: QColor, around: QPoint, reach: int = 12) -> bool:
    return any(
        image.pixelColor(around.x() + x, around.y() + y) == colour
        for x in range(-reach, reach)
        for y in range(-reach, reach)
    )


def scrolled(view: ManuscriptView) -> int:
    return view._pane.verticalScrollBar().value()


def as_drawn(view: ManuscriptView) -> tuple[int, int]:
    """The place of the line at the top, by its pixels."""
    view._pane.leave_place()
    return view.reading_place()


def top_line(view: ManuscriptView) -> str:
    """The first three words of the line at the upper edge."""
    cursor = view._pane.cursorForPosition(QPoint(view._pane.viewport().width() // 2, 0))
    cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
    start = view._pane.shown.offset(cursor.position())
    return " ".join(view._pane.shown.text[start : start + 60].split()[:3])


def under_caret(view: ManuscriptView, words: str) -> None:
    """Put the caret inside some words of the text."""
    cursor = view._pane.textCursor()
    cursor.setPosition(view._pane.shown.position(TEXT.index(words) + 1))
    view._pane.setTextCursor(cursor)
