"""The text itself: a read-only QTextEdit that draws passages under its glyphs.

Of the keys it takes only those that move, select and copy, and Enter on a passage: letters and
digits belong to the window's shortcuts, which Qt's own text control would swallow.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QTextEdit, QToolTip, QWidget

from claimdesk.i18n import _, ngettext
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript import document
from claimdesk.ui.views.manuscript.gutter import Chip
from claimdesk.ui.views.manuscript.ink import Ink
from claimdesk.ui.views.manuscript.keys import ENTER, MOVES, WITH_MOVES
from claimdesk.ui.views.manuscript.layer import PassageLayer
from claimdesk.ui.views.manuscript.layout import Spanned
from claimdesk.ui.views.manuscript.lines import Lines
from claimdesk.ui.views.manuscript.margin import Entry
from claimdesk.ui.views.manuscript.marks import Mark
from claimdesk.ui.views.manuscript.measures import RULER, Columns
from claimdesk.ui.views.manuscript.shown import ShownText

TOOLTIP_CLAIMS = 6

_BEGINNING = (0, 0)
"""The place of a text that is not scrolled, whatever its upper margin."""


class TextPane(QTextEdit):
    """Shows the text and tells what is chosen or selected in it."""

    claim_chosen = Signal(int)
    sentence_chosen = Signal(int)
    proposal_chosen = Signal(str)
    range_selected = Signal()
    menu_opening = Signal(object, str, str)
    """A QMenu that may be added to, what it is opened on ("claim", "suggestion" or nothing), and
    the address that the words there lead to."""
    resizing = Signal()
    """The last moment to share the new width out before lines are broken to it."""
    scrolled = Signal()
    """The reader went to another place, or was taken there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown = ShownText()
        self.placeholder = ""
        self.words_of: Callable[[int], str] = lambda _claim: ""
        self._pressed: Chip | Entry | QPoint | None = None
        self.yields_enter = False
        """Whether Enter does something else in the window for the time being."""
        self._place: tuple[int, int] | None = None
        self._staying = False
        self._behave()
        self.layer = PassageLayer(self)
        self.lines = Lines(self.document())
        self.ink = Ink(self)
        self.selectionChanged.connect(self._tell_selection)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().actionTriggered.connect(self.lines.forget)

    def _behave(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setCursorWidth(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)

    def has_selection(self) -> bool:
        """Whether words are selected."""
        return self.textCursor().hasSelection()

    def _tell_selection(self) -> None:
        if self._pressed is None and self.has_selection():
            self.range_selected.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Passages, then Qt's glyphs, selection and caret above them."""
        painter = QPainter(self.viewport())
        if self.shown.text:
            self.layer.paint(painter, event.rect())
        elif self.placeholder:
            self._paint_placeholder(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_placeholder(self, painter: QPainter) -> None:
        painter.setFont(self.font())
        painter.setPen(theme().text2)
        area = self.viewport().rect().adjusted(24, 24, -24, -24)
        narrow = max(0, area.width() - 420) // 2
        painter.drawText(
            area.adjusted(narrow, 0, -narrow, 0),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self.placeholder,
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click or a selection begins."""
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = self._chip_or_entry(event.position()) or event.position().toPoint()
        if isinstance(self._pressed, QPoint):
            super().mousePressEvent(event)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _chip_or_entry(self, point: QPointF) -> Chip | Entry | None:
        return self.layer.chip_at(point) or self.layer.entry_at(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Twice selects a word; on a chip it is two clicks."""
        if self._chip_or_entry(event.position()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses, a drag has selected."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or isinstance(pressed, QPoint):
            super().mouseReleaseEvent(event)
        if isinstance(pressed, QPoint):
            self._finish_press(pressed, event.position())
        elif pressed is not None:
            self._choose(self.layer.marks.next_of(pressed.marks))

    def _finish_press(self, pressed: QPoint, released: QPointF) -> None:
        moved = (released.toPoint() - pressed).manhattanLength()
        if self.has_selection():
            self.range_selected.emit()
        elif moved < QApplication.startDragDistance():
            self._choose_at(released)

    def _choose_at(self, point: QPointF) -> None:
        if self._chose_proposal(point):
            return
        if stretch := self.layer.stretch_at(point):
            self.sentence_chosen.emit(stretch.number)
        self._choose(self.layer.marks.next_of(self.layer.marks_at(point)))

    def _chose_proposal(self, point: QPointF) -> bool:
        proposed = self.layer.proposals_at(point)
        if proposed and self.layer.proposals is not None:
            self.proposal_chosen.emit(self.layer.proposals.next_of(proposed))
        return bool(proposed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Chips are no text to select."""
        if self._pressed is None:
            over_chip = self._chip_or_entry(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over_chip else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
        if self._pressed is None or isinstance(self._pressed, QPoint):
            super().mouseMoveEvent(event)

    def _choose(self, mark: Mark | None) -> None:
        if mark:
            self.claim_chosen.emit(mark.claim)

    def event(self, event: QEvent) -> bool:
        """Leave to the window's shortcuts what this text does not need."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(self._needs(event))
            return event.isAccepted()
        if event.type() is QEvent.Type.Resize:
            self.resizing.emit()
        return super().event(event)

    def _needs(self, event: QKeyEvent) -> bool:
        if event.key() in ENTER:
            return bool(self._marks_at_caret()) and not self.yields_enter
        moves = event.key() in MOVES and not event.modifiers() & ~WITH_MOVES
        return moves or any(
            event.matches(key)
            for key in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the claim under the caret."""
        self._pressed = None  # words that were dragged elsewhere end in no release
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif mark := self.layer.marks.next_of(self._marks_at_caret()):
            self.claim_chosen.emit(mark.claim)
        else:
            event.ignore()

    def _marks_at_caret(self) -> list[Mark]:
        at = self.textCursor().position()
        marks = self.layer.marks
        return marks.overlapping(at, at + 1) or marks.overlapping(at - 1, at)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what stands under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tooltip(QPointF(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def tooltip(self, point: QPointF) -> str:
        """The claims at a point of the viewport, in words."""
        chip = self._chip_or_entry(point)
        marks = sorted(chip.marks if chip else self.layer.marks_at(point), key=lambda it: it.rank)
        lines = [self.describe(mark) for mark in marks[:TOOLTIP_CLAIMS]]
        if not chip:
            proposed = self.layer.proposals_at(point)[:TOOLTIP_CLAIMS]
            lines += [escape(f"{one.row.label}: {one.row.words}") for one in proposed]
        if further := len(marks) - len(lines):
            lines.append(escape(ngettext("{count} more", "{count} more", further)))
        return "".join(f"<p>{line}</p>" for line in lines)

    def describe(self, mark: Mark) -> str:
        """A claim in words, as rich text."""
        status = self.layer.marks.status(mark).label
        head = escape(_("Claim {number}: {status}").format(number=mark.number, status=status))
        words = self.words_of(mark.claim)
        further = (words, *self.layer.margin.describe(mark.claim))
        return "<br>".join([head, *(escape(line) for line in further if line)])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Turn to what is meant, and let others say what can be done with it."""
        about, marks = "", self._marks_at_caret()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.textCursor().position()
        else:
            place, point = self.cursorForPosition(event.pos()).position(), QPointF(event.pos())
            chip = self.layer.chip_at(point)
            marks = list(chip.marks) if chip else self.layer.marks_at(point)
            about = "suggestion" if self._chose_proposal(point) else ""
        if not about:
            if not any(self.layer.marks.is_ringed(mark) for mark in marks):
                self._choose(self.layer.marks.next_of(marks))
            about = "claim" if marks else ""
        menu, link = self.copy_menu(), self.shown.link(place)
        self.menu_opening.emit(menu, about, link.address if link else "")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def copy_menu(self) -> QMenu:
        """What can be done to a text that is only read."""
        menu = QMenu(self)
        copy = menu.addAction(_("Copy"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setEnabled(self.has_selection())
        copy.triggered.connect(self.copy)
        return menu

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  Qt's name
        """Copied words come from the stored text: Qt would turn no-break spaces into plain ones."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self.shown.words(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the size of letters is the view's to set."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def set_columns(self, columns: Columns) -> None:
        """Take another arrangement of the width."""
        document.set_columns(self.document(), columns)
        self.setViewportMargins(columns.left, 0, columns.right + RULER, 0)
        self.break_lines()
        self.layer.drop_geometry()
        self._place_margin()

    def _place_margin(self) -> None:
        width = self.document().rootFrame().frameFormat().rightMargin()
        self.layer.margin.arrange(self.viewport().width() - width, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        if event.size().width() != event.oldSize().width():
            self.layer.drop_geometry()
        with self.staying():
            super().resizeEvent(event)
        self._place_margin()

    def put_caret_into(self, mark: Spanned) -> None:
        """Set the caret before a passage, without scrolling, unless it stands there already."""
        if mark.start <= self.textCursor().position() <= mark.end:
            return
        scrolled = self.verticalScrollBar().value()
        with self.staying():
            self.put_caret(mark.start)
            self.verticalScrollBar().setValue(scrolled)

    def put_caret(self, position: int) -> None:
        """Set the caret, and scroll to it."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def reveal(self, mark: Spanned) -> None:
        """Scroll a passage to a third from the top, unless it is in view."""
        top, bottom = self.layer.span(mark)
        seen = self.verticalScrollBar().value()
        height = self.viewport().height()
        if top < seen or min(bottom, top + height) > seen + height:
            self.scroll_to(round(top - height / 3))

    def scroll_to(self, pixels: int) -> None:
        """Scroll, also to what Qt has not laid out yet."""
        bar = self.verticalScrollBar()
        if self.lines.are_broken:
            self.text_height()
        else:  # the bar goes as far as Qt guesses
            bar.setMaximum(max(bar.maximum(), pixels))
        bar.setValue(pixels)

    def break_lines(self) -> None:
        """To the width there is."""
        self.document().setTextWidth(self.viewport().width())

    def text_height(self) -> float:
        """How high the whole text is; this lays out all of it."""
        return self.document().documentLayout().documentSize().height()

    # the place one reads at: kept as it is, not as it looks, until somebody scrolls, or each
    # change of the width would move it a little

    def reading_place(self) -> tuple[int, int]:
        """Where the line at the viewport's upper edge begins, and how far above the edge it is."""
        if self._place is not None:
            return self._place
        if self.verticalScrollBar().value() == 0:
            return _BEGINNING
        cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        return cursor.position(), self.cursorRect(cursor).top()

    def stay_at(self, place: tuple[int, int]) -> None:
        """Take a place for the one one reads at; 'go_back' scrolls there."""
        self._place = place

    def leave_place(self) -> None:
        """Forget the place: the text is another."""
        self._place = None

    def go_back(self) -> None:
        """Bring the line back to where it stood."""
        if self._place is None:
            return
        self.lines.when(self._place[0], self._go_back)

    def _go_back(self) -> None:
        if self._place is None:
            return
        position, top = self._place
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        with self.staying():
            if self.lines.are_broken:
                self.text_height()  # lays it out, also below what is seen
            down = self.verticalScrollBar().value() + self.cursorRect(cursor).top() - top
            self.scroll_to(0 if self._place == _BEGINNING else down)

    @contextmanager
    def staying(self) -> Iterator[None]:
        """What scrolls meanwhile is not the reader."""
        before, self._staying = self._staying, True
        try:
            yield
        finally:
            self._staying = before

    def _on_scrolled(self) -> None:
        self.ink.follow()
        if not self._staying and not self.lines.is_awaited:
            self._place = None
            self.scrolled.emit()
