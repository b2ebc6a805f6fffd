from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from claimdesk.ui.models.sentences import SentenceRow
from claimdesk.ui.views.coverage.panel import CoveragePanel

UNSEEN = [
    SentenceRow(3, "Wie weit das trägt, ist eine andere Frage.", "Absatz 4"),
    SentenceRow(9, "Das war nicht immer so. " * 20, "Absatz 8"),
]
LOOKED = [SentenceRow(5, "Man muss die Karte vor sich haben.", "AÄ · 13:31")]


def panel(qtbot: QtBot) -> CoveragePanel:
    made = CoveragePanel()
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.fill(UNSEEN, LOOKED)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_is_left_is_counted_and_listed(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert made.head.words == "2 sentences nobody looked at"
    assert made.unseen.model().rowCount() == 2
    assert made.no_fact.isVisible()
    made.fill([], [])
    assert made.head.words == "Every sentence was looked at"
    assert not made.no_fact.isVisible()
    assert not made.advice.isVisible()


def test_a_click_or_an_arrow_tells_the_sentence(qtbot: QtBot) -> None:
    made = panel(qtbot)
    first = made.unseen.visualRect(made.unseen.model().index(0, 0))
    with qtbot.waitSignal(made.sentence_chosen) as told:
        QTest.mouseClick(made.unseen.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert told.args == [3]
    with qtbot.waitSignal(made.sentence_chosen) as told:
        QTest.keyClick(made.unseen, Qt.Key.Key_Down)
    assert told.args == [9]


def test_marking_tells_nothing(qtbot: QtBot) -> None:
    made = panel(qtbot)
    with qtbot.assertNotEmitted(made.sentence_chosen):
        made.look_at(9)
    assert made.unseen.currentIndex().row() == 1
    made.look_at(5)
    assert not made.unseen.currentIndex().isValid()
    assert made.looked.currentIndex().row() == 0


def test_a_long_sentence_takes_no_more_than_three_lines(qtbot: QtBot) -> None:
    made = panel(qtbot)
    model = made.unseen.model()
    short, long = (made.unseen.visualRect(model.index(row, 0)) for row in range(2))
    assert short.height() < long.height() < 3 * short.height()
    assert long.bottomRight() != QPoint()


def test_space_and_enter_are_left_to_the_window(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.unseen.mark(3)
    with qtbot.assertNotEmitted(made.sentence_chosen):
        QTest.keyClick(made.unseen, Qt.Key.Key_Space)
        QTest.keyClick(made.unseen, Qt.Key.Key_Return)


def test_a_reader_of_the_screen_hears_words_and_place(qtbot: QtBot) -> None:
    made = panel(qtbot)
    index = made.unseen.model().index(0, 0)
    heard = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Wie weit das trägt, ist eine andere Frage. (Absatz 4)"
