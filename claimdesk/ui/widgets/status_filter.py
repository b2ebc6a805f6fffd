"""The ten statuses with their counts: legend of the list and its filter at once."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from claimdesk.domain.status import Status
from claimdesk.i18n import ngettext
from claimdesk.ui.fonts import SMALL, interface_font, tabular
from claimdesk.ui.icons import status_pixmap
from claimdesk.ui.theme import notifier
from claimdesk.ui.widgets.settle import settle

_ICON = 14
_ROWS_WHEN_NARROW = 2


class StatusFilter(QWidget):
    """Ten buttons that can be held down; none held means all. In two rows where one is too long."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._buttons = {status: self._button() for status in Status}
        self._arrange(len(Status))
        self.set_counts({})
        self._draw_icons()
        notifier.changed.connect(self._draw_icons)

    def set_counts(self, counts: Mapping[Status, int]) -> None:
        """Show how many claims have which status."""
        for status, button in self._buttons.items():
            count = counts.get(status, 0)
            button.setText(str(count))
            words = f"{status.label}, " + ngettext("{count} claim", "{count} claims", count)
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.updateGeometry()
        self._fit()

    def checked(self) -> frozenset[Status]:
        """The statuses held down."""
        return frozenset(status for status, button in self._buttons.items() if button.isChecked())

    def set_checked(self, statuses: frozenset[Status]) -> None:
        """Hold down just these; 'changed' tells once if that changes anything."""
        if statuses == self.checked():
            return
        for status, button in self._buttons.items():
            button.setChecked(status in statuses)
        self.changed.emit()

    def sizeHint(self) -> QSize:
        return self._size(self._columns)

    def minimumSizeHint(self) -> QSize:
        narrow = self._size(len(Status) // _ROWS_WHEN_NARROW)
        return QSize(narrow.width(), self._size(self._columns).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.width() >= self._size(len(Status)).width()
        self._arrange(len(Status) if fits else len(Status) // _ROWS_WHEN_NARROW)

    def _button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFont(tabular(interface_font(SMALL)))
        # 'clicked' tells of people only, so that set_checked is one change and not ten.
        button.clicked.connect(self.changed)
        return button

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(len(Status) + 1):
            self._grid.setColumnStretch(column, int(column == columns))
        self.updateGeometry()
        settle(self)

    def _size(self, columns: int) -> QSize:
        hints = [button.sizeHint() for button in self._buttons.values()]
        spacing = self._grid.spacing()
        width = sum(
            max(hint.width() for hint in hints[column::columns]) for column in range(columns)
        )
        rows = len(hints) // columns
        height = max(hint.height() for hint in hints)
        return QSize(width + spacing * (columns - 1), height * rows + spacing * (rows - 1))

    def _draw_icons(self) -> None:
        for status, button in self._buttons.items():
            button.setIcon(QIcon(status_pixmap(status, _ICON, self.devicePixelRatioF())))
