"""Evidence as the pane shows it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk import i18n
from claimdesk.commands.attach_source import AttachSource, EvidenceData
from claimdesk.domain.source import Evidence, Source, SourceData, Stance, Timing
from claimdesk.store import queries
from claimdesk.ui.desk import Desk
from claimdesk.ui.dialogs.open_link import OpenLinkDialog
from claimdesk.ui.dialogs.source_dialog import EvidenceDialog, SourceDialog
from claimdesk.ui.selection import Selection
from claimdesk.ui.views.inspector import InspectorView
from claimdesk.ui.views.inspector.evidence import stances_in_words
from claimdesk.ui.views.inspector.evidence_row import EvidenceRow

Choose = Callable[[int], int]


def rows(inspector: InspectorView) -> list[EvidenceRow]:
    pool = inspector.evidence.pool
    return pool.rows[: pool.shown]


def evidence(stance: Stance = Stance.SUPPORTS, timing: Timing = Timing.BEFORE, **data: object):
    source = Source(1, "s", SourceData(**{"title": "Titel", **data}))
    return Evidence(1, "e", 1, source, stance, None, None, None, None, None, timing)


@pytest.fixture
def row(qtbot: QtBot) -> EvidenceRow:
    made = EvidenceRow()
    qtbot.addWidget(made)
    return made


def test_more_than_four_are_folded_with_their_stances(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    held = queries.claim_detail(desk.read, choose(44)).evidence
    assert len(held) > 4
    assert [row.evidence for row in rows(inspector)] == list(held[:4])
    assert inspector.evidence.more.text() == f"{len(held) - 4} more"
    assert inspector.evidence.folded.words == stances_in_words(held[4:])
    qtbot.mouseClick(inspector.evidence.more, Qt.MouseButton.LeftButton)
    assert [row.evidence for row in rows(inspector)] == list(held)
    qtbot.mouseClick(inspector.evidence.more, Qt.MouseButton.LeftButton)
    assert len(rows(inspector)) == 4


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "1 supports, 2 refute, 3 qualify"),
        ("de", "1 stützt, 2 widersprechen, 3 schränken ein"),
    ],
)
def test_what_is_folded_is_counted_in_words(language: str, words: str) -> None:
    i18n.use_language(language)
    stances = [Stance.REFUTES] * 2 + [Stance.QUALIFIES] * 3 + [Stance.SUPPORTS]
    assert stances_in_words([evidence(stance) for stance in stances]) == words


def test_title_that_nobody_saw_stands_in_brackets(row: EvidenceRow) -> None:
    row.fill(evidence(title="Tote in Almaty", title_seen=False))
    assert row.title.words == "[Tote in Almaty] (title not seen, reconstructed)"
    row.fill(evidence(title="Tote in Almaty"))
    assert row.title.words == "Tote in Almaty"


@pytest.mark.parametrize(
    ("timing", "warning"),
    [
        (Timing.AFTER, "published after the article"),
        (Timing.PERHAPS_AFTER, "perhaps published after the article"),
        (Timing.BEFORE, ""),
    ],
)
def test_source_younger_than_the_article_is_warned_of(
    row: EvidenceRow, timing: Timing, warning: str
) -> None:
    row.fill(evidence(timing=timing, published="2022-04"))
    assert row.timing.words == warning
    assert row.timing.isHidden() is not warning


def test_unknown_date_is_said(row: EvidenceRow) -> None:
    row.fill(evidence(timing=Timing.UNKNOWN))
    assert "date of publication unknown" in row.reading.words


def test_row_says_who_when_and_how_it_was_read(row: EvidenceRow) -> None:
    data = SourceData(
        "Titel",
        author="Ada",
        publisher="Interfax",
        published="2022-03-14",
        date_basis="on the page",
        read_as="a copy",
        url="https://www.interfax.com/1?a&b",
    )
    full = Evidence(
        1, "e", 1, Source(1, "s", data), Stance.REFUTES, "p. 3", "230 people", "2022-03-28",
        "by telephone", None, Timing.BEFORE,
    )  # fmt: skip
    row.fill(full)
    assert row.stance.text() == "refutes"
    assert "secondary source" in row.rank.text()
    assert row.who.words == "Ada, Interfax, 14 March 2022"
    assert row.excerpt.words == "“230 people”"
    assert row.remark.words == "by telephone"
    assert (
        row.reading.words == "p. 3 · looked at on 28 March 2022 · date: on the page · read: a copy"
    )
    assert row.link.text() == "interfax.com"


def test_set_aside_detaches_it(
    inspector: InspectorView, choose: Choose, desk: Desk, qtbot: QtBot
) -> None:
    claim = choose(44)
    before = queries.claim_detail(desk.read, claim).evidence
    qtbot.mouseClick(rows(inspector)[1].aside, Qt.MouseButton.LeftButton)
    assert desk.settle()
    after = queries.claim_detail(desk.read, claim).evidence
    assert [one.id for one in after] == [one.id for one in before if one.id != before[1].id]
    assert rows(inspector)[1].evidence == after[1]


def test_edit_opens_what_was_attached(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(44)
    qtbot.mouseClick(rows(inspector)[0].edit, Qt.MouseButton.LeftButton)
    dialog = inspector.findChild(EvidenceDialog)
    assert dialog is not None
    assert dialog.evidence.excerpt.words == rows(inspector)[0].evidence.excerpt
    dialog.close()


def test_link_is_shown_before_it_is_opened(
    inspector: InspectorView, choose: Choose, qtbot: QtBot
) -> None:
    choose(44)
    qtbot.mouseClick(rows(inspector)[0].link, Qt.MouseButton.LeftButton)
    dialog = inspector.findChild(OpenLinkDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.address.toPlainText() == rows(inspector)[0].evidence.source.data.url
    dialog.close()


def test_action_attaches_to_all_chosen(inspector: InspectorView, choose: Choose) -> None:
    choose(44)
    inspector.attach_source()
    dialog = inspector.findChild(SourceDialog)
    assert dialog is not None
    dialog.close()


def test_new_evidence_appears(inspector: InspectorView, selection: Selection, desk: Desk) -> None:
    claim = next(n for n in range(1, 181) if not queries.claim_detail(desk.read, n).evidence)
    selection.choose(claim)
    assert "No source yet" in inspector.evidence.none.text()
    data = SourceData("Neu", url="https://example.org")
    desk.run(AttachSource((claim,), data, EvidenceData()))
    assert desk.settle()
    QApplication.processEvents()
    assert [row.title.words for row in rows(inspector)] == ["Neu"]
    assert not inspector.evidence.none.isVisible()
