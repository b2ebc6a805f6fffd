"""Tooltips, which Qt reads as HTML where they look like it."""


def plain_tooltip(words: str) -> str:
    """A tooltip that shows the words and nothing that they might describe."""
    import html  # most windows open without any

    return f"<qt>{html.escape(words)}</qt>" if words else ""
