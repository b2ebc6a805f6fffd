"""Commands that write."""

from pathlib import Path

import click

from claimdesk import settings
from claimdesk.cli.desk import desk_option, opened, reading
from claimdesk.cli.listing import status_word
from claimdesk.cli.wording import WrongUse, line
from claimdesk.commands.edit import Edit
from claimdesk.commands.revert import Revert
from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.history import Changes
from claimdesk.domain.person import system_person
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store import Store, queries


@click.command(
    "set",
    help=_(
        "Set the status of a claim. CLAIM is its number (ARTICLE:NUMBER where the desk holds "
        "several articles) or its id; STATUS is one of {known}."
    ).format(known=", ".join(Status)),
)
@click.argument("claim")
@click.argument("status", callback=status_word)
@click.option(
    "--note", default="", metavar="TEXT", help=_("A note on it; left_out needs one, the reason.")
)
@desk_option
def set_status(claim: str, status: Status, note: str, desk: Path | None) -> None:
    """Set a claim's status."""
    if status is Status.LEFT_OUT and not note.strip():
        raise WrongUse(_("Leaving a claim out needs the reason: add --note TEXT."))
    path = opened(desk)
    with reading(path) as read:
        row = queries.claim_id(read, claim)
    _run(path, SetStatus((row,), status, note))


@click.command(
    help=_(
        "Take an event back. EVENT is its id, as “claimdesk history” shows it; taking that back "
        "in turn restores it."
    )
)
@click.argument("event")
@desk_option
def revert(event: str, desk: Path | None) -> None:
    """Take an event back."""
    _run(opened(desk), Revert(event))


def _run(path: Path, edit: Edit) -> None:
    chosen = settings.read()
    person = system_person(chosen.name, chosen.initials)
    with Store(path) as store:
        changes: Changes = store.run(edit, person)
    if changes.message:
        click.echo(line(changes.message.words))
    else:
        click.echo(_("Nothing to change: it is so already."))
