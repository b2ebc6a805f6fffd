"""The claim list's view: one table that shows rows with columns, or cards.

Both share model, selection and scroll position, so one view serves them, with another delegate
and the columns hidden. It takes no letters or digits: they are the window's shortcuts.
"""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from claimdesk.domain.claim import ClaimColumn, ClaimSort
from claimdesk.i18n import _
from claimdesk.ui.fonts import scaled
from claimdesk.ui.models.claim_columns import COLUMNS, KEYS, Column, place
from claimdesk.ui.models.claims import ClaimsModel
from claimdesk.ui.theme import notifier
from claimdesk.ui.views.claim_columns_head import ColumnsHead, title_width
from claimdesk.ui.views.claim_painters import (
    CardPainter,
    Cell,
    ClaimPainter,
    RowPainter,
    Sight,
    card_height,
    row_height,
    status_width,
)

Index = QModelIndex | QPersistentModelIndex

STATEMENT = place(ClaimColumn.STATEMENT)

_ALWAYS = (ClaimColumn.NUMBER, ClaimColumn.STATUS, ClaimColumn.STATEMENT)
_BY_NEED = (
    "sources",
    "badges",
    "kind",
    "changed_at",
    "check_worthiness",
    "notes",
    "figures",
    "changed_by",
    "as_of",
)
"""Which columns show themselves first where there is room."""
_ROOM_FOR_STATEMENT = 270
_NARROWEST = 36
_HUNDRED = 100  # drawn pixels, kept with the widths to tell how large the letters were


