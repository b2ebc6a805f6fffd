"""What an import dialog says of the leads in a file."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.domain.imported import ImportedText, Lead, LeadKind
from claimdesk.services.importers.intake import read_text
from claimdesk.ui.dialogs.import_summary import ReadSummary
from claimdesk.ui.widgets.link_button import LinkButton
from claimdesk.ui.widgets.words import Words

ADDRESS = "https://example.org/jahrbuch"


@pytest.fixture
def text() -> ImportedText:
    made = read_text("Das Rathaus wurde 1912 gebaut.")
    leads = (
        Lead(LeadKind.COMMENT, 4, 11, "Stimmt das\nJahr?", said_by="Ada Ärmel"),
        Lead(LeadKind.LINK, 18, 22, ADDRESS),
    )
    return replace(made, leads=leads)


def test_each_lead_says_its_kind_and_leads_to_its_place(qtbot: QtBot, text: ImportedText) -> None:
    summary = ReadSummary()
    qtbot.addWidget(summary)
    summary.fill(text)
    said = [one.words for one in summary.findChildren(Words)]
    assert "comment by Ada Ärmel: Stimmt das Jahr?" in said
    assert f"link: {ADDRESS}" in said
    _comment, link = summary.findChildren(LinkButton)
    with qtbot.waitSignal(summary.place_wanted) as wanted:
        link.click()
    assert wanted.args == [18]


def test_of_many_leads_the_rest_is_counted(qtbot: QtBot, text: ImportedText) -> None:
    summary = ReadSummary()
    qtbot.addWidget(summary)
    summary.fill(replace(text, leads=text.leads * 10))
    assert summary.findChildren(Words)[-1].words == "8 more"
