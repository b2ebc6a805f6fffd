"""The ways in which a text is read."""

from enum import StrEnum


class Mode(StrEnum):
    """What is shown in the middle."""

    TEXT = "text"
    COVERAGE = "coverage"
    COMPARISON = "comparison"
    REVIEW = "review"
