"""Commands that look after a desk."""

import json
from pathlib import Path

import click

from claimdesk.cli.desk import desk_option, named
from claimdesk.cli.wording import line
from claimdesk.i18n import _
from claimdesk.store.sqlite import desk_file
from claimdesk.store.store import copy_desk


@click.command(
    help=_(
        "Check a desk. It looks at the file, the texts, passages and snapshots, the history and "
        "its chain; the exit status is 1 where something is wrong."
    )
)
@desk_option
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array of what was found."))
@click.option(
    "--rebuild-search", is_flag=True, help=_("Build the search index anew before looking.")
)
@click.option(
    "--rebuild-counts",
    is_flag=True,
    help=_("Build the overview’s counts anew before looking."),
)
def doctor(desk: Path | None, as_json: bool, rebuild_search: bool, rebuild_counts: bool) -> int:
    """Examine a desk; exit status 1 where something is wrong with it."""
    path = named(desk)
    desk_file.inspect(path)
    if rebuild_search:
        from claimdesk.store.sqlite import fts, lists  # only here

        fts.rebuild(path)
        lists.rebuild(path)
    if rebuild_counts:
        from claimdesk.store.sqlite import counts  # only here

        counts.rebuild(path)
    from claimdesk.store.check import examine  # only the doctor needs it

    findings = examine(path)
    if as_json:
        rows = [{"kind": one.kind, "where": one.where, "text": one.text} for one in findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for finding in findings:
            click.echo(line(finding.text))
        if not findings:
            click.echo(_("The desk is sound."))
    return 1 if findings else 0


@click.command(
    help=_(
        "Copy a desk to FILE. The copy is whole and checked, also while the desk is being worked "
        "on; an existing file is never overwritten."
    )
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@desk_option
def backup(file: Path, desk: Path | None) -> None:
    """Back a desk up; an existing file is never overwritten."""
    path = named(desk)
    desk_file.inspect(path)
    copy_desk(path, file)
    click.echo(_("Copied to {path}").format(path=file))
