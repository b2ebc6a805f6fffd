from itertools import combinations

import pytest
from PySide6.QtGui import QImage

from claimdesk.domain.status import Status
from claimdesk.ui.theme import theme
from claimdesk.ui.views.manuscript.measures import TILE_HEIGHT
from claimdesk.ui.views.manuscript.tiles import Tiles

PERIODS = {
    Status.UNCHECKED: 4,
    Status.IN_PROGRESS: 10,
    Status.VERIFIED: 1,
    Status.VERIFIED_WITH_CAVEAT: 16,
    Status.INACCURATE: 6,
    Status.FALSE: 1,
    Status.DISPUTED: 1,
    Status.UNVERIFIABLE: 7,
    Status.NOT_CHECKABLE: 6,
    Status.LEFT_OUT: 6,
}


def shape(image: QImage) -> bytes:
    """What is drawn, without its colour."""
    return bytes(image.convertToFormat(QImage.Format.Format_Alpha8).constBits())


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_each_status_has_an_underline_of_its_own_shape(light: None, ratio: float) -> None:
    tiles = Tiles()
    shapes = {}
    for status in Status:
        image = tiles.get(status, ratio).toImage()
        shapes[status] = shape(image.copy(0, 0, 60, image.height()))
    for one, other in combinations(Status, 2):
        assert shapes[one] != shapes[other], (one, other)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("status", Status)
def test_a_tile_holds_whole_periods(light: None, status: Status, ratio: float) -> None:
    tile = Tiles().get(status, ratio)
    assert tile.devicePixelRatio() == ratio
    assert tile.height() == round(TILE_HEIGHT * ratio)
    image = tile.toImage()
    period = PERIODS[status] * ratio
    count = round(tile.width() / period)
    assert tile.width() == pytest.approx(count * period, abs=0.5)
    strongest = max(image.pixelColor(x, y).alpha() for x in range(12) for y in range(tile.height()))
    assert strongest > 150


def test_a_tile_is_drawn_once_in_the_colour_of_the_theme(light: None) -> None:
    tiles = Tiles()
    tile = tiles.get(Status.FALSE, 1.0)
    assert tiles.get(Status.FALSE, 1.0) is tile
    assert tile.toImage().pixelColor(5, 3) == theme().status[Status.FALSE].mark
