"""Taking a newer version of an article's text in, from the command line."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from claimdesk import settings
from claimdesk.cli.desk import opened, reading
from claimdesk.cli.suggestions import find_and_store
from claimdesk.cli.wording import line
from claimdesk.commands.import_revision import ImportRevision, Plan, plan_revision
from claimdesk.commands.take_replies import sort_replies
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.imported import ImportedText
from claimdesk.domain.person import system_person
from claimdesk.i18n import _
from claimdesk.store import Store, queries


def import_revision(
    desk: Path | None,
    imported: ImportedText,
    article: str | None,
    *,
    with_suggestions: bool,
    as_json: bool,
) -> None:
    """Carry the claims of an article over to a text and print what became of them."""
    path = opened(desk)
    with reading(path) as read:
        held = queries.only_article(read, article)
        plan = plan_revision(read, held.id, imported.text)
        incoming = sort_replies(read, held.id, imported.replies)
        numbers = {row.id: row.number for row in queries.claim_rows(read, _claims(plan))}
    chosen = settings.read()
    edit = ImportRevision(held.id, imported, plan)
    with Store(path) as store:
        changes = store.run(edit, system_person(chosen.name, chosen.initials))
    found = find_and_store(path, held.id) if with_suggestions else None
    with reading(path) as read:
        revision = queries.revision(read, queries.article(read, held.id).revision or 0)
        states = {one.claim: one.state for one in plan.carried.claims}
        if "revision" in changes.entities:
            states = queries.passage_states(read, revision.id)
    if as_json:
        answer: dict[str, Any] = {
            "article": held.public_id,
            "revision": revision.public_id,
            "claims": [
                _claim(plan, one.claim, numbers[one.claim], states[one.claim])
                for one in plan.carried.claims
            ],
            "new_passages": [
                {"start": start, "end": end, "quote": imported.text[start:end]}
                for start, end in plan.carried.new_passages
            ],
            **(found.answer if found else {}),
        }
        if imported.article or imported.replies:
            answer["replies"] = {"answers": len(incoming.answers), "notes": len(incoming.notes)}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=1))
        return
    click.echo(line(changes.message.words if changes.message else ""))
    if found:
        click.echo(found.words)
    counts = Counter(states.values())
    for state in AnchorOrigin:
        if counts[state]:
            click.echo(f"{counts[state]:>5}  {state}")
    click.echo(
        _("Passages that may hold new claims: {count}").format(count=len(plan.carried.new_passages))
    )


def _claims(plan: Plan) -> list[int]:
    return [one.claim for one in plan.carried.claims]


def _claim(plan: Plan, claim: int, number: int, state: AnchorOrigin) -> dict[str, Any]:
    before = next(
        base.text[old.start : old.end]
        for base in plan.bases
        for old in base.claims
        if old.id == claim
    )
    after = next(one for one in plan.carried.claims if one.claim == claim)
    words = None if after.start is None else plan.text[after.start : after.end]
    return {"number": number, "state": state, "before": before, "after": words}
