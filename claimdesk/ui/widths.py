"""What the width of the window decides: where its list stands, and how wide its columns are."""

from claimdesk.ui.fonts import scaled

LIST_LEFT_FROM = 1700
SIDEBAR_FROM = 1366


def sidebar(window: int) -> int:
    """How wide the articles are drawn in a window of this width."""
    return _in_letters(236 if window >= LIST_LEFT_FROM else 220, window // 6)


def inspector(window: int) -> int:
    """How wide the inspector is drawn in it."""
    return _in_letters(424 if window >= LIST_LEFT_FROM else 400, window // 3)


def _in_letters(drawn: int, most: int) -> int:
    """A width that grows with the user's letters, up to a share of the window."""
    return max(drawn, min(scaled(drawn), most))
