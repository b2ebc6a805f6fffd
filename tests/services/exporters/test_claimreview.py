"""Verdicts for the web, checked by a schema and read as JSON-LD."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.services.exporters.claimreview import claim_review
from tests.support.linked import expanded, lost

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "data" / "claimreview.schema.json").read_text(encoding="utf-8")
)


def reviews(dossier: Dossier) -> list[dict[str, Any]]:
    document = json.loads(claim_review(dossier, made_at=MADE_AT))
    jsonschema.validate(document, SCHEMA)
    found: list[dict[str, Any]] = document["@graph"]
    return found


def without_address(made: Dossier) -> Dossier:
    article = made.article
    return replace(made, article=replace(article, data=replace(article.data, url=None)))


def test_claims_with_a_verdict_have_a_review_each(dossier: Make) -> None:
    found = reviews(replace(dossier(), address="https://desk.example/report.html"))
    assert [one["url"].rpartition("-")[2] for one in found] == ["3", "4", "5", "6", "7", "8"]
    assert found[0]["url"] == "https://desk.example/report.html#claim-3"
    assert [one["reviewRating"].get("ratingValue") for one in found] == [5, 4, 2, 1, 3, None]


def test_without_evidence_to_go_by_there_are_words_but_no_number(dossier: Make) -> None:
    with speaking("de"):
        (found,) = reviews(dossier(claims=1, statuses=(Status.UNVERIFIABLE,)))
    assert found["reviewRating"] == {"@type": "Rating", "alternateName": "nicht belegbar"}


def test_the_article_s_page_is_where_it_stands_else(dossier: Make) -> None:
    (found,) = reviews(dossier(claims=1, statuses=(Status.FALSE,)))
    assert found["url"] == "https://kleine-zeitung.example/stadt#claim-1"
    assert found["itemReviewed"]["appearance"]["url"] == "https://kleine-zeitung.example/stadt"
    assert found["itemReviewed"]["author"] == {"@type": "Thing", "name": "das Amt"}


@pytest.mark.parametrize("address", [None, "", "javascript:alert(1)", "file:///etc/passwd", "x"])
def test_what_stands_nowhere_in_public_has_none(dossier: Make, address: str | None) -> None:
    with pytest.raises(Refused, match="public address"):
        claim_review(replace(without_address(dossier()), address=address), made_at=MADE_AT)


@pytest.mark.parametrize(
    ("field", "value"), [("url", "javascript:alert(1)"), ("reviewRating", {"@type": "Rating"})]
)
def test_the_schema_refuses_what_must_not_be(dossier: Make, field: str, value: object) -> None:
    (found,) = reviews(dossier(claims=1, statuses=(Status.FALSE,)))
    broken = {"@context": "https://schema.org", "@graph": [{**found, field: value}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, SCHEMA)


def test_every_name_is_one_of_schema_org_s(dossier: Make) -> None:
    text = claim_review(dossier(), made_at=MADE_AT)
    assert lost(text) == set()
    types = {one["@type"][0] for one in expanded(text)}
    assert types == {"https://schema.org/ClaimReview"}
