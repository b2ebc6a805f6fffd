"""Finding claims: another process reads the text, so that the window stays live; what it finds
is shown as it comes and stored at the end, or when somebody begins to decide on it."""

import logging
import os
import sys
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import claimdesk
from claimdesk.commands.find_claims import FindClaims
from claimdesk.domain.history import Changes
from claimdesk.i18n import _, ngettext
from claimdesk.services.finding.gathering import Gathering, Known
from claimdesk.services.finding.talk import Unpacker, pack
from claimdesk.store import queries
from claimdesk.ui.models.claims import takes_back

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace

WORKER = "claimdesk.services.finding.worker"
SHOW_AGAIN, SHOW_LATEST = 100, 3_000
"""Milliseconds until what was found since is shown: at first, and at the most."""
_ENDS_WITHIN = 2_000
_FOUND = {"suggestion", "remark"}


class Run:
    """One reading of a revision."""

    def __init__(
        self, article: int, revision: int, title: str, gathering: Gathering, held: tuple[int, int]
    ) -> None:
        self.article, self.revision, self.title = article, revision, title
        self.gathering = gathering
        self.held = held
        """The newest that the desk held before."""
        self.unpacker = Unpacker()

    @property
    def share(self) -> float:
        """How much of the text was read."""
        return self.gathering.until / max(1, len(self.gathering.text))


