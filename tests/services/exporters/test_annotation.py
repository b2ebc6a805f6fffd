"""Passages for annotation tools: they must find them again in the text."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.dossier import Dossier
from claimdesk.services.exporters.annotation import annotations
from tests.support.linked import expanded, lost

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"
OA = "http://www.w3.org/ns/oa#"


def items(dossier: Dossier) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(annotations(dossier, made_at=MADE_AT))["items"]
    return found


def check_selectors(dossier: Dossier) -> None:
    assert dossier.revision
    text = dossier.revision.text
    for one in items(dossier):
        quote, position = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])
        assert text[position["end"] :].startswith(quote["suffix"])


def test_each_passage_is_found_by_position_and_by_quote(dossier: Make) -> None:
    made = dossier(claims=20)
    assert len(items(made)) == 20
    check_selectors(made)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.data())
def test_any_text_keeps_its_passages(dossier: Make, data: st.DataObject) -> None:
    text = data.draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = dossier(claims=1)
    assert made.revision
    claim = replace(made.claims[0], anchor=Anchor.at(text, start, end))
    check_selectors(replace(made, claims=(claim,), revision=replace(made.revision, text=text)))


def test_a_passage_of_an_older_revision_is_left_out(dossier: Make) -> None:
    made = dossier(claims=2)
    older = replace(made.claims[0], revision=7)
    assert len(items(replace(made, claims=(older, made.claims[1])))) == 1


def test_verdict_finding_and_sources_are_its_bodies(dossier: Make) -> None:
    (one,) = items(dossier(claims=3))[2:]
    told = [(body["purpose"], body.get("value", body.get("source"))) for body in one["body"]]
    assert told == [
        ("describing", "In Kleinhausen leben 102 Menschen."),
        ("assessing", "verified"),
        ("commenting", "note 3: Das Jahrbuch nennt eine andere Zahl."),
    ]
    linked = [body for one in items(dossier(claims=3)) for body in one["body"]]
    assert "https://example.org/town?a=1&b=2" in [body.get("source") for body in linked]


def test_every_name_is_one_of_the_model_s(dossier: Make) -> None:
    text = annotations(dossier(), made_at=MADE_AT)
    assert lost(text) == set()
    (page,) = expanded(text)
    first = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"][0]
    assert first["@type"] == [f"{OA}Annotation"]
    assert first[f"{OA}motivatedBy"] == [{"@id": f"{OA}assessing"}]
    target = first[f"{OA}hasTarget"][0]
    assert {one["@type"][0] for one in target[f"{OA}hasSelector"]} == {
        f"{OA}TextQuoteSelector",
        f"{OA}TextPositionSelector",
    }
