"""The one scale of verdicts, in the order of work."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from claimdesk.i18n import _, language, pgettext


class Status(StrEnum):
    """Where a claim stands. A member's place in the scale is also its digit key."""

    UNCHECKED = "unchecked"
    IN_PROGRESS = "in_progress"
    VERIFIED = "verified"
    VERIFIED_WITH_CAVEAT = "verified_with_caveat"
    INACCURATE = "inaccurate"
    FALSE = "false"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"
    NOT_CHECKABLE = "not_checkable"
    LEFT_OUT = "left_out"

    @classmethod
    def parse(cls, word: str) -> "Status":
        """The status of an identifier, with '-' or '_'; ValueError in one sentence else."""
        try:
            return cls(word.strip().lower().replace("-", "_"))
        except ValueError:
            raise ValueError(
                _("There is no status “{word}”; it is one of {known}.").format(
                    word=word, known=", ".join(cls)
                )
            ) from None

    @property
    def key(self) -> int:
        """The digit that sets it."""
        return _KEYS[self]

    @property
    def label(self) -> str:
        """Its full name in the language spoken."""
        return _labels(language())[self]

    @property
    def short_label(self) -> str:
        """Its name for narrow places."""
        return _short_labels(language())[self]

    @property
    def is_open(self) -> bool:
        """Whether work on the claim is still to be done."""
        return self in OPEN

    @property
    def is_checked(self) -> bool:
        """Whether somebody came to a verdict; leaving a claim out on purpose is none."""
        return self not in OPEN and self is not Status.LEFT_OUT

    @property
    def needs_correction(self) -> bool:
        """Whether the text cannot stay as it is."""
        return self in (Status.INACCURATE, Status.FALSE)

    @property
    def needs_evidence(self) -> bool:
        """Whether it says that sources bear the claim out."""
        return self in NEED_EVIDENCE

    @property
    def goes_on(self) -> bool:
        """Whether setting it by key moves on to the next unchecked claim."""
        return self in _GOES_ON


_KEYS = {status: place for place, status in enumerate(Status)}

OPEN = frozenset({Status.UNCHECKED, Status.IN_PROGRESS})
NEED_EVIDENCE = frozenset({Status.VERIFIED, Status.VERIFIED_WITH_CAVEAT})
_GOES_ON = frozenset(
    {Status.VERIFIED, Status.VERIFIED_WITH_CAVEAT, Status.NOT_CHECKABLE, Status.LEFT_OUT}
)

BAR_ORDER = (*tuple(Status)[2:], Status.IN_PROGRESS, Status.UNCHECKED)
"""The order in which bars and summaries draw the scale: work done first."""


@cache
def _labels(_spoken: str) -> Mapping[Status, str]:
    """In the language that is spoken now; kept, since lists ask at every row they draw."""
    return {
        Status.UNCHECKED: _("unchecked"),
        Status.IN_PROGRESS: _("in progress"),
        Status.VERIFIED: _("verified"),
        Status.VERIFIED_WITH_CAVEAT: _("verified with caveat"),
        Status.INACCURATE: _("inaccurate, needs correction"),
        Status.FALSE: _("false"),
        Status.DISPUTED: _("disputed, sources conflict"),
        Status.UNVERIFIABLE: _("unverifiable"),
        Status.NOT_CHECKABLE: _("not checkable"),
        Status.LEFT_OUT: _("left unchecked on purpose"),
    }


@cache
def _short_labels(spoken: str) -> Mapping[Status, str]:
    return {
        **_labels(spoken),
        Status.VERIFIED_WITH_CAVEAT: pgettext("short", "with caveat"),
        Status.INACCURATE: pgettext("short", "inaccurate"),
        Status.DISPUTED: pgettext("short", "disputed"),
        Status.LEFT_OUT: pgettext("short", "left unchecked"),
    }
