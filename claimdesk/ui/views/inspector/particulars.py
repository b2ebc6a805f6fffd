"""Attribution, kind, check-worthiness and as-of date: what sort of claim it is, each edited in
place."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from claimdesk.domain.claim import ClaimRow, Kind
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import _, sort_key
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import Draft, Drafts, Place, stored_at
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.as_of import AsOf
from claimdesk.ui.views.inspector.attribution_line import AttributionLine
from claimdesk.ui.views.inspector.draft_lines import DraftLines
from claimdesk.ui.views.inspector.words_editor import Clash
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.worthiness import Worthiness


class KeepsKeys(QComboBox):
    """A choice that keeps what is typed into it, digits too, from the window's shortcuts; its
    arrows open it instead of storing every step, and the wheel scrolls the pane."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Attribution(QWidget):
    """Who the claim is attributed to."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._drafts = desk, drafts
        self._claim: int | None = None
        self._base = ""
        self._waiting = False
        self.line = AttributionLine(self)
        self.line.setAccessibleName(_("Attributed to"))
        hint(self.line, _("nobody: the article itself says so"))
        self.line.editingFinished.connect(self.store)
        self.line.textEdited.connect(self._keep_typed)
        self.line.given_up.connect(self._leave)
        self.clash = Clash(self)
        self.clash.mine_kept.connect(self._insist)
        self.clash.theirs_taken.connect(self._take_theirs)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.line)
        whole.addWidget(self.clash)
        self.draft = DraftLines(drafts, drafts.of_claim, ("attributed_to",), self._continue, self)
        whole.addWidget(self.draft)

    def fill(self, row: ClaimRow) -> None:
        """Show a claim's; words that are being typed for it stay."""
        if row.id == self._claim and self._is_typed:
            return
        self.store()
        self._claim, self._waiting = row.id, False
        self._show(row.attributed_to or "")
        place = _place(row.id)
        if (draft := self._drafts.at(place)) and not self._drafts.is_left(place):
            self._go_on(draft, row.attributed_to or "")
        self._show_draft()

    def store(self) -> None:
        """Store what was typed, on the words it started from."""
        if self._claim is None or not self._is_typed or self._waiting or self.clash.isVisible():
            return
        from claimdesk.commands.edit_claim import SetAttribution  # when first needed
        from claimdesk.commands.finish_draft import FinishDraft  # when first needed

        claim, words, self._waiting = self._claim, self.line.text(), True
        self._drafts.keep(_place(claim), Draft(words, self._base))
        self._desk.run(
            FinishDraft(SetAttribution(claim, words, self._base), stored_at(_place(claim))),
            lambda _changes: self._stored(claim, words.strip()),
            lambda _sentence: self._refused(claim),
        )

    @property
    def _is_typed(self) -> bool:
        return self.line.text().strip() != self._base

    def _show(self, words: str) -> None:
        self._base = words
        self.clash.hide()
        if self.line.text() != words:
            self.line.setText(words)
            self.line.setCursorPosition(0)

    def _keep_typed(self) -> None:
        if self._claim is not None and not self._waiting:
            self._drafts.keep(_place(self._claim), Draft(self.line.text(), self._base))

    def _leave(self) -> None:
        """Show what the desk holds; the typed words stay below it."""
        if self._claim is None:
            return
        self._drafts.leave(_place(self._claim))
        self._show(self._held())
        self._show_draft()

    def _continue(self, place: Place, draft: Draft) -> None:
        self._drafts.take_up(place)
        self._go_on(draft, self._held())
        self._show_draft()
        self.line.setFocus()

    def _go_on(self, draft: Draft, held: str) -> None:
        self.line.setText(draft.words)
        self._base = draft.base
        if held != draft.base:
            self.clash.show_held(held)

    def _show_draft(self) -> None:
        """A line only for words that are not in the field."""
        left = self._claim is not None and self._drafts.is_left(_place(self._claim))
        self.draft.fill(self._claim if left else None)

    def _stored(self, claim: int, words: str) -> None:
        self._drafts.drop(_place(claim))
        if claim == self._claim:
            self._waiting = False
            self._base = words

    def _refused(self, claim: int) -> None:
        if claim == self._claim:
            self._waiting = False
            held = self._held()
            if held != self._base:
                self.clash.show_held(held)

    def _insist(self) -> None:
        self._base = self._held()
        self.clash.hide()
        self.store()

    def _take_theirs(self) -> None:
        if self._claim is not None:
            self._drafts.drop(_place(self._claim))
        self._show(self._held())

    def _held(self) -> str:
        if self._claim is None:
            return ""
        try:
            detail = queries.claim_detail(self._desk.read, self._claim, history=0)
        except ClaimdeskError:
            return self._base
        return detail.row.attributed_to or ""


def _place(claim: int) -> Place:
    return Place(claim, "attributed_to")


class Particulars(QWidget):
    """The four, each with its name before it."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: ClaimRow | None = None
        self.attribution = Attribution(desk, drafts, self)
        self.kind = KeepsKeys(self)
        for kind in sorted(Kind, key=_kind_order):
            self.kind.addItem(kind.label, kind)
        self.kind.setAccessibleName(_("Kind"))
        self.kind.activated.connect(self._set_kind)
        self.worthiness = Worthiness(self)
        self.worthiness.chosen.connect(self._set_worthiness)
        self.as_of = AsOf(desk, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._add(_("Attributed to"), self.attribution)
        self._add(_("Kind"), self.kind)
        self._add(_("Check-worthiness"), self.worthiness)
        self._add(_("Right as of"), self.as_of)

    def fill(self, row: ClaimRow) -> None:
        """Show a claim's."""
        self._row = row
        self.attribution.fill(row)
        self.kind.setCurrentIndex(self.kind.findData(row.kind))
        self.worthiness.show_level(row.check_worthiness)
        self.as_of.fill(row)

    def store(self) -> None:
        """Store what is being typed."""
        self.attribution.store()
        self.as_of.store()

    def _add(self, name: str, widget: QWidget) -> None:
        label = QLabel(name, self)
        label.setFont(interface_font(SMALL))
        ink(label, "text3")
        place = self._grid.rowCount()
        self._grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(widget, place, 1)
        label.setContentsMargins(0, 4, 0, 0)

    def _set_kind(self, place: int) -> None:
        from claimdesk.commands.edit_claim import SetKind  # when first needed

        if self._row is not None:
            kind = Kind(self.kind.itemData(place))
            self.kind.setCurrentIndex(self.kind.findData(self._row.kind))
            self._desk.run(SetKind((self._row.id,), kind))

    def _set_worthiness(self, level: int) -> None:
        from claimdesk.commands.edit_claim import SetCheckWorthiness  # when first needed

        if self._row is not None:
            self._desk.run(SetCheckWorthiness((self._row.id,), level))


def _kind_order(kind: Kind) -> tuple[bool, tuple[str, str]]:
    """By their words; 'other' last."""
    return kind is Kind.OTHER, sort_key(kind.label)
