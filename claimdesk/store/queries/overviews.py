"""The overview, read from the desk's counts, which must be there (store.sqlite.counts)."""

from collections import defaultdict
from datetime import date

from claimdesk.domain.claim import Kind
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.overview import (
    LISTED,
    ArticleCounts,
    Missing,
    Overview,
    SourceUse,
    TimeSpan,
    over_time,
)
from claimdesk.domain.status import OPEN, Status
from claimdesk.store.queries.read import Read, id_list

_OPEN = ", ".join(f"'{status}'" for status in sorted(OPEN))


def overview(read: Read, period: TimeSpan, today: date, *, archived: bool = False) -> Overview:
    """The whole desk at a glance, without what is archived unless so asked. Days are those of
    UTC, as in the history."""
    first = period.first_day(today)
    since = first.isoformat() if first else ""
    return Overview(
        missing=_missing(read, archived),
        articles=_articles(read, archived),
        days=over_time(_differences(read, archived), first, today),
        wrong_by_kind=_wrong_by_kind(read, archived, since),
        wrong_by_article=_wrong_by_article(read, archived, since),
        sources=_sources(read, archived, since),
    )


def _there(archived: bool, article: str = "a") -> str:
    return f"NOT {article}.aside" if archived else f"NOT {article}.aside AND NOT {article}.archived"


def _missing(read: Read, archived: bool) -> Missing:
    claims, important, articles = read(
        "SELECT coalesce(sum(k.claims), 0), coalesce(sum(k.important), 0), "
        "count(DISTINCT k.article) FROM count_status k JOIN article a ON a.id = k.article "
        f"WHERE k.status IN ({_OPEN}) AND {_there(archived)}"
    )[0]
    there = f"NOT x.aside AND NOT coalesce(c.aside, FALSE) AND {_there(archived)}"
    questions = read(
        "SELECT count(*) FROM question x LEFT JOIN claim c ON c.id = x.claim "
        "JOIN article a ON a.id = coalesce(c.article, x.article) "
        f"WHERE x.answered_at IS NULL AND {there}"
    )[0][0]
    corrections = read(
        "SELECT count(*) FROM correction x JOIN claim c ON c.id = x.claim "
        f"JOIN article a ON a.id = c.article WHERE x.state = '{CorrectionState.PROPOSED}' "
        f"AND {there}"
    )[0][0]
    return Missing(claims, important, articles, questions, corrections)


def _articles(read: Read, archived: bool) -> tuple[ArticleCounts, ...]:
    """Those with most open claims first, then the newest."""
    counts: dict[int, dict[Status, int]] = defaultdict(dict)
    for article, status, count in read(
        "SELECT k.article, k.status, k.claims FROM count_status k "
        f"JOIN article a ON a.id = k.article WHERE {_there(archived)}"
    ):
        counts[article][Status(status)] = count
    titles = read(f"SELECT a.id, a.title FROM article a WHERE {_there(archived)}")
    found = [ArticleCounts(row, title, counts.get(row, {})) for row, title in titles]
    return tuple(sorted(found, key=lambda one: (-one.open, -one.id)))


def _differences(read: Read, archived: bool) -> list[tuple[date, Status, int]]:
    only = "" if archived else "WHERE NOT archived"
    rows = read(f"SELECT day, status, sum(claims) FROM count_day {only} GROUP BY day, status")
    return [(date.fromisoformat(day), Status(status), count) for day, status, count in rows]


_WRONG = """FROM count_wrong k JOIN article a ON a.id = k.article
WHERE {there} AND k.day >= :since GROUP BY k.{by}, k.status"""


def _wrong_by_kind(
    read: Read, archived: bool, since: str
) -> tuple[tuple[Kind, dict[Status, int]], ...]:
    found: dict[Kind, dict[Status, int]] = defaultdict(dict)
    wrong = _WRONG.format(there=_there(archived), by="kind")
    for kind, status, count in read(f"SELECT k.kind, k.status, count(*) {wrong}", {"since": since}):
        found[Kind(kind)][Status(status)] = count
    return tuple(sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0])))


def _wrong_by_article(read: Read, archived: bool, since: str) -> tuple[ArticleCounts, ...]:
    found: dict[int, dict[Status, int]] = defaultdict(dict)
    wrong = _WRONG.format(there=_there(archived), by="article")
    for article, status, count in read(
        f"SELECT k.article, k.status, count(*) {wrong}", {"since": since}
    ):
        found[article][Status(status)] = count
    most = sorted(found, key=lambda article: (-sum(found[article].values()), -article))[:LISTED]
    titles = dict(read(f"SELECT id, title FROM article WHERE id IN ({id_list(most)})"))
    return tuple(ArticleCounts(row, titles[row], found[row]) for row in most)


def _sources(read: Read, archived: bool, since: str) -> tuple[SourceUse, ...]:
    """Uses of every day are counted under no day at all."""
    days = "k.day >= :since AND k.day <> ''" if since else "k.day = :since"
    groups = (0, 1) if archived else (0,)
    either = " UNION ALL ".join(
        f"SELECT k.source, k.uses FROM count_source k WHERE k.archived = {group} AND {days}"
        for group in groups
    )
    rows = read(
        f"SELECT s.id, s.title, sum(u.uses) AS times FROM ({either}) u "
        "JOIN source s ON s.id = u.source WHERE NOT s.aside "
        "GROUP BY s.id, s.title ORDER BY times DESC, s.id LIMIT :most",
        {"since": since, "most": LISTED},
    )
    return tuple(SourceUse(*row) for row in rows)
