"""Where the claim stands in the text."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.article import Revision
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.i18n import _, pgettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import EXCERPT, SMALL, interface_font, manuscript_font
from claimdesk.ui.icons import pixmap
from claimdesk.ui.theme import theme
from claimdesk.ui.when import partial_date
from claimdesk.ui.widgets.words import Words

_ICON = 14


class PassageBox(QWidget):
    """Paragraph and revision, and the passage where it says more than the statement."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        # A revision never changes, so it is read once.
        self._revision = lru_cache(maxsize=4)(self._read_revision)
        self._icon = QLabel(self)
        self.where = Words(interface_font(SMALL), "text2", self)
        self.quote = Words(manuscript_font(EXCERPT), parent=self, selectable=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.where, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(row)
        whole.addWidget(self.quote)

    def fill(self, detail: ClaimDetail) -> None:
        """Show where a claim stands."""
        self._icon.setPixmap(pixmap("quote", _ICON, theme().text2, self.devicePixelRatioF()))
        self.where.show_words(" · ".join(self._facts(detail)))
        self.quote.show_words(_quote(detail))

    def _facts(self, detail: ClaimDetail) -> list[str]:
        facts = [self._place(detail)]
        if detail.passage_state not in (None, AnchorOrigin.MADE, AnchorOrigin.SAME):
            facts.append(_state(detail.passage_state))
        if detail.row.as_of:
            facts.append(_("as of {day}").format(day=partial_date(detail.row.as_of)))
        return facts

    def _place(self, detail: ClaimDetail) -> str:
        if detail.anchor is None or detail.revision is None:
            return _("no passage in the text yet")
        revision = self._revision(detail.revision)
        return _("paragraph {paragraph}, revision {revision}").format(
            paragraph=paragraph(revision.text, detail.anchor.start), revision=revision.number
        )

    def _read_revision(self, row: int) -> Revision:
        return queries.revision(self._desk.read, row)


def paragraph(text: str, place: int) -> int:
    """In which paragraph, counted from 1, a place lies; blank lines are none."""
    lines = text[:place].split("\n")
    return sum(1 for line in lines[:-1] if line.strip()) + 1


def _quote(detail: ClaimDetail) -> str:
    """The passage in quotation marks; nothing where it just repeats the statement."""
    if detail.anchor is None or detail.anchor.quote.rstrip(".") == detail.row.statement.rstrip("."):
        return ""
    return _("“{text}”").format(text=detail.anchor.quote)


def _state(origin: AnchorOrigin | None) -> str:
    return {
        AnchorOrigin.MOVED: pgettext("passage", "moved"),
        AnchorOrigin.REWORDED: pgettext("passage", "reworded"),
        AnchorOrigin.FACT_CHANGED: pgettext("passage", "fact changed"),
        AnchorOrigin.CORRECTED: pgettext("passage", "corrected as decided"),
        AnchorOrigin.GONE: pgettext("passage", "gone"),
    }.get(origin or AnchorOrigin.MADE, "")
