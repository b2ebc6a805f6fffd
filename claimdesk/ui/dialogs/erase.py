"""Erasing for good, asked twice: first what and why, then, with everything told, once more."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)
from shiboken6 import isValid

from claimdesk.commands.erase import Erase
from claimdesk.domain.erasure import SHORTEST, Found, Target
from claimdesk.domain.history import Changes
from claimdesk.i18n import _, ngettext
from claimdesk.services.exporters.hygiene import clean
from claimdesk.store import backups, holding, queries
from claimdesk.store.backups import Backup
from claimdesk.store.sqlite.connection import Reader
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.backups import made_when
from claimdesk.ui.dialogs.edit_dialog import AskingDialog
from claimdesk.ui.dialogs.fields import Line, form, note
from claimdesk.ui.dialogs.sizes import at_least, begin_with
from claimdesk.ui.models.erasable import Erasable
from claimdesk.ui.tasks import Task
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.words import shorten

_WIDTH = 600
_START = 90
_NAMED = 5
"""How many backups are named one by one."""


class Plan(NamedTuple):
    """What is to be erased, where it stands, and which backups hold it."""

    edit: Erase
    found: Found
    backups: list[Backup]


class EraseDialog(AskingDialog):
    """The first question: which words, and why."""

    planned = Signal(object)
    """A Plan with everything that was found."""

    def __init__(
        self, desk: Desk, erasable: Sequence[Erasable], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Erase for good"), _("See where it stands …"), parent)
        self._desk, self._erasable = desk, list(erasable)
        self._searching = False
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("What is to be erased"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in self._erasable:
            words = shorten(clean(" ".join(one.words.split())), _START)
            item = QListWidgetItem(f"{one.what}: {words}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(self.check)
        self.list.setSpacing(2)
        self.list.setVisible(bool(self._erasable))
        self.words = Line(_("Words wherever they stand"), "", self)
        hint(self.words, _("a name, spelled exactly as it stands"))
        self.why = Line(_("Reason"), "", self)
        hint(self.why, _("stays in the history and in the report"))
        for line in (self.words, self.why):
            line.textChanged.connect(self.check)
        self._put_in_place()
        (self.list if self._erasable else self.words).setFocus()
        self.check()

    def obstacle(self) -> str:
        if self._searching:
            return _("Looking where it stands …")
        typed = self.words.words
        if not self._targets() and not typed:
            return _("Tick what is to be erased, or type the words.")
        if typed and len(typed) < SHORTEST:
            return _("These words are too short to look for them everywhere; give more.")
        return "" if self.why.words else _("The history needs a reason.")

    def conclude(self) -> None:
        words = (self.words.words,) if self.words.words else ()
        edit = Erase(tuple(self._targets()), words, self.why.words)
        desk, public_id = self._desk.path, self._desk.info.public_id
        task = Task(lambda task: _plan(edit, desk, public_id, task), self)
        task.done.connect(self._go_on)
        task.failed.connect(self._stumbled)
        self.finished.connect(task.cancel)
        self._searching = True
        self.check()
        self._desk.drafts.flush()
        task.start()

    def _targets(self) -> list[Target]:
        return [
            one.target
            for place, one in enumerate(self._erasable)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _go_on(self, plan: Plan) -> None:
        self._searching = False
        self.check()
        if not plan.found:
            self.reason.setText(_("These words stand nowhere in the desk."))
            return
        self.done(QDialog.DialogCode.Accepted)
        self.planned.emit(plan)

    def _stumbled(self, sentence: str) -> None:
        self._searching = False
        self.check()
        self.reason.setText(sentence)

    def _put_in_place(self) -> None:
        if self._erasable:
            head = QLabel(_("At the claim and its article"), self)
            head.setBuddy(self.list)
            self.body.addWidget(head)
            self.body.addWidget(self.list, 1)
        fields = form()
        fields.addRow(_("Words wherever they stand"), self.words)
        fields.addRow(_("Reason"), self.why)
        self.body.addLayout(fields)
        begin_with(self, _WIDTH, 460 if self._erasable else 180)


class EraseAgain(AskingDialog):
    """The second question: everywhere it stands is told, and a word is to be typed."""

    erased = Signal()

    def __init__(self, desk: Desk, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(_("Erase for good?"), _("Erase for good"), parent)
        self._desk, self._plan = desk, plan
        self._waiting = False
        for sentence in sentences(plan):
            label = note(self)
            label.setText(sentence)
            self.body.addWidget(label)
        self.remove = QCheckBox(_("Remove these backups, too"), self)
        self.remove.setChecked(True)
        self.remove.setVisible(bool(plan.backups))
        self.body.addWidget(self.remove)
        self.word = Line(_("To confirm"), "", self)
        self.word.textChanged.connect(self.check)
        fields = form()
        fields.addRow(_("Type “{word}”").format(word=confirmation()), self.word)
        self.body.addLayout(fields)
        self.body.addStretch(1)
        at_least(self, _WIDTH)
        self.word.setFocus()
        self.check()

    def obstacle(self) -> str:
        typed = self.word.words.casefold() == confirmation().casefold()
        return "" if typed else _("This cannot be undone.")

    def conclude(self) -> None:
        if not self._waiting:
            self._waiting = True
            self.finish.setEnabled(False)
            self._desk.run(self._plan.edit, self._stored, self._refused)

    def _stored(self, _changes: Changes) -> None:
        self._desk.drafts.load()
        if not isValid(self):
            return
        if self.remove.isChecked() and self._plan.backups:
            kept = self._plan.backups
            task = Task(lambda _task: holding.remove(kept), self)
            task.done.connect(lambda _nothing: self._end())
            task.failed.connect(self._refused)
            task.start()
        else:
            self._end()

    def _end(self) -> None:
        self.done(QDialog.DialogCode.Accepted)
        self.erased.emit()

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self._waiting = False
            self.check()
            self.reason.setText(sentence)


def confirmation() -> str:
    """The word that is typed to say that one means it."""
    return _("erase")


def sentences(plan: Plan) -> list[str]:
    """All that is to be known before."""
    found = plan.found
    parts = (
        ngettext("{count} field", "{count} fields", len(found.hits)),
        ngettext(
            "{count} entry of the history",
            "{count} entries of the history",
            len({blank.event for blank in (*found.changes, *found.events)}),
        ),
        ngettext("{count} draft", "{count} drafts", len(found.drafts)),
    )
    counts = (len(found.hits), len(found.changes) + len(found.events), len(found.drafts))
    said = ", ".join(part for part, count in zip(parts, counts, strict=True) if count)
    told = [
        _("Erased are: {places}.").format(places=said),
        _(
            "Nobody can bring that back, and what was done to it can no longer be undone. The "
            "history and the report say that something was erased, when, by whom and why."
        ),
    ]
    if found.kept:
        places = ", ".join(_kept_words(table) for table, _count in found.kept)
        told.append(_("The words stay in: {places}.").format(places=places))
    if plan.backups:
        told.append(_backups_sentence(plan.backups))
    told.append(_("Copies of the desk that you saved or handed over are not reached."))
    return told


def _backups_sentence(kept: Sequence[Backup]) -> str:
    named = [made_when(one) for one in kept[:_NAMED]]
    if len(kept) > _NAMED:
        rest = len(kept) - _NAMED
        named.append(ngettext("{count} more", "{count} more", rest))
    holding_it = ngettext(
        "{count} backup holds the words", "{count} backups hold the words", len(kept)
    )
    return f"{holding_it}: {', '.join(named)}."


def _kept_words(table: str) -> str:
    return {
        "revision": _("the article’s text"),
        "anchor": _("passages of the article’s text"),
        "snapshot": _("captured files"),
        "person": _("the names of those who work here"),
        "article": _("the article’s bibliographic data"),
        "desk": _("the desk’s title"),
    }[table]


def _plan(edit: Erase, desk: Path, public_id: str, task: Task) -> Plan:
    with closing(Reader(desk)) as read, read.at_one_moment():
        found = queries.find_words(read, edit.targets, edit.words)
    kept = backups.listed(backups.folder(public_id))
    held = holding.holding(kept, found.texts, lambda: task.is_cancelled) if found else []
    return Plan(edit, found, held)
