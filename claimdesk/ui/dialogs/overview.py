"""The overview: what is missing today on the whole desk, and what was found. A window of its own,
so that it can stay open beside the work.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from claimdesk.domain.overview import Overview, TimeSpan
from claimdesk.i18n import _
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.overview.charts import Chart
from claimdesk.ui.views.overview.figures import FiguresRow
from claimdesk.ui.views.overview.legend import Legend
from claimdesk.ui.views.overview.section import INSET, ChartSection
from claimdesk.ui.widgets.ink import ink

if TYPE_CHECKING:
    from claimdesk.ui.views.overview.picture import Picture

_SIZE = 1160, 860
_TITLE = 22
_MARGIN = 32
_TWO_FROM = 900
"""Pixels from which two charts stand side by side."""
_WHOLE, _HALF = (0, 1, 4), (2, 3)
"""Which charts are as wide as the page, and which may share a row."""
FORMATS = ("png", "svg", "csv")


class _Page(QWidget):
    """The paper that all of it stands on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        notifier.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme().paper)


class OverviewWindow(QDialog):
    """Shows an overview; asks for another one, for what a bar counts, and for files."""

    asked = Signal()
    """Another time or other articles are to be counted: 'span' and 'archived' say which."""
    wanted = Signal(object)
    """A Target."""
    export_wanted = Signal(str)
    """One of FORMATS."""

    def __init__(self, desk: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.desk = desk
        self.setWindowTitle(_("Overview") + f" – {desk}")
        self._charts: Sequence[Chart] = ()
        self._overview = Overview()
        self._two = False
        self.spans = QComboBox(self)
        self.with_archived = QCheckBox(_("Archived articles, too"), self)
        self.as_tables = QCheckBox(_("As tables"), self)
        self.export = QPushButton(_("Export …"), self)
        self._said = QLabel(self)
        self.figures = FiguresRow(self)
        self.legend = Legend(self)
        self.sections = [ChartSection(self) for _place in (*_WHOLE, *_HALF)]
        self._grid, self._head = QGridLayout(), QGridLayout()
        self._put_together()
        self._connect()
        begin_with(self, *_SIZE)
        self.sections[0].view.setFocus()

    @property
    def span(self) -> TimeSpan:
        """How far back is counted."""
        return TimeSpan(self.spans.currentData())

    @property
    def archived(self) -> bool:
        """Whether archived articles count."""
        return self.with_archived.isChecked()

    def choose(self, span: TimeSpan, *, archived: bool) -> None:
        """Set what is counted, without asking for it."""
        for control in (self.spans, self.with_archived):
            control.blockSignals(True)
        self.spans.setCurrentIndex(self.spans.findData(span.value))
        self.with_archived.setChecked(archived)
        for control in (self.spans, self.with_archived):
            control.blockSignals(False)

    def show_overview(self, overview: Overview, shown: Sequence[Chart]) -> None:
        """Show what was counted, and the charts made of it."""
        self._overview, self._charts = overview, shown
        self.say("")
        self.figures.show_missing(overview.missing, archived=self.archived)
        self.legend.show_counts(overview.total)
        for section, chart in zip(self.sections, self._charts, strict=True):
            section.show_chart(chart)
        self.export.setEnabled(True)

    def say(self, words: str) -> None:
        """Say what is under way, or what went wrong."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    # as files

    def picture(self) -> "Picture":
        """What is shown, to be drawn."""
        from claimdesk.ui.views.overview.picture import Picture  # when asked for

        below = f"{self.desk} · {self.span.label}"
        return Picture(
            _title(),
            below,
            self.figures.figures,
            self._overview.total,
            [section.drawn for section in self.sections],
        )

    def table(self) -> Callable[[], str]:
        """What writes all that is counted as CSV, on whatever thread."""
        from claimdesk.ui.views.overview.table_text import to_csv  # likewise

        title = f"{_title()}, {self.desk}"
        return partial(to_csv, title, self.figures.figures, self._charts)

    # how it is put together

    def _put_together(self) -> None:
        for span in TimeSpan:
            self.spans.addItem(span.label, span.value)
        self.spans.setAccessibleName(_("Time that counts"))
        self.spans.setCurrentIndex(self.spans.findData(TimeSpan.QUARTER.value))
        self.export.setMenu(self._export_menu())
        self.export.setEnabled(False)
        self.export.setAutoDefault(False)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setFont(interface_font(SMALL))
        ink(self._said, "text2")
        self._page = _Page()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(*[scaled(_MARGIN)] * 4)
        column.setSpacing(scaled(20))
        column.addLayout(self._headed())
        column.addWidget(self._said)
        column.addWidget(self.figures)
        column.addWidget(self.legend)
        self._grid.setHorizontalSpacing(scaled(40))
        self._grid.setVerticalSpacing(scaled(28))
        column.addLayout(self._grid)
        column.addStretch(1)
        self._place_sections()
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it is reached itself
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _headed(self) -> QGridLayout:
        title = QLabel(_title(), self)
        title.setFont(interface_font(_TITLE, QFont.Weight.DemiBold))
        self._controls = QWidget(self)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(12))
        for control in (self.spans, self.with_archived, self.as_tables, self.export):
            row.addWidget(control)
        row.addStretch(1)
        self._head.setContentsMargins(INSET, 0, 0, 0)
        self._head.addWidget(title, 0, 0)
        self._head.setColumnStretch(0, 1)
        return self._head

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        words = {
            "png": _("Picture (PNG)"),
            "svg": _("Picture to be enlarged (SVG)"),
            "csv": _("Table (CSV)"),
        }
        for name in FORMATS:
            action = menu.addAction(words[name] + " …")
            action.triggered.connect(
                lambda _checked=False, name=name: self.export_wanted.emit(name)
            )
        return menu

    def _place_sections(self) -> None:
        """Controls beside the title, and two charts side by side, where there is room."""
        self._head.addWidget(self._controls, *((0, 1) if self._two else (1, 0)))
        for section in self.sections:
            self._grid.removeWidget(section)
        row = 0
        for place in sorted((*_WHOLE, *_HALF)):
            half = self._two and place in _HALF
            column = _HALF.index(place) if half else 0
            self._grid.addWidget(self.sections[place], row, column, 1, 1 if half else 2)
            row += 0 if half and column == 0 else 1
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        self.spans.currentIndexChanged.connect(self.asked)
        self.with_archived.toggled.connect(self.asked)
        self.figures.wanted.connect(self.wanted)
        for section in self.sections:
            section.wanted.connect(self.wanted)
            section.moved.connect(lambda rect, section=section: self._reveal(section, rect))
            self.as_tables.toggled.connect(section.show_table)

    def _reveal(self, section: ChartSection, rect: QRectF) -> None:
        """Keep what the keys went to in sight."""
        seen = section.view.mapTo(self._page, rect.center().toPoint())
        self.area.ensureVisible(seen.x(), seen.y(), 0, scaled(60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = self.width() >= scaled(_TWO_FROM)
        if two is not self._two:
            self._two = two
            self._place_sections()


def _title() -> str:
    return _("What is missing today")
