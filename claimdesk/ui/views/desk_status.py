"""The status bar: how far the article is, which desk this is, when it was last saved."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar

from claimdesk.domain.article import ArticleRow
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.ui.desk import Desk


class DeskStatus(QStatusBar):
    """Counts at the left; desk and time at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._counts, self._desk, self._saved = QLabel(), QLabel(), QLabel()
        self._counts.setContentsMargins(8, 0, 0, 0)
        self._saved.setContentsMargins(12, 0, 8, 0)
        self.addWidget(self._counts, 1)
        self.addPermanentWidget(self._desk)
        self.addPermanentWidget(self._saved)

    def show_desk(self, desk: Desk | None, article: ArticleRow | None) -> None:
        """Name the desk, and count the article's claims."""
        self._counts.setText(_counted(article) if article else "")
        if desk is None:
            self._desk.clear()
            self._saved.clear()
            return
        words = _("Sample desk: {name}") if desk.info.sample else _("Desk: {name}")
        self._desk.setText(words.format(name=desk.path.stem))
        self._desk.setToolTip(str(desk.path))

    def show_saved(self, moment: datetime | None) -> None:
        """Say when the last edit was committed."""
        if moment is not None:
            time = moment.astimezone().strftime("%H:%M:%S")
            self._saved.setText(_("saved {time}").format(time=time))


def _counted(article: ArticleRow) -> str:
    parts = [
        _("{checked} of {count} checked").format(checked=article.checked, count=article.claims)
    ]
    for status in (Status.IN_PROGRESS, Status.LEFT_OUT):
        if count := article.counts.get(status):
            parts.append(f"{count} {status.label}")
    return " · ".join(parts)
