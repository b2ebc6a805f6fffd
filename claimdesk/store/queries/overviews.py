"""The overview, read from the desk's counts, which must be there (store.sqlite.counts)."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

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


def overview(read: Read, period: TimeSpan, today: date, *, archived: bool = False) -> Overview:
    """The whole desk at a glance, without what is archived unless so asked. Days are those of
    UTC, as in the history."""
    first = period.first_day(today)
    since = first.isoformat() if first else ""
    progress = _progress(read, archived)
    return Overview(
        missing=_missing(read, archived, progress),
        articles=progress.articles,
        total=progress.total,
        days=over_time(_differences(read, archived), first, today),
        wrong_by_kind=_wrong_by_kind(read, archived, since),
        wrong_by_article=_wrong_by_article(read, archived, since),
        sources=_sources(read, archived, since),
    )


def _there(archived: bool) -> str:
    return "NOT a.aside" if archived else "NOT a.aside AND NOT a.archived"


class _Progress(NamedTuple):
    """The articles, those with most open claims first, then the newest; the claims of them all;
    and how many claims, important claims and articles are still open."""

    articles: tuple[ArticleCounts, ...]
    total: dict[Status, int]
    open: tuple[int, int, int]


def _progress(read: Read, archived: bool) -> _Progress:
    titles = dict(read(f"SELECT a.id, a.title FROM article a WHERE {_there(archived)}"))
    counts: dict[int, dict[Status, int]] = {article: {} for article in titles}
    left: dict[int, int] = dict.fromkeys(titles, 0)
    total, important = dict.fromkeys(Status, 0), 0
    # Of few articles among many each is looked up, which a CROSS JOIN leads SQLite to.
    counted = (
        "count_status k"
        if archived
        else f"article a CROSS JOIN count_status k WHERE k.article = a.id AND {_there(archived)}"
    )
    for article, name, count, weighty in read(
        f"SELECT k.article, k.status, k.claims, k.important FROM {counted}"
    ):
        status = _STATUS[name]
        counts[article][status] = count
        total[status] += count
        if status in OPEN:
            left[article] += count
            important += weighty
    order = sorted(titles, key=lambda article: (-left[article], -article))
    return _Progress(
        tuple(ArticleCounts(article, titles[article], counts[article]) for article in order),
        {status: count for status, count in total.items() if count},
        (sum(left.values()), important, sum(1 for count in left.values() if count)),
    )


_STATUS = {status.value: status for status in Status}


def _missing(read: Read, archived: bool, progress: _Progress) -> Missing:
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
    claims, important, articles = progress.open
    return Missing(claims, important, articles, questions, corrections)


def _differences(read: Read, archived: bool) -> list[tuple[date, Status, int]]:
    only = "" if archived else "WHERE NOT archived"
    rows = read(f"SELECT day, status, sum(claims) FROM count_day {only} GROUP BY day, status")
    return [(date.fromisoformat(day), _STATUS[status], count) for day, status, count in rows]


_WRONG = """FROM count_wrong k {joined} WHERE k.day >= :since GROUP BY k.{by}, k.status"""


def _joined(archived: bool) -> str:
    """What leaves archived articles out. One that is set aside has no claims that count."""
    return "" if archived else f"JOIN article a ON a.id = k.article AND {_there(archived)}"


def _wrong_by_kind(
    read: Read, archived: bool, since: str
) -> tuple[tuple[Kind, dict[Status, int]], ...]:
    found: dict[Kind, dict[Status, int]] = defaultdict(dict)
    wrong = _WRONG.format(joined=_joined(archived), by="kind")
    for kind, status, count in read(f"SELECT k.kind, k.status, count(*) {wrong}", {"since": since}):
        found[Kind(kind)][_STATUS[status]] = count
    return tuple(sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0])))


def _wrong_by_article(read: Read, archived: bool, since: str) -> tuple[ArticleCounts, ...]:
    found: dict[int, dict[Status, int]] = defaultdict(dict)
    wrong = _WRONG.format(joined=_joined(archived), by="article")
    for article, status, count in read(
        f"SELECT k.article, k.status, count(*) {wrong}", {"since": since}
    ):
        found[article][_STATUS[status]] = count
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
