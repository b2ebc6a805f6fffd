"""What the detector notices inside the text itself: slips, with the passages concerned."""

from enum import StrEnum


class RemarkState(StrEnum):
    """What became of a remark; a kept one is a note by now."""

    OPEN = "open"
    KEPT = "kept"
    DISMISSED = "dismissed"
