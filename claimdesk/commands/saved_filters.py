"""Give a filter of claims a name, so that one finds it again; rename it, set it aside."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimdesk.commands.edit import required
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.errors import Refused
from claimdesk.domain.history import Message
from claimdesk.domain.saved_filter import written
from claimdesk.i18n import N_, _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class SaveFilter:
    """Keep what a filter asks for, but for its article, under a name of its own."""

    name: str
    conditions: ClaimFilter

    def apply(self, work: "Work") -> Message:
        name = _free_name(work, self.name)
        if not self.conditions.is_narrowed:
            raise Refused(_("This filter shows all claims; narrow the list first."))
        work.add(
            "saved_filter",
            name=name,
            conditions=json.dumps(written(self.conditions), ensure_ascii=False, sort_keys=True),
            place=len(work.find("saved_filter")),
        )
        return Message(N_("Save the filter “{name}”"), {"name": name})


@dataclass(frozen=True, slots=True)
class RenameFilter:
    """Give a saved filter another name."""

    filter: int
    name: str

    def apply(self, work: "Work") -> Message:
        held = work.get("saved_filter", self.filter)["name"]
        name = _free_name(work, self.name, besides=self.filter)
        work.set("saved_filter", self.filter, name=name)
        return Message(N_("Rename the filter “{name}” to “{new}”"), {"name": held, "new": name})


@dataclass(frozen=True, slots=True)
class SetAsideFilter:
    """Set a saved filter aside; the claims stay as they are."""

    filter: int

    def apply(self, work: "Work") -> Message:
        name = work.get("saved_filter", self.filter)["name"]
        work.set("saved_filter", self.filter, aside=True)
        return Message(N_("Set the filter “{name}” aside"), {"name": name})


def _free_name(work: "Work", typed: str, besides: int | None = None) -> str:
    name = required(" ".join(typed.split()), _("The filter’s name"))
    others = [one for one in queries.saved_filters(work.read) if one.id != besides]
    if any(one.name.casefold() == name.casefold() for one in others):
        raise Refused(
            _("There is a filter “{name}” already; choose another name.").format(name=name)
        )
    return name
