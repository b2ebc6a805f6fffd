"""Add a claim by hand; it has no passage until the text is worked through."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from claimdesk.commands.add_claim import AddClaim
from claimdesk.commands.edit import Edit
from claimdesk.domain.claim import Kind
from claimdesk.domain.history import Changes
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import Choice, Line, Lines, form
from claimdesk.ui.dialogs.kept_words import KeptWords
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.drafts import ArticlePlace
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.worthiness import Worthiness

_WIDTH = 520
_USUAL = 2


class NewClaimDialog(EditDialog):
    """Statement, kind, check-worthiness, and who it is attributed to."""

    added = Signal(int)
    """The new claim's id."""

    def __init__(self, desk: Desk, article: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("New claim"), _("Add claim"), parent)
        self._article = article
        self._level = _USUAL
        self.statement = Lines(_("Statement"), "", 3, self)
        hint(self.statement, _("one thing that can be true or false, in a sentence"))
        self.kind = Choice(_("Kind"), Kind, Kind.OTHER, self)
        self.worthiness = Worthiness(self)
        self.worthiness.chosen.connect(self._set_level)
        self.attributed_to = Line(_("Attributed to"), "", self)
        hint(self.attributed_to, _("nobody: the article itself says so"))
        self.statement.textChanged.connect(self.check)
        fields = form()
        fields.addRow(_("Statement"), self.statement)
        fields.addRow(_("Kind"), self.kind)
        fields.addRow(_("Check-worthiness"), self.worthiness)
        fields.addRow(_("Attributed to"), self.attributed_to)
        self.body.addLayout(fields)
        kept = KeptWords(
            self,
            desk.drafts,
            lambda name: ArticlePlace(article, f"new_claim.{name}"),
            {"statement": self.statement, "attributed_to": self.attributed_to},
        )
        self.body.addWidget(kept.line(self))
        at_least(self, _WIDTH)
        self._set_level(_USUAL)
        self.statement.setFocus()
        self.check()

    def obstacle(self) -> str:
        return "" if self.statement.words else _("The statement is still missing.")

    def edit(self) -> Edit:
        return AddClaim(
            article=self._article,
            statement=" ".join(self.statement.words.split()),
            kind=self.kind.chosen,
            check_worthiness=self._level,
            attributed_to=self.attributed_to.words_or_none,
        )

    def stored(self, changes: Changes) -> None:
        for claim in changes.claims:
            self.added.emit(claim)

    def _set_level(self, level: int) -> None:
        self._level = level
        self.worthiness.show_level(level)
