"""What is handed over of an article: which claims, with what beside them, in which language."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import LANGUAGES, _, language, ngettext, number
from claimdesk.services.exporters.formats import Format
from claimdesk.services.exporters.options import ALL, CORRECTIONS, LEFT, Options, Part, chosen
from claimdesk.ui.dialogs.fields import Line, form, note
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.tooltip import plain_tooltip

FILTER, SELECTION = "filter", "selection"
_NAMES = {"de": "Deutsch", "en": "English"}
"""Each language in its own words."""


@dataclass(frozen=True, slots=True)
class InSight:
    """What the window shows of the article: the claims that a filter leaves (None where none
    narrows the list) and those that are chosen, by their ids."""

    filtered: Collection[int] | None = None
    selected: Collection[int] = ()


class ReportChoices(QWidget):
    """Fields that the dialogs for writing and printing share."""

    changed = Signal()

    def __init__(self, sight: InSight, held: dict[str, Any], parent: QWidget | None = None) -> None:
        """'held' are the choices made last, as 'to_remember' gave them."""
        super().__init__(parent)
        self._sight = sight
        self._dossier: Dossier | None = None
        self._format: Format | None = None
        self.language, self.claims = QComboBox(self), QComboBox(self)
        self.parts = {
            Part.NOTES: QCheckBox(_("&Notes"), self),
            Part.HISTORY: QCheckBox(_("&History: first and last edit, check sums"), self),
            Part.PEOPLE: QCheckBox(_("Names of those who &checked"), self),
        }
        self.address = Line(_("Web address"), "", self)
        self.unmask = QCheckBox(_("Name confi&dential sources and contact data"), self)
        self.warning, self.notice = note(self), note(self)
        self.warning.setText(
            _("Whoever gets the report can read who your confidential sources are.")
        )
        self._fill(held)
        self._put_together()
        self._warn()

    # what was chosen

    @property
    def spoken(self) -> str:
        """The report's language."""
        chosen: str = self.language.currentData()
        return chosen

    @property
    def options(self) -> Options:
        """Which claims and what of them; complete once there is a dossier."""
        scope = self.claims.currentData()
        numbers = frozenset(self._numbers(scope))
        without = frozenset(part for part, box in self.parts.items() if not box.isChecked())
        return Options(
            ALL if numbers else scope,
            numbers,
            without=without,
            unmask=self.unmask.isChecked(),
            address=self.address.words_or_none if self._has_address else None,
        )

    @property
    def obstacle(self) -> str:
        """Why nothing can be handed over so; empty where it can."""
        scope = self.claims.currentData()
        if scope in (FILTER, SELECTION) and self._dossier and not self._numbers(scope):
            return _("No claim of this article is among them.")
        if self._format and self._dossier:
            return self._format.refuses(self._dossier, self.options)
        return ""

    @property
    def _has_address(self) -> bool:
        return self._format is not None and self._format.has_address

    def to_remember(self) -> dict[str, Any]:
        """The choices, for JSON. To name confidential sources is asked for anew each time, as
        is what was selected."""
        scope = self.claims.currentData()
        return {
            "language": self.spoken,
            "claims": ALL if scope == SELECTION else scope,
            "without": [part.value for part, box in self.parts.items() if not box.isChecked()],
        }

    def _numbers(self, scope: str) -> list[int]:
        """Of the claims in sight that belong to the article; a list may show others, too."""
        shown = {FILTER: self._sight.filtered, SELECTION: self._sight.selected}.get(scope)
        if shown is None or self._dossier is None:
            return []
        return [claim.row.number for claim in self._dossier.claims if claim.row.id in shown]

    # from outside

    def show_dossier(self, dossier: Dossier) -> None:
        """Say how many claims each choice means."""
        self._dossier = dossier
        for row in range(self.claims.count()):
            scope = self.claims.itemData(row)
            words = _words_of_claims()[scope]
            self.claims.setItemText(row, f"{words} ({number(self._count(scope, dossier))})")
        self.address.setPlaceholderText(dossier.article.data.url or "https://")
        self._warn()

    def _count(self, scope: str, dossier: Dossier) -> int:
        if scope in (FILTER, SELECTION):
            return len(self._numbers(scope))
        return sum(map(chosen(scope), dossier.claims))

    def suit(self, format_: Format) -> None:
        """Offer what this format knows."""
        self._format = format_
        self.language.setEnabled(format_.speaks)
        self.fields.setRowVisible(self.address, format_.has_address)
        for part, box in self.parts.items():
            box.setEnabled(part in format_.parts)

    # how it is made

    def _fill(self, held: dict[str, Any]) -> None:
        for code in LANGUAGES:
            self.language.addItem(_NAMES[code], code)
        known = held.get("language")
        self.language.setCurrentIndex(
            self.language.findData(known if known in LANGUAGES else language())
        )
        for scope, words in _words_of_claims().items():
            if scope != FILTER or self._sight.filtered is not None:
                self.claims.addItem(words, scope)
        self.claims.setCurrentIndex(max(0, self.claims.findData(held.get("claims"))))
        without = held.get("without")
        left_out = without if isinstance(without, list) else []
        for part, box in self.parts.items():
            box.setChecked(part.value not in left_out)

    def _put_together(self) -> None:
        self.fields = form()
        for box, words in ((self.language, _("&Language")), (self.claims, _("Cla&ims"))):
            box.setAccessibleName(words.replace("&", ""))
            self.fields.addRow(words, box)
            box.currentIndexChanged.connect(self._tell)
        self.fields.addRow(_("&Web address"), self.address)
        self.address.setToolTip(
            plain_tooltip(_("Where the report will stand; else the article’s address counts"))
        )
        self.address.textChanged.connect(self._tell)
        ink(self.warning, "danger")
        ink(self.notice, "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.fields)
        for tick in (*self.parts.values(), self.unmask):
            tick.toggled.connect(self._tell)
            column.addWidget(tick)
        column.addWidget(self.warning)
        column.addWidget(self.notice)

    def _tell(self) -> None:
        self._warn()
        self.changed.emit()

    def _warn(self) -> None:
        self.warning.setVisible(self.unmask.isChecked())
        notices = _notices(self._dossier, masked=not self.unmask.isChecked())
        self.notice.setText("\n".join(notices))
        self.notice.setVisible(bool(notices))


def _notices(dossier: Dossier | None, *, masked: bool) -> list[str]:
    """What one should know of it before it is handed over."""
    if dossier is None:
        return []
    left = sum(map(chosen(LEFT), dossier.claims))
    hidden = sum(source.data.confidential for source in dossier.sources) if masked else 0
    found = (
        (left, ngettext("{count} claim is still open.", "{count} claims are still open.", left)),
        (
            hidden,
            ngettext(
                "{count} confidential source is masked.",
                "{count} confidential sources are masked.",
                hidden,
            ),
        ),
    )
    return [words for count, words in found if count]


def _words_of_claims() -> dict[str, str]:
    return {
        ALL: _("All"),
        CORRECTIONS: _("Corrections only"),
        LEFT: _("Only what is left to do"),
        FILTER: _("As the list is filtered"),
        SELECTION: _("The chosen ones"),
    }
