"""All keys by menu, to look up and to take away as text."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.actions.offers import Heading, Offer, Row, by_menu, elsewhere
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.models.offers import OffersModel
from claimdesk.ui.views.offer_delegate import OfferDelegate
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.ink import ink

ROW = 28
_SIZE = QSize(620, 680)


class ShortcutSheet(QDialog):
    """A list that can be searched, and copied whole."""

    def __init__(self, actions: ActionBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self._actions = actions
        self.model = OffersModel(self)
        self.field = QLineEdit(self)
        hint(self.field, _("Search actions"))
        self.field.setAccessibleName(_("Search actions"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._show)
        self.list = SheetList(self.model, self)
        self.said = QLabel(self)
        self.said.setFont(interface_font(SMALL))
        ink(self.said, "text2")
        self.buttons = QDialogButtonBox(self)
        copy = self.buttons.addButton(_("Copy as text"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        close = self.buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        for button in (copy, close):
            button.setAutoDefault(False)
        self._put_together()
        self._show("")

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        for part in (self.field, self.list, self.said, self.buttons):
            column.addWidget(part)
        self.said.hide()
        self.resize(scaled(_SIZE.width()), scaled(_SIZE.height()))

    def _show(self, query: str) -> None:
        self.model.show(rows(self._actions, query))

    def _copy(self) -> None:
        """The whole sheet, whatever is searched for."""
        QGuiApplication.clipboard().setText(as_text(rows(self._actions)))
        self.said.setText(_("The whole list is on the clipboard."))
        self.said.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.reject()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self.field.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class SheetList(QListView):
    """Actions, with every way by keys."""

    def __init__(self, model: OffersModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # one that PySide knows: see ClaimTable
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self._delegate = OfferDelegate(self, height=ROW, all_keys=True)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Keyboard shortcuts"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._delegate.set_fonts()
        super().changeEvent(event)


def rows(actions: ActionBar, query: str = "") -> list[Row]:
    """What the sheet lists: all of it, also what cannot be done just now."""
    listed = by_menu(actions, query) + elsewhere(query)
    return [replace(row, obstacle="") if isinstance(row, Offer) else row for row in listed]


def as_text(listed: Sequence[Row]) -> str:
    """The sheet in plain text, its keys in a column."""
    offers = [row for row in listed if isinstance(row, Offer)]
    width = max((len(offer.words) for offer in offers), default=0) + 3
    lines: list[str] = []
    for row in listed:
        if isinstance(row, Heading):
            lines += ["", row.words, "-" * len(row.words)]
        else:
            keys = ", ".join("+".join(parts) for parts in row.keys)
            lines.append(f"{row.words:<{width}}{keys}".rstrip())
    return "\n".join(lines).strip() + "\n"
