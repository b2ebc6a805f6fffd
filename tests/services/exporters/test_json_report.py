"""The report for machines."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.source import SourceData
from claimdesk.domain.status import Status
from claimdesk.paths import RESOURCES
from claimdesk.services.exporters.json_report import to_json

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"


def read(dossier: Dossier) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(to_json(dossier, made_at=MADE_AT))
    return document


def test_it_says_what_it_is(dossier: Make) -> None:
    document = read(dossier())
    assert (document["format"], document["version"]) == ("claimdesk-report", 1)
    assert document["made_at"] == MADE_AT


@pytest.mark.parametrize("claims", [0, 1, 180])
def test_the_whole_dossier_is_kept(dossier: Make, claims: int) -> None:
    made = dossier(claims=claims)
    document = read(made)
    assert [claim["id"] for claim in document["claims"]] == [c.row.public_id for c in made.claims]
    for claim, kept in zip(made.claims, document["claims"], strict=True):
        assert (kept["number"], kept["status"]) == (claim.row.number, claim.row.status.value)
        assert (kept["statement"], kept["figures"]) == (claim.row.statement, [*claim.row.figures])
        assert [e["id"] for e in kept["evidence"]] == [e.public_id for e in claim.evidence]
        assert [e["source"] for e in kept["evidence"]] == [
            e.source.public_id for e in claim.evidence
        ]
        assert [(n["role"], n["text"]) for n in kept["notes"]] == [
            (n.role.value, n.text) for n in claim.notes
        ]
        assert [r["other"] for r in kept["relations"]] == [
            r.other_public_id for r in claim.relations
        ]
    assert {s["id"]: s["title"] for s in document["sources"]} == {
        s.public_id: s.data.title for s in made.sources
    }
    assert document["heads"] == [
        {"writer": h.writer, "events": h.events, "time": h.time, "link": h.link} for h in made.heads
    ]
    assert sum(document["counts"].values()) == claims
    assert list(document["counts"]) == sorted(Status)


def test_corrections_and_questions_are_kept(discussed: Make) -> None:
    document = read(discussed())
    assert document["version"] == 1, "only fields were added"
    claims = document["claims"]
    (correction,) = claims[4]["corrections"]
    assert (correction["id"], correction["state"]) == ("correction-1", "proposed")
    assert (correction["old_wording"], correction["new_wording"]) == (
        "104 Menschen",
        "rund 100 Menschen",
    )
    assert correction["decided_by"] is correction["reason"] is None
    assert [(one["id"], one["answer"]) for one in claims[6]["questions"]] == [
        ("question-1", None),
        ("question-2", "Ja, so ist es."),
    ]
    assert [one["addressee"] for one in document["questions"]] == ["source", "source"]
    assert claims[0]["corrections"] == claims[0]["questions"] == []


def test_offsets_fit_the_text(dossier: Make) -> None:
    document = read(dossier(claims=30))
    text = document["revision"]["text"]
    for claim in document["claims"]:
        anchor = claim["anchor"]
        assert text[anchor["start"] : anchor["end"]] == anchor["quote"]
        assert anchor["current"] is True


def test_an_anchor_of_an_older_revision_says_so(dossier: Make) -> None:
    made = dossier(claims=2)
    older = tuple(replace(claim, revision=7) for claim in made.claims)
    assert read(replace(made, claims=older))["claims"][0]["anchor"]["current"] is False


def test_without_revision_and_events_it_says_null(dossier: Make) -> None:
    document = read(dossier(claims=0, revision=None, first_event=None, last_event=None, heads=()))
    assert document["revision"] is document["first_event"] is document["last_event"] is None
    assert document["heads"] == []


def test_the_same_dossier_gives_the_same_bytes(dossier: Make) -> None:
    made = dossier(claims=40)
    backwards = replace(
        made,
        claims=tuple(reversed(made.claims)),
        sources=tuple(reversed(made.sources)),
        people=tuple(reversed(made.people)),
    )
    assert to_json(made, made_at=MADE_AT) == to_json(backwards, made_at=MADE_AT)


def test_it_is_indented_utf8_with_sorted_keys_and_a_last_line_break(dossier: Make) -> None:
    text = to_json(dossier(), made_at=MADE_AT)
    assert text.endswith("}\n")
    assert "Martha Müller" in text
    document = json.loads(text)
    assert text == json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(bad=st.text(st.sampled_from('a"\\\x00\x7f\x85\u2028\u202e\u2066\ud800\ufffe\n')))
def test_nothing_that_misleads_gets_through(dossier: Make, bad: str) -> None:
    source = SourceData(bad, url=bad, summary=bad)
    made = dossier(claims=2, statement=bad, note=bad, title=bad, people=(bad,), sources=(source,))
    text = to_json(made, made_at=MADE_AT)
    text.encode()
    assert not set(text) & set("\x00\x7f\x85\u2028\u202e\u2066\ud800\ufffe")
    json.loads(text)


def test_nothing_that_misleads_gets_through_what_was_discussed(discussed: Make) -> None:
    bad = "\u202ea\x00b\ud800"
    wording = {"old_wording": bad, "new_wording": bad, "why": bad, "reason": bad}
    made = discussed(correction=wording, question={"text": bad, "name": bad})
    text = to_json(made, made_at=MADE_AT)
    text.encode()
    assert not set(text) & set("\x00\u202e\ud800")


def test_it_is_as_the_schema_says(discussed: Make, dossier: Make) -> None:
    schema = json.loads((RESOURCES / "reports" / "report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for made in (discussed(), dossier(claims=0, revision=None), replace(dossier(), masked=True)):
        jsonschema.validate(read(made), schema)
    assert list(jsonschema.Draft202012Validator(schema).iter_errors({**read(dossier()), "x": 1}))


def test_the_text_keeps_what_offsets_count(dossier: Make) -> None:
    made = dossier(claims=1)
    assert made.revision
    odd = "a\u202eb\x07c\u2028d"
    document = to_json(replace(made, revision=replace(made.revision, text=odd)), made_at=MADE_AT)
    assert "\u202e" not in document
    assert json.loads(document)["revision"]["text"] == odd
