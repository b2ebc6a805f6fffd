"""The desk that a command works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from claimdesk.domain.errors import NotFound
from claimdesk.i18n import _
from claimdesk.paths import default_desk
from claimdesk.store import open_desk

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


def opened(desk: Path | None) -> Path:
    """The desk's path, once it is known to be a desk of this version."""
    path = desk or default_desk()
    if desk is None and not path.exists():
        raise NotFound(
            _(
                "There is no desk at “{path}” yet; name one with --desk, or make one with "
                "“claimdesk sample”."
            ).format(path=path)
        )
    if kept := open_desk(path):
        click.echo(
            _("Brought up to date; the desk as it was lies at “{path}”.").format(path=kept),
            err=True,
        )
    return path
