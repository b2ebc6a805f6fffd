"""The right margin: the correction's new words, an open question, a passage that changed, beside
the line where the claim's passage starts. Where there is little room, only their icons."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from claimdesk.domain.claim import Badge
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.margin import MarginNote
from claimdesk.domain.wording import difference
from claimdesk.i18n import _, pgettext
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui import fonts, icons
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.layout import Placed
from claimdesk.ui.views.manuscript.marks import Mark, Marks
from claimdesk.ui.views.manuscript.measures import Measures

EDGE = 14
"""From the text to the first icon, where there is room."""
ICON = 13
BETWEEN = 6
TIGHT = 2
WORDS = 48
"""The least width that words are worth."""
HEIGHT = 19
FAINT = 0.4

_KEPT = 1024
"""For how many words it is remembered how far they fit."""

_BADGES = {
    CorrectionState.PROPOSED: Badge.CORRECTION_PROPOSED,
    CorrectionState.ACCEPTED: Badge.CORRECTION_ACCEPTED,
    CorrectionState.DECLINED: Badge.CORRECTION_DECLINED,
    CorrectionState.DROPPED: Badge.PASSAGE_DROPPED,
}
_CHANGED = "delta"


class Entry(NamedTuple):
    """What stands beside one line: the claim it is about, the names of its icons before and
    behind the words, the words, and how many further claims of the line have something too."""

    area: QRectF
    marks: tuple[Mark, ...]
    before: str
    words: str
    is_wording: bool
    behind: tuple[str, ...]
    further: int = 0


class Margin:
    """Lays out and draws what stands beside a row."""

    def __init__(self) -> None:
        self.notes: Mapping[int, MarginNote] = {}
        self._width = 0.0
        self._left = 0.0
        self._words: dict[int, str] = {}
        self.set_fonts()

    def set_fonts(self) -> None:
        """Take the fonts as they are now."""
        self._italic = fonts.manuscript_font(fonts.BODY, italic=True)
        self._plain = fonts.interface_font(fonts.SMALL)
        self._metrics = {
            True: QFontMetricsF(self._italic),
            False: QFontMetricsF(self._plain),
        }
        self._fitting = lru_cache(maxsize=_KEPT)(self._fit)

    def set_notes(self, notes: Mapping[int, MarginNote]) -> list[int]:
        """Show other notes; the claims beside which something changed."""
        before, self.notes = self.notes, dict(notes)
        changed = [
            claim
            for claim in before.keys() | self.notes.keys()
            if before.get(claim) != self.notes.get(claim)
        ]
        for claim in changed:
            self._words.pop(claim, None)
        return changed

    def arrange(self, left: float, width: float) -> None:
        """Stand here, with so much room."""
        self._left, self._width = left, width

    def entry(self, placed: Placed[Mark], marks: Marks, measures: Measures) -> Entry | None:
        """What stands beside a row: that of the chosen claim first, then what a filter leaves,
        corrections before the rest."""
        starting = [mark for mark in placed.row.starting if mark.claim in self.notes]
        if not starting:
            return None
        starting.sort(
            key=lambda mark: (
                mark.claim != marks.chosen,
                marks.is_faint(mark),
                self.notes[mark.claim].correction is None,
            )
        )
        note = self.notes[starting[0].claim]
        top = placed.baseline - measures.size * 0.33 - HEIGHT / 2
        edge = EDGE if self._width > EDGE + WORDS else TIGHT
        area = QRectF(self._left + edge, top, max(0.0, self._width - edge - TIGHT), HEIGHT)
        before, *behind = _icons(note)
        return Entry(
            area,
            tuple(starting),
            before,
            self._said(note),
            bool(note.correction),
            tuple(behind),
            len(starting) - 1,
        )

    def paint(self, painter: QPainter, entry: Entry, marks: Marks) -> None:
        """Draw what stands beside a row."""
        painter.setOpacity(FAINT if marks.is_faint(entry.marks[0]) else 1)
        area, further = entry.area, f"+{entry.further}" if entry.further else ""
        beside = self._fitting(further, False, area.width())[1] if further else 0.0
        room = area.width() - (ICON + BETWEEN) * (1 + len(entry.behind)) - beside
        left = _icon(painter, entry.before, area.left(), area)
        if entry.words and room >= WORDS:
            painter.setPen(theme().text2)
            left = self._write(painter, entry.words, entry.is_wording, left, area, room)
        for name in entry.behind:
            if left + ICON <= area.right() + TIGHT:
                left = _icon(painter, name, left, area)
        if further and left + beside <= area.right() + BETWEEN + TIGHT:
            painter.setPen(theme().text3)
            self._write(painter, further, False, left, area, beside)
        painter.setOpacity(1)

    def _write(  # noqa: PLR0917  what is drawn, and where
        self, painter: QPainter, words: str, italic: bool, left: float, area: QRectF, room: float
    ) -> float:
        """Write as much as there is room for; where what follows may begin."""
        metrics = self._metrics[italic]
        shown, width = self._fitting(words, italic, room)
        painter.setFont(self._italic if italic else self._plain)
        down = area.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(left, down), shown)
        return left + width

    def _fit(self, words: str, italic: bool, room: float) -> tuple[str, float]:
        """The words as far as they fit, and how much they and what parts them from others take."""
        metrics = self._metrics[italic]
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        return shown, metrics.horizontalAdvance(shown) + 1 + BETWEEN

    def describe(self, claim: int) -> Iterator[str]:
        """A claim's note in full sentences."""
        note = self.notes.get(claim)
        if note is None:
            return
        if note.correction is not None:
            words = clean(note.new_wording) or "–"
            yield _("Correction, {state}: “{words}”").format(
                state=note.correction.label, words=words
            )
        if note.has_question:
            yield _("A question is open.")
        if note.is_changed:
            yield _("The passage changed; nobody has confirmed it yet.")

    def _said(self, note: MarginNote) -> str:
        if note.claim not in self._words:
            self._words[note.claim] = _words_of(note)
        return self._words[note.claim]


def _icons(note: MarginNote) -> Sequence[str]:
    names = []
    if note.correction is not None:
        names.append(icons.badge_name(_BADGES[note.correction]))
    if note.is_changed:
        names.append(_CHANGED)
    if note.has_question:
        names.append(icons.badge_name(Badge.OPEN_QUESTION))
    return names


def _words_of(note: MarginNote) -> str:
    """The new words of a correction; else what the first icon stands for."""
    if note.correction is CorrectionState.DROPPED:
        return note.correction.label
    if note.correction is not None:
        added = difference(clean(note.old_wording), clean(note.new_wording)).added
        return " ".join(added.split())
    return pgettext("passage", "changed") if note.is_changed else ""


def _icon(painter: QPainter, name: str, left: float, area: QRectF) -> float:
    """Draw an icon on whole device pixels; where what follows may begin."""
    ratio = painter.device().devicePixelRatioF()
    x = round(left * ratio) / ratio
    y = round((area.center().y() - ICON / 2) * ratio) / ratio
    painter.drawPixmap(QPointF(x, y), icons.pixmap(name, ICON, theme().text2, ratio))
    return left + ICON + BETWEEN
