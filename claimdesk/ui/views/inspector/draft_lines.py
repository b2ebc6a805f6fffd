"""What is half written: a line a draft, to go on with it or to throw it away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.drafts import AnyPlace, Draft, Drafts, SomePlace
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words, shorten

_START = 60


class DraftLine(QWidget):
    """One draft by its first words."""

    continue_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: AnyPlace | None = None
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

    def fill(self, item: tuple[AnyPlace, str]) -> None:
        """Show a draft."""
        self._place, typed = item
        start = shorten(clean(" ".join(typed.split())), _START)
        self.words.show_words(_("Draft: “{start}”").format(start=start))
        self.go_on.setAccessibleName(_("Continue the draft “{start}”").format(start=start))
        self.discard.setAccessibleName(_("Discard the draft “{start}”").format(start=start))


class DraftLines(QWidget, Generic[SomePlace]):
    """The drafts of some fields at the claim or article that is shown, but for the one being
    written. A dialog's fields are named 'dialog.field'; together they are one draft."""

    def __init__(
        self,
        drafts: Drafts,
        of: Callable[[int], Sequence[SomePlace]],
        fields: tuple[str, ...],
        go: Callable[[SomePlace, Draft], None],
        parent: QWidget | None = None,
    ) -> None:
        """'of' gives the places of a claim, or of an article, 'go' opens the field again."""
        super().__init__(parent)
        self._drafts, self._fields = drafts, fields
        self._of: Callable[[int], Sequence[SomePlace]] = of
        self._go: Callable[[SomePlace, Draft], None] = go
        self._owner: int | None = None
        self._editors: list[PlaceEditor[SomePlace]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.pool: Pool[DraftLine, tuple[AnyPlace, str]] = Pool(column, self._line, DraftLine.fill)
        drafts.changed.connect(self.refresh)
        self.hide()

    def leave_out(self, editor: PlaceEditor[SomePlace]) -> None:
        """The draft that this editor has open needs no line, nor what belongs to it."""
        self._editors.append(editor)
        editor.opened.connect(self.refresh)
        editor.closed.connect(self.refresh)

    def fill(self, owner: int | None) -> None:
        """Show those of a claim, or of an article."""
        self._owner = owner
        self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        shown: dict[SomePlace, tuple[SomePlace, str]] = {}
        for place in self._of(self._owner) if self._owner is not None else ():
            draft = self._drafts.at(place)
            if draft is not None and self._is_ours(place):
                shown.setdefault(_group(place), (place, draft.words))
        self.pool.show(list(shown.values()))
        self.setVisible(bool(shown))

    def _is_ours(self, place: SomePlace) -> bool:
        written = (editor.place for editor in self._editors if editor.place is not None)
        if _group(place) in map(_group, written):
            return False
        return place.field.partition(".")[0] in self._fields

    def _line(self) -> DraftLine:
        line = DraftLine(self)
        line.continue_wanted.connect(self._continue)
        line.discard_wanted.connect(self._discard)
        return line

    def _continue(self, place: SomePlace) -> None:
        if (draft := self._drafts.at(place)) is not None:
            self._go(place, draft)

    def _discard(self, place: SomePlace) -> None:
        for one in self._of(place.owner):
            if _group(one) == _group(place):
                self._drafts.drop(one)


def _group(place: SomePlace) -> SomePlace:
    return replace(place, field=place.field.partition(".")[0])
