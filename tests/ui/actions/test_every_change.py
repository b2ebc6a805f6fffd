"""Every action of the registry that changes something: done at the real window with keys, undone,
redone. What is seen is the same, and each is one step with a name.
A new action needs a recipe: what to press and type after its key, and where needed what must be
there first. Without one the first test fails.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from claimdesk.domain.claim import ClaimFilter
from claimdesk.domain.history import Message
from claimdesk.domain.status import Status
from claimdesk.i18n import LANGUAGES, speaking, use_language
from claimdesk.store import queries
from claimdesk.ui.actions.registry import ACTIONS
from claimdesk.ui.main_window import MainWindow
from tests.support.hands import Hands, Open, Press
from tests.support.what_is_seen import seen

EXEMPT = {
    "undo": "is the undo itself",
    "redo": "is the redo itself",
    "erase": "what was erased is gone for good, and the dialog says so twice",
}
"""What is not undone, and why."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What follows the action's key, and what must be there first (edits of its own allowed)."""

    then: Callable[[Hands], None] = lambda _hands: None
    first: Callable[[Hands], None] = lambda _hands: None
    turns_to: Callable[[Hands], None] = lambda _hands: None
    """To where it is done, right before."""


def types(words: str) -> Callable[[Hands], None]:
    return lambda hands: hands.fills(words)


def _reviewed(then: Callable[[Hands], None] = lambda _hands: None) -> Recipe:
    return Recipe(then, Hands.has_suggestions, Hands.turns_to_the_suggestions)


RECIPES: dict[str, Recipe] = {
    **{f"status_{status}": Recipe() for status in Status},
    "status_left_out": Recipe(types("no time")),
    "write_note": Recipe(types("Called the office & asked")),
    "write_article_note": Recipe(lambda hands: hands.fills(hands.fresh())),
    "attach_source": Recipe(types("welt")),
    "edit_statement": Recipe(lambda hands: hands.fills(f" {hands.fresh()}")),
    "as_of": Recipe(lambda hands: hands.fills(f"20{next(hands._fresh) % 90 + 10}-03-28")),
    "attribute_claims": Recipe(lambda hands: hands.fills(hands.fresh())),
    "new_claim": Recipe(types("The tower is 368 metres high.")),
    "propose_correction": Recipe(lambda hands: hands.fills(hands.fresh())),
    "no_fact": Recipe(
        first=Hands.leaves_a_sentence_without_claims,
        turns_to=lambda hands: hands.workspace.reading.next_unseen(),
    ),
    "not_article": Recipe(),
    "look_again": Recipe(first=lambda hands: hands.starts("not_article")),
    "accept_correction": Recipe(first=Hands.proposes_a_correction),
    "decline_correction": Recipe(types("It stands."), Hands.proposes_a_correction),
    "drop_passage": Recipe(types("too long")),
    "ask_question": Recipe(lambda hands: hands.fills(hands.fresh())),
    "ask_about_article": Recipe(lambda hands: hands.fills(hands.fresh())),
    "relate_claim": Recipe(types("3")),
    "proposal": Recipe(first=Hands.is_offered_a_status_for_the_same_fact),
    "claim_from_text": Recipe(turns_to=Hands.marks_words),
    "put_passage": Recipe(turns_to=Hands.marks_words),
    "confirm_passage": Recipe(first=Hands.has_a_reworded_passage),
    "split_claim": Recipe(lambda hands: hands.fills(hands.fresh())),
    "merge_claims": Recipe(turns_to=Hands.chooses_two),
    "set_aside": Recipe(),
    "tag_claims": Recipe(lambda hands: hands.fills(hands.fresh())),
    "tag_article": Recipe(lambda hands: hands.fills(hands.fresh())),
    "archive_article": Recipe(),
    "unarchive_article": Recipe(first=lambda hands: hands.starts("archive_article")),
    "new_article": Recipe(types("Second")),
    "article_data": Recipe(types(" & more")),
    "save_filter": Recipe(lambda hands: hands.fills(hands.fresh()), Hands.narrows_the_list),
    "rename_filter": Recipe(lambda hands: hands.fills(hands.fresh()), Hands.saves_a_filter),
    "set_filter_aside": Recipe(first=Hands.saves_a_filter),
    "find_claims": Recipe(Hands.waits_for_what_is_found),
    "accept_suggestion": _reviewed(),
    "edit_suggestion": _reviewed(lambda hands: hands.fills(hands.fresh())),
    "split_suggestion": _reviewed(lambda hands: hands.fills(hands.fresh())),
    "reject_suggestion": _reviewed(),
    "accept_sentence": _reviewed(),
    "accept_important": _reviewed(),
    "accept_kind": _reviewed(),
}


def test_every_action_that_changes_something_has_a_recipe() -> None:
    changing = {action.id for action in ACTIONS if action.changes}
    assert changing - set(RECIPES) - set(EXEMPT) == set(), "a new action: write its recipe"
    assert set(RECIPES) | set(EXEMPT) == changing, "a recipe of an action that is gone"


# done, undone, redone


@pytest.fixture
def hands(window: MainWindow, press: Press, asked: Any) -> Hands:
    return Hands(window, press, asked)


def _events(hands: Hands) -> int:
    return queries.last_event(hands.workspace.desk.read)


def _gets_ready(hands: Hands, name: str, claim: int) -> ClaimFilter:
    """Turn to the claim, and have there what the action needs; gives what the list shows then."""
    hands.workspace.selection.choose(claim)
    hands.workspace.list.table.setFocus()
    RECIPES[name].first(hands)
    hands.settles()
    return hands.workspace.list.claim_filter


