"""Places of panes and texts as they are remembered."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QSplitter

from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace

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


def turn_to(workspace: "Workspace", state: Mapping[str, Any]) -> None:
    """Turn to the article and the claim where one was, and to the whole desk where that was shown;
    else to the newest article's first unchecked claim."""
    article, claim = state.get("article"), state.get("claim")
    read, selection = workspace.desk.read, workspace.selection
    known = isinstance(article, int) and queries.is_article(read, article)
    wanted = article if known else queries.first_article(read)
    if wanted is None:
        return
    selection.choose_article(wanted)
    if isinstance(claim, int) and workspace.list.has_claim(claim):
        selection.choose_article(wanted, claim)
    if state.get("whole_desk") is True:
        selection.show_whole_desk(True)
