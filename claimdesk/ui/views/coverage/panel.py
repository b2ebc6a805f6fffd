"""What nobody looked at, as a list beside the text; and what somebody said holds no fact."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from claimdesk.i18n import _, ngettext
from claimdesk.ui.fonts import BODY, EXCERPT, META, interface_font, manuscript_font
from claimdesk.ui.models.sentences import Index, Role, SentenceRow, SentencesModel
from claimdesk.ui.theme import theme
from claimdesk.ui.widgets.passage_list import PassageList
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import Words

PADDING = 16
_LINES = 3
_MANY = 500
_ABOVE, _BETWEEN = 9, 3
_SQUARE = 12
_TO_WORDS = 12
_HEAD = 16


class CoveragePanel(QFrame):
    """Tells which sentence was chosen, by its number in the text."""

    sentence_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.head = Words(interface_font(_HEAD, QFont.Weight.DemiBold), parent=self)
        self.advice = Words(interface_font(BODY), "text2", self)
        self.advice.show_words(
            _("Enter: the next one. Space: no fact in this sentence. B: make a claim of it.")
        )
        self.unseen = SentenceList(_("Not looked at"), filled=True, parent=self)
        self.no_fact = Section(_("Looked at, no fact"), parent=self)
        self.looked = SentenceList(_("Looked at, no fact"), filled=False, parent=self)
        self.no_fact.body.addWidget(self.looked)
        for one in (self.unseen, self.looked):
            one.sentence_chosen.connect(self.sentence_chosen)
        self.setAccessibleName(_("Coverage"))
        self._put_together()

    def fill(self, unseen: Sequence[SentenceRow], looked: Sequence[SentenceRow]) -> None:
        """List the sentences nobody looked at, and those that hold no fact."""
        self.head.show_words(
            ngettext(
                "{count} sentence nobody looked at",
                "{count} sentences nobody looked at",
                len(unseen),
            )
            if unseen
            else _("Every sentence was looked at")
        )
        self.advice.setVisible(bool(unseen))
        self.unseen.fill(unseen)
        self.looked.fill(looked)
        self.no_fact.set_count(len(looked))
        self.no_fact.setVisible(bool(looked))

    def look_at(self, number: int | None) -> None:
        """Mark the sentence that is looked at, in the list that holds it."""
        self.unseen.mark(number)
        self.looked.mark(number)

    def _put_together(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        whole.setSpacing(8)
        whole.addWidget(self.head)
        whole.addWidget(self.advice)
        whole.addWidget(self.unseen, 3)
        whole.addWidget(self.no_fact, 2)


class SentenceList(PassageList):
    """Sentences over up to three lines each."""

    sentence_chosen = Signal(int)

    def __init__(self, name: str, *, filled: bool, parent: QWidget | None = None) -> None:
        self._model = SentencesModel()
        super().__init__(self._model, name, parent)
        self.setItemDelegate(_SentenceDelegate(self, filled=filled))
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.turned.connect(lambda index: self.sentence_chosen.emit(index.data(Role.ROW).number))

    def fill(self, rows: Sequence[SentenceRow]) -> None:
        """List these; of very many only some are measured before the window is served again."""
        batched = len(rows) > _MANY
        self.setLayoutMode(self.LayoutMode.Batched if batched else self.LayoutMode.SinglePass)
        self._model.show(rows)

    def mark(self, number: int | None) -> None:
        """Show which of them is looked at."""
        self.mark_row(self._model.row_of(number))


class _SentenceDelegate(QStyledItemDelegate):
    """Somebody's words in the serif, below them where they stand."""

    def __init__(self, view: QListView, *, filled: bool) -> None:
        super().__init__(view)
        self._view, self._filled = view, filled

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002  Qt's
        row: SentenceRow = index.data(Role.ROW)
        words = self._words_area(QRect(0, 0, self._view.viewport().width(), 1_000), row)
        below = QFontMetrics(interface_font(META)).height()
        return QSize(120, words.height() + below + _BETWEEN + 2 * _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: SentenceRow = index.data(Role.ROW)
        area = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().selection)
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 4, 4)
        self._paint_square(painter, area)
        words = self._words_area(area, row)
        painter.setFont(manuscript_font(EXCERPT))
        painter.setPen(theme().text if self._filled else theme().text2)
        painter.setClipRect(words)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, row.words)
        painter.setClipping(False)
        painter.setFont(interface_font(META))
        painter.setPen(theme().text3)
        below = QRect(words.left(), words.bottom() + 1 + _BETWEEN, words.width(), area.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, row.below)
        painter.setPen(theme().line)
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())
        painter.restore()

    def _paint_square(self, painter: QPainter, area: QRect) -> None:
        box = QRectF(area.left() + 5.5, area.top() + _ABOVE + 3.5, _SQUARE, _SQUARE)
        if self._filled:
            painter.setPen(QPen(theme().unseen_mark, 1.2))
            painter.setBrush(theme().unseen)
            painter.drawRoundedRect(box, 2.5, 2.5)
        else:
            painter.setPen(QPen(theme().line_strong, 1.2))
            for x, foot in ((box.left(), 3.0), (box.right(), -3.0)):
                painter.drawPolyline(
                    [
                        QPointF(x + foot, box.top()),
                        QPointF(x, box.top()),
                        QPointF(x, box.bottom()),
                        QPointF(x + foot, box.bottom()),
                    ]
                )

    def _words_area(self, area: QRect, row: SentenceRow) -> QRect:
        left = area.left() + 5 + _SQUARE + _TO_WORDS
        metrics = QFontMetrics(manuscript_font(EXCERPT))
        room = QRect(left, area.top() + _ABOVE, area.right() - left - 6, 10_000)
        found = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, row.words)
        height = min(found.height(), _LINES * metrics.lineSpacing())
        return QRect(room.left(), room.top(), room.width(), height)
