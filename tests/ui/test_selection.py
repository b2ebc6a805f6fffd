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


def test_back_leads_into_the_article_where_one_was(selection: Selection, heard: Heard) -> None:
    selection.choose(1)
    selection.choose_article(2)
    selection.choose(7)
    heard.told.clear()
    selection.back()
    assert (selection.article, selection.claim, selection.claims) == (1, 1, (1,))
    assert heard.told == [("claim", 1), ("claims", (1,)), ("article", 1)]


def test_what_is_chosen_stays_when_the_article_follows_it(
    selection: Selection, heard: Heard
) -> None:
    selection.choose(5, (4, 5))
    heard.told.clear()
    selection.follow(2)
    assert heard.told == [("article", 2)]
    assert (selection.claim, selection.claims) == (5, (4, 5))


def test_back_leads_to_the_whole_desk_again(selection: Selection) -> None:
    told: list[bool] = []
    selection.scope_changed.connect(told.append)
    selection.show_whole_desk(True)
    selection.choose(5)
    selection.show_whole_desk(False)
    selection.choose(6)
    for wanted in ((5, False), (5, True)):
        selection.back()
        assert (selection.claim, selection.whole_desk) == wanted
    assert told == [True, False, True]


def test_the_way_back_has_an_end(selection: Selection) -> None:
    for claim in range(TRAIL + 50):
        selection.choose(claim)
    for _step in range(TRAIL + 50):
        selection.back()
    assert selection.claim == 49
