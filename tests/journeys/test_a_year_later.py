"""A lawyer's letter: the sentence, the claim, who checked it, when, against what; and nobody
touched it since."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from claimdesk.commands.set_status import SetStatus
from claimdesk.domain.status import Status
from claimdesk.store import queries
from claimdesk.store.check import examine


def test_the_sentence_of_the_letter_leads_to_who_checked_it_against_what(
    sits_down: Callable[[Path], Any], checked_desk: Path, qtbot: Any
) -> None:
    checker = sits_down(checked_desk)
    read = checker.workspace.desk.read
    wanted = next(
        detail
        for row in checker.claims()[20:]
        if (detail := queries.claim_detail(read, row.id)).evidence
        and detail.row.statement.isascii()
    )
    checker.workspace.desk.run(SetStatus((wanted.row.id,), Status.FALSE))
    checker.waits()
    checker.chooses(1)
    checker.presses("Ctrl+F")
    checker.types(f'"{wanted.row.statement.rstrip(".")}"')
    panel = checker.workspace.searching.panel
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    checker.presses("Return")
    assert checker.stands_on == wanted.row.number
    found = queries.claim_detail(read, checker.workspace.selection.claim)
    assert found.row.status is Status.FALSE
    assert found.row.changed_by == "Maria Müller"
    assert found.evidence[0].source.data.title
    assert found.evidence[0].locator or found.evidence[0].excerpt or found.evidence[0].looked
    last = checker.history()[-1]
    assert (last.person, last.claims) == ("Maria Müller", (wanted.row.number,))
    assert examine(checked_desk) == [], "the chain holds: nobody touched it since"
