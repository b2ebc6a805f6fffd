"""The command palette: a few letters lead to any action, claim, article or desk.

It lies over the window as a part of it and not as a window of its own: no window manager comes
between, and where the focus was it can be given back. The keys of the window rest meanwhile.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from claimdesk.i18n import _
from claimdesk.ui.actions.offers import Row
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.icons import pixmap
from claimdesk.ui.models.offers import OffersModel
from claimdesk.ui.theme import theme
from claimdesk.ui.views.offer_delegate import OfferDelegate
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink

WIDTH = 640
ROW = 33
SETTLED = 40
"""Milliseconds after the last letter until the desk is asked, too."""
DIMMED = 30
"""Milliseconds after it opened until the window behind is dimmed."""

_PAGE = 8
_RADIUS = 8
_SHADOW = 14
_REACH = 20
"""How far the shadow may be seen."""
_DIM_LIGHT, _DIM_DARK = 46, 100
_BORDER = 1


class Palette(QWidget):
    """Asks 'first' for what is there at once, and a moment later 'further' for what the desk
    must be asked for; runs what is chosen."""

    def __init__(
        self,
        window: QWidget,
        first: Callable[[str], Sequence[Row]],
        further: Callable[[str], Sequence[Row]],
    ) -> None:
        super().__init__(window)
        self._beneath, self._first, self._further = window, first, further
        self._before: QWidget | None = None
        self.model = OffersModel(self)
        self.panel = Panel(self)
        self.field, self.list, self.where = self.panel.field, self.panel.list, self.panel.where
        self.list.setModel(self.model)
        self._asking = QTimer(self, singleShot=True, interval=SETTLED)
        self._asking.timeout.connect(self._ask_further)
        self._dimming = QTimer(self, singleShot=True, interval=DIMMED)
        self._dimming.timeout.connect(self.clearMask)
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._step)
        self.field.finished.connect(self.run)
        self.field.left.connect(self.dismiss)
        self.list.clicked.connect(self._on_clicked)
        self.hide()

    def ask(self, where: str) -> None:
        """Open it, empty; 'where' says what actions will be about."""
        self._before = QApplication.focusWidget()
        self.where.setText(where)
        self.setGeometry(self._beneath.rect())
        self._beneath.installEventFilter(self)
        self.field.clear()
        self._on_typed()
        # All of the window is painted anew when it is dimmed, so that comes after the panel.
        self.setMask(QRegion(self._around(self.panel.geometry())))
        self._dimming.start()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if self.isHidden():
            return
        self._asking.stop()
        self._dimming.stop()
        self._beneath.removeEventFilter(self)
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def run(self) -> None:
        """Carry out the current offer; one that cannot be done now leaves all as it is."""
        if self._asking.isActive() and not self.model.rowCount():
            self._ask_further()
        offer = self.model.offer(self.list.currentIndex().row())
        if offer is not None and offer.then is not None and not offer.obstacle:
            self.dismiss()
            offer.then()

    # what it lists

    def _on_typed(self) -> None:
        query = self.field.text()
        self.model.show(self._first(query))
        self._fit()
        self._choose(self.model.next_offer(-1, 1))
        self._asking.stop()
        if query.strip():
            self._asking.start()

    def _ask_further(self) -> None:
        self._asking.stop()
        none = not self.model.rowCount()
        self.model.add(self._further(self.field.text()))
        self._fit()
        if none:
            self._choose(self.model.next_offer(-1, 1))

    def _step(self, by: int) -> None:
        self._choose(self.model.next_offer(self.list.currentIndex().row(), by))

    def _choose(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(self.model.index(max(0, row - 1)))  # with the heading above
        self.list.scrollTo(index)
        offer = self.model.offer(row)
        if offer is not None and QAccessible.isActive():
            self.field.setAccessibleDescription(offer.heard)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.run()

    # how it lies over the window

    def _fit(self) -> None:
        """Only where panel and shadow change is what lies beneath painted anew."""
        before = self.panel.geometry()
        self.panel.fit(self.rect(), self.model.rowCount())
        if self.panel.geometry() != before:
            self.update(self._around(self.panel.geometry().united(before)))

    def _around(self, area: QRect) -> QRect:
        return area.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._beneath.rect())
            self._fit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the panel: close."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window; let the panel throw a shadow."""
        painter = QPainter(self)
        dark = theme().dark
        painter.fillRect(event.rect(), QColor(0, 0, 0, _DIM_DARK if dark else _DIM_LIGHT))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 10 if dark else 6))
        around = QRectF(self.panel.geometry()).translated(0, 4)
        for reach in range(_SHADOW):
            area = around.adjusted(-reach, -reach, reach, reach)
            painter.drawRoundedRect(area, _RADIUS + reach, _RADIUS + reach)


class Panel(QWidget):
    """What is typed, and what it finds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted = WIDTH
        self.field = PaletteField(self)
        self.where = ElidedLabel(parent=self)
        self.where.setFont(interface_font(SMALL))
        ink(self.where, "text2")
        self.list = OfferList(self)
        self.nothing = QLabel(_("Nothing found"), self)
        self.nothing.setFont(interface_font(SMALL))
        self.nothing.setContentsMargins(18, 8, 18, 12)
        ink(self.nothing, "text2")
        head = QHBoxLayout()
        head.setContentsMargins(18 + 16 + 12, 12, 18, 12)
        head.addWidget(self.field, 1)
        head.addWidget(self.where)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_BORDER, _BORDER, _BORDER, 6)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(_BORDER)
        column.addWidget(self.list)
        column.addWidget(self.nothing)

    def fit(self, window: QRect, rows: int) -> None:
        """Stand in the upper middle of the window, as high as what is found."""
        self.nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        width = min(scaled(self.wanted), window.width() - 48)
        top = max(12, window.height() // 8)
        height = self.list.height_of_rows()
        self.list.setFixedHeight(min(height, max(ROW * 3, (window.height() - top) * 3 // 4)))
        self._column.activate()
        hint = self._column.totalSizeHint().height()
        self.setGeometry((window.width() - width) // 2, top, width, hint)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().line, _BORDER))
        painter.setBrush(theme().paper)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
        )
        field = self.field.geometry()
        magnifier = pixmap("search", 18, theme().text2, self.devicePixelRatioF())
        painter.drawPixmap(18, field.center().y() - 8, magnifier)
        painter.fillRect(0, field.bottom() + 13, self.width(), 1, theme().line)


class OfferList(QListView):
    """Shows what is found; the keys stay in the field above."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        self._delegate = OfferDelegate(self, height=ROW)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Found"))

    def height_of_rows(self) -> int:
        """How high it would be without scrolling."""
        rows = self.model().rowCount() if self.model() else 0
        return rows * self.sizeHintForRow(0) if rows else 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._delegate.set_fonts()
        super().changeEvent(event)


class PaletteField(QLineEdit):
    """Takes all keys, also those that are shortcuts of the window."""

    stepped = Signal(int)
    finished = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.closing_key = _OWN_KEY
        self.setFrame(False)
        self.setFont(interface_font(16))
        self.setPlaceholderText(_("An action, a claim or its number, an article, a desk"))
        self.setAccessibleName(_("Find an action, a claim, an article or a desk"))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, steps = event.key(), _STEPS.get(Qt.Key(event.key()))
        closes = event.keyCombination() == self.closing_key
        if steps:
            self.stepped.emit(steps)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif closes or key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  Qt's name
        """Tab goes through what is found: nothing else here takes keys."""
        self.stepped.emit(1 if following else -1)
        return True


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_OWN_KEY = Qt.Modifier.CTRL | Qt.Key.Key_K
