"""The articles in the sidebar: rows under headings that open and close."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from claimdesk.i18n import _
from claimdesk.ui.models.articles import ArticlesModel
from claimdesk.ui.views.article_delegate import ArticleDelegate, article_height, heading_height
from claimdesk.ui.widgets.side_list import LettersAreShortcuts

_OPENING = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
_TOGGLING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ArticleList(LettersAreShortcuts, QTableView):
    """On the window's own ground. A table, for that alone knows rows of several heights without
    asking for each of 20,000."""

    left = Signal()
    """Esc."""

    def __init__(self, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._anchor: tuple[int, int] | None = None
        self.delegate = ArticleDelegate(self)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(_("Articles"))
        self._set_up()
        self._set_heights()
        model.changing.connect(self._on_changing)
        model.modelReset.connect(self._set_headings)
        model.rowsInserted.connect(self._set_headings)

    def _set_up(self) -> None:
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        bare = self.palette()
        bare.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(bare)  # or a table would draw a bar where the delegate draws its ground
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def rows_height(self) -> int:
        """What all rows take."""
        return self.verticalHeader().length()

    def _set_heights(self) -> None:
        self.verticalHeader().setDefaultSectionSize(article_height())
        self.verticalScrollBar().setSingleStep(article_height())
        self._set_headings()

    def _set_headings(self) -> None:
        head = self.verticalHeader()
        for row in self._model.headings:
            if head.sectionSize(row) != heading_height():
                head.resizeSection(row, heading_height())

    # rows come and go

    def _on_changing(self, begins: bool) -> None:
        """Keep the topmost article where it is, unless the list stands at its beginning."""
        if begins:
            row = self.rowAt(0) if self.verticalScrollBar().value() else -1
            while 0 < row < self._model.rowCount() and self._model.id_at(row) < 0:
                row += 1
            fits = 0 < row < self._model.rowCount()
            self._anchor = (self._model.id_at(row), self.rowViewportPosition(row)) if fits else None
        elif self._anchor is not None:
            now = self._model.row_of(self._anchor[0])
            if now is not None:
                self.updateGeometries()
                moved = self.rowViewportPosition(now) - self._anchor[1]
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    # headings

    def turn_to(self, row: int) -> None:
        """Put the keyboard's mark on a row."""
        self.setCurrentIndex(self._model.index(row))

    def _heading(self, row: int) -> int | None:
        """The code of the group whose heading this row is."""
        one = self._model.id_at(row) if 0 <= row < self._model.rowCount() else 0
        return one if one < 0 else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A heading opens or closes its group, and chooses nothing."""
        row = self.rowAt(round(event.position().y()))
        code = self._heading(row)
        if code is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.turn_to(row)
            self._model.open_group(code, not self._model.is_open(code))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are two."""
        self.mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        on_heading = self._heading(self.currentIndex().row()) is not None
        return event.key() in _OPENING or (on_heading and event.key() in _TOGGLING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        code = self._heading(row)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif code is not None and self._is_own(event):
            wanted = _OPENING.get(Qt.Key(event.key()), not self._model.is_open(code))
            self._model.open_group(code, wanted)
        elif event.key() == Qt.Key.Key_Left and self._is_own(event):
            self._turn_to_heading_of(row)
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802  Qt's name
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last row, as in a list."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._model.rowCount() - 1,
        }
        if action in ends:
            return self._model.index(ends[action])
        return super().moveCursor(action, modifiers)

    def _turn_to_heading_of(self, row: int) -> None:
        above = [heading for heading in self._model.headings if heading < row]
        if above:
            self.turn_to(above[-1])

    # sizes

    def sizeHint(self) -> QSize:
        return QSize(220, self.rows_height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, article_height())

    def article_at(self, at: QPoint) -> QModelIndex:
        """The article there; an invalid index where there is none."""
        index = self.indexAt(at)
        return QModelIndex() if self._heading(index.row()) is not None else index

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.delegate.set_fonts()
            self._set_heights()
        super().changeEvent(event)
