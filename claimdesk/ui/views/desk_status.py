"""The status bar: how far the article is, which revision and desk this is, when it was last
saved."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStatusBar

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.status import Status
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk

if TYPE_CHECKING:
    from claimdesk.ui.widgets.progress import ProgressLine


class DeskStatus(QStatusBar):
    """Counts at the left; revision, desk and time at the right."""

    stopped = Signal()
    """Somebody wants the work to end that is under way."""

    def __init__(self) -> None:
        super().__init__()
        self._counts, self._unseen, self._revision = QLabel(), QLabel(), QLabel()
        self._progress: ProgressLine | None = None
        self._desk, self._saved = QLabel(), QLabel()
        self._shown: int | None = None
        for label in (self._counts, self._unseen, self._revision, self._desk, self._saved):
            label.setTextFormat(Qt.TextFormat.PlainText)  # a file may have any name
        self._counts.setContentsMargins(8, 0, 0, 0)
        self._revision.setContentsMargins(0, 0, 12, 0)
        self._saved.setContentsMargins(12, 0, 8, 0)
        self._unseen.setContentsMargins(0, 0, 12, 0)
        self.addWidget(self._counts, 1)
        self.addPermanentWidget(self._unseen)
        self.addPermanentWidget(self._revision)
        self.addPermanentWidget(self._desk)
        self.addPermanentWidget(self._saved)

    def show_desk(self, desk: Desk | None, article: ArticleRow | None) -> None:
        """Name the desk, and count the article's claims."""
        self._counts.setText(_counted(desk, article) if desk and article else "")
        self._show_revision(desk, article.revision if article else None)
        if desk is None:
            self._desk.clear()
            self._saved.clear()
            return
        words = _("Sample desk: {name}") if desk.info.sample else _("Desk: {name}")
        self._desk.setText(words.format(name=desk.path.stem))
        self._desk.setToolTip(str(desk.path))

    @property
    def progress(self) -> "ProgressLine":
        """Work that is under way."""
        if self._progress is None:
            from claimdesk.ui.widgets.progress import ProgressLine  # when needed

            self._progress = ProgressLine(self)
            self._progress.stopped.connect(self.stopped)
            self.insertPermanentWidget(1, self._progress)
        return self._progress

    def show_unseen(self, count: int | None) -> None:
        """Say how many sentences nobody looked at; None where that was not counted."""
        self._unseen.setText(
            ngettext("not looked at: {count} sentence", "not looked at: {count} sentences", count)
            if count
            else ""
        )

    def _show_revision(self, desk: Desk | None, revision: int | None) -> None:
        if desk is None or revision is None:
            self._shown = None
            self._revision.clear()
        elif revision != self._shown:
            self._shown = revision
            number = queries.revision_number(desk.read, revision)
            self._revision.setText(_("revision {number}").format(number=number))

    def show_saved(self, moment: datetime | None) -> None:
        """Say when the last edit was committed."""
        if moment is not None:
            time = moment.astimezone().strftime("%H:%M:%S")
            self._saved.setText(_("saved {time}").format(time=time))


def _counted(desk: Desk, article: ArticleRow) -> str:
    checked = _("{checked} of {count} checked").format(
        checked=article.checked, count=article.claims
    )
    others = [
        f"{count} {status.label}"
        for status in (Status.IN_PROGRESS, Status.LEFT_OUT)
        if (count := article.counts.get(status))
    ]
    if waiting := queries.open_question_count(desk.read, article.id):
        others.append(ngettext("{count} open question", "{count} open questions", waiting))
    if proposed := queries.open_suggestion_count(desk.read, article.id):
        others.append(
            ngettext("{count} suggestion to review", "{count} suggestions to review", proposed)
        )
    return " · ".join([checked, *others])
