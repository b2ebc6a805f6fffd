"""Ask about several claims or about an article as a whole, and put such a question into other
words."""

from PySide6.QtWidgets import QWidget

from claimdesk.commands.ask_question import AskQuestion, RewordQuestion
from claimdesk.commands.edit import Edit
from claimdesk.domain.question import Addressee, Question
from claimdesk.i18n import _, ngettext
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Line, Lines, Radios, form
from claimdesk.ui.dialogs.kept_words import KeptWords
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.drafts import ArticlePlace
from claimdesk.ui.widgets.hint import hint

_WIDTH = 520


class AskDialog(EditDialog):
    """Whom to ask, and what."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        claims: tuple[int, ...] = (),
        article: int | None = None,
    ) -> None:
        super().__init__(desk, _title(len(claims)), _("Ask"), parent)
        self._claims, self._article = claims, article
        choices = ((one, one.label) for one in Addressee)
        self.to: Radios[Addressee] = Radios(_("The question goes"), choices, Addressee.AUTHOR, self)
        self.who = Line(_("Name of who is asked"), "", self)
        hint(self.who, _("name, if it needs saying"))
        self.text = Lines(_("Question"), "", 3, self)
        self.text.textChanged.connect(self.check)
        fields = form()
        fields.addRow(_("The question goes"), self.to)
        fields.addRow(_("Name"), self.who)
        fields.addRow(_("Question"), self.text)
        self.body.addLayout(fields)
        if article is not None:
            self.body.addWidget(self._kept(article))
        at_least(self, _WIDTH)
        self.text.setFocus()
        self.check()

    def _kept(self, article: int) -> QWidget:
        """Keeps what is typed, and says so where one goes on with it."""
        typed: dict[str, Line | Lines] = {"text": self.text, "name": self.who}
        kept = KeptWords(
            self, self.desk.drafts, lambda name: ArticlePlace(article, f"question.{name}"), typed
        )
        return kept.line(self)

    def obstacle(self) -> str:
        return "" if self.text.words else _("The question is still missing.")

    def edit(self) -> Edit:
        return AskQuestion(
            self.text.words, self.to.chosen, self._claims, self._article, self.who.words
        )


class RewordQuestionDialog(EditDialog):
    """Other words for a question."""

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Reword the question"), _("Done"), parent)
        self._question = question
        self.text = Lines(_("Question"), question.text, 3, self)
        self.text.textChanged.connect(self.check)
        self.body.addWidget(self.text)
        at_least(self, _WIDTH)
        self.text.setFocus()
        self.check()

    def obstacle(self) -> str:
        return "" if self.text.words else _("The question is still missing.")

    def edit(self) -> Edit:
        return RewordQuestion(self._question.id, self.text.words, self._question.text)


def _title(claims: int) -> str:
    if not claims:
        return _("Question about the article")
    return ngettext("Question about {count} claim", "Question about {count} claims", claims)
