"""What writing and printing have in common: choices at the left, the preview at the right, and
a report that is made while the dialog waits, until Cancel stops it."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import _
from claimdesk.services.exporters.formats import Format
from claimdesk.services.exporters.preview import Made, Wish
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.report.choices import InSight, ReportChoices
from claimdesk.ui.dialogs.report.making import Making, Read
from claimdesk.ui.dialogs.report.pages import DOTS
from claimdesk.ui.dialogs.report.preview import ReportPreview
from claimdesk.ui.dialogs.sizes import begin_with
from claimdesk.ui.fonts import scaled
from claimdesk.ui.tasks import Task

_WIDTH, _HEIGHT, _LEFT = 1060, 720, 392
_AFTER = 200
"""Milliseconds without another choice until the preview is made."""


class ReportDialog(AskingDialog):
    """The report is that of the article as the desk holds it when the dialog opens."""

    def __init__(
        self,
        title: str,
        finish: str,
        sight: InSight,
        held: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        """'held' are the choices made last."""
        super().__init__(title, finish, parent)
        self._task: Task | None = None
        self._stops = True
        self._trouble = ""
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self._show)
        self.choices = ReportChoices(sight, held, self)
        self.choices.changed.connect(self.choice_changed)
        self.preview = ReportPreview(self)
        self.making = Making(self)
        self.making.read.connect(self._take)
        self.making.piece.connect(self._on_piece)
        self.making.unseen.connect(self.preview.fail)
        self.making.made.connect(self.hand_over)
        self.making.failed.connect(self._fail)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(scaled(140))
        self.bar.setAccessibleName(_("Progress"))
        self.bar.hide()
        self.foot.insertWidget(1, self.bar)

    def put_together(self, *, above: QWidget | None = None, below: QWidget | None = None) -> None:
        """Lay out the left side: what this kind of handing over asks, around the choices."""
        self.left = QWidget(self)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        if above is not None:
            column.addWidget(above, 1)
        column.addWidget(self.choices)
        if below is not None:
            column.addWidget(below)
        if above is None:
            column.addStretch(1)
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(_scrolled(self.left))
        panes.addWidget(self.preview)
        panes.setStretchFactor(1, 1)
        panes.setSizes([scaled(_LEFT), scaled(_WIDTH - _LEFT)])
        panes.setChildrenCollapsible(False)
        row = QHBoxLayout()
        row.addWidget(panes)
        self.body.addLayout(row, 1)
        begin_with(self, _WIDTH, _HEIGHT)

    # what is asked of the kinds

    @property
    @abstractmethod
    def form(self) -> Format:
        """The format chosen."""

    @abstractmethod
    def hand_over(self, whole: Made) -> None:
        """Do it, with the report made."""

    # reading and showing

    def begin(self, read: Read) -> None:
        """Read the article; what is chosen and asked for meanwhile counts."""
        self.making.begin(read)
        self.check()

    def wish(self) -> Wish:
        """What is to be handed over."""
        return self.making.wish(self.form.id, self.choices.spoken, self.choices.options)

    def choice_changed(self) -> None:
        """Something else is to be handed over."""
        self.check()
        self._soon.start()

    def _take(self, dossier: Dossier) -> None:
        self.choices.show_dossier(dossier)
        if self.making.is_wanted and (obstacle := self.obstacle()):
            self.making.give_up()
            self.refused(obstacle)
        self._show()
        self.check()

    def _show(self) -> None:
        self._soon.stop()
        if obstacle := self.choices.obstacle:
            self.making.show_none()
            self.preview.fail(obstacle)
            return
        if self.making.show(self.wish(), DOTS * self.devicePixelRatioF()):
            self.preview.wait()

    def _on_piece(self, piece: object) -> None:
        self.preview.show_piece(piece)
        self.check()

    def _fail(self, sentence: str) -> None:
        if self.making.dossier is None:
            self._trouble = sentence
            self.preview.fail(sentence)
        self.refused(sentence)

    # handing over

    def obstacle(self) -> str:
        return self._trouble or self.choices.obstacle

    def check(self) -> None:
        if not self.is_busy:
            super().check()

    @property
    def is_busy(self) -> bool:
        """Whether it is under way."""
        return self.making.is_wanted or self._task is not None

    def conclude(self) -> None:
        self.left.setEnabled(False)
        self.finish.setEnabled(False)
        self.tell(_("The report is being made …"))
        self._show()
        self.making.want(self.wish)

    def tell(self, words: str, done: int = 0, of: int = 0) -> None:
        """Say how far it is; without a count, that it is under way."""
        self.reason.setText(words)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.bar.show()

    def work(self, task: Task, done: Callable[[], object], *, stops: bool = True) -> None:
        """Hand over by a task; 'stops' says whether Cancel can end it half way."""
        self._task, self._stops = task, stops

        def ended(then: Callable[[], object]) -> None:
            if task is self._task:
                self._task, self._stops = None, True
                then()

        task.done.connect(lambda _result: ended(done))
        task.failed.connect(lambda sentence: ended(lambda: self.refused(sentence)))
        task.start()

    def refused(self, sentence: str) -> None:
        """It did not work, or was stopped: say so, and let it be tried again."""
        self.bar.hide()
        self.left.setEnabled(True)
        self.check()
        self.reason.setText(sentence)
        self.finish.setFocus()

    def reject(self) -> None:
        """Cancel and Esc first stop what is under way."""
        if not self.is_busy:
            super().reject()
            return
        if not self._stops:
            return
        self.making.give_up()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.refused(_("Stopped; nothing was handed over."))

    def done(self, result: int) -> None:
        self._soon.stop()
        self.making.end()
        super().done(result)


def _scrolled(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Nothing scrolls sideways, so be as wide as what stands in it.
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(inner.minimumSizeHint().width() + bar)
    return area
