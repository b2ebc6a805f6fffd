"""The desk that a command works on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from claimdesk.domain.errors import NotFound
from claimdesk.i18n import _
from claimdesk.paths import default_desk
from claimdesk.store import open_desk
from claimdesk.store.sqlite.connection import Reader

_F = TypeVar("_F", bound=Callable[..., Any])


def desk_option(function: _F) -> _F:
    """The option --desk, which names the desk everywhere."""
    return click.option(
        "--desk",
        "desk",
        type=click.Path(path_type=Path),
        metavar="DESK",
        help=_("The desk file; without it CLAIMDESK_DESK, then the default desk."),
    )(function)


def named(desk: Path | None) -> Path:
    """The desk that is meant; NotFound where none is named and there is no default one."""
    path = desk or default_desk()
    if desk is None and not path.exists():
        raise NotFound(
            _(
                "There is no desk at “{path}” yet; name one with --desk, or make one with "
                "“claimdesk sample”."
            ).format(path=path)
        )
    return path


def opened(desk: Path | None) -> Path:
    """The desk's path, once it is known to be a desk of this version."""
    path = named(desk)
    if kept := open_desk(path):
        click.echo(
            _("Brought up to date; the desk as it was lies at “{path}”.").format(path=kept),
            err=True,
        )
    return path


@contextmanager
def reading(path: Path) -> Iterator[Reader]:
    """A reader of a desk, closed at the end of the block."""
    reader = Reader(path)
    try:
        yield reader
    finally:
        reader.close()
