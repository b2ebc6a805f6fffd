"""The sample desk."""

from pathlib import Path

import click

from claimdesk.commands.new_desk import new_sample
from claimdesk.domain.errors import OutputError
from claimdesk.i18n import LANGUAGES, _, language
from claimdesk.paths import sample_desk
from claimdesk.store.sqlite import desk_file


@click.command(
    help=_(
        "Make the sample desk. It holds the claims of a real article with a real check of them; "
        "without --desk it is a desk of its own, kept for next time."
    )
)
@click.option(
    "--desk", type=click.Path(path_type=Path), metavar="DESK", help=_("Where to make it.")
)
@click.option("--lang", type=click.Choice(LANGUAGES), help=_("The sample’s language."))
@click.option("--unchecked", is_flag=True, help=_("Without the check, to practise on."))
@click.option("--open", "to_open", is_flag=True, help=_("Open it in the window."))
def sample(desk: Path | None, lang: str | None, unchecked: bool, to_open: bool) -> Path | None:
    """Make the sample; one that is there already is never overwritten."""
    spoken = lang or language()
    path = desk or sample_desk(spoken, unchecked=unchecked)
    if not path.exists():
        new_sample(path, spoken, unchecked=unchecked)
        click.echo(_("Made the sample desk at {path}").format(path=path))
    elif desk is not None and not to_open:
        raise OutputError(_("“{path}” is there already; choose another name.").format(path=path))
    else:
        desk_file.inspect(path)
        click.echo(_("The sample desk is at {path}").format(path=path))
    return path if to_open else None
