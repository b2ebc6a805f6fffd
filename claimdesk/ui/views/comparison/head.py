"""What changed, counted: legend of the comparison and its filter at once."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QToolButton, QVBoxLayout, QWidget

from claimdesk.domain.comparison import Comparison, Verdict
from claimdesk.i18n import _
from claimdesk.ui.fonts import SMALL, interface_font, tabular
from claimdesk.ui.icons import icon
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.views.comparison.delegate import ICONS, Columns
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.elided_label import ElidedLabel

_ICON = 14
_BAR = QStyle.PixelMetric.PM_ScrollBarExtent


class ComparisonHead(QWidget):
    """The two revisions, and a button a verdict; none held down means all."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[Verdict, int] = {}
        self.older, self.newer = ElidedLabel(parent=self), ElidedLabel(parent=self)
        for label in (self.older, self.newer):
            label.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        self.buttons = {verdict: self._button(verdict) for verdict in Verdict}
        self._put_together()
        self._draw_icons()
        notifier.changed.connect(self._draw_icons)

    def show_comparison(self, comparison: Comparison) -> None:
        """Name the revisions and count."""
        words = _("Revision {number} · {time}")
        self.older.setText(
            words.format(number=comparison.older, time=moment(comparison.older_made_at))
        )
        self.newer.setText(
            words.format(number=comparison.newer, time=moment(comparison.newer_made_at))
        )
        self.show_counts(comparison.counts)

    def show_counts(self, counts: Mapping[Verdict, int]) -> None:
        """Show how many rows each verdict has; without any it cannot be pressed."""
        self._counts = dict(counts)
        self._write()
        for verdict, button in self.buttons.items():
            count = counts.get(verdict, 0)
            button.setAccessibleName(f"{count} {verdict.label}: {verdict.meaning}")
            button.setToolTip(button.accessibleName())
            button.setEnabled(bool(count))
            if not count:
                button.setChecked(False)

    def checked(self) -> frozenset[Verdict]:
        """The verdicts held down."""
        return frozenset(one for one, button in self.buttons.items() if button.isChecked())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().line)

    def _button(self, verdict: Verdict) -> QToolButton:
        button = QToolButton(self)
        button.setText(verdict.label)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFont(tabular(interface_font(SMALL)))
        button.clicked.connect(self.changed)
        return button

    def _put_together(self) -> None:
        self.names = QWidget(self)
        self.names.setFixedHeight(self.older.sizeHint().height())
        for label in (self.older, self.newer):
            label.setParent(self.names)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(18, 0, 18, 0)
        whole.setContentsMargins(0, 8, 0, 8)
        whole.setSpacing(6)
        whole.addLayout(row)
        whole.addWidget(self.names)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The revisions' names stand over their columns."""
        super().resizeEvent(event)
        self._write()
        columns = Columns.of(self.width() - self.style().pixelMetric(_BAR))
        height = self.names.height()
        self.older.setGeometry(columns.left, 0, columns.text, height)
        self.newer.setGeometry(columns.right, 0, columns.text, height)

    def _write(self) -> None:
        """Words beside the numbers, where there is room for them."""
        for words in (True, False):
            for verdict, button in self.buttons.items():
                count = self._counts.get(verdict, 0)
                button.setText(f"{count} {verdict.label}" if words else str(count))
            if sum(one.sizeHint().width() + 4 for one in self.buttons.values()) < self.width() - 36:
                return

    def minimumSizeHint(self) -> QSize:
        return QSize(240, super().minimumSizeHint().height())

    def _draw_icons(self) -> None:
        for verdict, button in self.buttons.items():
            button.setIcon(icon(ICONS[verdict]))