def _does(hands: Hands, name: str, claim: int, shown: ClaimFilter) -> None:
    hands.workspace.list.show_filter(shown)
    hands.workspace.selection.choose(claim)
    hands.workspace.list.table.setFocus()
    RECIPES[name].turns_to(hands)
    hands.starts(name)
    RECIPES[name].then(hands)
    hands.settles()


def _presses_in_the_list(hands: Hands, key: str) -> None:
    hands.workspace.list.table.setFocus()  # a text field has an undo of its own
    hands.press(key)
    hands.settles()
    assert not hands.window.around._failure


def _claim(hands: Hands, number: int) -> int:
    """The claim of the article that the window began with, which is turned to."""
    hands.workspace.selection.choose_article(hands.article)
    ids = queries.claim_ids(hands.workspace.desk.read, ClaimFilter(hands.article))
    rows = queries.claim_rows(hands.workspace.desk.read, ids)
    return next(row.id for row in rows if row.number == number)


@pytest.mark.parametrize("name", RECIPES)
def test_done_undone_and_redone_shows_the_same(hands: Hands, name: str) -> None:
    claim = _claim(hands, 45 if name == "status_inaccurate" else 44)
    shown = _gets_ready(hands, name, claim)
    before, events = seen(hands.window, claim), _events(hands)
    _does(hands, name, claim, shown)
    after = seen(hands.window, claim)
    assert after != before, "nothing is seen of it"
    assert _events(hands) == events + 1, "more than one step"
    assert hands.workspace.desk.undo_message
    _presses_in_the_list(hands, "Ctrl+Z")
    assert seen(hands.window, claim) == before
    assert hands.window.actions_["redo"].isEnabled()
    _presses_in_the_list(hands, "Ctrl+Shift+Z")
    assert seen(hands.window, claim) == after
    assert not hands.window.actions_["redo"].isEnabled()


DEEP = 100


def test_a_hundred_deep(hands: Hands) -> None:
    """Actions of all sorts, on one claim after the other; then all the way back and forth."""
    looked_at, names = _claim(hands, 44), cycle(RECIPES)
    states = [seen(hands.window, looked_at)]
    steps: list[tuple[int, Message | None]] = []
    begun = _events(hands)
    for number in range(60, 180):
        name, claim, events = next(names), _claim(hands, number), _events(hands)
        _does(hands, name, claim, _gets_ready(hands, name, claim))
        if _events(hands) > events:
            steps.append((_events(hands) - events, hands.workspace.desk.undo_message))
            states.append(seen(hands.window, looked_at))
        if _events(hands) - begun >= DEEP:
            break
    assert _events(hands) - begun >= DEEP, "too few steps"
    for place, (count_, message) in reversed(list(enumerate(steps))):
        assert hands.workspace.desk.undo_message == message
        for _step in range(count_):
            _presses_in_the_list(hands, "Ctrl+Z")
        assert seen(hands.window, looked_at) == states[place], message
    assert not hands.window.actions_["undo"].isEnabled()
    for place, (count_, message) in enumerate(steps, 1):
        for _step in range(count_):
            _presses_in_the_list(hands, "Ctrl+Shift+Z")
        assert seen(hands.window, looked_at) == states[place], message
    assert not hands.window.actions_["redo"].isEnabled()


@pytest.mark.parametrize("status", Status)
def test_a_status_of_several_claims_is_one_step(hands: Hands, status: Status) -> None:
    claims = [_claim(hands, number) for number in (2, 44, 67, 110)]
    before = seen(hands.window, claims[1])
    hands.workspace.selection.choose(claims[1], claims)
    events = _events(hands)
    hands.starts(f"status_{status}")
    RECIPES[f"status_{status}"].then(hands)
    hands.settles()
    after = seen(hands.window, claims[1])
    assert _events(hands) == events + 1
    _presses_in_the_list(hands, "Ctrl+Z")
    assert seen(hands.window, claims[1]) == before
    _presses_in_the_list(hands, "Ctrl+Shift+Z")
    assert seen(hands.window, claims[1]) == after


# in words


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_undo_and_redo_name_what_they_do(
    window_on: Open, press: Press, asked: Any, desk_file: Path, spoken: str
) -> None:
    use_language(spoken)
    hands = Hands(window_on(desk_file), press, asked)
    undo, redo = hands.window.actions_["undo"], hands.window.actions_["redo"]
    bare = {"en": ("&Undo", "&Redo"), "de": ("&Rückgängig", "&Wiederholen")}[spoken]
    assert (undo.text(), redo.text()) == bare
    said = []
    for place, name in enumerate(RECIPES):
        claim = _claim(hands, 60 + place)
        _does(hands, name, claim, _gets_ready(hands, name, claim))
        said.append(undo.text())
    assert all(words.startswith(f"{bare[0]}: ") for words in said), said
    words = [text.removeprefix(f"{bare[0]}: ") for text in said]
    with speaking("de" if spoken == "en" else "en"):
        message = hands.workspace.desk.undo_message
        assert message
        assert message.words != words[-1].replace("&&", "&")
    assert any(Status.DISPUTED.label in text for text in words)
    assert not [text for text in words if "{" in text or not text.strip()]
    _presses_in_the_list(hands, "Ctrl+Z")
    assert redo.text() == f"{bare[1]}: {words[-1]}"


def test_an_ampersand_in_a_title_is_no_mnemonic(hands: Hands) -> None:
    _does(hands, "article_data", _claim(hands, 44), ClaimFilter())
    assert "&& more" in hands.window.actions_["undo"].text()
