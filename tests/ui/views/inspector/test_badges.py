from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Badge
from claimdesk.ui.views.inspector.badges import BadgeLine


def lines(line: BadgeLine) -> list[list[str]]:
    """The words shown, line by line from the top."""
    found: dict[int, list[tuple[int, str]]] = {}
    for label in line.findChildren(QLabel):
        if label.isVisible() and label.text():
            place = label.mapTo(line, label.rect().topLeft())
            assert label.width() >= label.sizeHint().width()
            assert place.x() + label.width() <= line.width()
            found.setdefault(place.y(), []).append((place.x(), label.text()))
    return [[words for _x, words in sorted(row)] for _y, row in sorted(found.items())]


def test_badges_take_as_many_lines_as_they_need(qtbot: QtBot) -> None:
    line = BadgeLine()
    qtbot.addWidget(line)
    line.fill(tuple(Badge))
    line.resize(5000, line.heightForWidth(5000))
    line.show()
    assert lines(line) == [[badge.label for badge in Badge]]
    line.resize(260, line.heightForWidth(260))
    assert len(lines(line)) > 2
    assert [words for row in lines(line) for words in row] == [badge.label for badge in Badge]
    assert line.childrenRect().bottom() < line.height() <= line.childrenRect().bottom() + 2


def test_only_what_applies_shows(qtbot: QtBot) -> None:
    line = BadgeLine()
    qtbot.addWidget(line)
    line.resize(400, 40)
    line.show()
    line.fill((Badge.OPEN_QUESTION, Badge.LEAD))
    assert lines(line) == [["open question", "lead"]]
    line.fill(())
    assert not line.isVisible()
