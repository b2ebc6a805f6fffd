"""The verification report from the shell."""

from pathlib import Path

import click

from claimdesk.cli.desk import desk_option, opened, reading
from claimdesk.domain.errors import OutputError
from claimdesk.i18n import LANGUAGES, _, language
from claimdesk.services.exporters.export import FORMATS, export, report_time
from claimdesk.store import queries


@click.command(
    help=_("Write the verification report of an article. SOURCE_DATE_EPOCH fixes its time.")
)
@desk_option
@click.option("--article", metavar="ARTICLE", help=_("The article’s id, where there are several."))
@click.option("--lang", type=click.Choice(LANGUAGES), help=_("The report’s language."))
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help=_("Its format."))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help=_("Where to write it. An existing file is replaced once the report is complete."),
)
def report(
    desk: Path | None, article: str | None, lang: str | None, form: str, output: Path
) -> None:
    """Write a report; SOURCE_DATE_EPOCH fixes its time."""
    path = opened(desk)
    if output.exists() and output.samefile(path):
        raise OutputError(
            _("“{path}” is the desk itself; choose another name.").format(path=output)
        )
    with reading(path) as read, read.at_one_moment():
        dossier = queries.dossier(read, queries.only_article(read, article).id)
    export(dossier, form, output, language=lang or language(), made_at=report_time())
    click.echo(_("Wrote {path}").format(path=output))
