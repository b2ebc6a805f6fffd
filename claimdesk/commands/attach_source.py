"""Attach sources to claims as evidence, and change what was attached."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.commands.edit import about_claims, required
from claimdesk.commands.edit_article import check_date
from claimdesk.domain.errors import NotFound
from claimdesk.domain.history import Message
from claimdesk.domain.source import SourceData, Stance
from claimdesk.i18n import N_, _

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class EvidenceData:
    """What is said about a source's bearing on a claim; 'looked' is the day it was looked at."""

    stance: Stance = Stance.SUPPORTS
    locator: str | None = None
    excerpt: str | None = None
    looked: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class AttachSource:
    """Attach a source of the library (its id), or a new one (its data), to claims."""

    claims: tuple[int, ...]
    source: int | SourceData
    evidence: EvidenceData

    def apply(self, work: "Work") -> Message:
        if isinstance(self.source, SourceData):
            source = work.add("source", **_source_fields(self.source))
        else:
            source = self.source
        held = work.get("source", source)
        if held["aside"]:  # taken back meanwhile: its evidence would never be seen
            raise NotFound(_("This source is not in the desk."))
        fields = _evidence_fields(self.evidence)
        work.add_all(
            "evidence", [{"claim": claim, "source": source, **fields} for claim in self.claims]
        )
        return about_claims(
            work,
            self.claims,
            N_("Attach “{title}” to claim {number}"),
            N_("Attach “{title}” to {count} claims"),
            title=held["title"],
        )


@dataclass(frozen=True, slots=True)
class EditEvidence:
    """Change a piece of evidence, and with it the source's own data where given."""

    evidence: int
    data: EvidenceData
    source: SourceData | None = None

    def apply(self, work: "Work") -> Message:
        held = work.get("evidence", self.evidence)
        work.set("evidence", self.evidence, **_evidence_fields(self.data))
        if self.source is not None:
            work.set("source", held["source"], **_source_fields(self.source))
        return about_claims(work, (held["claim"],), N_("Edit evidence of claim {number}"), "")


def _source_fields(data: SourceData) -> dict[str, Any]:
    fields = {name: _tidy(value) for name, value in asdict(data).items()}
    fields["title"] = required(data.title, _("The source’s title"))
    fields["type"], fields["rank"] = data.type.value, data.rank.value
    check_date(fields["published"])
    return fields


def _evidence_fields(data: EvidenceData) -> dict[str, Any]:
    check_date(data.looked)
    fields = {name: _tidy(value) for name, value in asdict(data).items()}
    return {**fields, "stance": data.stance.value}


def _tidy(value: Any) -> Any:
    return (value.strip() or None) if isinstance(value, str) else value
