from collections.abc import Callable

import pytest

from claimdesk.commands.archive_article import ArchiveArticle
from claimdesk.commands.edit import Edit
from claimdesk.commands.revert import Revert
from claimdesk.commands.tag_claims import TagArticle, TagClaims
from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.errors import Refused
from claimdesk.domain.saved_filter import read, written
from claimdesk.store import queries
from claimdesk.store.check import examine
from claimdesk.store.sqlite.connection import Reader

Run = Callable[[Edit], str | None]


def with_tag(reader: Reader, *tags: str) -> set[int]:
    return set(queries.claim_ids(reader, ClaimFilter(tags=frozenset(tags))))


def test_tags_are_put_on_taken_off_and_taken_back(run: Run, reader: Reader) -> None:
    event = run(TagClaims((1, 2, 3), ("Haushalt", " #eilig ")))
    assert with_tag(reader, "Haushalt") == {1, 2, 3}
    assert queries.claim_rows(reader, [2])[0].tags == ("Haushalt", "eilig")
    run(TagClaims((2, 4), ("eilig",), ("haushalt",)))
    assert with_tag(reader, "Haushalt") == {1, 3}
    assert queries.tags_of(reader, "claim", (1, 2, 3, 4)) == {"eilig": 4, "Haushalt": 2}
    assert with_tag(reader, "Haushalt", "eilig") == {1, 2, 3, 4}
    assert event
    assert not examine(reader.path)


def test_the_first_use_of_a_tag_is_taken_back_with_it(run: Run, reader: Reader) -> None:
    event = run(TagClaims((1,), ("Haushalt",)))
    assert event
    run(Revert(event))
    assert queries.tags(reader) == []
    assert with_tag(reader, "Haushalt") == set()


def test_the_same_tag_again_is_no_edit(run: Run) -> None:
    assert run(TagClaims((1,), ("Haushalt",)))
    assert run(TagClaims((1,), ("HAUSHALT",))) is None


@pytest.mark.parametrize("name", ["", "  ", "#", "x" * 61])
def test_what_is_no_tag_is_refused(run: Run, name: str) -> None:
    with pytest.raises(Refused, match="tag"):
        run(TagClaims((1,), (name,)))


def test_a_filter_by_tag_is_written_down() -> None:
    chosen = ClaimFilter(tags=frozenset({"Haushalt", "eilig"}))
    assert read(written(chosen)) == chosen
    assert chosen.is_narrowed_within


def test_an_article_is_tagged_and_archived(run: Run, reader: Reader) -> None:
    assert run(TagArticle(1, ("Politik",)))
    assert queries.tags_of(reader, "article", (1,)) == {"Politik": 1}
    event = run(ArchiveArticle(1))
    assert list(queries.article_ids(reader, archived=False)) == []
    assert list(queries.article_ids(reader)) == [1]
    assert queries.article(reader, 1).archived
    assert run(ArchiveArticle(1)) is None
    assert event
    run(Revert(event))
    assert list(queries.article_ids(reader, archived=False)) == [1]
