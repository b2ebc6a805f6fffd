"""Commands that take texts in."""

import sys
from pathlib import Path

import click

from claimdesk.i18n import _
from claimdesk.services.importers.intake import read_file


@click.command(
    help=_(
        "Print the text of FILE exactly as a desk would store it. FILE is plain text, Markdown, "
        "HTML, DOCX, ODT, EPUB or PDF."
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--encoding", metavar="NAME", help=_("Read plain text, Markdown or HTML in this encoding.")
)
def text(file: Path, encoding: str | None) -> None:
    """Print what would be imported, nothing more where it goes to a program."""
    click.echo(read_file(file, encoding).text, nl=sys.stdout.isatty())
