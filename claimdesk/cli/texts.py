"""Commands that take texts in."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimdesk import settings
from claimdesk.cli.desk import desk_option, opened, reading
from claimdesk.cli.suggestions import Found, find_and_store
from claimdesk.cli.wording import WrongUse, line
from claimdesk.commands.edit import Edit
from claimdesk.domain.claim_list import PlacedClaim
from claimdesk.domain.errors import NotFound
from claimdesk.domain.history import Changes
from claimdesk.domain.imported import ImportedText
from claimdesk.domain.person import system_person
from claimdesk.i18n import _
from claimdesk.paths import default_desk
from claimdesk.services.importers.intake import read_file
from claimdesk.store import Store, queries

if TYPE_CHECKING:
    from claimdesk.services.importers.incoming import Incoming

_F = TypeVar("_F", bound=Callable[..., Any])

encoding_option = click.option(
    "--encoding", metavar="NAME", help=_("Read plain text, Markdown or HTML in this encoding.")
)


@click.command(
    help=_(
        "Print the text of FILE exactly as a desk would store it. FILE is plain text, Markdown, "
        "HTML, DOCX, ODT, EPUB or PDF."
    )
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@encoding_option
def text(file: Path, encoding: str | None) -> None:
    """Print what would be imported, nothing more where it goes to a program."""
    click.echo(read_file(file, encoding).text, nl=sys.stdout.isatty())


@dataclass(frozen=True, slots=True)
class _Imported:
    """What came of a file."""

    article: str
    title: str
    revision: str
    claims: int
    unplaced: tuple[PlacedClaim, ...]
    found: Found | None = None


def sheet_options(function: _F) -> _F:
    """The options of files that are no texts: sheets, spreadsheets, JSON reports."""
    for option in (
        click.option(
            "--preview",
            is_flag=True,
            help=_("Only show what a sheet, a spreadsheet or a JSON report would bring."),
        ),
        click.option(
            "--conflicts",
            type=click.Choice(("stop", "desk", "sheet")),
            default="stop",
            help=_(
                "What happens to cells of a sheet that the desk changed meanwhile: nothing at all "
                "is stored, the desk’s words stay, or the sheet’s win."
            ),
        ),
        click.option(
            "--into",
            metavar="ARTICLE",
            help=_("The article that gets the claims of a spreadsheet, where there are several."),
        ),
        click.option(
            "--columns",
            metavar="NAME=HEADING,…",
            help=_(
                "What the columns of a spreadsheet are called, such as “statement=Fact,status=OK?”."
            ),
        ),
    ):
        function = option(function)
    return function


@click.command(
    "import",
    help=_(
        "Import each FILE as a new article. FILE is plain text, Markdown, HTML, DOCX, ODT, EPUB "
        "or PDF. A desk that is not there yet is made. A JSON report brings the article of another "
        "desk; our own sheet (XLSX, CSV) brings back what was changed in it; any other spreadsheet "
        "brings claims."
    ),
)
@click.argument(
    "files", metavar=_("FILE") + "…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--claims",
    "claim_list",
    type=click.Path(path_type=Path),
    metavar="LIST",
    help=_(
        "Add the claims of a list, JSON or CSV, each at the place of its quote. What has no place "
        "of its own is reported."
    ),
)
@click.option(
    "--revision-of",
    metavar="ARTICLE",
    help=_(
        "Take FILE for the newer text of an article, named by its id, and carry its claims over."
    ),
)
@sheet_options
@click.option(
    "--detect",
    "with_suggestions",
    is_flag=True,
    help=_("Find what is to be checked, too; the window shows it as suggestions (Ctrl+4)."),
)
@encoding_option
@desk_option
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON object, or an array."))
def import_texts(
    files: tuple[Path, ...],
    *,
    claim_list: Path | None,
    revision_of: str | None,
    preview: bool,
    conflicts: str,
    into: str | None,
    columns: str | None,
    with_suggestions: bool,
    encoding: str | None,
    desk: Path | None,
    as_json: bool,
) -> None:
    """Import texts, one event a file; or a sheet, a spreadsheet, a dossier."""
    if claim_list and len(files) > 1:
        raise WrongUse(_("A list of claims belongs to one text: name one FILE."))
    if revision_of is not None and (claim_list or len(files) > 1):
        raise WrongUse(_("A newer text is one FILE, and brings no list of claims."))
    if claim_list is None and revision_of is None and (incoming := _incoming(files)):
        from claimdesk.cli.received import Manner, Winner, take_in  # not for texts

        manner = Manner(Winner(conflicts), preview, into, columns, as_json)
        take_in(incoming, desk, manner, opened_or_made)
        return
    if preview or into or columns:
        raise WrongUse(
            _("“--preview”, “--into” and “--columns” are for sheets and JSON reports only.")
        )
    texts = [read_file(file, encoding) for file in files]  # all, before anything is written
    if revision_of is not None:
        from claimdesk.cli.revision import import_revision  # only for newer texts

        import_revision(
            desk,
            texts[0],
            revision_of or None,
            with_suggestions=with_suggestions,
            as_json=as_json,
        )
        return
    claims = _placed(texts[0], claim_list) if claim_list else ()
    path = opened_or_made(desk)
    done = [_import(path, text, claims, with_suggestions=with_suggestions) for text in texts]
    if as_json:
        answers = [_answer(one) for one in done]
        answer = answers if len(answers) > 1 else answers[0]
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
    else:
        for one in done:
            _tell(one)


def _incoming(files: Sequence[Path]) -> "Incoming | None":
    """What a file brings that is no text."""
    from claimdesk.services.importers.incoming import read_incoming  # when needed

    found = [one for file in files if (one := read_incoming(file))]
    if found and len(files) > 1:
        raise WrongUse(_("A sheet or a JSON report is imported by itself: name one FILE."))
    return found[0] if found else None


def _placed(text: ImportedText, claim_list: Path) -> tuple[PlacedClaim, ...]:
    from claimdesk.services.anchoring.placing import place_claims  # only for lists
    from claimdesk.services.importers.claim_list import read_claim_list

    return tuple(place_claims(text.text, read_claim_list(claim_list)))


def opened_or_made(desk: Path | None) -> Path:
    """The desk's path; one that is not there yet is made."""
    path = desk or default_desk()
    if not path.exists():
        from claimdesk.commands.new_desk import new_desk  # mostly it is there

        new_desk(path, path.stem)
    return opened(path)


