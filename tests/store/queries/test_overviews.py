"""The overview says what a count of the rows says."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.ask_question import AskQuestion
from claimdesk.commands.edit import Edit
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.set_aside import SetAsideClaims
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.overview import Overview, TimeSpan
from claimdesk.domain.status import OPEN, Status
from claimdesk.store import queries
from claimdesk.store.sqlite import counts
from claimdesk.store.sqlite.connection import Reader

Run = Callable[[Edit], str | None]
Raw = Callable[[str], None]
Look = Callable[..., Overview]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def look(desk: Path, reader: Reader) -> Look:
    assert counts.build(desk)

    def look(span: TimeSpan = TimeSpan.EVER, *, archived: bool = False) -> Overview:
        return queries.overview(reader, span, TODAY, archived=archived)

    return look


def test_it_counts_what_is_open_and_where_the_claims_stand(
    look: Look, run: Run, reader: Reader
) -> None:
    run(SetStatus((1, 2), Status.FALSE))
    run(AskQuestion("Woher?", claims=(3,)))
    run(AddArticle(ArticleData(title="Noch leer")))
    seen = look()
    counted = queries.status_counts(reader, ClaimFilter())
    assert seen.total == {status: count for status, count in counted.items() if count}
    assert seen.days[-1].counts == seen.total
    assert [one.title for one in seen.articles][1:] == ["Noch leer"]
    assert seen.missing.claims == sum(counted.get(status, 0) for status in OPEN)
    assert seen.missing.articles == 1
    rows = queries.claim_rows(reader, queries.claim_ids(reader))
    assert seen.missing.questions == sum(row.open_questions for row in rows)
    assert seen.missing.corrections == sum(row.corrections_proposed for row in rows)
    assert seen.missing.important == sum(
        row.status.is_open and row.check_worthiness == 3 for row in rows
    )
    kinds = Counter(row.kind for row in rows if row.status.needs_correction)
    assert {kind: sum(wrong.values()) for kind, wrong in seen.wrong_by_kind} == kinds
    [article] = seen.wrong_by_article
    assert article.counts[Status.FALSE] >= 2


def test_an_archived_article_counts_only_where_it_is_asked_for(look: Look, run: Run) -> None:
    before = look(archived=True)
    run(ArchiveArticle(1))
    assert look(archived=True) == before
    hidden = look()
    assert hidden.articles == hidden.sources == hidden.wrong_by_kind == ()
    assert hidden.missing.claims == hidden.missing.corrections == 0
    assert not any(sum(one.counts.values()) for one in hidden.days)
    run(ArchiveArticle(1, archived=False))
    assert look() == before


def test_what_was_found_wrong_before_the_time_does_not_count(
    look: Look, run: Run, raw: Raw
) -> None:
    raw("UPDATE count_wrong SET day = '2001-01-01'")
    run(SetStatus((1,), Status.INACCURATE))
    assert [sum(one.counts.values()) for one in look(TimeSpan.WEEK).wrong_by_article] == [1]
    assert sum(sum(one.counts.values()) for one in look().wrong_by_article) >= 1


def test_sources_rank_by_their_uses(look: Look, run: Run, raw: Raw) -> None:
    ever = look().sources
    assert [one.uses for one in ever] == sorted((one.uses for one in ever), reverse=True)
    assert ever
    raw("UPDATE count_source SET day = '2001-01-01' WHERE day <> ''")
    assert look(TimeSpan.YEAR).sources == ()
    assert look().sources == ever
    run(SetAsideClaims(tuple(range(1, 9))))
    assert look().sources == ()


def test_days_are_told_from_the_history(look: Look, desk: Path, raw: Raw) -> None:
    """As if all of it had been done a week ago, but for one status."""
    then = (TODAY - timedelta(days=7)).isoformat()
    raw(f"UPDATE event SET time = '{then}T12:00:00.000Z'")
    counts.rebuild(desk)
    days = look(TimeSpan.MONTH).days
    assert days[0].day.isoformat() == then
    assert {tuple(sorted(one.counts.items())) for one in days} == {
        tuple(sorted(days[-1].counts.items()))
    }
