"""The one that is looked at: what it states, why it is proposed, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.finish_draft import FinishDraft
from claimdesk.commands.review_suggestions import AcceptReworded
from claimdesk.domain.claim import Kind
from claimdesk.domain.figure_words import reading
from claimdesk.domain.review import ReviewRow
from claimdesk.domain.suggestion import Suggestion
from claimdesk.i18n import N_, _
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.desk import Desk
from claimdesk.ui.drafts import ArticlePlace, Draft, at_suggestion, stored_at
from claimdesk.ui.fonts import BODY, EXCERPT, META, interface_font, manuscript_font
from claimdesk.ui.models.review import facts
from claimdesk.ui.views.inspector.words_editor import WordsEditor
from claimdesk.ui.widgets.key_button import KeyButton
from claimdesk.ui.widgets.key_cap import key_parts
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words, flush, on_button, shorten

_STATEMENT = 18
_COLUMNS = 2
_MOST_PLACES = 4
_QUOTED = 60
_OF_SUGGESTION = (
    ("accept_suggestion", N_("Accept")),
    ("reject_suggestion", N_("Reject")),
    ("edit_suggestion", N_("Accept and edit")),
    ("split_suggestion", N_("Split")),
    ("no_fact", N_("No fact here")),
    ("accept_sentence", N_("All of the sentence")),
)
_OF_REMARK = (
    ("accept_suggestion", N_("Keep as a note")),
    ("reject_suggestion", N_("Dismiss")),
)


class ReviewCard(QWidget):
    """A suggestion, or a remark; 'wanted' names the action of a button."""

    wanted = Signal(str)
    place_wanted = Signal(int)
    """Where in the text a passage of a remark begins."""
    left = Signal()
    """Nothing is written any more: the keys are the list's again."""
    reworded = Signal(str, object)
    """A mark, and the edit that accepts it in other words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = desk.drafts
        self._row: ReviewRow | None = None
        self._place: ArticlePlace | None = None
        self._writing: ArticlePlace | None = None
        self.facts = Words(interface_font(META), "text2", self)
        font = interface_font(_STATEMENT, QFont.Weight.DemiBold)
        self.statement = Words(font, parent=self, selectable=True)
        self.draft = Words(interface_font(BODY), "accent", self)
        self.quote = Words(manuscript_font(EXCERPT), "text2", self)
        self.why = Words(interface_font(BODY), "text2", self)
        self.figures = Words(interface_font(META), "text2", self)
        self.editor = WordsEditor(_("Statement"), font, 2, self)
        self.editor.finished.connect(self._finish)
        self.editor.left.connect(self._close)
        self.editor.discarded.connect(self._discard)
        self.editor.field.textChanged.connect(self._keep)
        self.editor.hide()
        self.places = [self._place_button() for _ in range(_MOST_PLACES)]
        self.of_suggestion = self._buttons(_OF_SUGGESTION)
        self.of_remark = self._buttons(_OF_REMARK)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        for part in (  # the buttons first: below the words they would move from one to the next
            self.of_suggestion,
            self.of_remark,
            self.facts,
            self.statement,
            self.draft,
            self.editor,
            self.quote,
            self.why,
            self.figures,
        ):
            whole.addWidget(part)
        for place in self.places:
            whole.addLayout(flush(place))

    def show_row(
        self,
        row: ReviewRow,
        suggestion: Suggestion | None,
        article: int | None,
        around: Sequence[str] = (),
    ) -> None:
        """Show one, with its draft; what is being typed for another is put away as one."""
        same = self._row is not None and self._row.mark == row.mark
        self._row = row
        self._place = at_suggestion(article, row.mark) if article else None
        if not same:
            self._close()
        self.facts.show_words(_facts(row, suggestion))
        self.statement.show_words("" if self._writing else row.words)
        self._show_draft()
        self.quote.show_words("" if _says_the_same(row) else " ".join(row.quote.split()))
        self.why.show_words(_why(suggestion))
        self.figures.show_words(_figures(suggestion))
        self._show_places(around or row.quotes)
        self.of_suggestion.setVisible(row.remark is None)
        self.of_remark.setVisible(row.remark is not None)

    def _show_draft(self) -> None:
        draft = self._drafts.at(self._place) if self._place and not self._writing else None
        said = _("Draft: {words} (E goes on writing)")
        self.draft.show_words(said.format(words=draft.words) if draft else "")

    def _place_button(self) -> LinkButton:
        button = LinkButton("", self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._go_to(self.places.index(button)))
        return button

    def _show_places(self, passages: Sequence[str]) -> None:
        """A remark's passages, each a way to it."""
        for place, button in enumerate(self.places):
            words = " ".join(passages[place].split()) if place < len(passages) else ""
            button.setText(on_button(shorten(words, _QUOTED)))
            button.setVisible(bool(words))

    def _go_to(self, place: int) -> None:
        if self._row is not None:
            self.place_wanted.emit(self._row.spans[place][0])

    def put_away(self) -> None:
        """Show none; words that are being typed are a draft."""
        self._row = None
        self._close()

    # rewording

    def edit(self) -> None:
        """Write the statement anew, or go on with a draft of it."""
        row, place = self._row, self._place
        if row is None or place is None:
            return
        draft = self._drafts.at(place)
        self.editor.begin(draft.words if draft else row.words)
        self._writing = place
        self.statement.hide()
        self.draft.hide()
        self.editor.show()
        self.editor.field.setFocus()

    def _keep(self) -> None:
        if self._writing is not None and self._row is not None:
            self._drafts.keep(self._writing, Draft(self.editor.words, self._row.words))

    def _finish(self) -> None:
        row, place = self._row, self._writing
        words = " ".join(self.editor.words.split())
        if row is None or place is None:
            return
        if not words:
            self.editor.complain(_("A claim needs words."))
            return
        edit: Edit = AcceptReworded(place.article, row.mark, (words,))
        self._close()
        self._drafts.drop(place)
        self.reworded.emit(row.mark, FinishDraft(edit, stored_at(place)))

    def _discard(self) -> None:
        if self._writing is not None:
            self._drafts.drop(self._writing)
        self._close()

    def _close(self) -> None:
        had_focus = self.editor.isAncestorOf(self.focusWidget() or self)
        self._writing = None
        self.editor.hide()
        if self._row is not None:
            self.statement.show_words(self._row.words)
            self._show_draft()
        if had_focus:
            self.left.emit()

    def _buttons(self, actions: tuple[tuple[str, str], ...]) -> QWidget:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setSpacing(4)
        keys = {action.id: action.keys[0] for action in ACTIONS if action.keys}
        for place, (name, words) in enumerate(actions):
            button = KeyButton(_(words), "+".join(key_parts(keys[name])), holder)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        for column in range(min(_COLUMNS, len(actions))):
            grid.setColumnStretch(column, 1)
        return holder


def _facts(row: ReviewRow, suggestion: Suggestion | None) -> str:
    said = facts(row)
    if suggestion is not None and suggestion.attributed_to:
        who = _("attributed to {who}").format(who=suggestion.attributed_to)
        return f"{said} · {who}"
    return said


def _says_the_same(row: ReviewRow) -> bool:
    return not row.quote or row.quote.strip(" .").casefold() == row.words.strip(" .").casefold()


def _why(suggestion: Suggestion | None) -> str:
    if suggestion is None or not suggestion.reasons:
        return ""
    reasons = "; ".join(reason.label for reason in suggestion.reasons)
    return _("Why: {reasons}").format(reasons=reasons)


def _figures(suggestion: Suggestion | None) -> str:
    """What is read of the figures, where that says more than their words."""
    if suggestion is None:
        return ""
    is_date = suggestion.kind is Kind.DATE  # then the bare ones are its days and years
    figures = (one for one in suggestion.figures if one.unit or not is_date)
    return " · ".join(filter(None, map(reading, figures)))
