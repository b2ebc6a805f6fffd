"""A spreadsheet of somebody else's: what its columns and words mean, before its
claims are stored."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from claimdesk.commands.add_claims import AddListedClaims
from claimdesk.commands.edit import Edit
from claimdesk.domain.sheet import Column
from claimdesk.domain.status import Status
from claimdesk.i18n import _, ngettext
from claimdesk.services.importers.incoming import Spreadsheet
from claimdesk.services.importers.mapping import (
    MAPPABLE,
    ColumnMap,
    claim_count,
    guess,
    listed,
    with_statuses,
)
from claimdesk.services.importers.tables import Table
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.article_box import ArticleBox
from claimdesk.ui.dialogs.fields import Choice, form, widen
from claimdesk.ui.dialogs.incoming import IncomingDialog
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.models.spreadsheet import SpreadsheetModel
from claimdesk.ui.widgets.words import meta, shorten

_WIDTH, _HEIGHT = 1060, 680
_LEFT = 380
_HEADING = 28
_ROOM, _WIDEST = 12, 320
_STATUS_WORDS = 40
"""So many words for a verdict are offered to be mapped."""


class SpreadsheetDialog(IncomingDialog):
    """Article, columns and status words at the left, the rows at the right."""

    def __init__(
        self,
        desk: Desk,
        spreadsheet: Spreadsheet,
        article: int | None,
        parent: QWidget | None = None,
    ) -> None:
        """'article' is proposed as the one that gets the claims."""
        title = _("Import claims from “{name}”").format(name=spreadsheet.name)
        super().__init__(desk, title, _("Import"), parent)
        self._spreadsheet = spreadsheet
        self._map = ColumnMap(0, {}, {})
        self.columns: list[QComboBox] = []
        self.statuses: dict[str, Choice[Status]] = {}
        self.target = ArticleBox(desk, _("Article"), self)
        self.target.choose(article)
        self.target.changed.connect(self.check)
        self.tables = self._combo(_("Sheet"))
        for table in spreadsheet.tables:
            self.tables.addItem(table.name)
        self.model = SpreadsheetModel(self)
        self.preview = self._table()
        self.count = meta(self)
        self._put_parts_together()
        self.tables.currentIndexChanged.connect(self._choose_table)
        self._choose_table()
        begin_with(self, _WIDTH, _HEIGHT)

    @property
    def table(self) -> Table:
        """The table that is shown."""
        return self._spreadsheet.tables[max(0, self.tables.currentIndex())]

    def obstacle(self) -> str:
        if self.target.chosen is None:
            return _("Claims belong to an article; import its text first.")
        if self._map.place(Column.STATEMENT) is None and self._map.place(Column.PASSAGE) is None:
            return _("Say which column holds the statement.")
        return "" if self._count else _("There are no claims in it.")

    def edit(self) -> Edit:
        article = self.target.chosen
        assert article is not None
        claims = tuple(listed(self.table, self._map))
        return AddListedClaims(article, claims, self._spreadsheet.name)

    # how it is made

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        widen(combo)
        return combo

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(_("Preview"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        return table

    def _put_parts_together(self) -> None:
        top = form()
        top.addRow(self.target.accessibleName(), self.target)
        if len(self._spreadsheet.tables) > 1:
            top.addRow(self.tables.accessibleName(), self.tables)
        else:
            self.tables.hide()
        left = QWidget(self)
        self._column = QVBoxLayout(left)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(12)
        self._column.addLayout(top)
        self._fields = QWidget(left)
        self._words = QWidget(left)
        self._column.addWidget(self._fields)
        self._column.addWidget(self._words)
        self._column.addWidget(self.count)
        self._column.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setWidget(left)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(scrolled)
        panes.addWidget(self.preview)
        panes.setStretchFactor(1, 1)
        panes.setSizes([_LEFT, _WIDTH - _LEFT])
        panes.setChildrenCollapsible(False)
        row = QHBoxLayout()
        row.addWidget(panes)
        self.body.addLayout(row)

    def _choose_table(self) -> None:
        self._map = guess(self.table)
        self._fill_columns()
        self._take_columns()

    def _fill_columns(self) -> None:
        """A choice of meaning for each column, named by its heading."""
        fields = self._anew("_fields", _("Columns"))
        self.columns = []
        headings = self.table.rows[self._map.head]
        for at in range(max(map(len, self.table.rows), default=0)):
            heading = headings[at] if at < len(headings) else ""
            heading = heading or _("Column {number}").format(number=at + 1)
            combo = self._combo(heading)
            combo.addItem(_("– not taken –"), None)
            for column in MAPPABLE:
                combo.addItem(column.label, column.value)
            combo.setCurrentIndex(max(0, combo.findData(self._map.columns.get(at, ""))))
            combo.activated.connect(lambda _row, at=at: self._chosen(at))
            fields.addRow(shorten(heading, _HEADING), combo)
            self.columns.append(combo)

    def _chosen(self, at: int) -> None:
        """A meaning stands for one column only: the other one gives it up."""
        meaning = _meaning(self.columns[at])
        for other, combo in enumerate(self.columns):
            if other != at and meaning is not None and _meaning(combo) is meaning:
                combo.setCurrentIndex(0)
        self._take_columns()

    def _take_columns(self) -> None:
        meanings = {
            at: meaning
            for at, combo in enumerate(self.columns)
            if (meaning := _meaning(combo)) is not None
        }
        self._map = with_statuses(self.table, replace(self._map, columns=meanings))
        self._fill_words()
        self.model.fill(self.table, self._map)
        self._fit_preview()
        self._take_words()

    def _fit_preview(self) -> None:
        head = self.preview.horizontalHeader()
        for column in range(self.model.columnCount()):
            wanted = max(self.preview.sizeHintForColumn(column), head.sectionSizeHint(column))
            head.resizeSection(column, min(wanted + _ROOM, _WIDEST))

    def _fill_words(self) -> None:
        """A choice of status for each word that stands for a verdict."""
        fields = self._anew("_words", _("Words for the status"))
        self.statuses = {}
        for word, status in list(self._map.statuses.items())[:_STATUS_WORDS]:
            choice = Choice(word, Status, status, self)
            widen(choice)
            choice.activated.connect(self._take_words)
            fields.addRow(shorten(word, _HEADING), choice)
            self.statuses[word] = choice
        self._words.setVisible(bool(self.statuses))

    def _take_words(self) -> None:
        chosen = {word: choice.chosen for word, choice in self.statuses.items()}
        self._map = replace(self._map, statuses={**self._map.statuses, **chosen})
        self._count = claim_count(self.table, self._map)
        self.count.show_words(
            ngettext(
                "{count} claim; it gets the place of its words in the text.",
                "{count} claims; each gets the place of its words in the text.",
                self._count,
            )
        )
        self.check()

    def _anew(self, place: str, title: str) -> QFormLayout:
        """An empty form in place of the one before."""
        before: QWidget = getattr(self, place)
        fresh = QWidget(before.parentWidget())
        whole = QVBoxLayout(fresh)
        whole.setContentsMargins(0, 0, 0, 0)
        heading = meta(fresh)
        heading.show_words(title)
        whole.addWidget(heading)
        fields = form()
        whole.addLayout(fields)
        self._column.replaceWidget(before, fresh)
        before.hide()
        before.deleteLater()
        setattr(self, place, fresh)
        return fields


def _meaning(combo: QComboBox) -> Column | None:
    held: str | None = combo.currentData()  # Qt hands a scale's word back as a plain one
    return Column(held) if held else None
