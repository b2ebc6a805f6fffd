"""Words of the shell: click's own in our language, and text from a desk as a terminal may have it.

A desk may come from anybody, so nothing in it may move the terminal's cursor or recolour it.
"""

import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from claimdesk.i18n import N_, _, language
from claimdesk.paths import RESOURCES
from claimdesk.services.exporters.hygiene import clean

OF_CLICK = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("Show this message and exit."),
)
"""What click's help pages say by themselves."""


class WrongUse(click.UsageError):
    """A command line that cannot be carried out; its message is our own sentence."""


@contextmanager
def click_speaks_it() -> Iterator[None]:
    """Let click find its words in our catalogue; it asks gettext, which asks LANGUAGE."""
    gettext.bindtextdomain("claimdesk", str(RESOURCES / "i18n"))
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.textdomain("claimdesk")
    os.environ["LANGUAGE"] = language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def line(text: str) -> str:
    """A text as one line that does nothing to a terminal but stand there."""
    return " ".join(clean(text).split())


def in_words(error: click.ClickException, words: Sequence[str]) -> str:
    """What is wrong with a command line, as one sentence."""
    if not isinstance(error, click.UsageError) or isinstance(error, WrongUse):
        return error.format_message()
    command = f"claimdesk {words[0]}" if words and not words[0].startswith("-") else "claimdesk"
    return _("{mistake}; “{command} --help” tells more.").format(
        mistake=_mistake(error, command, words), command=command
    )


def _mistake(error: click.UsageError, command: str, words: Sequence[str]) -> str:
    if isinstance(error, click.NoSuchOption):
        return _("“{command}” has no option “{option}”").format(
            command=command, option=error.option_name
        )
    if isinstance(error, click.BadOptionUsage):
        return _option_value(error.option_name, words)
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _parameter(error, error.param, command)
    if type(error) is click.UsageError:
        return _("“{command}” was given too many words").format(command=command)
    return error.format_message().rstrip(".")


def _option_value(option: str, words: Sequence[str]) -> str:
    if any(word.startswith(f"{option}=") for word in words):
        return _("“{option}” takes no value").format(option=option)
    return _("“{option}” needs a value").format(option=option)


def _parameter(error: click.BadParameter, param: click.Parameter, command: str) -> str:
    name = param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
    if isinstance(error, click.MissingParameter):
        return _("“{command}” needs {name}").format(command=command, name=name)
    if isinstance(param.type, click.Choice):
        return _("{name} is one of {known}").format(name=name, known=", ".join(param.type.choices))
    return error.format_message().rstrip(".")
