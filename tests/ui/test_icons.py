"""Every word of the vocabulary has its icon, and shape alone tells the statuses apart."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from claimdesk.domain.claim import Badge
from claimdesk.domain.source import Stance
from claimdesk.domain.status import Status
from claimdesk.paths import RESOURCES
from claimdesk.ui import icons
from claimdesk.ui.theme import apply, theme

ICONS = RESOURCES / "icons"


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    apply(qapp, "light")


def alpha(picture: QPixmap) -> list[int]:
    """How much each pixel is covered: the shape without its colour."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    return [
        QColor.fromRgba(image.pixel(x, y)).alpha()
        for y in range(image.height())
        for x in range(image.width())
    ]


@pytest.mark.parametrize("size", [13, 14])
def test_statuses_differ_by_shape_alone(size: int) -> None:
    shapes = {status: alpha(icons.status_pixmap(status, size)) for status in Status}
    for one, other in combinations(Status, 2):
        differing = sum(abs(a - b) > 96 for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing >= 8, (one, other, differing)


def test_badges_differ_from_each_other_and_are_never_coloured() -> None:
    pictures = {badge: icons.badge_pixmap(badge, 14, 1.0) for badge in Badge}
    assert len({tuple(alpha(picture)) for picture in pictures.values()}) == len(Badge)
    for badge, picture in pictures.items():
        assert is_nearly(darkest(picture), theme().text2), badge


def is_nearly(one: QColor, other: QColor) -> bool:
    """The same but for what half-covered pixels round off."""
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) <= 4 for a, b in parts)


def test_stances_differ() -> None:
    shapes = {tuple(alpha(icons.stance_pixmap(stance, 14, 1.0))) for stance in Stance}
    assert len(shapes) == len(Stance)


def darkest(picture: QPixmap) -> QColor:
    """The colour where the picture covers fully."""
    image = picture.toImage()
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return QColor(max(colours, key=lambda colour: colour.alpha()).rgb())


@pytest.mark.parametrize("name", sorted(file.stem for file in ICONS.glob("*.svg")))
def test_shipped_icon_draws_something_in_the_colour_asked_for(name: str) -> None:
    colour = QColor("#2F5FC4")
    picture = icons.pixmap(name, 24, colour)
    assert max(alpha(picture)) > 200
    if name != "claimdesk":
        assert darkest(picture).hueF() == pytest.approx(colour.hueF(), abs=0.03)


def test_picture_is_as_sharp_as_the_screen() -> None:
    picture = icons.pixmap("pencil", 14, QColor("black"), 2.0)
    assert picture.size() == QSize(28, 28)
    assert picture.deviceIndependentSize().toSize() == QSize(14, 14)


def test_ground_fills_what_the_icon_leaves_open() -> None:
    picture = icons.pixmap("pencil", 14, QColor("black"), ground=QColor("white"))
    assert set(alpha(picture)) == {255}


def test_picture_is_drawn_once_a_size_colour_and_ratio() -> None:
    first = icons.pixmap("note", 14, QColor("black"))
    assert icons.pixmap("note", 14, QColor("black")).cacheKey() == first.cacheKey()
    for other in (
        icons.pixmap("note", 15, QColor("black")),
        icons.pixmap("note", 14, QColor("red")),
        icons.pixmap("note", 14, QColor("black"), 2.0),
        icons.pixmap("pencil", 14, QColor("black")),
    ):
        assert other.cacheKey() != first.cacheKey()


def test_status_takes_the_schemes_colour(qapp: QApplication) -> None:
    before = darkest(icons.status_pixmap(Status.VERIFIED, 14))
    apply(qapp, "dark")
    assert before != darkest(icons.status_pixmap(Status.VERIFIED, 14))
    apply(qapp, "light")


def test_disabled_control_is_grey() -> None:
    shown = icons.icon("pencil").pixmap(QSize(16, 16), 1.0, QIcon.Mode.Disabled)
    assert is_nearly(darkest(shown), theme().line_strong)


def test_status_icons_carry_their_sizes() -> None:
    for status in Status:
        assert QSize(14, 14) in icons.status_icon(status).availableSizes()


def test_application_icon_is_recognisable_on_dark_and_light() -> None:
    picture = icons.application_icon().pixmap(16, 16).toImage()
    middle = [picture.pixelColor(x, 8) for x in range(16)]
    assert len({colour.rgb() for colour in middle}) > 2
    assert picture.pixelColor(0, 0) == QColor(Qt.GlobalColor.transparent)


def test_every_icon_comes_with_its_licence() -> None:
    assert "MIT" in (ICONS / "LICENSE").read_text("utf-8")
    assert "Tabler Icons" in (ICONS / "README.md").read_text("utf-8")
