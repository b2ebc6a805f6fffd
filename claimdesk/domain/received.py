"""A dossier that came from another desk as a JSON report."""

from dataclasses import dataclass

from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import _


@dataclass(frozen=True, slots=True)
class ReceivedDossier:
    """A dossier as a file holds it: rows know each other by their public ids, since the numbers
    inside count for this file only. 'to_confirm' are the public ids of claims whose changed
    passage nobody has confirmed; 'made_at' is the report's time, in words of no language."""

    name: str
    made_at: str
    dossier: Dossier
    to_confirm: frozenset[str]

    @property
    def title(self) -> str:
        """The article's."""
        return self.dossier.article.data.title

    @property
    def warnings(self) -> tuple[str, ...]:
        """What whoever takes it in should know, a sentence each."""
        found = []
        if self.dossier.masked:
            found.append(_("Confidential sources and contact data were blanked out in this file."))
        if self.dossier.left_out:
            named = {
                "claims": _("some claims"),
                "notes": _("notes"),
                "history": _("history"),
                "people": _("people"),
            }
            parts = ", ".join(named.get(part, part) for part in self.dossier.left_out)
            said = _("This file does not hold everything; left out: {parts}.")
            found.append(said.format(parts=parts))
        return tuple(found)
