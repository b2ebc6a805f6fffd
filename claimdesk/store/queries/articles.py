"""Articles, their revisions, and the desk itself."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from claimdesk.domain.article import ArticleData, ArticleRow, Revision
from claimdesk.domain.desk import DeskInfo
from claimdesk.domain.errors import NotFound
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store.queries.read import Read, id_list, portions

NEWEST_REVISION = (
    "(SELECT r.id FROM revision r WHERE r.article = {article} AND NOT r.aside "
    "ORDER BY r.number DESC LIMIT 1)"
)
"""The id of an article's newest revision, as a subquery."""

_COLUMNS = "id, public_id, title, author, publisher, published, language, url"


def desk_info(read: Read) -> DeskInfo:
    """What the desk says of itself."""
    row = read("SELECT public_id, title, sample, made_at FROM desk ORDER BY id LIMIT 1")[0]
    return DeskInfo(row[0], row[1], bool(row[2]), row[3])


def article_ids(read: Read, *, archived: bool = True) -> "array[int]":
    """All articles, the newest first; without the archived ones where so asked."""
    there = "NOT aside" if archived else "NOT aside AND NOT archived"
    rows = read(f"SELECT id FROM article WHERE {there} ORDER BY id DESC")
    return array("q", (row[0] for row in rows))


def article_rows(
    read: Read, ids: Iterable[int] | None = None, *, counted: bool = False
) -> list[ArticleRow]:
    """Articles with their counts, in the order asked for; without ids all, the newest first. One
    that is not there is left out. 'counted' takes the counts that the desk keeps, where it does
    (see overviews), instead of counting the claims."""
    wanted = article_ids(read) if ids is None else ids
    return [row for portion in portions(list(wanted)) for row in _articles(read, portion, counted)]


def first_article(read: Read) -> int | None:
    """The newest article that is not archived, else the newest one; None in an empty desk."""
    for there in ("NOT aside AND NOT archived", "NOT aside"):
        if rows := read(f"SELECT id FROM article WHERE {there} ORDER BY id DESC LIMIT 1"):
            return int(rows[0][0])
    return None


def is_article(read: Read, row: int) -> bool:
    """Whether there is such an article."""
    return bool(read(f"SELECT 1 FROM article WHERE id IN ({id_list([row])}) AND NOT aside"))


def article(read: Read, row: int) -> ArticleRow:
    """One article by its id."""
    found = _articles(read, [row])
    if not found:
        raise NotFound(_("This article is not in the desk."))
    return found[0]


def only_article(read: Read, public_id: str | None) -> ArticleRow:
    """The article with a public id, or without one the only article of the desk; NotFound in a
    sentence that lists what there is."""
    rows = article_rows(read)
    if public_id is None and len(rows) == 1:
        return rows[0]
    for row in rows:
        if row.public_id == public_id:
            return row
    if not rows:
        raise NotFound(_("There is no article in this desk yet."))
    one = _("{id} (“{title}”)")
    known = ", ".join(one.format(id=row.public_id, title=row.data.title) for row in rows)
    if public_id is None:
        raise NotFound(
            _("This desk holds several articles; name one of {known}.").format(known=known)
        )
    raise NotFound(
        _("There is no article “{article}” in this desk; there are {known}.").format(
            article=public_id, known=known
        )
    )


_COUNTED = "SELECT k.article, k.status, k.claims FROM count_status k WHERE k.article IN ({wanted})"
_COUNTING = (
    "SELECT c.article, c.status, count(*) FROM claim c "
    "WHERE NOT c.aside AND c.article IN ({wanted}) GROUP BY c.article, c.status"
)


def _articles(read: Read, ids: Sequence[int], counted: bool = False) -> list[ArticleRow]:
    wanted = id_list(ids)
    rows = read(
        f"SELECT {_COLUMNS}, {NEWEST_REVISION.format(article='a.id')}, archived "
        f"FROM article a WHERE a.id IN ({wanted})"
    )
    counts: dict[int, dict[Status, int]] = defaultdict(dict)
    counting = _COUNTED if counted else _COUNTING
    for row, status, count in read(counting.format(wanted=wanted)):
        counts[row][Status(status)] = count
    tags: dict[int, list[str]] = defaultdict(list)
    for row, name in read(
        "SELECT g.article, t.name FROM tagging g JOIN tag t ON t.id = g.tag "
        f"WHERE g.article IN ({wanted}) AND NOT g.aside AND NOT t.aside ORDER BY t.name"
    ):
        tags[row].append(name)
    found = {
        row[0]: ArticleRow(
            row[0],
            row[1],
            ArticleData(*row[2:8]),
            row[8],
            counts.get(row[0], {}),
            archived=bool(row[9]),
            tags=tuple(tags[row[0]]),
        )
        for row in rows
    }
    return [found[one] for one in ids if one in found]


def revision(read: Read, row: int) -> Revision:
    """A revision by its id."""
    found = read(
        "SELECT id, public_id, article, number, text, sha256, made_at, origin, structure "
        "FROM revision WHERE id = :row",
        {"row": row},
    )
    if not found:
        raise NotFound(_("This state of the text is not in the desk."))
    return Revision(*found[0])


def revision_number(read: Read, row: int) -> int:
    """A revision's number, without its text."""
    rows = read("SELECT number FROM revision WHERE id = :row", {"row": row})
    if not rows:
        raise NotFound(_("This state of the text is not in the desk."))
    return int(rows[0][0])


def came_from_files(read: Read, article: int) -> int:
    """How many revisions of an article came from files whose bytes the desk keeps."""
    rows = read(
        "SELECT count(*) FROM revision r "
        "WHERE r.article = :article AND NOT r.aside AND r.snapshot IS NOT NULL",
        {"article": article},
    )
    return int(rows[0][0])


def open_question_count(read: Read, article: int) -> int:
    """How many questions on an article and its claims wait for an answer."""
    rows = read(
        """SELECT count(*) FROM question q
        WHERE q.answered_at IS NULL AND NOT q.aside AND (q.article = :article OR EXISTS (
            SELECT 1 FROM claim c
            WHERE c.id = q.claim AND c.article = :article AND NOT c.aside))""",
        {"article": article},
    )
    return int(rows[0][0])


def open_suggestion_count(read: Read, article: int) -> int:
    """How many suggestions wait in an article's newest revision."""
    rows = read(
        "SELECT count(*) FROM suggestion s WHERE s.state = 'open' AND NOT s.aside "
        f"AND s.revision = {NEWEST_REVISION.format(article=':article')}",
        {"article": article},
    )
    return int(rows[0][0])
