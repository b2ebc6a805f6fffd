"""The same jobs without a window. Prints and never draws; a desk that is to be opened is
handed back to the door."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from claimdesk.domain.errors import ClaimdeskError
from claimdesk.i18n import system_language, use_language


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and the desk that the window is to open, if any."""

    status: int = 0
    desk: Path | None = None


def run(words: Sequence[str]) -> Outcome:
    """Run one command line. Failures are one sentence on standard error."""
    use_language(system_language())
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    from claimdesk.cli.commands import claimdesk  # noqa: PLC0415  its help is in that language

    try:
        result = claimdesk.main(list(words), prog_name="claimdesk", standalone_mode=False)
    except click.exceptions.Abort:
        return Outcome(1)
    except click.ClickException as error:
        return _failed(error.format_message(), error.exit_code)
    except ClaimdeskError as error:
        return _failed(str(error), 1)
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more at exit.
        sys.stdout = None
        return Outcome(1)
    if isinstance(result, Path):
        return Outcome(desk=result)
    return Outcome(result if isinstance(result, int) else 0)


def _failed(sentence: str, status: int) -> Outcome:
    click.echo(sentence, err=True)
    return Outcome(status)


def _speak_utf8(stream: TextIO) -> None:
    """A pipe on Windows would speak the code page, and stumble over the first Kazakh name."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None and not stream.isatty():
        reconfigure(encoding="utf-8", errors="backslashreplace")
