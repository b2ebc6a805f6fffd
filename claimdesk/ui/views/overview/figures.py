"""What is missing today: a few large numbers, each a button that leads to what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from claimdesk.domain.claim import Badge, ClaimFilter
from claimdesk.domain.overview import Missing
from claimdesk.domain.status import OPEN
from claimdesk.i18n import _, ngettext, number
from claimdesk.ui.fonts import BODY, SMALL, interface_font, scaled, tabular
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.overview.charts import Target, in_articles

_NUMBER = 26
_BETWEEN = 16


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and where it leads."""

    count: int
    words: str
    below: str
    target: Target


def figures(missing: Missing, *, archived: bool) -> tuple[Figure, ...]:
    """What is missing, in the language spoken, and whether archived articles count."""
    where = in_articles(missing.articles)
    left = frozenset(OPEN)
    return (
        Figure(
            missing.claims,
            ngettext("claim open", "claims open", missing.claims),
            where if archived else _("{articles}, without archived ones").format(articles=where),
            ClaimFilter(statuses=left),
        ),
        Figure(
            missing.important,
            ngettext("of them matters most", "of them matter most", missing.important),
            _("check-worthiness 3"),
            ClaimFilter(statuses=left, worthiness=frozenset({3})),
        ),
        Figure(
            missing.questions,
            ngettext(
                "question without an answer", "questions without an answer", missing.questions
            ),
            _("to author, editor or source"),
            ClaimFilter(badges=frozenset({Badge.OPEN_QUESTION})),
        ),
        Figure(
            missing.corrections,
            ngettext(
                "correction without a decision",
                "corrections without a decision",
                missing.corrections,
            ),
            _("with the editor"),
            ClaimFilter(badges=frozenset({Badge.CORRECTION_PROPOSED})),
        ),
    )


def figure_height() -> float:
    """How much room a figure needs."""
    return sum(QFontMetricsF(font).height() for font in _fonts()) + scaled(4)


def paint_figure(painter: QPainter, rect: QRectF, figure: Figure, *, lit: bool = False) -> None:
    """Draw a figure, in a window or in a picture."""
    top = rect.top()
    lines = (number(figure.count), figure.words, figure.below)
    colours = (theme().text, theme().accent if lit else theme().text, theme().text3)
    for font, words, colour in zip(_fonts(), lines, colours, strict=True):
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        line = QRectF(rect.left(), top, rect.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        top += metrics.height()


def _fonts() -> tuple[QFont, QFont, QFont]:
    return (
        tabular(interface_font(_NUMBER, QFont.Weight.DemiBold)),
        interface_font(BODY),
        interface_font(SMALL),
    )


class _FigureButton(QAbstractButton):
    """One of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None
        self.setAccessibleName(_("Overview"))  # until it shows something
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        notifier.changed.connect(self.update)

    def show_figure(self, figure: Figure) -> None:
        """Show another number."""
        self.figure = figure
        self.setAccessibleName(f"{number(figure.count)} {figure.words}, {figure.below}")
        self.setToolTip(_("Show these"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.figure.words if self.figure is not None else ""
        wide = QFontMetricsF(interface_font(BODY)).horizontalAdvance(words)
        return QSize(round(wide) + 2 * scaled(6), round(figure_height()) + 2 * scaled(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(90), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.figure is not None:
            inner = QRectF(self.rect()).adjusted(scaled(4), scaled(4), -scaled(4), -scaled(4))
            paint_figure(painter, inner, self.figure, lit=self.underMouse())
        if self.hasFocus():
            painter.setPen(QPen(theme().focus, 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)


class FiguresRow(QWidget):
    """All of them side by side."""

    wanted = Signal(object)
    """A Target."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures: Sequence[Figure] = ()
        self._columns = 0
        self.buttons = [_FigureButton(self) for _place in figures(Missing(), archived=True)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(_BETWEEN))
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, place=place: self._lead(place))
        self._place(len(self.buttons))

    def show_missing(self, missing: Missing, *, archived: bool) -> None:
        """Show what is missing now."""
        self.figures = figures(missing, archived=archived)
        for button, figure in zip(self.buttons, self.figures, strict=True):
            button.show_figure(figure)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count = len(self.buttons)
        widest = max(button.sizeHint().width() for button in self.buttons) + scaled(_BETWEEN)
        self._place(count if self.width() >= count * widest else count // 2)

    def _place(self, columns: int) -> None:
        """Side by side, or in two rows where that is too narrow for their words."""
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(len(self.buttons)):
            self._grid.setColumnStretch(column, int(column < columns))
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)

    def _lead(self, place: int) -> None:
        if self.figures:
            self.wanted.emit(self.figures[place].target)
