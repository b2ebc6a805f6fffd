"""Both revisions side by side, the verdict on each claim between them."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from claimdesk.domain.comparison import ComparedRow, Comparison, Verdict
from claimdesk.i18n import _
from claimdesk.ui.models.comparison import ComparisonModel
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.comparison.delegate import ComparisonDelegate
from claimdesk.ui.views.comparison.head import ComparisonHead

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ComparisonView(QWidget):
    """Shows a comparison and tells which claim, or which new passage, is looked at."""

    claim_chosen = Signal(int)
    passage_chosen = Signal(int)
    """Where a passage without a claim begins in the newer text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = ComparisonHead(self)
        self.model = ComparisonModel(self)
        self.list = ComparisonList(self.model, self)
        self.setFocusProxy(self.list)
        self.setAutoFillBackground(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.list, 1)
        self._following = False
        self._verdicts: frozenset[Verdict] = frozenset()
        self.head.changed.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._tell)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show two revisions; what is looked at stays."""
        current = self.current
        self.head.show_comparison(comparison)
        self._following = True
        self.model.show(comparison.rows)
        self.model.narrow(self.head.checked())
        self._following = False
        self.show_claim(current.claim if current else None)

    @property
    def current(self) -> ComparedRow | None:
        """The row that is looked at."""
        return self.model.row(self.list.currentIndex().row())

    def show_claim(self, claim: int | None) -> None:
        """Mark a claim's row and bring it into view."""
        place = self.model.place_of(claim)
        if place >= 0:
            self._mark(place)

    def go_to_next_open(self) -> bool:
        """Turn to the next row that waits to be confirmed; whether there is one."""
        place = self.model.next_open(self.list.currentIndex().row())
        if place < 0:
            return False
        self.list.setCurrentIndex(self.model.index(place))
        return True

    def _mark(self, place: int) -> None:
        index = self.model.index(place)
        self._following = True
        self.list.selectionModel().setCurrentIndex(index, _SELECT)
        self.list.scrollTo(index)
        self._following = False

    def _narrow(self) -> None:
        current = self.current
        self._following = True
        self.model.narrow(self.head.checked())
        self._following = False
        if current is not None:
            self.show_claim(current.claim)

    def _tell(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is None or self._following:
            return
        if row.claim is not None:
            self.claim_chosen.emit(row.claim)
        elif row.start is not None:
            self.passage_chosen.emit(row.start)


class ComparisonList(QListView):
    """The rows on paper; letters, digits and Enter are the window's."""

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self.setModel(model)
        self._delegate = ComparisonDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setAccessibleName(_("Comparison of two revisions"))
        notifier.changed.connect(self._take_theme)
        self._take_theme()

    def keyboardSearch(self, search: str) -> None:  # noqa: N802  Qt's name
        """None: letters and digits are the window's shortcuts."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() == "?":
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._delegate.set_fonts()
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _take_theme(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, theme().paper)
        self.setPalette(palette)
        self.viewport().update()
