"""Places of panes and texts as they are remembered."""

from PySide6.QtWidgets import QSplitter

FURTHEST = 2**30
"""Pixels, and twice as many, that Qt can count."""


def place_of(held: object) -> tuple[int, int] | None:
    """A place in the text as it was remembered; None where it is none."""
    match held:
        case [int(offset), int(top)] if max(abs(offset), abs(top)) <= FURTHEST:
            return offset, top
    return None


def kept(splitter: QSplitter) -> str:
    """How a splitter shares its room out, for JSON."""
    return bytes(splitter.saveState().toBase64().data()).decode()
