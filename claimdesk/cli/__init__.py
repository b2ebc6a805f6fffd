"""The same jobs without a window. Prints and never draws; a desk that is to be opened is
handed back to the door."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from claimdesk import settings
from claimdesk.cli.wording import click_speaks_it, in_words, line
from claimdesk.domain.errors import ClaimdeskError, reason
from claimdesk.i18n import _, system_language, use_language


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and the desk that the window is to open, if any."""

    status: int = 0
    desk: Path | None = None


def run(words: Sequence[str]) -> Outcome:
    """Run one command line. Failures are one sentence on standard error."""
    use_language(system_language(settings.read().language))
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    from claimdesk.cli.commands import claimdesk  # its help is in that language

    try:
        with click_speaks_it():
            result = claimdesk.main(list(words), prog_name="claimdesk", standalone_mode=False)
    except click.exceptions.Abort:
        return Outcome(1)
    except click.ClickException as error:
        return _failed(in_words(error, words), error.exit_code)
    except ClaimdeskError as error:
        return _failed(str(error), 1)
    except OSError as error:
        return _failed(_no_way(error), 1)
    if isinstance(result, Path):
        return Outcome(desk=result)
    return Outcome(result if isinstance(result, int) else 0)


def _failed(sentence: str, status: int) -> Outcome:
    click.echo(line(sentence), err=True)
    return Outcome(status)


def _no_way(error: OSError) -> str:
    """What the system would not do; a full disk under standard output has no file's name."""
    why = reason(error)
    if error.filename is None:
        return _("The output could not be written: {reason}.").format(reason=why)
    return _("“{path}” cannot be used: {reason}.").format(path=error.filename, reason=why)


def _speak_utf8(stream: TextIO) -> None:
    """A pipe on Windows would speak the code page, and stumble over the first Kazakh name. A
    terminal keeps its encoding; what that cannot say is spelt out."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        encoding = None if stream.isatty() else "utf-8"
        reconfigure(encoding=encoding, errors="backslashreplace")
