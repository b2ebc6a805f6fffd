from claimdesk.domain.history import ADDED
from claimdesk.store import chain
from claimdesk.store.recorder import Recorder

CLAIM = {"id": 7, "public_id": "c", "article": 1}
NOTE = {"id": 3, "public_id": "n", "claim": 7, "article": None}


def changes(recorder: Recorder) -> list[tuple[object, ...]]:
    names = ("number", "entity", "row", "field", "before", "after")
    return [tuple(row[name] for name in names) for row in recorder.rows()]


def test_a_field_goes_from_its_first_value_to_its_last() -> None:
    recorder = Recorder()
    recorder.record("claim", CLAIM, "status", "a", "b")
    recorder.record("claim", CLAIM, "status", "b", "c")
    assert changes(recorder) == [(1, "claim", "c", "status", '"a"', '"c"')]
    assert (recorder.claims, recorder.articles, recorder.entities) == ({7}, {1}, {"claim"})


def test_there_and_back_is_no_change_and_touches_nothing() -> None:
    recorder = Recorder()
    recorder.record("claim", CLAIM, "status", "a", "b")
    recorder.record("claim", CLAIM, "status", "b", "a")
    assert changes(recorder) == []
    assert (recorder.claims, recorder.articles, recorder.entities) == (set(), set(), set())


def test_an_added_row_takes_later_fields_in() -> None:
    recorder = Recorder()
    recorder.record("note", NOTE, ADDED, None, {"text": "x"})
    recorder.record("note", NOTE, "text", "x", "ü")
    recorder.record("note", NOTE, "aside", False, True)
    assert changes(recorder) == [
        (1, "note", "n", ADDED, None, '{"text":"ü"}'),
        (2, "note", "n", "aside", "false", "true"),
    ]


def test_each_change_has_a_salt_of_its_own_and_its_digest() -> None:
    recorder = Recorder()
    recorder.record("claim", CLAIM, "status", "a", "b")
    recorder.record("claim", CLAIM, "kind", "a", "b")
    one, other = recorder.rows()
    assert one["salt"] != other["salt"]
    parts = {name: one[name] for name in ("entity", "row", "field", "before", "after")}
    assert one["digest"] == chain.change_digest(one["salt"], **parts)