class ClaimTable(QTableView):
    """Claims in rows. Unless the user chose the columns, those that fit are shown."""

    sort_wanted = Signal(ClaimSort)
    arranged = Signal()
    """Columns were shown, hidden, moved or sized by the user."""

    def __init__(self, model: ClaimsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Handing out a widget that Qt made itself, PySide first builds every kind of widget there
        # is, to find out which it has before it: 9 ms that a start can do without.
        self.setViewport(QWidget())
        self._as_cards = self._wide = False
        self._columns: frozenset[str] | None = None
        self._fitting = False
        self._row, self._card = RowPainter(), CardPainter()
        self._claims = model
        self.setModel(model)
        self._set_up()
        self._set_up_head()
        self.set_cards(False)
        notifier.changed.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(_("Claims"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_up_head(self) -> None:
        head = ColumnsHead(self)
        self.setHorizontalHeader(head)
        head.setSectionsMovable(True)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(scaled(_NARROWEST))
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setAccessibleName(_("Columns"))
        for column, spec in enumerate(COLUMNS):
            head.resizeSection(column, _drawn_width(spec))
        head.setSectionResizeMode(STATEMENT, QHeaderView.ResizeMode.Stretch)
        head.sortIndicatorChanged.connect(self._on_sort)
        head.sectionMoved.connect(self._on_moved)
        head.sectionResized.connect(self._on_resized)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self.show_column_menu)

    # arrangement

    def set_cards(self, as_cards: bool) -> None:
        """Show cards, or rows with columns."""
        self._as_cards = as_cards
        self.horizontalHeader().setVisible(not as_cards)
        self._set_heights()
        self._fit_columns()

    def show_articles(self, wanted: bool) -> None:
        """Say of each claim which article it is of."""
        self._wide = wanted
        self._card.names_articles = wanted
        self._fit_columns()

    def _set_heights(self) -> None:
        height = card_height() if self._as_cards else row_height()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_columns()
        super().resizeEvent(event)
        self._keep_current(event.oldSize().height())

    def _keep_current(self, old_height: int) -> None:
        """Do not let a lower viewport cut off the current row."""
        area = self.visualRect(self.currentIndex())
        if area.top() >= 0 and area.bottom() < old_height:
            self.reveal(self.currentIndex().row())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._row.set_fonts()
            self._card.set_fonts()
            self._set_heights()
        super().changeEvent(event)

    def _fit_columns(self) -> None:
        head = self.horizontalHeader()
        shown = {ClaimColumn.STATEMENT.value} if self._as_cards else self._shown_columns()
        self._fitting = True
        for column, key in enumerate(KEYS):
            if head.isSectionHidden(column) is (key in shown):
                head.setSectionHidden(column, key not in shown)
        self._fitting = False
        self.viewport().update()

    def _shown_columns(self) -> frozenset[str]:
        always = {*_ALWAYS, ClaimColumn.ARTICLE} if self._wide else set(_ALWAYS)
        if self._columns is not None:
            return self._columns | {ClaimColumn.ARTICLE} if self._wide else self._columns
        shown: set[str] = {key.value for key in always}
        # With room for a scroll bar, or a column comes and goes with it.
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        room -= scaled(_ROOM_FOR_STATEMENT)
        room -= sum(self._width(key) for key in always if key != ClaimColumn.STATEMENT)
        for key in _BY_NEED:
            room -= self._width(key)
            if room < 0:
                break
            shown.add(key)
        return frozenset(shown)

    def _width(self, key: str) -> int:
        """A hidden section has none, so the drawn one counts."""
        column = place(key)
        return self.columnWidth(column) or _drawn_width(COLUMNS[column])

    def _on_moved(self) -> None:
        self.viewport().update()
        self.arranged.emit()

    def _on_resized(self, column: int, _old: int, new: int) -> None:
        if not self._fitting and new and column != STATEMENT:
            self.arranged.emit()

    # painted

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802  Qt's name
        """The ring goes round the row, of which Qt draws but the cell."""
        super().currentChanged(current, previous)
        self._repaint_row(previous.row())
        self._repaint_row(current.row())

    def _repaint_row(self, row: int) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        self.viewport().update(0, top, self.viewport().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        cells, across = self._cells(event.rect())
        drawn: ClaimPainter = self._card if self._as_cards else self._row
        # The stubs do not know that a region can be gone through.
        areas: Iterable[QRect] = event.region()  # type: ignore[assignment]
        rows = {row for area in areas for row in self._rows(area)}
        with QPainter(self.viewport()) as painter:
            for row in sorted(rows):
                if sight := self._sight(painter, row):
                    top, height = self.rowViewportPosition(row), self.rowHeight(row)
                    drawn.paint(sight, QRect(across.start, top, len(across), height), cells)

    def _rows(self, area: QRect) -> range:
        """The rows to be seen in an area of the view, which may have yet to hear of a shorter
        list."""
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return range(0)
        count = len(self._claims.ids)
        return range(first, min(last + 1, count) if last >= 0 else count)

    def _cells(self, area: QRect) -> tuple[list[Cell], range]:
        """The columns to be seen of each row, and from where to where a row reaches."""
        head = self.horizontalHeader()
        cells = [
            Cell(spec, head.sectionViewportPosition(column), head.sectionSize(column))
            for column, spec in enumerate(COLUMNS)
            if not head.isSectionHidden(column)
        ]
        across = range(
            min(cell.left for cell in cells), max(cell.left + cell.width for cell in cells)
        )
        seen = [
            one for one in cells if one.left <= area.right() and one.left + one.width > area.left()
        ]
        return seen, across

    def _sight(self, painter: QPainter, row: int) -> Sight | None:
        """What is shown of a claim; nothing where it has not been read yet."""
        claim = self._claims.row_at(row)
        if claim is None:
            return None
        current = row == self.currentIndex().row()
        return Sight(
            painter,
            claim,
            chosen=self.selectionModel().isSelected(self._claims.index(row, STATEMENT)),
            current=current,
            has_keys=current and self.hasFocus(),
            draft=self._claims.has_draft(row),
        )

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802  Qt's name
        """What a double click on a head's edge makes room for: the words that are seen now."""
        rows = (self._claims.row_at(row) for row in self._rows(self.viewport().rect()))
        words = (COLUMNS[column].words(row) for row in rows if row is not None)
        return max(map(self._row.room_for, words), default=0)

    # columns

    def show_column_menu(self, at: QPoint) -> None:
        """Let the user choose columns, at a place of the head."""
        menu = self.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """Which columns are shown, to be chosen."""
        menu = QMenu(self)
        shown = self._shown_columns()
        for spec in COLUMNS:
            if spec.key == ClaimColumn.ARTICLE:
                continue  # there, or not, as more than one article is shown
            action = menu.addAction(_(spec.title))
            action.setCheckable(True)
            action.setChecked(spec.key in shown)
            action.setEnabled(spec.key != ClaimColumn.STATEMENT)
            action.setData(spec.key)
        menu.addSeparator()
        fitting = menu.addAction(_("As many as fit"))
        fitting.setCheckable(True)
        fitting.setChecked(self._columns is None)
        menu.triggered.connect(self._on_column_chosen)
        return menu

    def _on_column_chosen(self, action: QAction) -> None:
        key = action.data()
        own = self._shown_columns() - {ClaimColumn.ARTICLE}
        self._columns = own ^ {key} if isinstance(key, str) else None
        self._fit_columns()
        self.arranged.emit()

    # order

    def show_order(self, order: ClaimSort) -> None:
        """Let the head say how the list is ordered."""
        head = self.horizontalHeader()
        column = -1 if order.column is ClaimColumn.PASSAGE else place(order.column)
        descending, ascending = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        head.blockSignals(True)
        head.setSortIndicator(column, descending if order.descending else ascending)
        head.blockSignals(False)
        head.viewport().update()

    def _on_sort(self, column: int, direction: Qt.SortOrder) -> None:
        descending = direction == Qt.SortOrder.DescendingOrder
        if column < 0:
            self.sort_wanted.emit(ClaimSort())
        elif (wanted := COLUMNS[column].sort) is not None:
            self.sort_wanted.emit(ClaimSort(wanted, descending))
        else:
            self.show_order(self._order())

    def _order(self) -> ClaimSort:
        return self._claims.order

    # keys and scrolling

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would make the first row current where none is, which nobody chose."""
        QAbstractScrollArea.focusInEvent(self, event)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's name
        """None: letters and digits are the window's shortcuts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt takes every letter for a search; the window looks at what '?' types."""
        super().keyPressEvent(event)
        if event.text() == "?":
            event.ignore()

    def reveal(self, row: int) -> None:
        """Scroll to a row and show its neighbours too; into the middle where it is far."""
        area = self.visualRect(self.model().index(row, STATEMENT))
        height = self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        if not -height < area.top() < 2 * height:
            self.scrollTo(self.model().index(row, STATEMENT), hint.PositionAtCenter)
        for near in (row - 1, row + 1, row):
            self.scrollTo(self.model().index(near, STATEMENT), hint.EnsureVisible)

    # memory

    def save_state(self) -> dict[str, Any]:
        """Order, widths and choice of columns, for JSON."""
        head = self.horizontalHeader()
        return {
            "order": [KEYS[head.logicalIndex(at)] for at in range(head.count())],
            "widths": {key: self._width(key) for key in KEYS if key != ClaimColumn.STATEMENT},
            "shown": None if self._columns is None else sorted(self._columns),
            "hundred": scaled(_HUNDRED),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take a saved state; whatever in it makes no sense is left."""
        head = self.horizontalHeader()
        self._fitting = True
        order, widths, shown = (state.get(name) for name in ("order", "widths", "shown"))
        for at, key in enumerate(order if isinstance(order, list) else ()):
            if key in KEYS:
                head.moveSection(head.visualIndex(place(key)), min(at, head.count() - 1))
        hundred = state.get("hundred")
        grown = scaled(_HUNDRED) / hundred if isinstance(hundred, int) and hundred > 0 else 1.0
        for key, width in (widths if isinstance(widths, dict) else {}).items():
            if key in KEYS and isinstance(width, int) and 0 < width < 10_000:
                head.resizeSection(place(key), round(width * grown))
        if isinstance(shown, list):
            self._columns = frozenset(key for key in KEYS if key in shown) | {
                ClaimColumn.STATEMENT.value
            }
        self._fitting = False
        self._fit_columns()

    def sizeHint(self) -> QSize:
        return QSize(344, 9 * row_height())


def _drawn_width(column: Column) -> int:
    """The width a column starts with: that of statuses holds the longest word."""
    inside = status_width() if column.key == ClaimColumn.STATUS else scaled(column.width)
    return max(inside, title_width(column.head))
