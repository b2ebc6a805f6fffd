"""The manuscript: the article's text with every claim's passage, its gutter and its ruler.

Knows claims only by id, number and status; offsets it takes and tells are code points of the
revision's stored text.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from claimdesk.domain.claim import Passage
from claimdesk.domain.coverage import Sentence
from claimdesk.domain.margin import MarginNote
from claimdesk.domain.status import Status
from claimdesk.domain.structure import Structure
from claimdesk.i18n import _
from claimdesk.ui import theme
from claimdesk.ui.views.manuscript import document
from claimdesk.ui.views.manuscript.going import Going
from claimdesk.ui.views.manuscript.marks import Mark, Marks
from claimdesk.ui.views.manuscript.measures import RULER, Columns
from claimdesk.ui.views.manuscript.pane import TextPane
from claimdesk.ui.views.manuscript.ruler import Ruler
from claimdesk.ui.views.manuscript.sentences import Stretch, Stretches
from claimdesk.ui.views.manuscript.shown import ShownText

if TYPE_CHECKING:
    from claimdesk.domain.review import ReviewRow


class ManuscriptView(QWidget):
    """The article's text with its claims."""

    claim_chosen = Signal(int)
    range_selected = Signal(int, int)
    sentence_chosen = Signal(int)
    """A sentence was clicked while coverage is shown: its number."""
    proposal_chosen = Signal(str)
    """A proposal was clicked while they are reviewed: its mark."""
    menu_opening = Signal(object, str, str)
    """As the pane's; what it is opened on is chosen by now."""
    scrolled = Signal()
    """Another place of the text is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = self._title = self._byline = ""
        self._structure: Structure | None = None
        self._passages: tuple[Passage, ...] = ()
        self._pane = TextPane(self)
        self._going = Going(self._pane)
        self._ruler = Ruler(self, self._places, self._pane.verticalScrollBar())
        self._pane.lines.broken.connect(self._ruler.measure_anew)
        self._columns = self._shared_out()
        self._pane.document().setDefaultFont(self._pane.layer.font)
        self._pane.set_columns(self._columns)
        self._name()
        self._connect()
        self._take_theme()

    def _name(self) -> None:
        self._pane.setAccessibleName(_("Manuscript"))
        self._describe()
        self.setFocusProxy(self._pane)
        self.setMinimumSize(280, 120)

    def _describe(self) -> None:
        self._pane.setAccessibleDescription(
            _("The article’s text. Enter chooses the claim under the caret.")
            if self._pane.shown.text
            else self._pane.placeholder
        )

    def _connect(self) -> None:
        self._pane.claim_chosen.connect(self.claim_chosen)
        self._pane.sentence_chosen.connect(self.sentence_chosen)
        self._pane.proposal_chosen.connect(self.proposal_chosen)
        self._pane.scrolled.connect(self.scrolled)
        self._pane.menu_opening.connect(self.menu_opening)
        self._pane.resizing.connect(self._arrange)
        self._pane.range_selected.connect(self._tell_range)
        self._ruler.claim_chosen.connect(self.claim_chosen)
        self._ruler.place_chosen.connect(self._scroll_to)
        self._ruler.describe = self._pane.describe
        theme.notifier.changed.connect(self._take_theme)

    # what is shown

    def set_text(
        self,
        text: str,
        title: str = "",
        byline: str = "",
        label: str = "",
        structure: Structure | None = None,
    ) -> None:
        """Show a revision's text; a small label, title and byline stand above it and count in no
        offset."""
        self._structure = structure
        self._label, self._title, self._byline = label, title, byline
        self._passages = ()
        self._write(text)
        empty = Marks()
        empty.visible = self._marks.visible
        self._mark(empty)
        self.set_coverage(None)
        self._pane.layer.set_proposals(None)
        self._going.nowhere()
        self._pane.leave_place()
        self._pane.verticalScrollBar().setValue(0)

    def set_placeholder(self, sentence: str) -> None:
        """What is said where there is no text."""
        self._pane.placeholder = sentence
        self._describe()
        self._pane.viewport().update()

    def set_passages(self, passages: Sequence[Passage]) -> None:
        """Show these claims' passages; what is chosen stays chosen."""
        self.set_made(passages, self.mark_maker()(passages))

    @property
    def is_long(self) -> bool:
        """Whether there may be so much that it is better made ready elsewhere."""
        return self._pane.lines.is_long

    def mark_maker(self) -> Callable[[Sequence[Passage]], Marks]:
        """Makes marks of this text's passages, also on another thread; for 'set_made'."""
        shown, lane_count = self._pane.shown, self._pane.layer.measures.lanes
        return lambda passages: Marks(passages, shown, lane_count)

    def set_made(self, passages: Sequence[Passage], made: Marks) -> None:
        """Show passages whose marks were made already; what is chosen stays chosen."""
        if made.shown is self._pane.shown:
            self._passages = tuple(passages)
            with self._keeping_place():
                self._mark(made.chosen_like(self._marks))

    def update_statuses(self, statuses: Mapping[int, Status]) -> None:
        """Take over statuses that changed, and repaint only these."""
        changed = self._marks.set_statuses(statuses)
        if changed:
            self._repaint(changed)
            self._ruler.measure_later()

    def set_margin(self, notes: Mapping[int, MarginNote]) -> None:
        """Show what waits beside the passages, by the claims' ids."""
        self._repaint_claims(self._pane.layer.margin.set_notes(notes))

    def leave_enter(self, left: bool) -> None:
        """Whether Enter is left to the window, which offers something."""
        self._pane.yields_enter = left

    def claims_within(self, start: int, end: int) -> list[int]:
        """The claims that have something between two offsets of the text, inner before outer."""
        shown = self._pane.shown
        found = self._marks.overlapping(shown.position(start), shown.position(end))
        return [mark.claim for mark in sorted(found, key=lambda mark: mark.rank)]

    def stretch_maker(self) -> Callable[[Sequence[Sentence]], Stretches]:
        """Makes what is drawn of this text's sentences, also on another thread."""
        shown = self._pane.shown
        return lambda sentences: Stretches(sentences, shown)

    def set_coverage(self, made: Stretches | None) -> None:
        """Show how far the checking of each sentence is, instead of the passages' fills; None:
        the passages again. What was made of another text is left out."""
        if made is not None and made.shown is not self._pane.shown:
            return
        self._pane.layer.set_stretches(made)
        self._pane.ink.show(made, is_long=self.is_long)
        self._ruler.set_unseen(made.unseen if made is not None else ())
        self._pane.viewport().update()

    def look_at(self, sentence: int | None) -> None:
        """Ring a sentence of the coverage shown, set the caret into it and bring it into view."""
        layer = self._pane.layer
        layer.current = sentence
        if sentence is not None and layer.stretches is not None:
            stretch = layer.stretches[sentence]
            self._going.into(stretch)
        self._pane.viewport().update()

    def set_proposals(self, rows: "Sequence[ReviewRow] | None") -> None:
        """Show what is proposed beside the passages; None: the passages alone again."""
        from claimdesk.ui.views.manuscript.proposals import Proposals  # when reviewed

        layer = self._pane.layer
        shown = self._pane.shown
        layer.set_proposals(None if rows is None else Proposals(rows, shown, layer.measures.lanes))
        self._pane.viewport().update()

    def look_at_proposal(self, row: "ReviewRow | None") -> None:
        """Ring one of what is proposed, set the caret into it and bring it into view."""
        proposals = self._pane.layer.proposals
        if proposals is None:
            return
        proposals.current = row.mark if row is not None else None
        if row is not None:
            self._going.into(proposals.place_of(row))
        self._pane.viewport().update()

    @property
    def sentence_looked_at(self) -> int | None:
        """The number of the sentence that is ringed."""
        return self._pane.layer.current

    @property
    def caret(self) -> int:
        """Where the caret stands, as an offset of the text."""
        return self._pane.shown.offset(self._pane.textCursor().position())

    def set_tooltip_source(self, source: Callable[[int], str]) -> None:
        """Who knows a claim's statement."""
        self._pane.words_of = source

    def set_font_size(self, pixels: int) -> None:
        """Set the letters' size, as drawn."""
        with self._keeping_place():
            self._pane.layer.set_font_size(pixels)
            held = self._pane.document()
            held.setDefaultFont(self._pane.layer.font)
            with document.without_lines(held):
                document.format_plainly(held, self._pane.layer.measures)
                self._format()
            self._pane.break_lines()
            self._mark(self.mark_maker()(self._passages).chosen_like(self._marks))

    # what is chosen

    def select(self, claim: int | None, *, reveal: bool = True) -> None:
        """Mark the chosen claim, and bring it into view."""
        before = self._marks.get(self._marks.chosen)
        self._marks.chosen = claim
        mark = self._marks.get(claim)
        if before != mark:
            self._repaint([it for it in (before, mark) if it])
            self._ruler.measure_later()
        if mark:
            self._going.into(mark, reveal=reveal)

    def set_selected(self, claims: Collection[int]) -> None:
        """Mark several chosen claims."""
        before = self._marks.selected
        self._marks.selected = frozenset(claims)
        changed = before ^ self._marks.selected  # of the whole desk, perhaps
        self._repaint([mark for mark in self._marks if mark.claim in changed])

    def set_visible_claims(self, claims: Collection[int] | None) -> None:
        """A filter leaves these claims; the others are drawn faint. None: it leaves all."""
        self._marks.visible = None if claims is None else frozenset(claims)
        self._pane.viewport().update()
        self._ruler.update()

    def selection(self) -> tuple[int, int] | None:
        """The selected range of the text."""
        cursor, shown = self._pane.textCursor(), self._pane.shown
        start = shown.offset(cursor.selectionStart())
        end = shown.offset(cursor.selectionEnd())
        return (start, end) if start < end else None

    def reading_place(self) -> tuple[int, int]:
        """Where the line at the top begins in the text, negative in what stands above the text;
        and how far below the upper edge it is drawn, in pixels."""
        position, top = self._pane.reading_place()
        above = position - self._pane.shown.position(0)
        return (above if above < 0 else self._pane.shown.offset(position)), top

    def go_to(self, place: tuple[int, int]) -> None:
        """Scroll to where the text was left, and stay there however wide it becomes."""
        offset, top = place
        shown = self._pane.shown
        above = max(0, shown.position(0) + offset)
        within = shown.position(min(max(offset, 0), len(shown.text)))
        self._pane.stay_at((above if offset < 0 else within, top))
        self._going.once_shown(self._pane.go_back)

    # how it is done

    @property
    def _marks(self) -> Marks:
        return self._pane.layer.marks

    def _write(self, text: str) -> None:
        self._pane.shown = ShownText(
            text,
            label=self._label,
            title=self._title,
            byline=self._byline,
            structure=self._structure,
        )
        held = self._pane.document()
        held.clear()
        with document.without_lines(held):
            document.write(held, self._pane.shown, self._pane.layer.measures, self._columns)
            self._format()
            self._pane.put_caret(self._pane.shown.position(0))
        self._pane.break_lines()
        self._pane.setCursorWidth(1 if text else 0)
        self._describe()

    def _format(self) -> None:
        held, shown, measures = self._pane.document(), self._pane.shown, self._pane.layer.measures
        self._pane.lines.begin(
            lambda start, end: document.format_piece(held, shown, measures, start, end)
        )

    def _mark(self, marks: Marks) -> None:
        self._pane.layer.set_marks(marks)
        self._ruler.set_marks(marks)
        self._arrange()
        self._pane.viewport().update()

    def _repaint(self, marks: Iterable[Mark]) -> None:
        for area in self._pane.layer.areas_of(marks):
            self._pane.viewport().update(area)

    def _repaint_claims(self, claims: Iterable[int]) -> None:
        self._repaint([mark for claim in claims if (mark := self._marks.get(claim))])

    def _tell_range(self) -> None:
        if chosen := self.selection():
            self.range_selected.emit(*chosen)

    def _places(self, marks: Sequence[Mark | Stretch]) -> list[float] | None:
        """How far down the whole text passages or sentences start, from 0 to 1; None while that
        is not known."""
        if not self._pane.lines.are_broken:
            return None
        height = max(1.0, self._pane.text_height(), self._pane.viewport().height())
        half = self._pane.layer.measures.line / 2
        return [(self._pane.layer.top(mark) + half) / height for mark in marks]

    def _scroll_to(self, place: float) -> None:
        middle = place * self._pane.text_height() - self._pane.viewport().height() / 2
        self._pane.scroll_to(round(middle))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._going.shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words at the top where they are while lines break anew."""
        super().resizeEvent(event)
        with self._keeping_place():
            self._pane.setGeometry(self.rect())
            self._ruler.place()

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        """Lines may break anew meanwhile; the words at the top stay where they are."""
        if self._pane.isVisible():
            self._pane.stay_at(self._pane.reading_place())
        with self._pane.staying():
            yield
        if self._pane.isVisible():
            self._pane.go_back()

    def _arrange(self) -> None:
        """Share the width out, where that changes anything."""
        columns = self._shared_out()
        self._pane.layer.gutter.arrange(columns.slots, columns.gutter)
        if columns != self._columns:
            self._columns = columns
            self._pane.set_columns(columns)
        self._ruler.measure_anew()

    def _shared_out(self) -> Columns:
        room = self.width() - self._bar_width - RULER
        return Columns.of(room, self._pane.layer.measures, self._pane.layer.gutter.widths())

    @property
    def _bar_width(self) -> int:
        return self._pane.verticalScrollBar().sizeHint().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sides are paper too."""
        QPainter(self).fillRect(self.rect(), theme.theme().paper)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The blank sides and the ruler scroll the text too."""
        QCoreApplication.sendEvent(self._pane.verticalScrollBar(), event)

    def _take_theme(self) -> None:
        colours = theme.theme()
        palette = QPalette(self._pane.palette())
        palette.setColor(QPalette.ColorRole.Base, colours.paper)
        palette.setColor(QPalette.ColorRole.Text, colours.text)
        self._pane.setPalette(palette)
        layer = self._pane.layer
        document.colour(self._pane.document(), self._pane.shown, layer.measures)
        if layer.stretches is not None:
            self._pane.ink.show(layer.stretches, is_long=self.is_long)
        self.update()
