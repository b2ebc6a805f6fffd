"""One source attached to the claim: what it says, who says it, when, and how far one may trust
the reading."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from claimdesk.domain.source import Evidence, SourceData, Stance, Timing
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.fonts import BODY, EXCERPT, SMALL, interface_font, manuscript_font
from claimdesk.ui.icons import stance_pixmap
from claimdesk.ui.links import short_address
from claimdesk.ui.theme import theme
from claimdesk.ui.when import partial_date
from claimdesk.ui.widgets.elided_label import ElidedLabel
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.link_button import LinkButton, aside_button
from claimdesk.ui.widgets.tooltip import plain_tooltip
from claimdesk.ui.widgets.words import Words, body, flush, meta, on_button, shorten

_ICON = 16
_INDENT = _ICON + 8

_LONGEST_LINK = 26

_KIN = {
    Stance.SUPPORTS: Status.VERIFIED,
    Stance.REFUTES: Status.FALSE,
    Stance.QUALIFIES: Status.VERIFIED_WITH_CAVEAT,
    Stance.CONTEXT: Status.UNCHECKED,
}
"""The status in whose colour a stance is written."""


class EvidenceRow(QWidget):
    """Filled with one piece of evidence after the other."""

    edit_wanted = Signal(object)
    aside_wanted = Signal(object)
    link_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence: Evidence | None = None
        self._icon = QLabel(self)
        self.stance = QLabel(self)
        self.stance.setFont(interface_font(SMALL, QFont.Weight.DemiBold))
        self.rank = ElidedLabel(parent=self)
        self.rank.setFont(interface_font(SMALL))
        ink(self.rank, "text2")
        self.link = LinkButton("", self)
        self.link.clicked.connect(self._open)
        self.edit = LinkButton(_("edit"), self)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self.evidence))
        self.aside = aside_button(self)
        self.aside.clicked.connect(lambda: self.aside_wanted.emit(self.evidence))
        self.who = Words(interface_font(BODY, QFont.Weight.DemiBold), parent=self)
        self.title = body(self, "text2")
        self.timing = Words(interface_font(SMALL, QFont.Weight.DemiBold), parent=self)
        self.excerpt = Words(manuscript_font(EXCERPT), parent=self, selectable=True)
        self.remark = Words(interface_font(SMALL), "text2", self, selectable=True)
        self.reading = meta(self)
        self._coloured: QColor | None = None
        self._put_together()

    def fill(self, evidence: Evidence) -> None:
        """Show a piece of evidence."""
        self.evidence = evidence
        data = evidence.source.data
        self._fill_stance(evidence)
        self.who.show_words(_who(data))
        self.title.show_words(clean(_title(data)))
        self.title.setToolTip(plain_tooltip(clean(data.summary or "")))
        self.timing.show_words(_warning(evidence.timing))
        self.excerpt.show_words(_excerpt(evidence))
        self.remark.show_words(clean(" ".join(filter(None, (evidence.remark, data.remark)))))
        self.reading.show_words(" · ".join(_reading(evidence)))
        self._fill_link(data)
        self._name(data)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as its buttons, for who expects it here."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_to_menu(menu)
        menu.popup(event.globalPos())

    def add_to_menu(self, menu: QMenu) -> None:
        """Add what can be done with a piece of evidence."""
        if menu.actions():
            menu.addSeparator()
        menu.addAction(_("&Edit …"), self.edit.click)
        opened = menu.addAction(_("&Open the address …"), self.link.click)
        copied = menu.addAction(_("&Copy the address"), self._copy_address)
        for action in (opened, copied):
            action.setEnabled(self.link.isVisibleTo(self))
        menu.addSeparator()
        menu.addAction(_("Set a&side"), self.aside.click)

    def _copy_address(self) -> None:
        if self.evidence is not None:
            QGuiApplication.clipboard().setText(self.evidence.source.data.url or "")

    def _fill_stance(self, evidence: Evidence) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(stance_pixmap(evidence.stance, _ICON, ratio))
        self.stance.setText(evidence.stance.label)
        words = [evidence.source.data.rank.label]
        if evidence.source.data.confidential:
            words.append(_("confidential"))
        self.rank.setText("· " + " · ".join(words))
        colour = theme().status[_KIN[evidence.stance]].text
        if colour != self._coloured:
            self._coloured = colour
            palette = QPalette(self.stance.palette())
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.stance.setPalette(palette)

    def _fill_link(self, data: SourceData) -> None:
        url = data.url or ""
        self.link.setText(on_button(shorten(clean(short_address(url)), _LONGEST_LINK)))
        self.link.setToolTip(plain_tooltip(clean(url)))
        self.link.setAccessibleName(_("Open {address}").format(address=clean(url)))
        self.link.setVisible(bool(url))

    def _name(self, data: SourceData) -> None:
        """So that a screen reader tells apart what reads the same in every row."""
        title = clean(data.title)
        self.edit.setAccessibleName(_("Edit the evidence from “{title}”").format(title=title))
        self.aside.setAccessibleName(_("Set the evidence from “{title}” aside").format(title=title))

    def _open(self) -> None:
        if self.evidence is not None and self.evidence.source.data.url:
            self.link_wanted.emit(self.evidence.source.data.url)

    def _put_together(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self._icon)
        first.addSpacing(4)
        first.addWidget(self.stance)
        first.addWidget(self.rank, 1)
        said = QVBoxLayout()
        said.setContentsMargins(_INDENT, 0, 0, 0)
        said.setSpacing(2)
        for words in (self.who, self.title, self.timing, self.excerpt, self.remark, self.reading):
            said.addWidget(words)
        foot = flush(self.link)
        foot.addWidget(self.edit)
        foot.addWidget(self.aside)
        said.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(first)
        whole.addLayout(said)


def _who(data: SourceData) -> str:
    who = [clean(part) for part in (data.author, data.publisher) if part]
    return ", ".join([*who, *([partial_date(clean(data.published))] if data.published else [])])


def _title(data: SourceData) -> str:
    if data.title_seen:
        return data.title
    return _("[{title}] (title not seen, reconstructed)").format(title=data.title)


def _warning(timing: Timing) -> str:
    return timing.label if timing in (Timing.AFTER, Timing.PERHAPS_AFTER) else ""


def _excerpt(evidence: Evidence) -> str:
    if not evidence.excerpt:
        return ""
    return _("“{text}”").format(text=clean(evidence.excerpt))


def _reading(evidence: Evidence) -> list[str]:
    """How the source was read, and what is not known of it."""
    data = evidence.source.data
    looked = partial_date(evidence.looked) if evidence.looked else ""
    facts = [
        clean(evidence.locator or ""),
        _("looked at on {day}").format(day=looked) if looked else "",
        evidence.timing.label if evidence.timing is Timing.UNKNOWN else "",
        _("date: {basis}").format(basis=clean(data.date_basis))
        if data.published and data.date_basis
        else "",
        _("read: {form}").format(form=clean(data.read_as)) if data.read_as else "",
    ]
    return [fact for fact in facts if fact]
