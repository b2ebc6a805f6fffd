"""The German catalogue is whole: nothing missing, nothing left over, compiled as it stands."""

import ast
import importlib.util
from io import BytesIO
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

Messages = dict[tuple[str, str], Message]
"""By context and English words."""

SOURCES = Path(__file__).resolve().parent.parent / "claimdesk"
SCRIPT = Path(__file__).resolve().parent.parent / ".ci" / "catalogue.py"


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    """The developers' script, whose rules these tests use."""
    spec = importlib.util.spec_from_file_location("catalogue", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def collected(catalogue: ModuleType) -> Messages:
    return catalogue.messages(catalogue.collected())


@pytest.fixture(scope="module")
def german(catalogue: ModuleType) -> Messages:
    return catalogue.messages(catalogue.stored())


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def strings(messages: Messages) -> dict[tuple[str, str], list[str]]:
    return {key: forms(message.string) for key, message in messages.items()}


def placeholders(text: str | tuple[str, ...] | list[str]) -> set[str]:
    parsed = (part for form in forms(text) for part in Formatter().parse(form))
    return {name for _literal, name, _spec, _conversion in parsed if name is not None}


def test_every_message_has_its_german(
    catalogue: ModuleType, collected: Messages, german: Messages
) -> None:
    there = {key for key, message in german.items() if catalogue.is_translated(message)}
    assert collected.keys() - there == set()


def test_no_german_is_left_over(collected: Messages, german: Messages) -> None:
    assert german.keys() - collected.keys() == set()


def test_the_forms_of_a_count_agree(collected: Messages, german: Messages) -> None:
    assert {k for k in collected.keys() & german.keys() if collected[k].id != german[k].id} == set()


def test_placeholders_agree(catalogue: ModuleType, german: Messages) -> None:
    names = {
        key: (placeholders(message.id), placeholders(message.string))
        for key, message in german.items()
        if catalogue.is_translated(message)
    }
    differing = {key: (ours, theirs) for key, (ours, theirs) in names.items() if ours != theirs}
    assert differing == {}


def test_german_is_quoted_as_german(german: Messages) -> None:
    quoted = {key: form for key, message in german.items() for form in forms(message.string)}
    assert {key: form for key, form in quoted.items() if "”" in form or '"' in form} == {}


def test_the_compiled_file_is_that_of_the_text(catalogue: ModuleType) -> None:
    shipped = read_mo(BytesIO(catalogue.MO.read_bytes()))
    expected = read_mo(BytesIO(catalogue.compiled(catalogue.stored())))
    assert strings(catalogue.messages(shipped)) == strings(catalogue.messages(expected))


def test_merging_keeps_the_german_and_drops_what_is_unused(catalogue: ModuleType) -> None:
    template, german = Catalog(), Catalog(locale="de")
    template.add("claim")
    template.add(("{count} claim", "{count} claims"))
    german.add("claim", "Behauptung")
    german.add("no longer said", "nicht mehr gesagt")
    merged = catalogue.messages(catalogue.merged(template, german))
    assert {key: message.string for key, message in merged.items()} == {
        ("", "claim"): "Behauptung",
        ("", "{count} claim"): ("", ""),
    }
    assert not catalogue.is_translated(merged["", "{count} claim"])


def test_no_message_hides_in_an_f_string() -> None:
    """Before Python 3.12 Babel does not see it there."""
    hidden = [
        f"{file.name}:{call.lineno}"
        for file in SOURCES.rglob("*.py")
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "ngettext", "pgettext")
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert hidden == []


SAYING = {
    *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription"),
    *("setPlaceholderText", "setTitle", "setIconText", "setStatusTip", "setSuffix", "setPrefix"),
    *("addRow", "addTab", "addItem", "addAction", "addMenu", "setWhatsThis", "setLabelText"),
    *("say", "complain", "warn", "offer", "show_words", "set_placeholder", "emit"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
    *("Section", "LinkButton", "ElidedLabel", "Line", "Lines", "Choice", "FilterChip", "echo"),
    *("Refused", "NotFound", "Conflict", "OutputError", "UnreadableText", "WrongUse", "DeskError"),
}
"""What is called to say something to a person."""
NO_WORDS = {"Claimdesk", "https://"}


def said_outside(tree: ast.AST) -> list[tuple[int, str]]:
    """Words that are handed over as they stand, without the catalogue."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in SAYING:
            continue
        for argument in node.args:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            words = [
                part.value
                for part in parts
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            ]
            found += [
                (node.lineno, word)
                for word in words
                if any(letter.isalpha() for letter in word) and word not in NO_WORDS
            ]
    return found


def test_words_that_are_said_come_from_the_catalogue() -> None:
    found = {}
    for folder in ("ui", "cli", "commands", "services", "store"):
        for file in (SOURCES / folder).rglob("*.py"):
            if outside := said_outside(ast.parse(file.read_text(encoding="utf-8"))):
                found[str(file.relative_to(SOURCES))] = outside
    assert found == {}


def test_the_search_for_such_words_finds_them() -> None:
    assert said_outside(ast.parse('label.setText("Not told")')) == [(1, "Not told")]
    assert said_outside(ast.parse('label.setText(f"{count} claims")')) == [(1, " claims")]
    assert said_outside(ast.parse('label.setText(_("Told"))')) == []
