"""One selection for text, list and inspector."""

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.ui.selection import TRAIL, Selection


class Heard:
    """What a selection told, in order."""

    def __init__(self, selection: Selection) -> None:
        self.told: list[tuple[str, object]] = []
        selection.article_changed.connect(lambda one: self.told.append(("article", one)))
        selection.claim_changed.connect(lambda one: self.told.append(("claim", one)))
        selection.claims_changed.connect(lambda them: self.told.append(("claims", them)))


@pytest.fixture
def selection(qtbot: QtBot) -> Selection:
    made = Selection()
    made.choose_article(1)
    return made


@pytest.fixture
def heard(selection: Selection) -> Heard:
    return Heard(selection)


def test_a_claim_chosen_is_told_once(selection: Selection, heard: Heard) -> None:
    selection.choose(5)
    selection.choose(5)
    assert heard.told == [("claim", 5), ("claims", (5,))]
    assert (selection.claim, selection.claims) == (5, (5,))


def test_several_claims_have_one_that_is_current(selection: Selection, heard: Heard) -> None:
    selection.choose(5, (4, 5, 6))
    selection.choose(6, [4, 5, 6])
    assert heard.told == [("claim", 5), ("claims", (4, 5, 6)), ("claim", 6)]


def test_another_article_lets_the_claim_go(selection: Selection, heard: Heard) -> None:
    selection.choose(5)
    heard.told.clear()
    selection.choose_article(2)
    selection.choose_article(2)
    assert heard.told == [("claim", None), ("claims", ()), ("article", 2)]
    assert selection.article == 2


def test_who_hears_of_the_claim_sees_the_claims_too(selection: Selection) -> None:
    seen: list[tuple[int, ...]] = []
    selection.claim_changed.connect(lambda _claim: seen.append(selection.claims))
    selection.choose(5, (4, 5))
    assert seen == [(4, 5)]


def test_a_listener_that_turns_on_has_the_last_word(selection: Selection, heard: Heard) -> None:
    selection.claim_changed.connect(lambda one: selection.choose(6) if one == 5 else None)
    selection.choose(5)
    assert selection.claims == (6,)
    assert [what for kind, what in heard.told if kind == "claims"][-1] == (6,)


def test_back_leads_along_the_way_one_came(selection: Selection, heard: Heard) -> None:
    for claim in (1, 2, 3):
        selection.choose(claim)
    selection.back()
    assert selection.claim == 2
    selection.back()
    assert (selection.claim, selection.claims) == (1, (1,))
    selection.back()
    assert selection.claim == 1


def test_back_after_going_back_and_on_is_where_one_was(selection: Selection) -> None:
    for claim in (1, 2):
        selection.choose(claim)
    selection.back()
    selection.choose(9)
    selection.back()
    assert selection.claim == 1


def test_back_does_not_lead_into_another_article(selection: Selection) -> None:
    selection.choose(1)
    selection.choose(2)
    selection.choose_article(2)
    selection.choose(7)
    selection.back()
    assert selection.claim == 7


def test_the_way_back_has_an_end(selection: Selection) -> None:
    for claim in range(TRAIL + 50):
        selection.choose(claim)
    for _step in range(TRAIL + 50):
        selection.back()
    assert selection.claim == 49
