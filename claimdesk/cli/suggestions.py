"""Finding the claims of a text that has just come into a desk."""

from dataclasses import dataclass
from pathlib import Path

from claimdesk import settings
from claimdesk.cli.desk import reading
from claimdesk.domain.person import system_person
from claimdesk.i18n import ngettext
from claimdesk.store import Store, queries


@dataclass(frozen=True, slots=True)
class Found:
    """How much waits to be looked at."""

    suggestions: int
    remarks: int

    @property
    def answer(self) -> dict[str, int]:
        """What of it stands in a JSON answer."""
        return {"suggestion_count": self.suggestions, "remark_count": self.remarks}

    @property
    def words(self) -> str:
        """The same in words."""
        return ngettext(
            "{count} suggestion waits in the desk.",
            "{count} suggestions wait in the desk.",
            self.suggestions,
        )


def find_and_store(path: Path, article: int) -> Found:
    """Find the claims of an article's newest text and store them as suggestions."""
    from claimdesk.commands.find_claims import FindClaims  # only where asked for
    from claimdesk.services.finding.gathering import Gathering, Known
    from claimdesk.services.finding.worker import answers

    with reading(path) as read:
        held = queries.article(read, article)
        revision = held.revision or 0
        text = queries.revision(read, revision).text
    gathering = Gathering(text, held.data.language, Known())
    for one in answers(gathering.request):
        gathering.take(one)
    chosen = settings.read()
    edit = FindClaims(revision, tuple(gathering.proposals), gathering.remarks)
    with Store(path) as store:
        store.run(edit, system_person(chosen.name, chosen.initials))
    with reading(path) as read:
        rows = queries.review_rows(read, revision)
    remarks = sum(row.remark is not None for row in rows)
    return Found(len(rows) - remarks, remarks)
