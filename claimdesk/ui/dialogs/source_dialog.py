"""Attach a source to claims, from the library or a new one, or edit what was attached."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QTabWidget, QWidget

from claimdesk.commands.attach_source import AttachSource, EditEvidence, EvidenceData
from claimdesk.commands.edit import Edit
from claimdesk.domain.source import Evidence, Source, SourceData
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.edit_dialog import EditDialog
from claimdesk.ui.dialogs.evidence_form import EvidenceForm
from claimdesk.ui.dialogs.fields import Line, Lines, note
from claimdesk.ui.dialogs.kept_words import KeptWords
from claimdesk.ui.dialogs.library import Library
from claimdesk.ui.dialogs.sizes import at_least, begin_with
from claimdesk.ui.dialogs.source_form import SourceForm
from claimdesk.ui.drafts import Place
from claimdesk.ui.links import is_web_address, same_address
from claimdesk.ui.when import today

_WIDTH, _HEIGHT = 600, 660


class SourceDialog(EditDialog):
    """Two ways to name the source, and what it says to the claim."""

    def __init__(self, desk: Desk, claims: Sequence[int], parent: QWidget | None = None) -> None:
        """'claims' are those that the source is attached to, all at once."""
        self._claims, self._sources = tuple(claims), queries.sources(desk.read)
        super().__init__(desk, _("Attach a source"), _("Attach"), parent)
        self._copied = _copied()
        copied = self._copied if is_web_address(self._copied) else ""
        known = self._known(copied) if copied else None
        recent = queries.recent_sources(desk.read, self._claims)
        self.library = Library(self._sources, "" if known else copied, recent, self)
        self.form = SourceForm(SourceData(title="", url=copied or None), self._known, self)
        self.evidence = EvidenceForm(EvidenceData(looked=today()), self)
        self.ways = QTabWidget(self)
        self.ways.addTab(self.library, _("From the &library"))
        self.ways.addTab(self.form, _("&New source"))
        self.ways.setAccessibleName(_("Where the source comes from"))
        self._put_in_place()
        self._listen()
        if known:
            self.library.look_for(known.data.url or "")
        self._keep_words()
        begin_with(self, _WIDTH, _HEIGHT)
        self.library.setFocus()
        self.check()

    def obstacle(self) -> str:
        if self.ways.currentWidget() is self.form:
            return self.form.obstacle() or self.evidence.obstacle()
        if not isinstance(self.library.marked, Source):
            return _("Choose a source, or press Enter to describe a new one.")
        return self.evidence.obstacle()

    def edit(self) -> Edit:
        marked = self.library.marked
        new = self.ways.currentWidget() is self.form or not isinstance(marked, Source)
        source = self.form.data() if new or not isinstance(marked, Source) else marked.id
        return AttachSource(self._claims, source, self.evidence.data())

    def take(self) -> None:
        """Attach the source that is marked, or go on to describe a new one."""
        marked = self.library.marked
        if isinstance(marked, Source):
            self.accept()
        else:
            self._describe(marked or "")

    def changeEvent(self, event: QEvent) -> None:
        """Who comes back with words copied elsewhere wants them for the excerpt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._come_back()

    def _come_back(self) -> None:
        before, self._copied = self._copied, _copied()
        if self._copied in ("", before) or is_web_address(self._copied):
            return
        if self.evidence.excerpt.words:
            return
        marked = self.library.marked
        if self.ways.currentWidget() is self.library and isinstance(marked, str) and marked:
            self._describe(marked)
        self.evidence.excerpt.setFocus()

    def _describe(self, words: str) -> None:
        if is_web_address(words):
            self.form.take_address(words)
        elif words:
            self.form.title.setText(words)
        self.ways.setCurrentWidget(self.form)
        self.form.title.setFocus()
        self.form.title.selectAll()

    def _choose(self, source: Source) -> None:
        """Turn from a new source to one that the library has."""
        self.ways.setCurrentWidget(self.library)
        self.library.look_for(source.data.url or source.data.title)
        self.library.search.setFocus()

    def _known(self, url: str) -> Source | None:
        return known_source(self._sources, url)

    def _put_in_place(self) -> None:
        if len(self._claims) > 1:
            count = note(self)
            count.setText(ngettext("For {count} claim", "For {count} claims", len(self._claims)))
            self.body.addWidget(count)
        self.body.addWidget(self.ways, 1)
        self.body.addWidget(self.evidence)

    def _keep_words(self) -> None:
        """A new source that was half described is what one goes on with."""
        form, claim = self.form, self._claims[0]
        described = {"title": form.title, "author": form.author, "publisher": form.publisher}
        kept = KeptWords(
            self,
            self.desk.drafts,
            lambda name: Place(claim, f"source.{name}"),
            {**_long_words(self.evidence), **described},
        )
        self.body.addWidget(kept.line(self))
        if any(name in described for name in kept.brought_back):
            self.ways.setCurrentWidget(form)

    def _listen(self) -> None:
        self.library.taken.connect(self.take)
        self.library.changed.connect(self.check)
        self.form.changed.connect(self.check)
        self.form.duplicate_wanted.connect(self._choose)
        self.evidence.changed.connect(self.check)
        self.ways.currentChanged.connect(self.check)


class EvidenceDialog(EditDialog):
    """Edits a piece of evidence together with its source."""

    def __init__(self, desk: Desk, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Edit the evidence"), _("Store"), parent)
        self._evidence = evidence
        others = [one for one in queries.sources(desk.read) if one.id != evidence.source.id]
        self.form = SourceForm(evidence.source.data, lambda url: known_source(others, url), self)
        self.form.duplicate.setEnabled(False)
        self.evidence = EvidenceForm(_data_of(evidence), self)
        if evidence.source.claims > 1:
            self.body.addWidget(self._shared())
        self.body.addWidget(self.form)
        self.body.addWidget(self.evidence, 1)
        self.form.changed.connect(self.check)
        self.evidence.changed.connect(self.check)
        kept = KeptWords(
            self,
            desk.drafts,
            lambda name: Place(evidence.claim, f"evidence.{name}", evidence.id),
            _long_words(self.evidence),
        )
        self.body.addWidget(kept.line(self))
        self.evidence.excerpt.setFocus()
        at_least(self, _WIDTH)
        self.check()

    def obstacle(self) -> str:
        return self.form.obstacle() or self.evidence.obstacle()

    def edit(self) -> Edit:
        source = self.form.data()
        changed = source if source != self._evidence.source.data else None
        return EditEvidence(self._evidence.id, self.evidence.data(), changed)

    def _shared(self) -> QLabel:
        label = note(self)
        label.setText(
            ngettext(
                "This source belongs to {count} claim.",
                "This source belongs to {count} claims; what you change in it shows at all.",
                self._evidence.source.claims,
            )
        )
        return label


def known_source(sources: Sequence[Source], url: str) -> Source | None:
    """The source that has this address."""
    return next((one for one in sources if one.data.url and same_address(one.data.url, url)), None)


def _long_words(form: EvidenceForm) -> dict[str, Line | Lines]:
    """The fields of evidence that are worth a draft."""
    return {"excerpt": form.excerpt, "locator": form.locator, "remark": form.remark}


def _copied() -> str:
    """The words on the clipboard."""
    return QGuiApplication.clipboard().text().strip()


def _data_of(evidence: Evidence) -> EvidenceData:
    return EvidenceData(
        stance=evidence.stance,
        locator=evidence.locator,
        excerpt=evidence.excerpt,
        looked=evidence.looked,
        remark=evidence.remark,
    )
