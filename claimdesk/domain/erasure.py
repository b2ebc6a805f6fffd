"""Erasing words for good: the one thing that cannot be undone."""

from dataclasses import dataclass

from claimdesk.i18n import N_

ERASED = "█████"
"""What stands where words were erased, in every language."""

MESSAGE = N_("Erase words for good ({reason})")
"""The message of the event that says who erased, when and why, without the words."""

NAMED = "erased"
"""The entity under which that event names each payload that it blanked: the row is the blanked
event's public id, the field a change's number in it, or WORDS_OF_EVENT."""

WORDS_OF_EVENT = "0"

SHORTEST = 3
"""Characters that words need to be looked for everywhere."""

FIELDS: dict[str, tuple[str, ...]] = {
    "note": ("text", "said_by"),
    "evidence": ("excerpt", "locator", "remark"),
    "question": ("text", "name", "answer"),
    "correction": ("old_wording", "new_wording", "why", "reason"),
    "source": (
        "title",
        "author",
        "publisher",
        "url",
        "contact",
        "summary",
        "remark",
        "date_basis",
        "read_as",
        "csl",
    ),
    "claim": ("statement", "attributed_to", "figures"),
    "relation": ("remark",),
    "coverage": ("remark",),
    "suggestion": ("statement", "attributed_to", "figures", "reasons"),
    "remark": ("text", "arguments"),
    "tag": ("name",),
    "saved_filter": ("name", "conditions"),
}
"""What people typed, and the program made of it, by table: only here words are erased."""

EMPTY = {"csl": None, "figures": "[]", "reasons": "[]", "arguments": "{}", "conditions": "{}"}
"""Fields that a program reads, and what stands there afterwards."""

KEPT = ("revision", "anchor", "snapshot", "person", "article", "desk")
"""Tables in which words are looked for but stay: the article's own text, files that were
captured, and who did what. They are named before anything is erased."""


@dataclass(frozen=True, slots=True)
class Target:
    """A field of a row, whose words are erased with all of their earlier versions."""

    entity: str
    row: int
    field: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A field that holds the words now: what it says, what will stand there, and which claim
    and article it belongs to."""

    entity: str
    row: int
    public_id: str
    field: str
    held: str
    left: str | None
    claim: int | None
    article: int | None
    other: int | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """A payload of the history that holds the words: a change's key and number (or an event's
    key and WORDS_OF_EVENT), and the event's public id."""

    id: int
    event: str
    number: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everywhere in a desk that words stand. 'texts' are all their versions; 'kept' counts, by
    table, where they stand and stay."""

    hits: tuple[Hit, ...]
    changes: tuple[Blank, ...]
    events: tuple[Blank, ...]
    drafts: tuple[int, ...]
    texts: tuple[str, ...]
    kept: tuple[tuple[str, int], ...]

    def __bool__(self) -> bool:
        return bool(self.hits or self.changes or self.events or self.drafts)


@dataclass(frozen=True, slots=True)
class Erasure:
    """That something was erased: when, by whom, and why."""

    time: str
    person: str
    reason: str
