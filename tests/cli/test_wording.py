"""Wrong use is one sentence; help and version are what people expect."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimdesk import __version__, cli
from claimdesk.__main__ import SUBCOMMANDS
from claimdesk.cli.wording import line
from claimdesk.services.exporters.formats import FORMATS

Run = Callable[..., Any]

FORMS = ", ".join(FORMATS)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["set"], "“claimdesk set” needs CLAIM"),
        (["set", "44"], "“claimdesk set” needs STATUS"),
        (["set", "44", "false", "now"], "“claimdesk set” was given too many words"),
        (["revert"], "“claimdesk revert” needs EVENT"),
        (["backup"], "“claimdesk backup” needs FILE"),
        (["report"], "“claimdesk report” needs --format"),
        (["report", "--format", "html"], "“claimdesk report” needs --output"),
        (["report", "--format", "doc", "--output", "x"], f"--format is one of {FORMS}"),
        (["sample", "--lang", "fr"], "--lang is one of de, en"),
        (["list", "--all"], "“claimdesk list” has no option “--all”"),
        (["list", "-x"], "“claimdesk list” has no option “-x”"),
        (["list", "--desk"], "“--desk” needs a value"),
        (["list", "--json=yes"], "“--json” takes no value"),
        (["list", "44"], "“claimdesk list” was given too many words"),
        (["--help=x"], "“--help” takes no value"),
        (["--version", "--all"], "“claimdesk” has no option “--all”"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, words: list[str], sentence: str) -> None:
    ended = run(*words)
    assert ended.status == 2
    command = "claimdesk" if words[0].startswith("-") else f"claimdesk {words[0]}"
    assert ended.sentence == f"{sentence}; “{command} --help” tells more."


def test_wrong_use_is_said_in_german(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    expected = "Bei „claimdesk set“ fehlt CLAIM; mehr dazu sagt „claimdesk set --help“."
    assert run("set").sentence == expected


def test_a_command_that_there_is_not_is_said(run: Run) -> None:
    ended = run("lists")
    assert ended.status == 2
    assert "lists" in ended.sentence


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_lists_all_commands(run: Run, word: str) -> None:
    ended = run(word)
    assert (ended.status, ended.err) == (0, "")
    assert all(f"\n  {command} " in ended.out for command in SUBCOMMANDS)


@pytest.mark.parametrize("command", ["", *SUBCOMMANDS])
def test_each_command_explains_itself(run: Run, command: str) -> None:
    ended = run(*command.split(), "--help")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith(f"Usage: claimdesk {command}".rstrip())
    assert max(map(len, ended.out.splitlines())) <= 100
    assert "..." not in ended.out.replace("[ARGS]...", "")


def test_the_version_is_said(run: Run) -> None:
    assert run("--version").out == f"Claimdesk {__version__}\n"


def test_the_door_knows_the_commands_without_loading_them() -> None:
    from claimdesk.cli.commands import claimdesk

    assert sorted(SUBCOMMANDS) == sorted(claimdesk.commands)


def test_a_failure_of_the_system_is_one_sentence(run: Run, tmp_path: Path) -> None:
    ended = run("list", "--desk", tmp_path / ("x" * 300))
    assert ended.status == 1
    assert ended.sentence


def test_a_line_does_nothing_to_the_terminal() -> None:
    assert line("a\tb\r\nc \x1b[2J\x9b\x07d\u202e") == "a b c [2Jd‹U+202E›"


def test_the_environment_is_left_as_it_was(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMDESK_LANG", "de")
    for language in (None, "fr"):
        if language:
            monkeypatch.setenv("LANGUAGE", language)
        before = dict(os.environ)
        run("list", "--help")
        run("set")
        assert dict(os.environ) == before


def test_no_words_at_all_are_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]).status == 2
