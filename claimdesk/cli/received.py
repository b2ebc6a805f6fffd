"""Sheets, spreadsheets and dossiers taken in from the command line."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from claimdesk import settings
from claimdesk.cli.desk import opened, reading
from claimdesk.cli.wording import WrongUse, line
from claimdesk.commands.add_claims import AddListedClaims
from claimdesk.commands.import_dossier import ImportDossier
from claimdesk.commands.import_sheet import ImportSheet, plan_import
from claimdesk.domain.errors import NotFound, Refused
from claimdesk.domain.history import Changes
from claimdesk.domain.person import system_person
from claimdesk.domain.received import ReceivedDossier
from claimdesk.domain.sheet import CellChange, Column, SheetPlan, shown
from claimdesk.i18n import _, ngettext
from claimdesk.services.importers.incoming import Incoming, Spreadsheet
from claimdesk.services.importers.mapping import MAPPABLE, ColumnMap, guess, listed, named
from claimdesk.services.importers.sheet import Sheet
from claimdesk.services.importers.tables import Table
from claimdesk.store import Store, queries
from claimdesk.store.store import Edit


class Winner(StrEnum):
    """What happens to cells that were changed both in the sheet and in the desk."""

    STOP = "stop"
    DESK = "desk"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is taken in: which side wins a conflict, whether it is only looked at, which
    article a spreadsheet's claims go to and what its columns are called, whether the answer is
    JSON."""

    conflicts: Winner = Winner.STOP
    preview: bool = False
    into: str | None = None
    columns: str | None = None
    as_json: bool = False


def run(path: Path, edit: Edit) -> Changes:
    """Carry an edit out as the person of the settings."""
    chosen = settings.read()
    with Store(path) as store:
        return store.run(edit, system_person(chosen.name, chosen.initials))


def take_in(
    incoming: Incoming, desk: Path | None, manner: Manner, make: Callable[[Path | None], Path]
) -> None:
    """Take in what a file brings; 'make' opens the desk, or makes it for a whole article."""
    if isinstance(incoming, ReceivedDossier):
        if not manner.preview:
            run(make(desk), ImportDossier(incoming))
        tell_of(incoming, manner)
    elif isinstance(incoming, Sheet):
        take_sheet(opened(desk), incoming, manner)
    else:
        take_spreadsheet(opened(desk), incoming, manner)


def tell_of(received: ReceivedDossier, manner: Manner) -> None:
    """Say what came, or would come, from another desk."""
    dossier = received.dossier
    answer = {
        "article": dossier.article.public_id,
        "revision": dossier.revision and dossier.revision.public_id,
        "claim_count": len(dossier.claims),
        "masked": dossier.masked,
        "left_out": list(dossier.left_out),
    }
    if manner.as_json:
        _print(answer)
        return
    said = _("Imported “{title}” as article {id}; claims: {count}")
    if manner.preview:
        said = _("“{title}”, article {id}; claims: {count}")
    count = len(dossier.claims)
    click.echo(line(said.format(title=received.title, id=answer["article"], count=count)))
    for warning in received.warnings:
        click.echo(line(warning))


def take_sheet(path: Path, sheet: Sheet, manner: Manner) -> None:
    """Show what a sheet would change, and store it unless that was all that was asked."""
    with reading(path) as read, read.at_one_moment():
        plan = plan_import(read, sheet)
    wanted = _wanted(plan, manner)
    changes = (
        Changes() if manner.preview else run(path, ImportSheet(plan.article, wanted, sheet.name))
    )
    if manner.as_json:
        _print(_answer(path, plan, wanted, changes))
        return
    taken = set(wanted)
    for change in plan.changes:
        click.echo(line(_said(change, change in taken)))
    for remark in plan.remarks:
        click.echo(line(remark))
    if changes.message:
        click.echo(line(changes.message.words))
    elif not plan.changes:
        click.echo(_("Nothing to change: it is so already."))


