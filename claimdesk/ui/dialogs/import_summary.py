"""What was read from a file, and what looks odd in it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from claimdesk.domain.imported import ImportedText, Lead, LeadKind
from claimdesk.domain.status import Status
from claimdesk.i18n import _, ngettext
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import pixmap
from claimdesk.ui.theme import notifier, theme
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words, body, shorten

_ICON = QSize(16, 16)
_MOST = 12
"""How many oddities, and how many leads, are listed."""
_LONGEST = 90
"""Characters of a lead that are shown."""
_ICONS = {LeadKind.COMMENT: "note", LeadKind.FOOTNOTE: "list", LeadKind.LINK: "link"}


class ReadSummary(QWidget):
    """A line each, with an icon; an oddity that has a place leads there."""

    place_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = Words(interface_font(SMALL, QFont.Weight.DemiBold), parent=self)
        title.show_words(_("Read"))
        self._text: ImportedText | None = None
        self._more: Sequence[str] = ()
        self._rows: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(6)
        self._whole.addWidget(title)
        notifier.changed.connect(self._take_theme)

    def _take_theme(self) -> None:
        if self._text is not None:
            self.fill(self._text, self._more)

    def fill(self, text: ImportedText, more: Sequence[str] = ()) -> None:
        """Tell of this text, and what more it brings."""
        self._text, self._more = text, more
        if self._rows is not None:
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for words in facts(text):
            self._add(grid, "check", words)
        for words in more:
            self._add(grid, "arrow-back-up", words)
        for oddity in text.oddities[:_MOST]:
            self._add(grid, "alert-triangle", oddity.text, oddity.start, odd=True)
        self._count_rest(grid, len(text.oddities))
        for lead in text.leads[:_MOST]:
            self._add(grid, _ICONS[lead.kind], _said(lead), lead.start)
        self._count_rest(grid, len(text.leads))
        self._whole.addWidget(self._rows)

    def _count_rest(self, grid: QGridLayout, count: int) -> None:
        if (left := count - _MOST) > 0:
            self._add(grid, "", ngettext("{count} more", "{count} more", left))

    def _add(
        self,
        grid: QGridLayout,
        icon: str,
        words: str,
        start: int | None = None,
        *,
        odd: bool = False,
    ) -> None:
        row = grid.rowCount()
        if icon:
            sign = QLabel(self)
            sign.setFixedWidth(_ICON.width())
            colour = theme().status[Status.INACCURATE].mark if odd else theme().text2
            ratio = self.devicePixelRatioF()
            sign.setPixmap(pixmap(icon, _ICON.width(), colour, ratio))
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignTop)
        label = body(self, "text" if odd else "text2")
        label.show_words(words)
        grid.addWidget(label, row, 1)
        if start is not None:
            show = LinkButton(_("show"), self)
            show.setAccessibleName(_("show: {words}").format(words=words))
            show.clicked.connect(partial(self._show, start))
            grid.addWidget(show, row, 2, Qt.AlignmentFlag.AlignTop)

    def _show(self, start: int, _checked: bool = False) -> None:
        self.place_wanted.emit(start)


def _said(lead: Lead) -> str:
    """What kind of lead it is, whose, and how it begins."""
    kind = lead.kind.label
    head = _("{kind} by {person}").format(kind=kind, person=lead.said_by) if lead.said_by else kind
    return f"{head}: {shorten(' '.join(lead.text.split()), _LONGEST)}"


def facts(text: ImportedText) -> list[str]:
    """What was read, a short sentence each."""
    words, blocks = len(text.text.split()), len(text.structure.blocks)
    lines = [
        _("{words} in {paragraphs}").format(
            words=ngettext("{count} word", "{count} words", words),
            paragraphs=ngettext("{count} paragraph", "{count} paragraphs", blocks),
        )
    ]
    counted = {kind: sum(lead.kind is kind for lead in text.leads) for kind in LeadKind}
    found = [
        ngettext("{count} comment", "{count} comments", counted[LeadKind.COMMENT]),
        ngettext("{count} footnote", "{count} footnotes", counted[LeadKind.FOOTNOTE]),
        ngettext("{count} link", "{count} links", counted[LeadKind.LINK]),
    ]
    told = [words for words, count in zip(found, counted.values(), strict=True) if count]
    if told:
        lines.append(_("{leads} become leads at their passages").format(leads=", ".join(told)))
    size = max(1, round(len(text.file.content) / 1000))
    sentence = (
        _("“{name}”, {size} kB, is kept in the desk")
        if text.file.name
        else _("The words from the clipboard, {size} kB, are kept in the desk")
    )
    lines.append(sentence.format(name=text.file.name, size=size))
    return lines