class Finding(QObject):
    """The readings of one workspace, one after the other."""

    progressed = Signal(str, float)
    """What is being done, and how much of it is; without words it has ended."""
    found = Signal()
    """Something came, or a reading began."""
    ended = Signal(int, bool)
    """A reading ended: its revision, and whether it was carried through and is stored."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace, self._desk = workspace, workspace.desk
        self._known = Known()
        self._ready: QProcess | None = None
        self._process: QProcess | None = None
        self._waiting: deque[tuple[int, int]] = deque()
        self.run: Run | None = None
        self.done: set[int] = set()
        """The revisions that were read to the end."""
        self._pause = SHOW_AGAIN
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.found)
        self._desk.closing.connect(self.stop)
        self._desk.changed.connect(self._on_changed)

    def warm_up(self) -> None:
        """Start the process that the next reading needs."""
        if self._ready is None:
            self._ready = self._started()

    def cool_down(self) -> None:
        """It is not needed after all."""
        _end(self._ready)
        self._ready = None

    def find(self, article: int) -> None:
        """Read an article's newest text, after those that are being read."""
        revision = queries.article(self._desk.read, article).revision
        if revision is not None and (article, revision) not in self._waiting:
            self._waiting.append((article, revision))
            self._go_on()

    def find_claims(self) -> None:
        """Find what is to be checked in the text that is shown, and list it; where a text is
        being read, end that."""
        article, reading = self._workspace.article, self._workspace.reading
        if article is None or reading is None:
            return
        if self.run is not None:
            self.cancel()
            return
        reading.show_review(True)
        self.find(article.id)

    def is_reading(self, revision: int | None) -> bool:
        """Whether a revision is being read, or about to be."""
        under_way = self.run is not None and self.run.revision == revision
        return under_way or any(one == revision for _article, one in self._waiting)

    def store_so_far(self) -> None:
        """Store what was found so far: somebody decides on it."""
        run = self.run
        if run is not None:
            gathering = run.gathering
            proposals = tuple(gathering.proposals)
            self._desk.run(FindClaims(run.revision, proposals, until=gathering.until))

    def cancel(self) -> None:
        """Somebody wants it to end."""
        if self.run is not None:
            self.stop()
            said = _("Stopped. What was found is not kept; find claims again any time.")
            self._workspace.said.emit(said)

    def stop(self) -> None:
        """End all readings; nothing more of them is stored."""
        process, self._process = self._process, None
        self._waiting.clear()
        self._finish(stored=False)
        _end(process)
        self.cool_down()

    # how it is done

    def _go_on(self) -> None:
        if self.run is not None or not self._waiting:
            return
        article, revision = self._waiting.popleft()
        data = queries.article(self._desk.read, article).data
        text = queries.revision(self._desk.read, revision).text
        gathering = Gathering(text, data.language, self._known)
        self.run = run = Run(
            article, revision, data.title, gathering, queries.newest_findings(self._desk.read)
        )
        self._process, self._ready = self._ready or self._started(), None
        process = self._process
        process.readyReadStandardOutput.connect(lambda: self._take(run, process))
        process.finished.connect(lambda *_how: self._ends(run, process))
        process.errorOccurred.connect(lambda _error: self._fails_to_start(run, process))
        process.write(pack(gathering.request))
        process.closeWriteChannel()
        if process.state() is QProcess.ProcessState.NotRunning:  # it died while it was waiting
            self._ends(run, process)
            return
        self._pause = SHOW_AGAIN
        self._tell(run)
        self.found.emit()

    def _started(self) -> QProcess:
        process = QProcess(self)
        surroundings = QProcessEnvironment.systemEnvironment()
        here = str(Path(claimdesk.__file__).resolve().parent.parent)
        paths = [here, *filter(None, [surroundings.value("PYTHONPATH")])]
        surroundings.insert("PYTHONPATH", os.pathsep.join(paths))
        process.setProcessEnvironment(surroundings)
        # Without -P the folder one happens to stand in could bring modules of its own.
        process.start(sys.executable, ["-P", "-m", WORKER])
        return process

    def _take(self, run: Run, process: QProcess) -> None:
        if run is not self.run:
            return
        first = not run.gathering.proposals
        for answer in run.unpacker.feed(bytes(process.readAllStandardOutput().data())):
            run.gathering.take(answer)
        self._tell(run)
        if run.gathering.is_finished:
            self._store(run)
        elif first and run.gathering.proposals:
            self.found.emit()
        elif not self._later.isActive():
            self._later.start(self._pause)
            self._pause = min(self._pause * 2, SHOW_LATEST)

    def _tell(self, run: Run) -> None:
        words = _("Finding claims in “{title}” …").format(title=run.title)
        self.progressed.emit(words, run.share)

    def _store(self, run: Run) -> None:
        gathering = run.gathering

        def stored(_changes: Changes) -> None:
            if self.run is run:
                self.done.add(run.revision)
                self._finish(stored=True)
                self._say_what_waits(run)

        def refused(_sentence: str) -> None:
            if self.run is run:
                self._finish(stored=False)

        edit = FindClaims(run.revision, tuple(gathering.proposals), gathering.remarks)
        self._desk.run(edit, stored, refused)

    def _fails_to_start(self, run: Run, process: QProcess) -> None:
        """Only then no 'finished' comes."""
        if process.error() is QProcess.ProcessError.FailedToStart:
            self._ends(run, process)

    def _say_what_waits(self, run: Run) -> None:
        """Where one looks at something else, or sees nothing new."""
        reading = self._workspace.reading
        count = queries.open_suggestion_count(self._desk.read, run.article)
        if not queries.is_found_since(self._desk.read, run.article, run.held):
            words = ngettext(
                "Nothing new was found; {count} suggestion is still open.",
                "Nothing new was found; {count} suggestions are still open.",
                count,
            )
            self._workspace.said.emit(words if count else _("Nothing new was found."))
        elif count and (reading is None or reading.mode != "review"):
            words = ngettext(
                "{count} suggestion waits to be reviewed (Ctrl+4).",
                "{count} suggestions wait to be reviewed (Ctrl+4).",
                count,
            )
            self._workspace.said.emit(words)

    def _ends(self, run: Run, process: QProcess) -> None:
        """The process has ended; where it had more to say, it has failed."""
        if run is not self.run:
            return
        self._take(run, process)
        self._process = None
        process.deleteLater()
        if not run.gathering.is_finished:
            said = bytes(process.readAllStandardError().data()).decode(errors="replace")
            logging.getLogger(__name__).error("finding claims failed: %s", said)
            self._finish(stored=False)
            self._desk.failed.emit(
                _("The claims could not be found; the desk is as it was. Try again.")
            )

    def _finish(self, *, stored: bool) -> None:
        run, self.run = self.run, None
        self._later.stop()
        if run is not None:
            self.progressed.emit("", 1.0)
            self.ended.emit(run.revision, stored)
        self._go_on()

    def _on_changed(self, changes: Changes) -> None:
        """What was found may be taken back, and nobody needs the claims of an article that was."""
        if changes.entities & _FOUND and takes_back(changes):
            self.done = {
                one for one in self.done if queries.suggestion_counts(self._desk.read, one)
            }
        run = self.run
        if run is None or "article" not in changes.entities:
            return
        if not queries.is_article(self._desk.read, run.article):
            self.stop()


def _end(process: QProcess | None) -> None:
    if process is None:
        return
    process.kill()
    process.waitForFinished(_ENDS_WITHIN)
    process.deleteLater()