def _wanted(plan: SheetPlan, manner: Manner) -> tuple[CellChange, ...]:
    """The changes that are carried out. Refused where somebody has to decide first."""
    conflicts = [change for change in plan.changes if change.conflict]
    problems = [change for change in plan.changes if change.problem]
    if manner.conflicts is Winner.STOP and not manner.preview and (conflicts or problems):
        raise Refused(
            ngettext(
                "A cell cannot be taken over as it is, so nothing was stored: “--preview” shows "
                "it, “--conflicts desk” passes it over, “--conflicts sheet” prefers the sheet.",
                "{count} cells cannot be taken over as they are, so nothing was stored: "
                "“--preview” shows them, “--conflicts desk” passes them over, “--conflicts "
                "sheet” prefers the sheet.",
                len({*conflicts, *problems}),
            )
        )
    sheet_wins = manner.conflicts is Winner.SHEET
    return tuple(
        change
        for change in plan.changes
        if not change.problem and (sheet_wins or not change.conflict)
    )


def _said(change: CellChange, taken: bool) -> str:
    before, after = shown(change.column, change.before), shown(change.column, change.after)
    where = _("New claim") if change.number is None else f"{change.number}, {change.what}"
    said = (
        f"{where}: “{before}” → “{after}”" if change.number is not None else f"{where}: “{after}”"
    )
    left = change.conflict and not change.problem and not taken
    return " – ".join(filter(None, (said, change.remark, _("left as it is") if left else "")))


def _answer(
    path: Path, plan: SheetPlan, wanted: Sequence[CellChange], changes: Changes
) -> dict[str, Any]:
    taken = set(wanted)
    with reading(path) as read:
        article = queries.article(read, plan.article).public_id
    return {
        "article": article,
        "event": changes.public_id,
        "changes": [
            {
                "row": change.row,
                "claim": change.number,
                "field": change.column.value,
                "before": change.before,
                "after": change.after,
                "conflict": change.conflict,
                "started_from": change.started_from or None,
                "problem": change.problem or None,
                "taken": change in taken,
            }
            for change in plan.changes
        ],
        "remarks": list(plan.remarks),
    }


def take_spreadsheet(path: Path, spreadsheet: Spreadsheet, manner: Manner) -> None:
    """Add the claims of somebody else's spreadsheet to an article."""
    with reading(path) as read:
        article = queries.only_article(read, manner.into)
    table = max(spreadsheet.tables, key=lambda table: len(table.rows))
    mapping = _mapping(table, manner.columns)
    claims = tuple(listed(table, mapping))
    if not claims:
        raise NotFound(_("“{name}” holds no claims.").format(name=spreadsheet.name))
    changes = Changes()
    if not manner.preview:
        changes = run(path, AddListedClaims(article.id, claims, spreadsheet.name))
    if manner.as_json:
        _print(
            {
                "article": article.public_id,
                "event": changes.public_id,
                "claim_count": len(claims),
                "columns": {
                    column.value: table.rows[mapping.head][at]
                    for at, column in mapping.columns.items()
                },
                "statuses": {word: status.value for word, status in mapping.statuses.items()},
            }
        )
        return
    for at, column in sorted(mapping.columns.items()):
        click.echo(line(f"{table.rows[mapping.head][at]} → {column.label}"))
    for word, status in mapping.statuses.items():
        click.echo(line(f"“{word}” → {status.label}"))
    words = changes.message.words if changes.message else ""
    click.echo(words or ngettext("{count} claim", "{count} claims", len(claims)))


def _mapping(table: Table, columns: str | None) -> ColumnMap:
    guessed = guess(table)
    if not columns:
        return guessed
    names: dict[Column, str] = {}
    for part in columns.split(","):
        name, _equals, heading = part.partition("=")
        if name.strip() not in MAPPABLE:
            said = _("“--columns” knows {known}, not “{name}”.")
            raise WrongUse(said.format(known=", ".join(MAPPABLE), name=name.strip()))
        names[Column(name.strip())] = heading
    try:
        return named(table, guessed.head, names)
    except KeyError as error:
        said = _("The spreadsheet has no column “{heading}”.")
        raise NotFound(said.format(heading=error.args[0])) from error


def _print(answer: dict[str, Any]) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
