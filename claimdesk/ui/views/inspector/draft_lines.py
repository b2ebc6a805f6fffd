"""What is half written: a line a draft, to go on with it or to throw it away."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words, shorten

_START = 60

Go = Callable[[Place, Draft], None]


class DraftLine(QWidget):
    """One draft by its first words."""

    continue_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self.words = Words(interface_font(SMALL), "text2", self)
        self.go_on = LinkButton(_("continue"), self)
        self.go_on.clicked.connect(lambda: self.continue_wanted.emit(self._place))
        self.discard = LinkButton(_("discard"), self)
        self.discard.clicked.connect(lambda: self.discard_wanted.emit(self._place))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.discard)

    def fill(self, item: tuple[Place, str]) -> None:
        """Show a draft."""
        self._place, typed = item
        start = shorten(clean(" ".join(typed.split())), _START)
        self.words.show_words(_("Draft: “{start}”").format(start=start))
        self.go_on.setAccessibleName(_("Continue the draft “{start}”").format(start=start))
        self.discard.setAccessibleName(_("Discard the draft “{start}”").format(start=start))


class DraftLines(QWidget):
    """The drafts of some fields at the claim that is shown, but for the one being written. A
    dialog's fields are named 'dialog.field'; together they are one draft."""

    def __init__(
        self, drafts: Drafts, fields: tuple[str, ...], go: Go, parent: QWidget | None = None
    ) -> None:
        """'go' opens the field again; see go_on_in for an editor's."""
        super().__init__(parent)
        self._drafts, self._fields, self._go = drafts, fields, go
        self._claim: int | None = None
        self._editors: list[PlaceEditor] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.pool: Pool[DraftLine, tuple[Place, str]] = Pool(column, self._line, DraftLine.fill)
        drafts.changed.connect(self.refresh)
        self.hide()

    def leave_out(self, editor: PlaceEditor) -> None:
        """The draft that this editor has open needs no line, nor what belongs to it."""
        self._editors.append(editor)
        editor.opened.connect(self.refresh)
        editor.closed.connect(self.refresh)

    def fill(self, claim: int | None) -> None:
        """Show those of a claim."""
        self._claim = claim
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        shown: dict[Place, tuple[Place, str]] = {}
        for place in self._drafts.of_claim(self._claim) if self._claim is not None else ():
            draft = self._drafts.at(place)
            if draft is not None and self._is_ours(place):
                shown.setdefault(_group(place), (place, draft.words))
        self.pool.show(list(shown.values()))
        self.setVisible(bool(shown))

    def _is_ours(self, place: Place) -> bool:
        written = (editor.place for editor in self._editors if editor.place is not None)
        if _group(place) in map(_group, written):
            return False
        return place.field.partition(".")[0] in self._fields

    def _line(self) -> DraftLine:
        line = DraftLine(self)
        line.continue_wanted.connect(self._continue)
        line.discard_wanted.connect(self._discard)
        return line

    def _continue(self, place: Place) -> None:
        if (draft := self._drafts.at(place)) is not None:
            self._go(place, draft)

    def _discard(self, place: Place) -> None:
        for one in self._drafts.of_claim(place.claim):
            if _group(one) == _group(place):
                self._drafts.drop(one)


def _group(place: Place) -> Place:
    return place._replace(field=place.field.partition(".")[0])
