"""The verification report from the shell."""

from pathlib import Path

import click

from claimdesk.cli.desk import desk_option, opened, reading
from claimdesk.cli.wording import WrongUse
from claimdesk.domain.errors import OutputError
from claimdesk.domain.question import Addressee
from claimdesk.i18n import LANGUAGES, _, language
from claimdesk.services.exporters.export import export, report_time
from claimdesk.services.exporters.formats import FORMATS
from claimdesk.services.exporters.options import Options, Part
from claimdesk.store import queries

_ALL = "all"


@click.command(
    help=_("Write the verification report of an article. SOURCE_DATE_EPOCH fixes its time.")
)
@desk_option
@click.option("--article", metavar="ARTICLE", help=_("The article’s id, where there are several."))
@click.option("--lang", type=click.Choice(LANGUAGES), help=_("The report’s language."))
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help=_("Its format."))
@click.option(
    "--claims",
    default="all",
    metavar="all|corrections|FILTER",
    help=_(
        "Which claims: “all”, “corrections”, “left”, or conditions that all hold, such as "
        "“status:false,inaccurate kind:quantity badge:open_question worth:3 number:1,4-9”."
    ),
)
@click.option("--without", metavar="PARTS", help=_("Leave out “notes,history,people”."))
@click.option("--unmask", is_flag=True, help=_("Name confidential sources and contact data."))
@click.option(
    "--questions",
    is_flag=False,
    flag_value=_ALL,
    type=click.Choice((_ALL, *(one.value for one in Addressee))),
    metavar="[author|editor|source]",
    help=_(
        "Instead of the report, write what is open: questions and proposed corrections, as docx, "
        "pdf or md (for a mail)."
    ),
)
@click.option(
    "--address",
    metavar="URL",
    help=_("Where the report will stand on the web; ClaimReview needs it, or the article’s."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar=_("FILE"),
    help=_("Where to write it. An existing file is replaced once the report is complete."),
)
def report(  # noqa: PLR0917  click hands each option over by name
    desk: Path | None,
    article: str | None,
    lang: str | None,
    form: str,
    claims: str,
    without: str | None,
    unmask: bool,
    questions: str | None,
    address: str | None,
    output: Path,
) -> None:
    """Write a report; SOURCE_DATE_EPOCH fixes its time."""
    options = Options(claims, without=_parts(without), unmask=unmask, address=address)
    path = opened(desk)
    if output.exists() and output.samefile(path):
        raise OutputError(
            _("“{path}” is the desk itself; choose another name.").format(path=output)
        )
    with reading(path) as read, read.at_one_moment():
        dossier = queries.dossier(read, queries.only_article(read, article).id)
    said = {"language": lang or language(), "made_at": report_time()}
    if questions is None:
        export(dossier, form, output, **said, options=options)
    else:
        from claimdesk.services.exporters.question_sheet import (  # only for sheets
            export_questions,
        )

        to = None if questions == _ALL else Addressee(questions)
        export_questions(dossier, form, output, **said, options=options, to=to)
    click.echo(_("Wrote {path}").format(path=output))


def _parts(words: str | None) -> frozenset[Part]:
    """What --without leaves out."""
    try:
        return frozenset(Part(word.strip()) for word in words.split(",")) if words else frozenset()
    except ValueError:
        raise WrongUse(
            _("“--without” takes {known}, not “{words}”.").format(
                known=", ".join(Part), words=words
            )
        ) from None
