"""Taking events back: what it brings back, what it refuses, and how it says so."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest

from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_aside import (
    SetAsideClaims,
)
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.article import ArticleData
from claimdesk.domain.errors import Conflict, NotFound
from claimdesk.domain.event import MOST_CLAIMS
from claimdesk.domain.history import Message
from claimdesk.domain.person import Person
from claimdesk.domain.source import SourceData
from claimdesk.domain.status import Status
from claimdesk.store import Store, queries
from claimdesk.store.store import Edit, Reader
from tests.support.plain_model import seen

Run = Callable[[Edit], str]

SOURCE = SourceData("Ein Buch")


def test_a_source_that_was_attached_comes_back_with_its_evidence(run: Run, reader: Reader) -> None:
    attached = run(AttachSource((7,), SOURCE, EvidenceData()))
    undone = run(Revert(attached))
    assert queries.claim_detail(reader, 7).evidence == ()
    run(Revert(undone))
    assert [one.source.data for one in queries.claim_detail(reader, 7).evidence] == [SOURCE]


def test_what_was_brought_back_is_taken_back_by_the_rules_of_adding(
    run: Run, reader: Reader
) -> None:
    """A redone 'add' must not hide what was hung on it since, as the 'add' itself must not."""
    again = run(Revert(run(Revert(run(AttachSource((7,), SOURCE, EvidenceData()))))))
    source = queries.claim_detail(reader, 7).evidence[0].source.id
    run(AttachSource((6,), source, EvidenceData()))
    with pytest.raises(Conflict, match="attached to it since"):
        run(Revert(again))
    assert len(queries.claim_detail(reader, 6).evidence) == 2


def test_what_its_owner_left_with_cannot_come_back_alone(run: Run) -> None:
    note = run(Revert(run(WriteNote("flüchtig", claim=7))))
    run(SetAsideClaims((7,)))
    with pytest.raises(Conflict, match="Bring that back first"):
        run(Revert(note))


def test_a_refusal_says_who_changed_it_since_and_how(run: Run, store: Store) -> None:
    first = run(SetStatus((7,), Status.FALSE))
    store.run(SetStatus((7,), Status.VERIFIED), Person.named("Ada Ärmel"))
    with pytest.raises(Conflict, match=r"by Ada Ärmel \(“Mark claim 7 verified”\)"):
        run(Revert(first))


def test_an_event_that_is_not_there(run: Run) -> None:
    with pytest.raises(NotFound, match="no event “nothing”"):
        run(Revert("nothing"))


@pytest.mark.parametrize("forged", ["reverts = id", "reverts = 19 - id", "reverts = 18"])
def test_forged_ties_between_events_end_somewhere(
    run: Run, raw: Callable[[str], None], reader: Reader, forged: str
) -> None:
    last = queries.event(reader, queries.last_event(reader)).public_id
    raw(f"UPDATE event SET {forged}")
    with suppress(Conflict):
        run(Revert(last))


def test_words_say_what_was_taken_back_and_redone(run: Run, reader: Reader) -> None:
    undone = run(Revert(run(SetStatus((7,), Status.FALSE))))
    run(Revert(run(Revert(undone))))
    words = [event.message.words for event in queries.events(reader, newest_first=True, limit=3)]
    assert words == [
        "Take back: Mark claim 7 false",
        "Once more: Mark claim 7 false",
        "Take back: Mark claim 7 false",
    ]


def test_a_thousand_claims_in_one_event_and_back_in_one(
    store: Store, run: Run, reader: Reader, person: Person
) -> None:
    store.run(ManyClaims(1000), person)
    claims = tuple(queries.claim_ids(reader))
    before = seen(reader)
    last = queries.last_event(reader)
    marked = run(SetStatus(claims, Status.DISPUTED))
    assert queries.last_event(reader) == last + 1
    assert set(queries.status_counts(reader, queries.listing.ALL)) == {Status.DISPUTED}
    run(Revert(marked))
    assert queries.last_event(reader) == last + 2
    assert seen(reader) == before


def test_beside_a_claim_an_event_names_some_of_its_claims(
    store: Store, run: Run, reader: Reader, person: Person
) -> None:
    """The numbers of two articles' claims are the same: each claim counts all the same."""
    [second] = store.run(AddArticle(ArticleData("Zweiter")), person).articles
    for article in (1, second):
        store.run(ManyClaims(MOST_CLAIMS // 2 + 1, article), person)
    claims = tuple(queries.claim_ids(reader))
    run(SetStatus(claims, Status.DISPUTED))
    run(SetStatus(claims[-3:], Status.FALSE))
    few, all_of_the_desk = queries.claim_detail(reader, claims[-1]).history[:2]
    assert len(few.claims) == 3
    assert len(all_of_the_desk.claims) == MOST_CLAIMS


@dataclass(frozen=True)
class ManyClaims:
    count: int
    article: int = 1

    def apply(self, work: Any) -> Message:
        claim = {"article": self.article, "statement": "x", "kind": "other", "check_worthiness": 1}
        work.add_all("claim", [{**claim, "number": 100 + one} for one in range(self.count)])
        return Message("Make the sample")
