"""The claims of a foreign spreadsheet go into an article."""

from collections.abc import Callable

from claimdesk.commands.add_claims import AddListedClaims
from claimdesk.commands.revert import Revert
from claimdesk.domain.claim_list import ListedClaim
from claimdesk.domain.note import NoteRole
from claimdesk.domain.source import Stance
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.sqlite.connection import Reader

Run = Callable[..., str | None]


def test_each_with_what_the_sheet_says_of_it(run: Run, reader: Reader) -> None:
    article = queries.article_rows(reader)[0]
    assert article.revision
    words = queries.revision(reader, article.revision).text.split(".")[0]
    known = queries.claim_rows(reader, queries.claim_ids(reader))
    claims = (
        ListedClaim(
            "Etwas Neues.",
            words,
            status=Status.FALSE,
            note="Steht anders im Buch.",
            source="Amtsbuch",
            address="https://amt.example",
            new_wording="Etwas anderes.",
            as_of="2022",
        ),
        ListedClaim("Zweites.", "steht nirgends", status=Status.LEFT_OUT, source="Amtsbuch"),
        ListedClaim(known[0].statement.upper(), ""),
    )
    event = run(AddListedClaims(article.id, claims, "liste.xlsx"))
    assert event
    rows = queries.claim_rows(reader, queries.claim_ids(reader))
    added = sorted((row for row in rows if row not in known), key=lambda row: row.number)
    first, second = queries.claim_details(reader, [row.id for row in added])
    assert first.row.number > max(row.number for row in known)
    assert (first.row.status, first.row.as_of) == (Status.FALSE, "2022")
    assert first.anchor
    assert first.anchor.quote == words
    assert [note.text for note in first.notes] == ["Steht anders im Buch."]
    [proof] = first.evidence
    assert (proof.source.data.title, proof.stance) == ("Amtsbuch", Stance.REFUTES)
    assert proof.source.data.url == "https://amt.example"
    assert first.corrections[0].old_wording == words
    assert second.anchor is None
    assert [(note.role, note.text) for note in second.notes] == [
        (NoteRole.REASON, "So it stands in the sheet “liste.xlsx”.")
    ]
    run(Revert(event))
    assert queries.claim_rows(reader, queries.claim_ids(reader)) == known
