"""Why claims are left unchecked on purpose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from claimdesk.domain.status import Status
from claimdesk.i18n import _, begun, ngettext
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import Lines, note
from claimdesk.ui.dialogs.kept_words import KeptWords
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.drafts import ArticlePlace

_REMEMBERED = 5
_WIDTH = 460


class ReasonDialog(AskingDialog):
    """Asks for the reason, and offers those given before."""

    given = Signal(str)

    def __init__(
        self, desk: Desk, article: int | None, count: int, parent: QWidget | None = None
    ) -> None:
        """For so many claims of an article."""
        super().__init__(begun(Status.LEFT_OUT.label), _("Leave out"), parent)
        before = [] if article is None else queries.reasons(desk.read, article)[:_REMEMBERED]
        question = QLabel(self)
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        question.setText(
            ngettext(
                "Why is {count} claim left unchecked?",
                "Why are {count} claims left unchecked?",
                count,
            )
        )
        self.words = Lines(_("Reason"), "", 2, self)
        self.words.textChanged.connect(self.check)
        self.body.addWidget(question)
        self.body.addWidget(self.words)
        if article is not None:
            self._keep_words(desk, article)
        self.before = QListWidget(self)
        if before:
            self._offer(before)
        self.before.setVisible(bool(before))
        at_least(self, _WIDTH)
        self.words.setFocus()
        self.check()

    def obstacle(self) -> str:
        return "" if self.words.words else _("The report needs a reason.")

    def conclude(self) -> None:
        words = self.words.words
        self.done(self.DialogCode.Accepted)
        self.given.emit(words)

    def _keep_words(self, desk: Desk, article: int) -> None:
        kept = KeptWords(
            self,
            desk.drafts,
            lambda name: ArticlePlace(article, f"left_out.{name}"),
            {"reason": self.words},
        )
        self.body.addWidget(kept.line(self))

    def _offer(self, before: Sequence[str]) -> None:
        label = note(self)
        label.setText(_("Given before:"))
        self.before.setAccessibleName(_("Reasons given before"))
        self.before.addItems([clean(" ".join(reason.split())) for reason in before])
        self.before.setWordWrap(True)
        self.before.setMaximumHeight(self.before.fontMetrics().lineSpacing() * 8)
        self.before.currentTextChanged.connect(self.words.setPlainText)
        self.before.itemActivated.connect(self.accept)
        self.body.addWidget(label)
        self.body.addWidget(self.before)
