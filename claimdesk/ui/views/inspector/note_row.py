"""One note. A lead must never be taken for a finding: it stands on a ground of its own behind a
dashed rule, under its name."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimdesk.domain.note import Note, NoteRole
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import pixmap
from claimdesk.ui.theme import theme
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.link_button import LinkButton, aside_button
from claimdesk.ui.widgets.words import Words, body, meta

_ICON = 14
_DASH = 3.0


class NoteRow(QWidget):
    """Filled with one note after the other."""

    edit_wanted = Signal(object)
    aside_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note: Note | None = None
        self._bulb = QLabel(self)
        self.role = Words(interface_font(SMALL, QFont.Weight.DemiBold), "text2", self)
        self.text = body(self)
        self.signed = meta(self)
        self.place = LinkButton(_("show in the text"), self)
        self.place.clicked.connect(lambda: self.place_wanted.emit(self.note))
        self.place.hide()
        self.edit = LinkButton(_("edit"), self)
        self.edit.clicked.connect(lambda: self.edit_wanted.emit(self.note))
        self.aside = aside_button(self)
        self.aside.clicked.connect(lambda: self.aside_wanted.emit(self.note))
        self._put_together()

    @property
    def is_lead(self) -> bool:
        """Whether it says where to look, not what was found."""
        return self.note is not None and self.note.role is NoteRole.LEAD

    def fill(self, note: Note) -> None:
        """Show a note."""
        self.note = note
        self._bulb.setPixmap(pixmap("bulb", _ICON, theme().text2, self.devicePixelRatioF()))
        self._bulb.setVisible(self.is_lead)
        self.role.show_words(_role_words(note.role))
        self.text.show_words(clean(note.text))
        self.signed.show_words(f"{clean(note.person)}, {moment(note.made_at)}")
        start = clean(note.text)[:40]
        self.place.setAccessibleName(_("Show the note “{start}” in the text").format(start=start))
        self.edit.setAccessibleName(_("Edit the note “{start}”").format(start=start))
        self.aside.setAccessibleName(_("Set the note “{start}” aside").format(start=start))
        side = 10 if self.is_lead else 0
        self._whole.setContentsMargins(side + side // 2, side // 2, side, side // 2)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        if not self.is_lead:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().sunken)
        pen = QPen(theme().line_strong, 2)
        pen.setDashPattern([_DASH, _DASH])
        painter.setPen(pen)
        painter.drawLine(QPointF(1, 0), QPointF(1, self.height()))

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._bulb)
        head.addWidget(self.role, 1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.signed, 1)
        foot.addWidget(self.place)
        foot.addWidget(self.edit)
        foot.addWidget(self.aside)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(2)
        self._whole.addLayout(head)
        self._whole.addWidget(self.text)
        self._whole.addLayout(foot)


def _role_words(role: NoteRole) -> str:
    """A plain note needs no name."""
    return {
        NoteRole.NOTE: "",
        NoteRole.LEAD: _("Lead: where to look, not a finding"),
        NoteRole.PASSAGE: _("Not a claim"),
        NoteRole.REASON: _("Reason for leaving it unchecked"),
    }[role]
