"""Every action once: with words, a place, keys of its own, and somebody who carries it out."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from PySide6.QtGui import QKeySequence

from claimdesk.domain.status import Status
from claimdesk.i18n import LANGUAGES, _, speaking
from claimdesk.ui.actions.action import Menu
from claimdesk.ui.actions.registry import ACTIONS

BY_ID = {action.id: action for action in ACTIONS}

KEYS = {
    **{f"status_{status}": str(status.key) for status in Status},
    "next": "J",
    "previous": "K",
    "back": "Alt+Left",
    "write_note": "N",
    "attach_source": "S",
    "edit_statement": "F2",
    "propose_correction": "C",
    "ask_question": "Q",
    "proposal": "Enter",
    "no_fact": "Space",
    "accept_suggestion": "A",
    "edit_suggestion": "E",
    "split_suggestion": "X",
    "reject_suggestion": "R",
    "claim_from_text": "B",
    "search": "Ctrl+F",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "open_desk": "Ctrl+O",
    "import_text": "Ctrl+I",
    "export_report": "Ctrl+E",
    "show_left": "L",
    "palette": "Ctrl+K",
    "shortcuts": "F1",
}
"""What the design binds, of what there is so far."""

RESERVED = {"Ctrl+Return", "Ctrl+Enter", "Esc"}
"""Bound by the design for the text fields."""

each_language = pytest.mark.parametrize("spoken", LANGUAGES)


def _twice(things: Iterable[object]) -> list[object]:
    return [thing for thing, count in Counter(things).items() if count > 1]


def test_each_action_stands_there_once() -> None:
    assert not _twice(action.id for action in ACTIONS)
    assert {action.menu for action in ACTIONS} == set(Menu)


def test_no_key_does_two_things() -> None:
    keys = [QKeySequence(key).toString() for action in ACTIONS for key in action.keys]
    assert "" not in keys, "a key that Qt does not know"
    assert not _twice(keys)


def test_keys_are_those_of_the_design() -> None:
    assert {name: BY_ID[name].keys[0] for name in KEYS} == KEYS
    assert not RESERVED & {key for action in ACTIONS for key in action.keys}


def test_each_status_has_an_action_of_its_own() -> None:
    assert [action.status for action in ACTIONS if action.status] == list(Status)


def test_what_changes_the_desk_needs_one() -> None:
    assert [action.id for action in ACTIONS if action.changes and not action.needs] == []
    assert {action.id for action in ACTIONS if action.changes} > {"undo", "set_aside", "new_claim"}


@each_language
def test_every_action_and_menu_has_words(spoken: str) -> None:
    with speaking(spoken):
        words = [action.words for action in ACTIONS] + [_(menu.value) for menu in Menu]
    assert all(word.strip() for word in words)
    assert not _twice(words)


def test_german_words_are_german() -> None:
    alike = {"show_text"}
    with speaking("de"):
        same = [
            action.id for action in ACTIONS if not action.status and action.words == action.text
        ]
    assert same == [] or set(same) <= alike


def _mnemonic(words: str) -> str | None:
    found = re.search(r"&(\w)", words.replace("&&", ""))
    return found[1].casefold() if found else None


@each_language
@pytest.mark.parametrize("menu", Menu, ids=lambda menu: menu.name.lower())
def test_no_letter_opens_two_entries_of_a_menu(menu: Menu, spoken: str) -> None:
    with speaking(spoken):
        words = [action.words for action in ACTIONS if action.menu is menu]
        if menu is Menu.FILE:
            words.append(_("&Recent desks"))
    assert not _twice(filter(None, map(_mnemonic, words))), words


@each_language
def test_every_entry_but_a_status_has_a_letter(spoken: str) -> None:
    with speaking(spoken):
        lacking = [a.id for a in ACTIONS if not a.status and _mnemonic(a.words) is None]
        lacking += [menu.name for menu in Menu if _mnemonic(_(menu.value)) is None]
        menus = [_mnemonic(_(menu.value)) for menu in Menu]
    assert not lacking
    assert not _twice(menus)


@each_language
def test_three_dots_say_that_a_question_follows(spoken: str) -> None:
    with speaking(spoken):
        asking = {action.id for action in ACTIONS if action.words.endswith(" …")}
    assert asking == {
        "new_desk",
        "open_desk",
        "save_copy",
        "backups",
        "show_aside",
        "erase",
        "export_report",
        "print_report",
        "attach_source",
        "relate_claim",
        "decline_correction",
        "drop_passage",
        "open_questions",
        "question_sheet",
        "ask_about_article",
        "new_claim",
        "as_of",
        "attribute_claims",
        "save_filter",
        "rename_filter",
        "split_claim",
        "split_suggestion",
        "import_text",
        "paste_text",
        "import_revision",
        "new_article",
        "article_data",
        "palette",
        "search",
        "tag_claims",
        "tag_article",
        "settings",
        "filter_changed",
        "filter_as_of",
        "filter_article",
    }
