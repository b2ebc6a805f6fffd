"""Asks once more before an edit that touches many claims at once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from claimdesk.i18n import _, ngettext, number
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.tasks import Task
from claimdesk.ui.widgets.ink import ink

if TYPE_CHECKING:
    from claimdesk.store.queries.claims import Standing

MOST_UNASKED = 200
"""Up to how many claims are changed without a question."""

_WIDTH = 420
_AT_ONCE = 1_000


class SureDialog(AskingDialog):
    """The question names the number, and how much work the claims hold already, if any are named;
    Enter leaves them alone. What is done can be taken back as one step."""

    def __init__(
        self,
        desk: Desk,
        claims: tuple[int, ...],
        question: str,
        finish: str,
        then: Callable[[], object],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Many claims at once"), finish, parent)
        self._then = then
        self.question = _sentence(question, self)
        self.standing = _sentence(_("Counting what has been checked …"), self)
        said = note(self)
        ink(said, "text2")
        said.setText(_("It is one step, which you can stop while it runs and take back later."))
        for words in (self.question, self.standing, said):
            self.body.addWidget(words)
        at_least(self, _WIDTH)
        self._default_to_cancel()
        self.check()
        self.standing.setVisible(bool(claims))
        if claims:
            self._read(desk, claims)

    def obstacle(self) -> str:
        return ""

    def conclude(self) -> None:
        self.done(self.DialogCode.Accepted)
        self._then()

    def _default_to_cancel(self) -> None:
        self.finish.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def _read(self, desk: Desk, claims: tuple[int, ...]) -> None:
        """Of many claims it is read on another thread."""
        if len(claims) <= _AT_ONCE:
            self._show(queries.standing(desk.read, claims))
            return
        task = Task(partial(_standing, desk.path, claims), self)
        task.done.connect(self._show)
        task.failed.connect(self.standing.setText)
        task.start()

    def _show(self, standing: "Standing") -> None:
        worked_on = (
            ngettext(
                "{count} of them has another status than “unchecked” already.",
                "{count} of them have another status than “unchecked” already.",
                standing.worked_on,
            )
            if standing.worked_on
            else _("All of them are unchecked so far.")
        )
        of = ngettext(
            "They are of {count} article.", "They are of {count} articles.", standing.articles
        )
        self.standing.setText(f"{worked_on} {of}")


def _sentence(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _standing(path: Path, claims: tuple[int, ...], _task: Task) -> "Standing":
    from claimdesk.store.sqlite.connection import Reader  # where many are chosen

    with Reader(path) as read:
        return queries.standing(read, claims)


def when_sure(
    desk: Desk,
    claims: tuple[int, ...],
    question: str,
    finish: str,
    then: Callable[[], object],
    *,
    parent: QWidget,
) -> None:
    """Go on at once with a few claims; with many only when somebody says yes."""
    if len(claims) <= MOST_UNASKED:
        then()
    else:
        SureDialog(desk, claims, question, finish, then, parent=parent).open()


def when_sure_to_accept(
    desk: Desk, count: int, then: Callable[[], object], *, parent: QWidget
) -> None:
    """The same for suggestions, which become claims."""
    if count <= MOST_UNASKED:
        then()
    else:
        question = _("Accept {count} suggestions?").format(count=number(count))
        SureDialog(desk, (), question, _("Accept"), then, parent=parent).open()
