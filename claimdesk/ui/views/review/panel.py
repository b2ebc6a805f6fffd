"""The review beside the text: how much is left, what of it is shown, the one that is looked at,
and the others in the order of the text."""

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.review import ReviewFilter, ReviewRow, Sort
from claimdesk.domain.suggestion import Suggestion
from claimdesk.i18n import _, ngettext, number, sort_key
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import META, interface_font
from claimdesk.ui.views.empty_list import EmptyList
from claimdesk.ui.views.inspector.particulars import KeepsKeys
from claimdesk.ui.views.no_claims import key_of
from claimdesk.ui.views.review.card import ReviewCard
from claimdesk.ui.views.review.rows import ReviewList
from claimdesk.ui.widgets.words import Words
from claimdesk.ui.widgets.worthiness import worthiness_words

PADDING = 16
# There may be ten thousands of rows; these are counted between two keys.
_KIND, _UNFIT = attrgetter("kind"), attrgetter("not_checkable")
_WORTH, _REMARK = attrgetter("check_worthiness"), attrgetter("remark")
_HEAD = 16
_MANY = 2_000


class Standing(NamedTuple):
    """How far the review of a text is."""

    accepted: int = 0
    rejected: int = 0
    has_text: bool = True
    is_reading: bool = False
    is_fetched: bool = False
    """Whether so much waits that it is still being fetched from the desk."""
    was_read: bool = False


