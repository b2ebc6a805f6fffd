"""Coverage as it is drawn over the text and clicked in it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.domain.coverage import Sentence, SentenceState
from claimdesk.domain.status import Status
from claimdesk.ui import theme
from claimdesk.ui.views.manuscript import ManuscriptView

Make = Callable[..., ManuscriptView]

SENTENCES = {
    "Die Fähre 🚢 legt um acht ab.": SentenceState.CHECKED,
    "Sie trägt 40 Wagen.": SentenceState.OPEN,
    "Man muss das gesehen haben.": SentenceState.NO_FACT,
    "Drüben wartet schon die nächste.": SentenceState.NOT_LOOKED_AT,
    "Kontakt: die Redaktion.": SentenceState.NOT_ARTICLE,
}
TEXT = "\n\n".join(SENTENCES)


def sentences() -> list[Sentence]:
    return [
        Sentence(TEXT.index(words), TEXT.index(words) + len(words), state)
        for words, state in SENTENCES.items()
    ]


@pytest.fixture
def view(manuscript: Make) -> ManuscriptView:
    ferry, cars = TEXT.index("acht"), TEXT.index("40 Wagen")
    view = manuscript(
        Passage(1, 1, Status.VERIFIED, ferry, ferry + 4),
        Passage(2, 2, Status.UNCHECKED, cars, cars + 8),
        text=TEXT,
    )
    view.set_coverage(view.stretch_maker()(sentences()))
    QApplication.processEvents()
    return view


def place(view: ManuscriptView, number: int) -> QPoint:
    """The middle of a sentence, as drawn."""
    layer = view._pane.layer
    return next(
        QPointF(placed.x + (part.left + part.right) / 2, placed.baseline - 5).toPoint()
        for placed in layer._placed(layer._sentences, None)
        for part in placed.row.segments
        if part.mark.number == number
    )


def drawn(view: ManuscriptView) -> QImage:
    return view._pane.viewport().grab().toImage()


def inks(image: QImage, around: QPoint) -> set[str]:
    return {
        image.pixelColor(around.x() + x, around.y() + y).name()
        for x in range(-60, 60)
        for y in range(-11, 12)
    }


def test_only_what_nobody_looked_at_is_filled(view: ManuscriptView) -> None:
    image, unseen = drawn(view), theme.theme().unseen.name()
    filled = [number for number in range(5) if unseen in inks(image, place(view, number))]
    assert filled == [3]


def test_done_sentences_are_struck_out_in_paler_ink(view: ManuscriptView) -> None:
    image = drawn(view)
    ink, pale = theme.theme().text.name(), theme.theme().text3.name()
    plain = {number: ink in inks(image, place(view, number)) for number in range(5)}
    assert plain == {0: False, 1: True, 2: False, 3: True, 4: False}
    assert pale in inks(image, place(view, 0))
    assert longest_run(image, place(view, 0)) > 100
    assert longest_run(image, place(view, 1)) < 60


def longest_run(image: QImage, around: QPoint) -> int:
    """How long the longest level line of something other than paper is, above the baseline."""
    paper, longest = theme.theme().paper.name(), 0
    for y in range(around.y() - 6, around.y() + 4):
        run = 0
        for x in range(image.width()):
            run = run + 1 if image.pixelColor(x, y).name() != paper else 0
            longest = max(longest, run)
    return longest


def test_only_open_claims_keep_their_underline(view: ManuscriptView) -> None:
    layer, image = view._pane.layer, drawn(view)
    colours = theme.theme().status

    def underlined(claim: int, status: Status) -> bool:
        for placed in layer.rows():
            for part in placed.row.segments:
                if part.mark.claim == claim:
                    y = round(placed.baseline + layer.measures.first_lane)
                    return any(
                        image.pixelColor(x, y + dy) == QColor(colours[status].mark)
                        for x in range(round(placed.x + part.left), round(placed.x + part.right))
                        for dy in (-1, 0, 1)
                    )
        return False

    assert not underlined(1, Status.VERIFIED)
    assert underlined(2, Status.UNCHECKED)


def test_a_click_tells_the_sentence_and_the_claim_in_it(view: ManuscriptView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.sentence_chosen) as told:
        QTest.mouseClick(view._pane.viewport(), Qt.MouseButton.LeftButton, pos=place(view, 3))
    assert told.args == [3]


def test_the_sentence_looked_at_is_ringed_and_holds_the_caret(view: ManuscriptView) -> None:
    before = inks(drawn(view), place(view, 3))
    view.look_at(3)
    QApplication.processEvents()
    start = TEXT.index("Drüben")
    assert start <= view.caret <= start + 10
    assert theme.theme().focus.name() not in before
    assert longest_run_of(drawn(view), theme.theme().focus) > 100


def longest_run_of(image: QImage, colour: QColor) -> int:
    longest = 0
    for y in range(image.height()):
        run = 0
        for x in range(image.width()):
            run = run + 1 if image.pixelColor(x, y) == colour else 0
            longest = max(longest, run)
    return longest


def test_the_ruler_shows_where_nobody_looked(view: ManuscriptView) -> None:
    view._ruler.measure()
    image = view._ruler.grab().toImage()
    colours = {image.pixelColor(8, y).name() for y in range(image.height())}
    assert colours == {theme.theme().paper.name(), theme.theme().unseen_mark.name()}


def test_the_text_is_as_before_once_coverage_is_put_away(
    manuscript: Make, view: ManuscriptView
) -> None:
    view.look_at(3)
    view.set_coverage(None)
    assert view._pane.extraSelections() == []
    assert theme.theme().unseen.name() not in inks(drawn(view), QPoint(250, 200))
    assert view._pane.layer.current is None
