"""The library as one types to find in it: best match first, Enter takes."""

from collections.abc import Sequence
from enum import IntEnum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from claimdesk.domain.source import Source
from claimdesk.i18n import _
from claimdesk.ui.dialogs.source_rows import SOURCE, SourceDelegate, words_of
from claimdesk.ui.widgets.hint import hint

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)
_Index = QModelIndex | QPersistentModelIndex


class _Fit(IntEnum):
    """How well a word fits; less is better."""

    NAME_BEGINS = auto()
    WORD_BEGINS = auto()
    SOMEWHERE = auto()


def citation(source: Source) -> str:
    """A source in one line: who, when, what."""
    who, what, when = words_of(source)
    head = ", ".join(filter(None, (who, when)))
    return f"{head}: {what}" if head else what


def best_first(sources: Sequence[Source], typed: str, recent: Sequence[int] = ()) -> list[Source]:
    """The sources in which every word typed is found; those it fits better, and of equals the
    recent ones (by their ids) and then those used more often, come first."""
    words = typed.casefold().split()
    places = {source: place for place, source in enumerate(recent)}
    found = []
    for source in sources:
        fits = [_fit(source, word) for word in words]
        if None not in fits:
            rank = (sum(fit or 0 for fit in fits), places.get(source.id, len(places)))
            found.append(((*rank, -source.claims), source))
    return [source for _rank, source in sorted(found, key=lambda one: one[0])]


def _fit(source: Source, word: str) -> _Fit | None:
    data = source.data
    names = [(name or "").casefold() for name in (data.publisher, data.author, data.title)]
    if any(name.startswith(word) for name in names):
        return _Fit.NAME_BEGINS
    if any(f" {word}" in name for name in names):
        return _Fit.WORD_BEGINS
    everything = (*names, (data.url or "").casefold(), data.published or "")
    return _Fit.SOMEWHERE if any(word in name for name in everything) else None


class LibraryModel(QAbstractListModel):
    """The sources found, and above or below them the way to a new one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Source | str] = []

    def show(self, rows: Sequence[Source | str]) -> None:
        """Show these; a string is what a new source would be made of."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def at(self, index: _Index) -> Source | str | None:
        """The source of a row, or the words for a new one."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.at(index)
        if role == SOURCE:
            return row if isinstance(row, Source) else None
        if row is None or role not in _SAID:
            return None
        if isinstance(row, Source):
            return citation(row)
        return _("New source: {words} …").format(words=row) if row else _("New source …")


class Library(QWidget):
    """A search field and what it finds."""

    taken = Signal()
    """Enter, or a double click, on what is marked."""
    changed = Signal()
    """Something else is marked."""

    def __init__(
        self,
        sources: Sequence[Source],
        offered: str = "",
        recent: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        """'offered' is an address that a new source might be made of; 'recent' are the sources
        that come first, by their ids."""
        super().__init__(parent)
        self._sources, self._offered, self._recent = sources, offered, recent
        self.model = LibraryModel(self)
        self.search = QLineEdit(self)
        hint(self.search, _("Publisher, author, title or address"))
        self.search.setAccessibleName(_("Find a source"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(SourceDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(_("Sources found"))
        self.list.selectionModel().currentChanged.connect(self.changed)
        self.list.activated.connect(self.taken)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(6)
        whole.addWidget(self.search)
        whole.addWidget(self.list, 1)
        self.setFocusProxy(self.search)
        self._find()

    @property
    def marked(self) -> Source | str | None:
        """The source that is marked, or the words for a new one."""
        return self.model.at(self.list.currentIndex())

    def look_for(self, words: str) -> None:
        """Look for words as if they were typed."""
        self.search.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list moves while one types, and Enter takes what is marked."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _MOVES:
            self.list.event(event)
            return True
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
            return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        typed = self.search.text().strip()
        found: list[Source | str] = list(best_first(self._sources, typed, self._recent))
        new = typed or self._offered
        # An address on the clipboard is what one came for; typed words are looked for first.
        self.model.show([new, *found] if new and not typed else [*found, new])
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.changed.emit()
