"""The article with its comments, as it is looked at before it is handed over."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.services.exporters.commented_text import commented_text
from claimdesk.services.exporters.content import build

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"


def shown(dossier: Dossier, language: str = "en") -> str:
    return commented_text(dossier, build(dossier, made_at=MADE_AT, language=language))


def test_comments_stand_below_the_paragraph_that_they_belong_to(dossier: Make) -> None:
    given = dossier(claims=7)
    assert given.revision
    apart = given.revision.text.replace(".\n", "\n\n")
    text = shown(replace(given, revision=replace(given.revision, text=apart)))
    places = [text.index(f"▸ Claim {number} ·") for number in range(1, 8)]
    assert places == sorted(places)
    assert places[4] < text.index("Seit 1905 leben") < places[5]
    assert text.index("claims checked") < text.index("Seit 1900 leben")
    assert "      In Kleinhausen leben 100 Menschen.\n" in text
    assert "unchecked · as of 28 March 2022" in text


def test_a_claim_without_a_place_comes_last(dossier: Make) -> None:
    given = dossier(claims=3)
    first, *others = given.claims
    text = shown(replace(given, claims=(replace(first, anchor=None), *others)))
    assert text.index("▸ Claim 1 ·") > text.index("▸ Claim 3 ·")


def test_it_speaks_the_report_s_language(dossier: Make) -> None:
    assert "▸ Behauptung 1 · " in shown(dossier(claims=1), "de")


def test_without_a_text_there_is_nothing_to_comment_on(dossier: Make) -> None:
    with pytest.raises(Refused, match="no text yet"):
        shown(replace(dossier(claims=1), revision=None))
