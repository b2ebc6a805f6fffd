"""Commands that show: claims and history."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import click

from claimdesk.cli.desk import desk_option, opened, reading
from claimdesk.cli.wording import WrongUse, line
from claimdesk.domain.article import ArticleRow
from claimdesk.domain.claim import ClaimFilter, ClaimRow
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.event import Event
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store import queries


def status_word(
    _context: click.Context, _parameter: click.Parameter, word: str | None
) -> Status | None:
    """The status that a word on the command line names."""
    try:
        return Status.parse(word) if word is not None else None
    except ValueError as error:
        raise WrongUse(str(error)) from error


@click.command("list", help=_("List claims in the order of the text."))
@desk_option
@click.option("--article", metavar="ARTICLE", help=_("Only the claims of this article (its id)."))
@click.option(
    "--status", callback=status_word, metavar="STATUS", help=_("Only claims of this status.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def list_claims(
    desk: Path | None, article: str | None, status: Status | None, as_json: bool
) -> None:
    """Print claims in the order of the text."""
    with reading(opened(desk)) as read:
        chosen = ClaimFilter(
            queries.only_article(read, article).id if article else None,
            frozenset([status] if status else []),
        )
        claims = queries.claim_ids(read, chosen)
        articles = queries.article_rows(read)
        if as_json:
            names = {row.id: row.public_id for row in articles}
            details = queries.claim_details(read, claims)
            _print_json([_claim(detail, names[detail.row.article]) for detail in details])
        else:
            _print_rows(queries.claim_rows(read, claims), articles)


def _print_rows(rows: Sequence[ClaimRow], articles: Sequence[ArticleRow]) -> None:
    """Print claims for people; where there are several articles, each under its title."""
    titles = {row.id: f"{row.public_id}  {line(row.data.title)}" for row in articles}
    for article, group in groupby(rows, key=attrgetter("article")):
        if len(articles) > 1:
            click.echo(titles[article])
        for row in group:
            click.echo(f"{row.number:>4}  {row.status.short_label:<20}  {line(row.statement)}")


def _claim(detail: ClaimDetail, article: str) -> dict[str, Any]:
    row, anchor = detail.row, detail.anchor
    return {
        "id": row.public_id,
        "number": row.number,
        "article": article,
        "statement": row.statement,
        "kind": row.kind,
        "status": row.status,
        "check_worthiness": row.check_worthiness,
        "quote": anchor.quote if anchor else None,
        "start": anchor.start if anchor else None,
        "end": anchor.end if anchor else None,
        "passage_state": detail.passage_state,
        "sources": row.sources,
        "notes": row.notes,
        "leads": row.leads,
    }


@click.command(
    help=_("Show what was done, oldest first. With CLAIM (see “set”) only what touched it.")
)
@click.argument("claim", required=False)
@desk_option
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def history(claim: str | None, desk: Path | None, as_json: bool) -> None:
    """Print the history of a desk or of a claim."""
    with reading(opened(desk)) as read:
        found = queries.events(read, claim=queries.claim_id(read, claim) if claim else None)
    if as_json:
        _print_json([_event(event) for event in found])
        return
    for event in found:
        click.echo(
            f"{event.public_id}  {_here(event.time)}  {line(event.person)}  "
            f"{line(event.message.words)}"
        )


def _here(time: str) -> str:
    """A stored time as clocks here show it."""
    try:
        return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M:%S}"
    except (ValueError, OverflowError):
        return line(time)


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.public_id,
        "time": event.time,
        "person": event.person,
        "label": event.message.words,
        "claims": list(event.claims),
        "reverts": event.reverts,
        "reverted": event.reverted,
        "changes": [asdict(change) for change in event.changes],
    }


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
