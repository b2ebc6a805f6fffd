"""One correction: both wordings, where it stands and by whom, and what can be done about it."""

from typing import TypeVar

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from claimdesk.domain.claim import Badge
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.domain.wording import difference
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import badge_pixmap
from claimdesk.ui.when import moment
from claimdesk.ui.widgets.link_button import LinkButton, aside_button
from claimdesk.ui.widgets.wording import Side, Wording
from claimdesk.ui.widgets.words import Words, body, flush, meta

_Button = TypeVar("_Button", QPushButton, LinkButton)

_ICON = 14
_EXCERPT = 40

_BADGES = {
    CorrectionState.PROPOSED: Badge.CORRECTION_PROPOSED,
    CorrectionState.ACCEPTED: Badge.CORRECTION_ACCEPTED,
    CorrectionState.DECLINED: Badge.CORRECTION_DECLINED,
    CorrectionState.DROPPED: Badge.PASSAGE_DROPPED,
}


class CorrectionRow(QWidget):
    """Filled with one correction after the other; each signal carries it."""

    accept_wanted = Signal(object)
    decline_wanted = Signal(object)
    drop_wanted = Signal(object)
    reopen_wanted = Signal(object)
    edit_wanted = Signal(object)
    explain_wanted = Signal(object)
    aside_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.correction: Correction | None = None
        self._icon = QLabel(self)
        self.state = Words(interface_font(SMALL), "text2", self)
        self.old, self.new = Wording(Side.OLD, self), Wording(Side.NEW, self)
        self.why = body(self, "text2")
        self.decided = Words(interface_font(SMALL), "text2", self, selectable=True)
        self.proposed = meta(self)
        self.accept = self._button(QPushButton(_("Accept"), self), self.accept_wanted)
        self.decline = self._button(QPushButton(_("Decline …"), self), self.decline_wanted)
        self.edit = self._button(LinkButton(_("edit"), self), self.edit_wanted)
        self.explain = self._button(LinkButton(_("explain"), self), self.explain_wanted)
        self.drop = self._button(LinkButton(_("passage dropped …"), self), self.drop_wanted)
        self.reopen = self._button(LinkButton(_("reopen"), self), self.reopen_wanted)
        self.aside = self._button(aside_button(self), self.aside_wanted)
        self._put_together()

    def fill(self, correction: Correction) -> None:
        """Show a correction."""
        self.correction = correction
        is_open = correction.state is CorrectionState.PROPOSED
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(badge_pixmap(_BADGES[correction.state], _ICON, ratio))
        self.state.show_words(correction.state.label)
        parts = difference(clean(correction.old_wording), clean(correction.new_wording))
        self.old.show_parts(parts.old)
        self.new.show_parts(parts.new)
        self.why.show_words(clean(correction.why or ""))
        self.decided.show_words(_decision(correction))
        self.proposed.show_words(_proposal(correction))
        for button in (self.accept, self.decline, self.drop):
            button.setVisible(is_open)
        self.reopen.setVisible(not is_open and bool(correction.new_wording))
        self.edit.setVisible(correction.state is not CorrectionState.DROPPED)
        self._name(clean(correction.new_wording or correction.old_wording)[:_EXCERPT])

    def _name(self, start: str) -> None:
        """So that a screen reader tells apart what reads the same in every row."""
        for button, name in (
            (self.accept, _("Accept the correction “{start}”")),
            (self.decline, _("Decline the correction “{start}”")),
            (self.drop, _("The passage of the correction “{start}” is dropped")),
            (self.reopen, _("Reopen the correction “{start}”")),
            (self.edit, _("Edit the correction “{start}”")),
            (self.explain, _("Explain the correction “{start}”")),
            (self.aside, _("Set the correction “{start}” aside")),
        ):
            button.setAccessibleName(name.format(start=start))

    def _button(self, button: _Button, wanted: SignalInstance) -> _Button:
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
        button.clicked.connect(lambda: wanted.emit(self.correction))
        return button

    def _put_together(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self.state, 1)
        decisions = QHBoxLayout()
        decisions.setSpacing(6)
        decisions.addWidget(self.accept)
        decisions.addWidget(self.decline)
        decisions.addStretch(1)
        links = flush(self.edit)
        for at, link in enumerate((self.explain, self.drop, self.reopen, self.aside), 2):
            links.insertWidget(at, link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        for words in (self.old, self.new, self.why, self.decided, self.proposed):
            column.addWidget(words)
        column.addLayout(decisions)
        column.addLayout(links)


def _proposal(correction: Correction) -> str:
    return _("proposed by {person}, {time}").format(
        person=clean(correction.proposed_by), time=moment(correction.proposed_at)
    )


def _decision(correction: Correction) -> str:
    """Who decided it, when and why; nothing while it is open."""
    if correction.decided_at is None:
        return ""
    who = f"{clean(correction.decided_by or '')}, {moment(correction.decided_at)}"
    if correction.reason:
        return _("{who}: {reason}").format(who=who, reason=clean(correction.reason))
    return who
