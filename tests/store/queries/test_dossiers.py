from collections.abc import Callable

import pytest

from claimdesk.commands.edit_article import AddArticle
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.article import ArticleData
from claimdesk.domain.claim import Badge, RelationKind
from claimdesk.domain.errors import NotFound
from claimdesk.domain.source import Stance, Timing
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.store import Edit, Reader


def test_everything_about_an_article_is_there(reader: Reader) -> None:
    found = queries.dossier(reader, 1)
    assert (found.desk.title, found.desk.sample) == ("Nordhafen", False)
    assert found.article.data == ArticleData(
        "Die Brücke von Nordhafen", "Jürgen Maß", "Nordhafener Blatt", "2021-05", "de"
    )
    assert found.revision is not None
    assert [detail.row.number for detail in found.claims] == [1, 2, 3, 5, 4, 6, 7, 8]
    assert [note.text for note in found.notes] == ["Zwei Schreibweisen des Hafens."]
    assert found.people == ("Ada Ärmel", "Ben Ohm")
    events = queries.events(reader)
    assert (found.first_event, found.last_event) == (events[0].time, events[-1].time)
    assert [head.events for head in found.heads] == [7, 11]
    assert sum(found.counts.values()) == found.article.claims == 8
    assert found.article.checked == 3


def test_sources_are_listed_once_by_who_made_them(reader: Reader) -> None:
    titles = [source.data.title for source in queries.dossier(reader, 1).sources]
    assert titles == ["Auskunft des Hafenamts", "Brückenverzeichnis", "Chronik einer Überfahrt"]
    assert [source.data.title for source in queries.sources(reader)] == titles
    assert [source.claims for source in queries.sources(reader)] == [1, 2, 1]


def test_each_claim_comes_with_all_that_hangs_on_it(reader: Reader) -> None:
    details = {detail.row.number: detail for detail in queries.dossier(reader, 1).claims}
    text = queries.revision(reader, 1).text
    for detail in details.values():
        assert detail.anchor is not None
        assert detail.anchor.fits(text)
        assert detail.passage_state is AnchorOrigin.MADE
        assert detail.history == ()
    (evidence,) = details[1].evidence
    assert evidence.source.data.title == "Brückenverzeichnis"
    assert (evidence.stance, evidence.locator, evidence.excerpt) == (
        Stance.SUPPORTS,
        "Zeile 7",
        "412 m",
    )
    assert evidence.snapshot_sha256 is not None
    assert Badge.SNAPSHOT in details[1].row.badges
    assert details[7].row.badges == (Badge.LEAD,)
    assert details[8].row.status is Status.LEFT_OUT
    assert [note.text for note in details[8].notes] == ["Meinung der Redaktion."]
    assert details[1].notes == (), "one was set aside"


def test_how_old_a_source_is_seen_from_the_article(reader: Reader) -> None:
    details = {detail.row.number: detail for detail in queries.dossier(reader, 1).claims}
    timings = {number: details[number].evidence[0].timing for number in (1, 3, 6)}
    assert timings == {1: Timing.BEFORE, 3: Timing.PERHAPS_AFTER, 6: Timing.AFTER}


def test_a_relation_is_seen_from_both_sides(reader: Reader) -> None:
    four, five = queries.claim_details(reader, [4, 5])
    assert [(tie.kind, tie.other, tie.remark) for tie in four.relations] == [
        (RelationKind.DEPENDS_ON, 5, "derselbe Satz")
    ]
    assert [(tie.other, tie.other_number, tie.other_status) for tie in five.relations] == [
        (4, 4, Status.UNCHECKED)
    ]


def test_an_article_without_anything(run: Callable[[Edit], str], reader: Reader) -> None:
    run(AddArticle(ArticleData("Leer")))
    newest, _older = queries.article_rows(reader)
    found = queries.dossier(reader, newest.id)
    assert (found.revision, found.claims, found.sources, found.notes) == (None, (), (), ())
    assert found.people == ("Cleo Süß",)
    assert not found.counts


def test_an_article_that_is_not_there(reader: Reader) -> None:
    with pytest.raises(NotFound, match="not in the desk"):
        queries.dossier(reader, 99)
