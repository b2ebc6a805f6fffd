from collections.abc import Callable

import pytest

from claimdesk.commands.edit_article import AddArticle
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.article import ArticleData
from claimdesk.domain.errors import NotFound
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader

Run = Callable[[Edit], str]


def standing(reader: Reader) -> list[bool]:
    """Which of the newest four events still hold."""
    newest = queries.events(reader, newest_first=True, limit=4)
    return [not event.reverted for event in reversed(newest)]


def test_what_was_taken_back_says_so_until_it_is_restored(run: Run, reader: Reader) -> None:
    run(SetStatus((7,), Status.FALSE))
    edit = run(SetStatus((7,), Status.VERIFIED))
    undo = run(Revert(edit))
    assert standing(reader)[1:] == [True, False, True]
    redo = run(Revert(undo))
    assert standing(reader) == [True, True, False, True]
    run(Revert(redo))
    assert standing(reader) == [False, True, False, True]


def test_a_claim_s_history_has_only_its_own_changes(reader: Reader) -> None:
    found = queries.events(reader, claim=3)
    assert [event.message.words for event in found][-3:] == [
        "Mark 3 claims false",
        "Take back: Mark 3 claims false",
        "Mark claim 3 inaccurate, needs correction",
    ]
    own = queries.claim_rows(reader, [3])[0].public_id
    assert {change.row for change in found[-1].changes} == {own}
    assert found[-2].claims == (3, 4, 5)
    assert found[-2].reverts == found[-3].public_id
    assert len(found[-3].changes) == 1
    assert (found[-3].changes[0].before, found[-3].changes[0].after) == ("unchecked", "false")


def test_newest_first_and_not_all(reader: Reader) -> None:
    every = queries.events(reader)
    assert [event.id for event in every] == sorted(event.id for event in every)
    assert queries.events(reader, newest_first=True, limit=3) == every[:-4:-1]
    assert queries.event(reader, every[4].id) == every[4]
    assert queries.claim_detail(reader, 1, history=2).history == tuple(
        queries.events(reader, claim=1, newest_first=True, limit=2)
    )


def test_words_follow_the_language(reader: Reader) -> None:
    event = next(event for event in queries.events(reader) if event.reverts)
    assert event.message.words == "Take back: Mark 3 claims false"
    with speaking("de"):
        assert "falsch" in event.message.words


def test_an_event_that_is_not_there(reader: Reader) -> None:
    with pytest.raises(NotFound):
        queries.event(reader, 99)


@pytest.mark.parametrize("forged", ["reverts = id", "reverts = 19 - id", "reverts = 1"])
def test_forged_ties_between_events_end_somewhere(
    reader: Reader, raw: Callable[[str], None], forged: str
) -> None:
    raw(f"UPDATE event SET {forged}")
    assert len(queries.events(reader)) == 18


def test_the_only_article_need_not_be_named(run: Run, reader: Reader) -> None:
    (article,) = queries.article_rows(reader)
    assert queries.only_article(reader, None) == article
    assert queries.only_article(reader, article.public_id) == article
    with pytest.raises(NotFound, match="no article “x”"):
        queries.only_article(reader, "x")
    run(AddArticle(ArticleData("Zweiter")))
    with pytest.raises(NotFound, match=r"several articles.*Zweiter.*Brücke"):
        queries.only_article(reader, None)
    with pytest.raises(NotFound, match="several articles"):
        queries.claim_id(reader, "4")
    assert queries.claim_id(reader, f"{article.public_id}:4") == 4
