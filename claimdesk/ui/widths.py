"""What the width of the window decides: where its list stands, and how wide its columns are."""

from claimdesk.ui.fonts import scaled

LIST_LEFT_FROM = 1700
SIDEBAR_FROM = 1366
LIST_AT_LEFT = 344
"""The least that cards beside the text are drawn in."""

_MANUSCRIPT, _LETTERS = 860, 17
"""A text of letters of that size with its numbers, margin and scroll bar."""


def manuscript(letters: int | None) -> int:
    """How wide a text reads best, in letters of a size; None for those it starts with."""
    return _MANUSCRIPT * (letters or _LETTERS) // _LETTERS


def sidebar(window: int) -> int:
    """How wide the articles are drawn in a window of this width."""
    return _in_letters(236 if window >= LIST_LEFT_FROM else 220, window // 6)


def inspector(window: int) -> int:
    """How wide the inspector is drawn in it."""
    return _in_letters(424 if window >= LIST_LEFT_FROM else 400, window // 3)


def _in_letters(drawn: int, most: int) -> int:
    """A width that grows with the user's letters, up to a share of the window."""
    return max(drawn, min(scaled(drawn), most))
