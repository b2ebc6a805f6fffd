"""Each query gives the same through the standard library's connection and inside a work."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from claimdesk.domain.claim import Badge, ClaimColumn, ClaimFilter, ClaimSort, Kind
from claimdesk.domain.erasure import Target
from claimdesk.domain.errors import ClaimdeskError
from claimdesk.domain.overview import TimeSpan
from claimdesk.domain.period import Period
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.queries import Read
from claimdesk.store.sqlite import counts
from claimdesk.store.store import Reader

NAMED = ClaimFilter(
    people=frozenset({"Ada Ärmel", "Cleo Süß"}),
    articles=frozenset({"ü", "none"}),
    tags=frozenset({"Brücke"}),
    sourced=True,
    changed=Period(first="2020-01-01"),
    as_of=Period(days=7),
)
NARROW = ClaimFilter(
    1, frozenset({Status.VERIFIED, Status.UNCHECKED}), frozenset(Kind), "brücke 1 % ' :x"
)

Query = Callable[[Read], Any]

ASKED: dict[str, list[Query]] = {
    "all_questions": [queries.all_questions, lambda read: queries.all_questions(read, 1)],
    "article": [lambda read: queries.article(read, 1), lambda read: queries.article(read, 99)],
    "article_ids": [queries.article_ids],
    "article_names": [queries.article_names],
    "article_choices": [queries.article_choices],
    "article_known_as": [
        lambda read: queries.article_known_as(read, queries.article(read, 1).public_id),
        lambda read: queries.article_known_as(read, "none"),
    ],
    "article_notes": [lambda read: queries.article_notes(read, 1)],
    "article_questions": [lambda read: queries.article_questions(read, 1)],
    "article_rows": [
        queries.article_rows,
        lambda read: queries.article_rows(read, [1, 2], counted=True),
    ],
    "article_titles": [
        queries.article_titles,
        lambda read: queries.article_titles(read, 1),
    ],
    "arrivals": [queries.arrivals, lambda read: queries.arrivals(read, 1)],
    "aside_with": [
        lambda read: queries.aside_with(read, "claim", 9),
        lambda read: queries.aside_with(read, "article", 1),
    ],
    "chain_heads": [queries.chain_heads],
    "changes_of": [
        lambda read: queries.changes_of(read, queries.events_since(read, 0)),
        lambda read: queries.changes_of(read, ()),
    ],
    "came_from_files": [lambda read: queries.came_from_files(read, 1)],
    "carried_claims": [lambda read: queries.carried_claims(read, 1, 1)],
    "carry_over_bases": [lambda read: queries.carry_over_bases(read, 1)],
    "claim_count": [
        lambda read: queries.claim_count(read, NARROW),
        lambda read: queries.claim_count(read, ClaimFilter(worthiness=frozenset({2, 3}))),
    ],
    "claim_detail": [
        *(lambda read, claim=claim: queries.claim_detail(read, claim) for claim in range(1, 11)),
        lambda read: queries.claim_detail(read, 1, history=1),
    ],
    "claim_details": [lambda read: queries.claim_details(read, [3, 1, 99, 9])],
    "claim_id": [
        lambda read, name=name: queries.claim_id(read, name) for name in ("4", "x", "y:4", "ä")
    ],
    "claim_ids": [
        lambda read: queries.claim_ids(read, NARROW),
        lambda read: queries.claim_ids(read, ClaimFilter(badges=frozenset(Badge))),
        lambda read: queries.claim_ids(read, ClaimFilter(1, left=True)),
        lambda read: queries.claim_ids(read, NAMED),
        *(
            lambda read, sort=sort: queries.claim_ids(read, sort=sort)
            for sort in map(
                ClaimSort, (*ClaimColumn, *ClaimColumn), [False, True] * len(ClaimColumn)
            )
        ),
    ],
    "claim_numbered": [
        lambda read, number=number: queries.claim_numbered(read, 1, number) for number in (4, 999)
    ],
    "claim_rows": [lambda read: queries.claim_rows(read, range(20))],
    "desk_info": [queries.desk_info],
    "dossier": [lambda read: queries.dossier(read, 1), lambda read: queries.dossier(read, 9)],
    "drafts": [lambda read: queries.drafts(read, "writer", "Cleo Süß")],
    "erasures": [lambda read: queries.erasures(read, 1)],
    "event": [lambda read, row=row: queries.event(read, row) for row in (1, 11, 99)],
    "events": [
        queries.events,
        lambda read: queries.events(read, claim=3),
        lambda read: queries.events(read, newest_first=True, limit=4),
        lambda read: queries.events(read, most_claims=2)[1:],
    ],
    "find_words": [
        lambda read: queries.find_words(read, (Target("note", 1, "text"),), ()),
        lambda read: queries.find_words(read, (), ("Brücke", "100%_!")),
    ],
    "first_article": [queries.first_article],
    "fitting": [
        lambda read: queries.fitting(read, NARROW, range(9)),
        lambda read: queries.fitting(read, ClaimFilter(badges=frozenset(Badge)), range(9)),
    ],
    "places": [
        lambda read, sort=sort: queries.places(read, sort, [1, 2, 99])
        for sort in map(ClaimSort, ClaimColumn)
    ],
    "is_article": [lambda read, row=row: queries.is_article(read, row) for row in (1, 99, 10**30)],
    "is_found_since": [lambda read: queries.is_found_since(read, 1, (0, 0))],
    "last_event": [queries.last_event],
    "last_two": [lambda read: queries.last_two(read, 1), lambda read: queries.last_two(read, 99)],
    "leads_near": [lambda read: queries.leads_near(read, 1)],
    "looked": [lambda read: queries.looked(read, 1), lambda read: queries.looked(read, 2)],
    "newest_findings": [queries.newest_findings],
    "newest_revision": [
        lambda read: queries.newest_revision(read, 1),
        lambda read: queries.newest_revision(read, 99),
    ],
    "passage_states": [lambda read: queries.passage_states(read, 1)],
    "revision_from": [lambda read: queries.revision_from(read, "0" * 64)],
    "margin_notes": [lambda read: queries.margin_notes(read, 1)],
    "only_article": [
        lambda read: queries.only_article(read, None),
        lambda read: queries.only_article(read, "ü"),
    ],
    "open_question_count": [lambda read: queries.open_question_count(read, 1)],
    "place_of_note": [
        lambda read: queries.place_of_note(read, 1),
        lambda read: queries.place_of_note(read, 999_999),
    ],
    "open_questions": [
        queries.open_questions,
        lambda read: queries.open_questions(read, 1),
        lambda read: queries.open_questions(read, 99),
    ],
    "passage_words": [
        lambda read: queries.passage_words(read, 2),
        lambda read: queries.passage_words(read, 99),
    ],
    "passages": [lambda read: queries.passages(read, 1)],
    "reasons": [lambda read: queries.reasons(read, 1)],
    "recent_sources": [
        lambda read: queries.recent_sources(read, [1]),
        lambda read: queries.recent_sources(read, [1, 2, 99]),
        lambda read: queries.recent_sources(read, []),
    ],
    "revision_number": [lambda read: queries.revision_number(read, 1)],
    "revision": [lambda read: queries.revision(read, 1), lambda read: queries.revision(read, 2)],
    "saved_filters": [queries.saved_filters],
    "same_facts": [lambda read: queries.same_facts(read, range(1, 11))],
    "set_aside": [queries.set_aside],
    "source": [lambda read: queries.source(read, 1), lambda read: queries.source(read, 99)],
    "sources": [queries.sources],
    "standing": [lambda read: queries.standing(read, [1, 2, 7, 999])],
    "status_counts": [lambda read: queries.status_counts(read, NARROW)],
    "events_since": [lambda read: queries.events_since(read, 1)],
    "has_more_changes": [lambda read: queries.has_more_changes(read, (1, 2), 3)],
    "people": [queries.people],
    "titles": [
        lambda read: queries.titles(
            read, [one.public_id for one in queries.article_choices(read)] + ["none"]
        )
    ],
    "titles_of": [lambda read: queries.titles_of(read, {1, 99})],
    "tagged": [lambda read: queries.tagged(read, "claim", [1, 2], 1)],
    "tags": [queries.tags],
    "tags_of": [lambda read: queries.tags_of(read, "claim", [1, 2])],
    "use_of_source": [lambda read: queries.use_of_source(read, 1)],
    "article_with": [lambda read: queries.article_with(read, ["none"])],
    "decided_marks": [lambda read: queries.decided_marks(read, 1)],
    "open_suggestion_count": [lambda read: queries.open_suggestion_count(read, 1)],
    "reply_targets": [lambda read: queries.reply_targets(read, 1)],
    "review_rows": [lambda read: queries.review_rows(read, 1)],
    "suggestion": [lambda read: queries.suggestion(read, 1, "none")],
    "suggestion_counts": [lambda read: queries.suggestion_counts(read, 1)],
    "taken": [lambda read: vars(queries.taken(read, 1))],
    "overview": [
        lambda read: queries.overview(read, TimeSpan.EVER, date(2026, 11, 25), archived=True)
    ],
    "articles_with_open": [queries.articles_with_open],
}


def test_no_query_is_forgotten() -> None:
    exported = {name for name in queries.__all__ if inspect.isfunction(getattr(queries, name))}
    assert exported == set(ASKED)


def answer(query: Query, read: Read) -> Any:
    try:
        return query(read)
    except ClaimdeskError as error:
        return type(error), str(error)


@pytest.mark.parametrize("name", ASKED)
def test_both_ways_of_reading_agree(
    reader: Reader, store: Store, person: Person, name: str
) -> None:
    counts.rebuild(store.path)  # which an older desk gets when its overview is first looked at
    with store._work(person) as work:
        inside = [answer(query, work.read) for query in ASKED[name]]
    assert [answer(query, reader) for query in ASKED[name]] == inside
