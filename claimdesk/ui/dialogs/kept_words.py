"""What is typed into a dialog is a draft, too: closing it, or a crash, loses no word of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from claimdesk.i18n import _
from claimdesk.ui.dialogs.fields import Line, Lines, note
from claimdesk.ui.drafts import AnyPlace, Draft, Drafts
from claimdesk.ui.widgets.link_button import LinkButton


class KeptWords(QObject):
    """Keeps the words of some fields while the dialog is open, and brings back those that were
    left in it; once it is accepted, they are forgotten."""

    def __init__(
        self,
        dialog: QDialog,
        drafts: Drafts,
        place: Callable[[str], AnyPlace],
        fields: Mapping[str, Line | Lines],
    ) -> None:
        """'fields' by their names, of which 'place' makes what their drafts are kept as."""
        super().__init__(dialog)
        self._drafts, self._fields = drafts, {place(name): field for name, field in fields.items()}
        self._base = {place: _typed(field) for place, field in self._fields.items()}
        self.brought_back = [
            name for name, field in fields.items() if self._bring_back(place(name), field)
        ]
        for place_, field in self._fields.items():
            field.textChanged.connect(lambda *_words, place=place_: self._keep(place))
        dialog.accepted.connect(self._forget)

    def line(self, parent: QWidget) -> QWidget:
        """Says that one goes on with earlier words, with the way to start anew; hidden where
        there were none."""
        whole = QWidget(parent)
        words = note(whole)
        words.setText(_("You go on with what you typed before."))
        anew = LinkButton(_("start anew"), whole)
        anew.clicked.connect(self._start_anew)
        anew.clicked.connect(whole.hide)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(anew)
        whole.setVisible(bool(self.brought_back))
        return whole

    def _bring_back(self, place: AnyPlace, field: Line | Lines) -> bool:
        draft = self._drafts.at(place)
        if draft is not None:
            _type(field, draft.words)
        return draft is not None

    def _keep(self, place: AnyPlace) -> None:
        self._drafts.keep(place, Draft(_typed(self._fields[place]), self._base[place]))

    def _forget(self) -> None:
        for place in self._fields:
            self._drafts.drop(place)

    def _start_anew(self) -> None:
        for place, field in self._fields.items():
            _type(field, self._base[place])


def _typed(field: Line | Lines) -> str:
    return field.text() if isinstance(field, Line) else field.toPlainText()


def _type(field: Line | Lines, words: str) -> None:
    if isinstance(field, Line):
        field.setText(words)
    else:
        field.setPlainText(words)
