"""What can be chosen of a report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import LANGUAGES, speaking
from claimdesk.services.exporters.formats import OFFERED
from claimdesk.services.exporters.options import Options, Part
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.report.choices import FILTER, SELECTION, InSight, ReportChoices
from claimdesk.ui.dialogs.report.export import ExportDialog, Place
from claimdesk.ui.dialogs.report.print import PrintDialog

Make = Callable[..., ReportChoices]


@pytest.fixture
def sample(desk: Desk) -> Dossier:
    return queries.dossier(desk.read, queries.article_rows(desk.read)[0].id)


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def make(sight: InSight | None = None, **held: object) -> ReportChoices:
        choices = ReportChoices(sight or InSight(), held)
        qtbot.addWidget(choices)
        return choices

    return make


def items(choices: ReportChoices) -> list[str]:
    return [choices.claims.itemText(row) for row in range(choices.claims.count())]


def test_each_choice_says_how_many_claims_it_means(make: Make, sample: Dossier) -> None:
    ids = [claim.row.id for claim in sample.claims]
    choices = make(InSight(frozenset(ids[:5]), ids[:2]))
    choices.show_dossier(sample)
    left = sum(claim.row.status.is_open for claim in sample.claims)
    corrections = sum(
        claim.row.status.needs_correction or bool(claim.corrections) for claim in sample.claims
    )
    assert items(choices) == [
        f"All ({len(ids)})",
        f"Corrections only ({corrections})",
        f"Only what is left to do ({left})",
        "As the list is filtered (5)",
        "The chosen ones (2)",
    ]


def test_a_filter_is_offered_only_where_there_is_one(make: Make) -> None:
    assert make().claims.findData(FILTER) < 0
    assert make(claims=FILTER).options == Options()


def test_claims_in_sight_are_named_by_their_numbers(make: Make, sample: Dossier) -> None:
    few = sample.claims[7:9]
    choices = make(InSight(None, [claim.row.id for claim in few]))
    choices.claims.setCurrentIndex(choices.claims.findData(SELECTION))
    choices.show_dossier(sample)
    assert choices.options == Options(numbers=frozenset(claim.row.number for claim in few))


def test_none_of_the_article_is_an_obstacle_not_all_of_it(make: Make, sample: Dossier) -> None:
    choices = make(InSight(frozenset({-1}), ()))
    choices.claims.setCurrentIndex(choices.claims.findData(FILTER))
    choices.show_dossier(sample)
    assert choices.obstacle == "No claim of this article is among them."


def test_naming_confidential_sources_is_warned_of(make: Make) -> None:
    choices = make()
    assert choices.warning.isHidden()
    choices.unmask.setChecked(True)
    assert not choices.warning.isHidden()
    assert "who your confidential sources are" in choices.warning.text()
    assert choices.options.unmask


def test_what_is_open_and_what_is_masked_is_said(make: Make, sample: Dossier) -> None:
    secret = replace(sample.sources[0].data, confidential=True)
    source = replace(sample.sources[0], data=secret)
    choices = make()
    choices.show_dossier(replace(sample, sources=(source, *sample.sources[1:])))
    left = sum(claim.row.status.is_open for claim in sample.claims)
    masked = "1 confidential source is masked."
    assert choices.notice.text().splitlines() == [f"{left} claims are still open.", masked]
    choices.unmask.setChecked(True)
    assert masked not in choices.notice.text()


def test_nonsense_that_was_remembered_is_left(make: Make) -> None:
    assert make(language="fr", claims=7, without="notes").options == Options()
    assert make(without=["notes", "x"]).options.without == {Part.NOTES}


@pytest.mark.parametrize("form", OFFERED)
def test_what_a_format_does_not_know_is_off(make: Make, form: str) -> None:
    choices = make()
    choices.suit(OFFERED[form])
    assert choices.language.isEnabled() == OFFERED[form].speaks
    enabled = {part for part, box in choices.parts.items() if box.isEnabled()}
    assert enabled == OFFERED[form].parts


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_letter_leads_to_two_fields(qtbot: QtBot, tmp_path: Path, spoken: str) -> None:
    with speaking(spoken):
        place = Place(tmp_path, "", tmp_path)
        for dialog in (ExportDialog(place, InSight(), {}), PrintDialog({}, InSight(), {})):
            qtbot.addWidget(dialog)
            words = [one.text() for one in dialog.findChildren(QAbstractButton)]
            words += [one.text() for one in dialog.findChildren(QLabel) if one.buddy()]
            letters = [one[one.index("&") + 1].lower() for one in words if "&" in one]
            assert len(letters) == len(set(letters)), sorted(letters)


def test_what_cannot_be_made_is_said_before_it_is_asked_for(make: Make, sample: Dossier) -> None:
    choices = make()
    data = replace(sample.article.data, url=None)
    silent = tuple(replace(claim, corrections=(), questions=()) for claim in sample.claims)
    article = replace(sample.article, data=data)
    choices.suit(OFFERED["claimreview"])
    choices.show_dossier(replace(sample, article=article, claims=silent, questions=()))
    assert choices.obstacle.startswith("ClaimReview is for claims that stand on the web")
    choices.address.setText("https://desk.example/report")
    assert not choices.obstacle
    assert choices.options.address == "https://desk.example/report"
    choices.suit(OFFERED["questions-pdf"])
    assert choices.obstacle == "No question is open, and no correction waits; there is no sheet."
    choices.suit(OFFERED["pdf"])
    assert not choices.obstacle
    assert choices.options.address is None


def test_only_what_stands_on_the_web_is_asked_for_its_address(make: Make, sample: Dossier) -> None:
    choices = make()
    choices.show_dossier(sample)
    choices.show()
    for form in OFFERED.values():
        choices.suit(form)
        assert choices.address.isVisible() == (form.id == "claimreview")
