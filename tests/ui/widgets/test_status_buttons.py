"""Ten buttons that show what the desk holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk import i18n
from claimdesk.domain.status import Status
from claimdesk.ui.theme import apply, theme
from claimdesk.ui.widgets.status_buttons import StatusButton, StatusButtons


@pytest.fixture
def choice(qtbot: QtBot) -> StatusButtons:
    made = StatusButtons()
    qtbot.addWidget(made)
    return made


def shown(choice: StatusButtons) -> list[Status]:
    return [status for status in Status if choice.button(status).isChecked()]


def test_buttons_are_named_with_status_and_key(choice: StatusButtons) -> None:
    assert choice.button(Status.VERIFIED).accessibleName() == "verified, key 2"
    assert all(choice.button(status).text() == status.short_label for status in Status)
    assert all(
        choice.button(status).toolTip() == f"{status.label} ({status.key})" for status in Status
    )


def test_status_of_the_claim_is_chosen(choice: StatusButtons) -> None:
    choice.set_status(Status.FALSE)
    assert shown(choice) == [Status.FALSE]
    choice.set_status(None)
    assert shown(choice) == []


@pytest.mark.parametrize("status", Status)
def test_click_asks_for_a_status(choice: StatusButtons, qtbot: QtBot, status: Status) -> None:
    with qtbot.waitSignal(choice.chosen, timeout=1000) as asked:
        qtbot.mouseClick(choice.button(status), Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0] is status


def test_click_alone_shows_nothing_as_done(choice: StatusButtons, qtbot: QtBot) -> None:
    choice.set_status(Status.VERIFIED)
    qtbot.mouseClick(choice.button(Status.FALSE), Qt.MouseButton.LeftButton)
    assert shown(choice) == [Status.VERIFIED]
    qtbot.mouseClick(choice.button(Status.VERIFIED), Qt.MouseButton.LeftButton)
    assert shown(choice) == [Status.VERIFIED]


def test_space_chooses_and_arrows_only_move(choice: StatusButtons, qtbot: QtBot) -> None:
    asked: list[Status] = []
    choice.chosen.connect(asked.append)
    with qtbot.waitActive(choice):
        choice.show()
        choice.activateWindow()
    choice.button(Status.UNCHECKED).setFocus()
    qtbot.keyClick(choice.button(Status.UNCHECKED), Qt.Key.Key_Down)
    assert choice.button(Status.VERIFIED).hasFocus()
    assert asked == []
    qtbot.keyClick(choice.button(Status.VERIFIED), Qt.Key.Key_Space)
    assert asked == [Status.VERIFIED]
    choice.close()


def test_compact_is_one_strip_that_still_names_the_status(choice: StatusButtons) -> None:
    choice.set_status(Status.VERIFIED_WITH_CAVEAT)
    tall = choice.sizeHint().height()
    choice.set_compact(True)
    choice.resize(380, choice.sizeHint().height())
    choice.show()
    assert len({choice.button(status).y() for status in Status}) == 1
    assert choice.sizeHint().height() < tall / 2
    assert choice.grab().toImage() != _with(choice, Status.INACCURATE)
    choice.set_compact(False)
    choice.resize(choice.sizeHint())
    QApplication.processEvents()
    assert len({choice.button(status).y() for status in Status}) == 5
    choice.close()


def _with(choice: StatusButtons, status: Status) -> object:
    choice.set_status(status)
    return choice.grab().toImage()


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_word_is_cut_in_the_inspector(qtbot: QtBot, language: str) -> None:
    i18n.use_language(language)
    choice = StatusButtons()
    qtbot.addWidget(choice)
    assert choice.sizeHint().width() <= 380
    assert choice.minimumSizeHint().width() <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chosen_button_stands_in_its_status_colours(
    qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    apply(qapp, scheme)
    button = StatusButton(Status.INACCURATE)
    qtbot.addWidget(button)
    button.setChecked(True)
    button.resize(180, 29)
    picture = button.grab().toImage()
    ground = QColor(picture.pixel(picture.width() - 10, picture.height() // 2))
    assert ground == theme().status[Status.INACCURATE].strong
    apply(qapp, "light")
