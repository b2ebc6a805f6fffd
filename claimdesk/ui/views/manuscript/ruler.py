"""The strip beside the scroll bar: where in the whole text the problems are, and the chosen claim.

Measuring asks Qt for the layout of the whole text, so it waits until the text has been painted.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from claimdesk.domain.status import Status
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.marks import Mark, Marks
from claimdesk.ui.views.manuscript.measures import RULER
from claimdesk.ui.views.manuscript.sentences import Stretch

PROBLEMS = (Status.UNVERIFIABLE, Status.DISPUTED, Status.INACCURATE, Status.FALSE)
"""What is marked; where two share a place, the later one lies on top."""

NEAR = 5
CALM = 80
"""After how many milliseconds without another change lines count as broken for good."""

MARK = QSize(9, 2)
AT_ONCE = 500
"""How many places are asked for before the window is served again."""


class Ruler(QWidget):
    """Marks of problems along the height of the text."""

    claim_chosen = Signal(int)
    place_chosen = Signal(float)

    def __init__(
        self,
        parent: QWidget,
        places: Callable[[Sequence[Mark | Stretch]], list[float] | None],
        bar: QScrollBar,
    ) -> None:
        super().__init__(parent)
        self._around, self._bar = parent, bar
        bar.rangeChanged.connect(self.place)
        self.setFixedWidth(RULER)
        self.describe: Callable[[Mark], str] = lambda _mark: ""
        self._places_of = places
        self._marks = Marks()
        self._problems: list[Mark] = []
        self._places: dict[int, float] = {}
        self._unseen: Sequence[Stretch] = ()
        self._unseen_places: list[float] = []
        self._stale = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.measure)

    def place(self, *_range: int) -> None:
        """Stand at the edge, or beside the scroll bar where there is one: never on the margin."""
        around = self._around.size()
        taken = self._bar.sizeHint().width() if self._bar.maximum() > self._bar.minimum() else 0
        self.setGeometry(around.width() - taken - RULER, 0, RULER, around.height())

    def set_marks(self, marks: Marks) -> None:
        """Show other passages."""
        self._marks = marks
        self._problems = []
        self._places.clear()
        self.measure_later()

    def set_unseen(self, stretches: Sequence[Stretch]) -> None:
        """Show where nobody looked yet."""
        self._unseen, self._unseen_places = stretches, []
        self.measure_later()

    def measure_anew(self) -> None:
        """Lines are broken anew; while a splitter is dragged, that is many times."""
        self._stale = True
        self._later.start(CALM)

    def measure_later(self) -> None:
        """Other claims are problems now, or another one is chosen."""
        self._later.start(0)

    def measure(self) -> None:
        """Find the places of what is shown that are not known yet, so many at a time."""
        self._later.stop()
        if self._stale:
            self._places.clear()
            self._unseen_places = []
            self._stale = False
        problems = [mark for mark in self._marks if self._marks.status(mark) in PROBLEMS]
        self._problems = sorted(problems, key=lambda it: PROBLEMS.index(self._marks.status(it)))
        missing = [mark for mark in self._shown() if mark.claim not in self._places]
        unseen = self._unseen[len(self._unseen_places) :]
        places = self._places_of(missing[:AT_ONCE])
        unseen_places = self._places_of(unseen[:AT_ONCE])
        if places is None or unseen_places is None:
            return  # and once more when the lines are broken
        self._places.update(zip((mark.claim for mark in missing), places, strict=False))
        self._unseen_places += unseen_places
        if max(len(missing), len(unseen)) > AT_ONCE:
            self.measure_later()
        self.update()

    def _shown(self) -> list[Mark]:
        chosen = self._marks.get(self._marks.chosen)
        return [*self._problems, chosen] if chosen else self._problems

    def _y(self, mark: Mark) -> float | None:
        place = self._places.get(mark.claim)
        return None if place is None else self._height_of(place)

    def _height_of(self, place: float) -> float:
        return MARK.height() + place * (self.height() - 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().paper)
        for y in {round(self._height_of(place)) for place in self._unseen_places}:
            painter.fillRect(4, y, MARK.width(), MARK.height() + 1, theme().unseen_mark)
        for mark in self._problems if not self._unseen else ():
            if not self._marks.is_faint(mark):
                self._paint_mark(painter, mark, self._marks.status(mark))
        self._paint_chosen(painter)

    def _paint_mark(self, painter: QPainter, mark: Mark, status: Status) -> None:
        y = self._y(mark)
        if y is not None:
            height = MARK.height() + (status is Status.FALSE)
            painter.fillRect(4, round(y), MARK.width(), height, theme().status[status].mark)

    def _paint_chosen(self, painter: QPainter) -> None:
        chosen = self._marks.get(self._marks.chosen)
        y = self._y(chosen) if chosen else None
        if y is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().accent)
        middle = round(y) + 1
        painter.drawPolygon(
            QPolygonF([QPointF(0, middle - 4), QPointF(4.5, middle), QPointF(0, middle + 4)])
        )

    def mark_at(self, y: float) -> Mark | None:
        """The mark nearest to a height, within reach."""
        near = [
            (abs(place + 1 - y), mark)
            for mark in self._shown()
            if (place := self._y(mark)) is not None and abs(place + 1 - y) <= NEAR
        ]
        return min(near, key=lambda item: item[0])[1] if near else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a mark, or to that place of the text."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif mark := self.mark_at(event.position().y()):
            self.claim_chosen.emit(mark.claim)
        else:
            self.place_chosen.emit(event.position().y() / max(1, self.height()))

    def event(self, event: QEvent) -> bool:
        """Tell which claim a mark belongs to."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self.describe(mark) if mark else "", self)
            return True
        return super().event(event)
