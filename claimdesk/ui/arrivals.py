"""What a file that comes back brings to the article it went out from, said before it is stored."""

from typing import NamedTuple

from claimdesk.commands.take_replies import sort_replies
from claimdesk.domain.imported import ImportedText
from claimdesk.i18n import _, ngettext
from claimdesk.store import queries
from claimdesk.store.queries import Read


class Arrival(NamedTuple):
    """Short sentences on what a file brings beside its text, and whether that is a new one."""

    lines: tuple[str, ...] = ()
    is_new: bool = True


def arrival(read: Read, text: ImportedText, article: int | None) -> Arrival:
    """What a file brings to an article, or, without one, as an article of its own."""
    lines = []
    if text.replies:
        lines.append(_of_none(text) if article is None else _of_article(read, text, article))
    if text.done:
        lines.append(
            ngettext(
                "{count} of our comments is marked as done",
                "{count} of our comments are marked as done",
                text.done,
            )
        )
    is_new = article is None or not _is_the_same(read, text, article)
    if not is_new:
        lines.append(_("The text is the one that the article has; no new revision is made"))
    return Arrival(tuple(lines), is_new)


def _of_none(text: ImportedText) -> str:
    return ngettext(
        "{count} reply to our comments becomes a lead, unless you choose its article above",
        "{count} replies to our comments become leads, unless you choose their article above",
        len(text.replies),
    )


def _of_article(read: Read, text: ImportedText, article: int) -> str:
    found = sort_replies(read, article, text.replies)
    answers, notes, leads = len(found.answers), len(found.notes), len(found.leads)
    counted = (
        (answers, ngettext("{count} answer", "{count} answers", answers)),
        (notes, ngettext("{count} note", "{count} notes", notes)),
        (leads, ngettext("{count} lead", "{count} leads", leads)),
    )
    told = ", ".join(words for count, words in counted if count)
    if not told:
        return _("The replies to our comments are in the desk already")
    return _("Replies to our comments: {what}").format(what=told)


def _is_the_same(read: Read, text: ImportedText, article: int) -> bool:
    newest = queries.article(read, article).revision
    return newest is not None and queries.revision(read, newest).text == text.text
