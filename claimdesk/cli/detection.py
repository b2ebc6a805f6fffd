"""The command that finds claims in a file, without a desk."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from claimdesk.cli.texts import encoding_option
from claimdesk.cli.wording import line
from claimdesk.domain.remark import Remark
from claimdesk.domain.suggestion import Suggestion
from claimdesk.i18n import _
from claimdesk.services.importers.intake import read_file


@click.command(
    help=_(
        "Find the claims and slips in FILE, read as “text” prints it. It leaves no trace in any "
        "desk."
    )
)
@click.argument("file", metavar=_("FILE"), type=click.Path(path_type=Path))
@click.option(
    "--lang",
    type=click.Choice(["de", "en"]),
    help=_("The language of the text; told from its words where not given."),
)
@encoding_option
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON object."))
def detect(file: Path, lang: str | None, encoding: str | None, as_json: bool) -> None:
    """Print what the detector proposes."""
    from claimdesk.services.detection.detect import (  # only this command needs it
        detect as find,
    )

    found = find(read_file(file, encoding).text, lang)
    if as_json:
        answer = {
            "language": found.language,
            "sentences": [{"start": start, "end": end} for start, end in found.sentences],
            "suggestions": [_suggestion(one) for one in found.suggestions],
            "remarks": [_remark(one) for one in found.remarks],
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
        return
    for one in found.suggestions:
        click.echo(f"{one.check_worthiness}  {one.kind.label:<18}  {line(one.quote)}")
    for remark in found.remarks:
        click.echo(f"!  {remark.kind.label:<18}  {line(remark.text)}")


def _suggestion(one: Suggestion) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "statement": one.statement,
        "kind": one.kind,
        "not_checkable": one.not_checkable,
        "reasons": [reason.label for reason in one.reasons],
        "attributed_to": one.attributed_to,
        "figures": [asdict(figure) for figure in one.figures],
        "check_worthiness": one.check_worthiness,
    }


def _remark(one: Remark) -> dict[str, Any]:
    return {"kind": one.kind, "quotes": list(one.quotes), "text": one.text}
