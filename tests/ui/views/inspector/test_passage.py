"""Where a claim stands, in words."""

from dataclasses import replace

import pytest

from claimdesk.commands.add_claim import AddClaim
from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.passage import paragraph

TEXT = "One.\n\nTwo, long.\nThree.\n"


@pytest.mark.parametrize(("words", "number"), [("One", 1), ("Two", 2), ("long", 2), ("Three", 3)])
def test_blank_lines_are_no_paragraphs(words: str, number: int) -> None:
    assert paragraph(TEXT, TEXT.index(words)) == number


def test_claim_without_a_passage_says_so(
    inspector: InspectorView, selection: Selection, desk: Desk
) -> None:
    added: list[int] = []
    desk.run(AddClaim(1, "Nowhere."), lambda changes: added.extend(changes.claims))
    assert desk.settle()
    selection.choose(added[0])
    assert inspector.passage.where.words == "no passage in the text yet"
    assert not inspector.passage.quote.isVisible()


def test_passage_is_quoted_where_it_says_more_than_the_statement(
    inspector: InspectorView, selection: Selection, desk: Desk
) -> None:
    selection.choose(44)
    detail = queries.claim_detail(desk.read, 44)
    assert not inspector.passage.quote.isVisible()
    inspector.passage.fill(replace(detail, row=replace(detail.row, statement="Other words.")))
    assert detail.anchor is not None
    assert inspector.passage.quote.words == f"“{detail.anchor.quote}”"


def test_state_and_day_stand_beside_it(
    inspector: InspectorView, selection: Selection, desk: Desk
) -> None:
    selection.choose(44)
    detail = queries.claim_detail(desk.read, 44)
    row = replace(detail.row, as_of="2022-03-28")
    inspector.passage.fill(replace(detail, row=row, passage_state=AnchorOrigin.MOVED))
    assert inspector.passage.where.words == "paragraph 6, revision 1 · moved · as of 28 March 2022"