def _import(
    path: Path, text: ImportedText, claims: Sequence[PlacedClaim], *, with_suggestions: bool
) -> _Imported:
    chosen = settings.read()
    edit = _edit(path, text, claims)
    with Store(path) as store:
        changes: Changes = store.run(edit, system_person(chosen.name, chosen.initials))
    article = next(iter(changes.articles))
    found = find_and_store(path, article) if with_suggestions else None
    with reading(path) as read:
        row = queries.article(read, article)
        if row.revision is None:
            raise NotFound(_("This state of the text is not in the desk."))
        revision = queries.revision(read, row.revision)
    unplaced = tuple(one for one in claims if one.span is None)
    return _Imported(row.public_id, row.data.title, revision.public_id, row.claims, unplaced, found)


def _edit(path: Path, text: ImportedText, claims: Sequence[PlacedClaim]) -> Edit:
    from claimdesk.commands.import_article import ImportArticle  # not for “text”
    from claimdesk.commands.meet_sample import meeting

    if not claims:
        with reading(path) as read:
            if met := meeting(read, text):
                return met
    return ImportArticle(text, claims=tuple(claims))


def _answer(one: _Imported) -> dict[str, Any]:
    return {
        "article": one.article,
        "revision": one.revision,
        "claim_count": one.claims,
        "unplaced": [
            {"number": claim.number, "quote": claim.claim.quote, "reason": claim.reason}
            for claim in one.unplaced
        ],
        **(one.found.answer if one.found else {}),
    }


def _tell(one: _Imported) -> None:
    said = _("Imported “{title}” as article {id}; claims: {count}")
    click.echo(line(said.format(title=one.title, id=one.article, count=one.claims)))
    if one.found:
        click.echo(one.found.words)
    for claim in one.unplaced:
        said = _("Claim {number} has no place: {reason} (“{quote}”)")
        said = said.format(number=claim.number, reason=claim.reason, quote=claim.claim.quote)
        click.echo(line(said))
