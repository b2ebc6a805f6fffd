"""Tags and the archive: what is done with claims and articles to find them again later."""

from typing import TYPE_CHECKING

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.tag_claims import TagArticle, TagClaims
from claimdesk.ui.dialogs.tags import TagsDialog

if TYPE_CHECKING:
    from claimdesk.ui.workspace import Workspace


def tag_claims(workspace: "Workspace") -> None:
    """Ask which tags the chosen claims bear."""
    if claims := workspace.selection.claims:
        TagsDialog(
            workspace.desk,
            "claim",
            claims,
            lambda add, remove: TagClaims(claims, add, remove),
            workspace,
        ).open()


def tag_article(workspace: "Workspace") -> None:
    """Ask which tags the article bears."""
    if (article := workspace.selection.article) is not None:
        TagsDialog(
            workspace.desk,
            "article",
            (article,),
            lambda add, remove: TagArticle(article, add, remove),
            workspace,
        ).open()


def archive_article(workspace: "Workspace") -> None:
    """Put the article under check out of the sidebar's first sight."""
    _archive(workspace, archived=True)


def unarchive_article(workspace: "Workspace") -> None:
    """Bring the article under check back there."""
    _archive(workspace, archived=False)


def _archive(workspace: "Workspace", *, archived: bool) -> None:
    if (article := workspace.selection.article) is not None:
        workspace.desk.run(ArchiveArticle(article, archived))
