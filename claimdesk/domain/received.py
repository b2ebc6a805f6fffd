"""A dossier that came from another desk as a JSON report."""

from dataclasses import dataclass

from claimdesk.domain.dossier import Dossier


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
