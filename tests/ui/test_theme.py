"""One theme in force, and standard controls that follow it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from claimdesk.domain.status import Status
from claimdesk.ui import theme as themes
from claimdesk.ui.theme import apply, from_palette, notifier, theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    apply(qapp, "light")
    yield
    apply(qapp, "light")


def test_schemes_differ_and_say_which_they_are(qapp: QApplication) -> None:
    light = theme()
    apply(qapp, "dark")
    assert (light.name, light.dark) == ("light", False)
    assert (theme().name, theme().dark) == ("dark", True)
    assert theme().status[Status.FALSE].mark != light.status[Status.FALSE].mark


def test_change_is_told_once_and_only_if_there_is_one(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(notifier.changed):
        apply(qapp, "light")
    told: list[str] = []
    notifier.changed.connect(lambda: told.append(theme().name))
    apply(qapp, "dark")
    assert told == ["dark"]


def test_unknown_scheme_changes_nothing(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="sepia"):
        apply(qapp, "sepia")
    assert theme().name == "light"


def test_unsuitable_style_gives_way_to_fusion(qapp: QApplication) -> None:
    qapp.setStyle("Windows")
    apply(qapp, "light")
    assert qapp.style().name() == "fusion"


def test_system_scheme_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(qapp, "system")
    hints = qapp.styleHints()
    # The offscreen platform has no scheme of its own to switch.
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().dark


def test_chosen_scheme_wins_over_the_system(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = qapp.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme().dark


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_palette_comes_from_the_theme(qapp: QApplication, scheme: str) -> None:
    apply(qapp, scheme)
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme().window
    assert qapp.palette().color(QPalette.ColorRole.Text) == theme().text
    assert qapp.palette().color(QPalette.ColorRole.Accent) == theme().accent


def test_lists_select_softly_and_text_fields_clearly(qapp: QApplication, qtbot: QtBot) -> None:
    rows, field = QListWidget(), QLineEdit()
    qtbot.addWidget(rows)
    qtbot.addWidget(field)
    rows.ensurePolished()
    field.ensurePolished()
    assert rows.palette().color(QPalette.ColorRole.Highlight) == theme().selection
    assert field.palette().color(QPalette.ColorRole.Highlight) == theme().accent


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_field_has_a_border_that_can_be_seen(
    qapp: QApplication, qtbot: QtBot, scheme: str
) -> None:
    apply(qapp, scheme)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 28)
    picture = field.grab().toImage()
    ratio = picture.devicePixelRatio()
    column = [QColor(picture.pixel(round(60 * ratio), row)) for row in range(round(6 * ratio))]
    nearest = min(_distance(colour, theme().line_strong) for colour in column)
    assert nearest <= 12


def test_high_contrast_takes_the_systems_colours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(themes, "_high_contrast", lambda _hints: True)
    apply(qapp, "dark")
    system = qapp.palette()
    assert system == qapp.style().standardPalette()
    assert theme().text == system.color(QPalette.ColorRole.Text)
    assert theme().status[Status.FALSE].mark == theme().text
    assert QApplication.palette("QLineEdit") == system


def test_high_contrast_knows_dark_grounds() -> None:
    palette = QPalette(QColor("black"))
    palette.setColor(QPalette.ColorRole.Base, QColor("black"))
    palette.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    made = from_palette(palette)
    assert made.dark
    assert made.status[Status.VERIFIED].fill == QColor("black")
    assert made.line_strong == QColor("yellow")


def _distance(one: QColor, other: QColor) -> int:
    return max(
        abs(one.red() - other.red()),
        abs(one.green() - other.green()),
        abs(one.blue() - other.blue()),
    )
