"""Which tags claims or an article bear: those of the desk to tick, and a field for a new one."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from claimdesk.commands.edit import Edit
from claimdesk.commands.tag_claims import LONGEST
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.fields import note
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.tasks import Task

_WIDTH = 380
_AT_ONCE = 1_000
_TICKED, _SOME, _NONE = (
    Qt.CheckState.Checked,
    Qt.CheckState.PartiallyChecked,
    Qt.CheckState.Unchecked,
)


class TagsDialog(EditDialog):
    """A tag that only some of the claims bear is half ticked, and stays as it is."""

    def __init__(
        self,
        desk: Desk,
        owner: str,
        rows: Sequence[int],
        made: Callable[[tuple[str, ...], tuple[str, ...]], Edit],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, _("Tags"), _("Store"), parent)
        self._made, self._count = made, len(rows)
        self._before: dict[str, Qt.CheckState] | None = None
        self.field = TagField(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Tags"))
        said = note(self)
        said.setText(
            _("Of the article")
            if owner == "article"
            else ngettext("Of {count} claim", "Of {count} claims", len(rows))
        )
        self.body.addWidget(said)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list, 1)
        at_least(self, _WIDTH)
        self.field.textChanged.connect(self._narrow)
        self.field.entered.connect(self._take)
        self.field.setFocus()
        self.check()
        self._read(owner, tuple(rows))

    def obstacle(self) -> str:
        return _("Reading the tags …") if self._before is None else ""

    def conclude(self) -> None:
        """A word that is still in the field is one of the tags."""
        self._take()
        super().conclude()

    def edit(self) -> Edit:
        assert self._before is not None
        now = {item.text(): item.checkState() for item in self._items()}
        add = [n for n, s in now.items() if s is _TICKED and self._before.get(n) is not _TICKED]
        remove = [name for name in self._before if now.get(name) is _NONE]
        return self._made(tuple(add), tuple(remove))

    def _read(self, owner: str, rows: tuple[int, ...]) -> None:
        """Those of many claims are read on another thread."""
        if len(rows) <= _AT_ONCE:
            self._show(queries.tags_of(self.desk.read, owner, rows))
            return
        task = Task(partial(_tags_of, self.desk.path, owner, rows), self)
        task.done.connect(self._show)
        task.failed.connect(self.reason.setText)
        task.start()

    def _show(self, counts: dict[str, int]) -> None:
        """Tick what the claims bear, below what was typed meanwhile."""
        typed = {item.text().casefold() for item in self._items()}
        self._before = {
            name: _TICKED if count == self._count else _SOME for name, count in counts.items()
        }
        for _row, name in queries.tags(self.desk.read):
            if name.casefold() not in typed:
                self._add(name, self._before.get(name, _NONE))
        self.check()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _add(self, name: str, state: Qt.CheckState) -> None:
        item = QListWidgetItem(name, self.list)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(state)

    def _narrow(self, typed: str) -> None:
        """Show the tags that what is typed may mean."""
        wanted = typed.strip().lstrip("#").casefold()
        for item in self._items():
            item.setHidden(wanted not in item.text().casefold())

    def _take(self) -> None:
        """Tick the tag typed; one that is new joins the list."""
        name = " ".join(self.field.text().split()).lstrip("#").strip()
        if not name:
            return
        held = next((i for i in self._items() if i.text().casefold() == name.casefold()), None)
        if held is None:
            self._add(name, _TICKED)
        else:
            held.setCheckState(_TICKED)
        self.field.clear()


def _tags_of(path: Path, owner: str, rows: tuple[int, ...], _task: Task) -> dict[str, int]:
    from claimdesk.store.sqlite.connection import Reader  # where many are chosen

    with Reader(path) as read:
        return queries.tags_of(read, owner, rows)


class TagField(QLineEdit):
    """Enter takes the word; in an empty field it finishes the dialog."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(_("A tag, Enter takes it"))
        self.setAccessibleName(_("A new tag, or part of one"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
