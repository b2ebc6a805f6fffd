import ast
import string
from pathlib import Path

import pytest

import claimdesk
from claimdesk.domain.history import Changes, Message
from claimdesk.i18n import speaking

MARK = Message("Mark claim {number} {status}", {"number": 4, "status": "inaccurate"})


def test_words_in_the_language_spoken() -> None:
    assert MARK.words == "Mark claim 4 inaccurate, needs correction"
    with speaking("de"):
        assert MARK.words.startswith("Behauptung 4 ")
        assert "ungenau" in MARK.words


def test_a_message_within_a_message() -> None:
    inner = {"id": MARK.id, "arguments": dict(MARK.arguments)}
    taken = Message("Take back: {message}", {"message": inner})
    assert taken.words == "Take back: Mark claim 4 inaccurate, needs correction"
    with speaking("de"):
        assert MARK.words in taken.words


def test_what_people_typed_is_no_pattern() -> None:
    title = "{number} % {0} {{x}}"
    assert Message("Add the article “{title}”", {"title": title}).words == (
        f"Add the article “{title}”"
    )


def messages() -> list[str]:
    """Every message id that an edit can leave in the history."""
    found = []
    for file in (Path(claimdesk.__file__).parent / "commands").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_":
                (argument,) = node.args
                assert isinstance(argument, ast.Constant)
                found.append(str(argument.value))
    return found


@pytest.mark.parametrize("message", messages())
def test_every_label_is_there_in_german_with_the_same_arguments(message: str) -> None:
    names = {name for _text, name, _spec, _conversion in string.Formatter().parse(message) if name}
    values = {
        "number": 4,
        "other": 7,
        "count": 12,
        "status": "false",
        "title": "Titel",
        "name": "Name",
        "new": "Neuer Name",
        "start": "Anfang",
        "tags": "Brücke, Hafen",
        "numbers": "4, 7",
        "changed": 1,
        "reworded": 2,
        "gone": 3,
        "answers": 1,
        "notes": 2,
        "leads": 3,
        "statement": "Brücke gesperrt",
        "message": {"id": "Zwei Schreibweisen"},
    }
    arguments = {name: values[name] for name in names}
    with speaking("de"):
        german = Message(message, arguments).words
    assert german != Message(message, arguments).words
    for name in names - {"status", "message"}:
        assert str(values[name]) in german


def test_no_changes_are_false() -> None:
    assert not Changes()
    assert Changes(entities=frozenset({"claim"}))