class ReviewPanel(QFrame):
    """Tells which one was chosen, what is to be listed, and which action is wanted."""

    chosen = Signal(str)
    filtered = Signal(object)
    """A ReviewFilter."""
    place_wanted = Signal(int)
    """Where in the text one wants to look."""
    reworded = Signal(str, object)
    wanted = Signal(str)
    """The id of an action."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Suggestions"))
        self._filter = ReviewFilter()
        self._does = ""
        self._sorts: list[Sort | Kind] = []
        self._counted: Sequence[ReviewRow] = ()
        self._shown = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fill_filters)
        self.head = Words(interface_font(_HEAD, QFont.Weight.DemiBold), parent=self)
        self.done = Words(interface_font(META), "text2", self)
        _keep_room(self.done)
        self.sort, self.worth = self._choice(_("Kind")), self._choice(_("Check-worthiness"))
        self.card = ReviewCard(desk, self)
        self.card.wanted.connect(self.wanted)
        self.card.place_wanted.connect(self.place_wanted)
        self.card.reworded.connect(self.reworded)
        self.card.left.connect(self.take_focus)
        self.list = ReviewList(self)
        self.list.chosen.connect(self.chosen)
        self.further = Words(interface_font(META), "text2", self)
        self.nothing = EmptyList(self)
        self.nothing.acted.connect(self._act)
        self._put_together()

    def lists(self, row: ReviewRow) -> bool:
        """Whether it is in the list."""
        return self.list.lists(row.mark)

    @property
    def rows(self) -> list[ReviewRow]:
        """What is listed."""
        return self.list.rows

    def fill(
        self,
        waiting: Sequence[ReviewRow],
        listed: list[ReviewRow],
        chosen: ReviewFilter,
        standing: Standing,
        *,
        further: int = 0,
    ) -> None:
        """Show what waits, what of it the filter leaves near the one looked at ('further' are as
        far away that they are not listed), and how far one is."""
        self._filter, self._counted = chosen, waiting
        focused = self.window().focusWidget()
        remarks = sum(map(bool, map(_REMARK, waiting)))
        self.head.show_words(_head(len(waiting) - remarks, remarks, standing))
        self._shown = len(listed) + further
        self.tell_standing(standing)
        if len(waiting) > _MANY:
            self._soon.start()  # after the next one is shown
        else:
            self._fill_filters()
        self.list.fill(listed)
        self.sort.setVisible(bool(waiting))
        self.worth.setVisible(bool(waiting))
        self.card.setVisible(bool(listed))
        self.list.setVisible(bool(listed))
        self.further.show_words(
            _("{count} more are further away; J and K lead there.").format(count=number(further))
            if further
            else ""
        )
        self.nothing.setVisible(not listed)
        if not listed:
            sentence, action, self._does = _nothing(len(waiting), standing)
            self.nothing.say(sentence, action)
        if focused is not None and self.isAncestorOf(focused):
            self._keep_focus(focused)

    def take_focus(self) -> None:
        """Let keys go through what is listed; where there is nothing, let them press nothing. Words
        that are being written go on."""
        keys = self.nothing if self.list.isHidden() else self.list
        (keys if self.card.editor.isHidden() else self.card.editor.field).setFocus()

    def _keep_focus(self, focused: QWidget) -> None:
        """Where what had the focus went away, or only said that there is nothing."""
        if focused is self.nothing or not focused.isVisibleTo(self):
            self.take_focus()

    def tell_standing(self, standing: Standing) -> None:
        """Say how many are decided."""
        self.done.show_words(_done(standing, len(self._counted), self._shown))

    def look_at(
        self,
        row: ReviewRow | None,
        suggestion: Suggestion | None,
        article: int | None,
        around: Sequence[str] = (),
    ) -> None:
        """Show one, with the words around the passages of a remark, and mark it in the list."""
        self.list.mark(row.mark if row else None)
        if row is None:
            self.card.put_away()
        else:
            self.card.show_row(row, suggestion, article, around)

    def put_away(self) -> None:
        """Another pane takes the place: half-written words are a draft."""
        self.card.put_away()

    # how it is made

    def _choice(self, name: str) -> KeepsKeys:
        choice = KeepsKeys(self)
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setSizeAdjustPolicy(KeepsKeys.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(10)
        choice.activated.connect(self._tell_filter)
        return choice

    def _fill_filters(self) -> None:
        waiting = self._counted
        kinds = Counter(map(_KIND, waiting))
        remarks = kinds.pop(None, 0)
        unfit = len(waiting) - Counter(map(_UNFIT, waiting))[None]
        sorts: dict[Sort | Kind, str] = {
            Sort.ALL: _("all kinds ({count})").format(count=number(len(waiting)))
        }
        chosen = self._filter.sort
        if isinstance(chosen, Kind):  # it stays to be seen, also when nothing of it is left
            kinds.setdefault(chosen, 0)
        for kind in sorted(kinds, key=lambda kind: sort_key(kind.label)):
            sorts[kind] = f"{kind.label} ({number(kinds[kind])})"
        if remarks or chosen is Sort.REMARKS:
            sorts[Sort.REMARKS] = _("remarks ({count})").format(count=number(remarks))
        if unfit or chosen is Sort.NOT_CHECKABLE:
            sorts[Sort.NOT_CHECKABLE] = _("not checkable ({count})").format(count=number(unfit))
        self._sorts = list(sorts)
        self.sort.clear()
        self.sort.addItems(list(sorts.values()))
        self.sort.setCurrentIndex(self._sorts.index(chosen))
        worth = Counter(map(_WORTH, waiting))
        self.worth.clear()
        self.worth.addItem(_("any check-worthiness"), 0)
        for level in reversed(WORTHINESS):
            self.worth.addItem(f"{worthiness_words(level)} ({number(worth[level])})", level)
        self.worth.setCurrentIndex(self.worth.findData(self._filter.check_worthiness))

    def _tell_filter(self) -> None:
        sort = self._sorts[self.sort.currentIndex()]
        self.filtered.emit(ReviewFilter(sort, self.worth.currentData()))
        self.list.setFocus()

    def _act(self) -> None:
        if self._does:
            self.wanted.emit(self._does)
        else:
            self.filtered.emit(ReviewFilter())

    def _put_together(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.sort, 1)
        filters.addWidget(self.worth, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        whole.setSpacing(8)
        whole.addWidget(self.head)
        whole.addWidget(self.done)
        whole.addLayout(filters)
        whole.addSpacing(4)
        whole.addWidget(self.card)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.further)
        whole.addWidget(self.nothing, 1)


def _keep_room(widget: QWidget) -> None:
    """What is below stays where it is while this one, of one line, is hidden."""
    widget.setMinimumHeight(widget.fontMetrics().lineSpacing())
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)


def _head(suggestions: int, remarks: int, standing: Standing) -> str:
    found = []
    if suggestions or (remarks and standing.accepted + standing.rejected):
        found.append(ngettext("{count} suggestion left", "{count} suggestions left", suggestions))
    if remarks:
        found.append(ngettext("{count} remark", "{count} remarks", remarks))
    if found:
        return ", ".join(found)
    if standing.is_fetched:
        return _("Suggestions")
    if standing.is_reading:
        return _("Finding claims …")
    return _("No suggestion left") if standing.was_read else _("Suggestions")


def _done(standing: Standing, waiting: int, listed: int) -> str:
    parts = []
    if standing.accepted or standing.rejected:
        parts.append(
            _("{accepted} accepted, {rejected} rejected").format(
                accepted=number(standing.accepted), rejected=number(standing.rejected)
            )
        )
    if listed < waiting:
        parts.append(_("{count} shown").format(count=number(listed)))
    return " · ".join(parts)


def _nothing(waiting: int, standing: Standing) -> tuple[str, str, str]:
    """Why nothing is listed, what the button says, and the action that it stands for."""
    if not standing.has_text:
        return (
            _("This article has no text yet; import one, and its claims can be found."),
            _("Import a text …"),
            "import_text",
        )
    if standing.is_fetched:
        return _("There are very many suggestions; they are here in a moment."), "", ""
    if waiting:
        return _("None of those left is of this sort."), _("Show all"), ""
    if standing.is_reading:
        return _("The text is being read; the first suggestions are here in a moment."), "", ""
    if not standing.was_read:
        unread = _("This text has not been read, or that was taken back.")
        what = _(
            "Claimdesk reads the text and proposes what to check, each with its reasons. You "
            "accept, reword or reject; nothing becomes a claim by itself."
        )
        key = key_of("find_claims")
        return f"{unread} {what}", _("Find claims") + f" ({key})", "find_claims"
    if standing.accepted or standing.rejected:
        said = _("All suggestions are decided. Next: the sentences that nobody looked at.")
    else:
        said = _(
            "Nothing more was found to check in this text. The machine misses things: look at the "
            "sentences that nobody looked at, and make claims of their words with B."
        )
    return said, _("Show coverage"), "show_coverage"
