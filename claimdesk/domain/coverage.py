"""What of a text somebody looked at: stored as ranges, so that a better sentence splitter changes
nothing."""

from enum import StrEnum


class CoverageKind(StrEnum):
    """What was said of a range of a text."""

    NO_FACT = "no_fact"
    NOT_ARTICLE = "not_article"
