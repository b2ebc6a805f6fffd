"""Events are told as what has happened, and named as what can be undone."""

import ast
import re
from pathlib import Path

import pytest

import claimdesk.commands
from claimdesk.domain.done import DONE
from claimdesk.domain.history import Message
from claimdesk.i18n import _, speaking

_FIELD = re.compile(r"\{\w+\}")


def labels() -> set[str]:
    """The labels that commands give their events."""
    found = set()
    for module in Path(claimdesk.commands.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_":
                found.add(ast.literal_eval(node.args[0]))
    return found


def test_it_is_a_label_that_is_told_anew() -> None:
    elsewhere = {"Erase words for good ({reason})", "Take back: {message}"}
    assert DONE.keys() - labels() == elsewhere


@pytest.mark.parametrize("label", DONE)
def test_nothing_is_lost_in_the_telling(label: str) -> None:
    assert sorted(_FIELD.findall(DONE[label])) == sorted(_FIELD.findall(label))
    with speaking("de"):
        assert sorted(_FIELD.findall(_(DONE[label]))) == sorted(_FIELD.findall(label))


def test_no_label_stays_an_order_in_german() -> None:
    orders = re.compile(r"(ändern|setzen|legen|nehmen|lehnen|holen|geben|fügen|hängen|machen)\b")
    with speaking("de"):
        told = {label: Message(label).done for label in labels()}
    assert [label for label, words in told.items() if orders.search(words)] == []


def test_an_undo_keeps_its_form() -> None:
    message = Message("Accept a suggestion as claim {number}", {"number": 1})
    with speaking("de"):
        assert message.words == "Vorschlag als Behauptung 1 annehmen"
        assert message.done == "Vorschlag als Behauptung 1 angenommen"
    assert message.done == "Accepted a suggestion as claim 1"
