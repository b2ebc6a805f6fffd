"""The field in which a question is written, with whom it goes to above it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.domain.question import Addressee
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.fields import Choice, Line
from claimdesk.ui.drafts import Draft, Drafts, Place
from claimdesk.ui.fonts import BODY, interface_font
from claimdesk.ui.views.inspector.place_editor import PlaceEditor
from claimdesk.ui.widgets.hint import hint

FIELD, TO, NAME = "question", "question.to", "question.name"
"""The names of the places where drafts are kept; whom a new question goes to belongs to it."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionEditor(PlaceEditor[Place]):
    """Asks something new, the author unless told, or rewords a question."""

    BESIDE = (TO, NAME)

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts,
        held: Callable[[Place], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk,
            drafts,
            self._edit_of,
            held,
            name=_("Question"),
            font=interface_font(BODY),
            lines=3,
            parent=parent,
        )
        self._kept = drafts
        self.to: Choice[Addressee] = Choice(
            _("The question goes"), Addressee, Addressee.AUTHOR, self
        )
        self.who = Line(_("Name of who is asked"), "", self)
        hint(self.who, _("name, if it needs saying"))
        self.to.currentIndexChanged.connect(self._keep_whom)
        self.who.textChanged.connect(self._keep_whom)
        for field in (self.to, self.who):
            field.installEventFilter(self)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whom = QHBoxLayout()
        whom.setSpacing(6)
        whom.addWidget(self.to)
        whom.addWidget(self.who, 1)
        whole.insertLayout(0, whom)

    def ask(self, claim: int) -> None:
        """Write a new question, on with what was left of one."""
        place = Place(claim, FIELD)
        if self.place == place:
            return
        self._begin_whom(claim)
        self.open_at(place, "")

    def reword(self, claim: int, question: int, text: str) -> None:
        """Put a question into other words."""
        self.open_at(Place(claim, FIELD, question), text)
        self._show_whom(shown=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whom it goes to is left and finished with the same keys as the field."""
        if watched in (self.to, self.who) and isinstance(event, QKeyEvent):
            ours = event.key() == Qt.Key.Key_Escape or (
                event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            )
            if ours and event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if ours and event.type() is QEvent.Type.KeyPress:
                (self.left if event.key() == Qt.Key.Key_Escape else self.finished).emit()
                return True
        return super().eventFilter(watched, event)

    def _show_whom(self, *, shown: bool) -> None:
        self.to.setVisible(shown)
        self.who.setVisible(shown)

    def _begin_whom(self, claim: int) -> None:
        to, name = (self._kept.at(Place(claim, field)) for field in (TO, NAME))
        self._show_whom(shown=True)
        self.to.choose(Addressee(to.words) if to else Addressee.AUTHOR)
        self.who.setText(name.words if name else "")

    def _keep_whom(self) -> None:
        if self.place is not None and self.place.note is None:
            self._kept.keep(Place(self.place.claim, TO), Draft(self.to.chosen, Addressee.AUTHOR))
            self._kept.keep(Place(self.place.claim, NAME), Draft(self.who.words, ""))

    def _edit_of(self, place: Place, draft: Draft) -> Edit:
        from claimdesk.commands.ask_question import AskQuestion, RewordQuestion  # when first needed

        if place.note is not None:
            return RewordQuestion(place.note, draft.words, draft.base)
        return AskQuestion(draft.words, self.to.chosen, (place.claim,), name=self.who.words)
