"""The shipped serif, and sizes that follow the user's font."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from claimdesk.paths import RESOURCES
from claimdesk.ui import fonts

FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))


def test_manuscript_is_set_in_the_shipped_serif(qapp: QApplication) -> None:
    assert fonts.manuscript_family() == "Source Serif 4"
    assert QFontInfo(fonts.manuscript_font()).family() == "Source Serif 4"


def test_italic_and_semibold_are_drawn_and_not_faked(qapp: QApplication) -> None:
    italic = QFontInfo(fonts.manuscript_font(italic=True))
    semibold = QFontInfo(fonts.manuscript_font(weight=QFont.Weight.DemiBold))
    assert (italic.styleName(), semibold.styleName()) == ("Italic", "Semibold")


def test_system_serif_stands_in_where_the_font_is_missing(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_FACES", ())
    assert fonts.manuscript_family.__wrapped__()


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_fonts_are_whole(qapp: QApplication, file: Path) -> None:
    raw = QRawFont(str(file), 17)
    assert all(raw.supportsCharacter(ord(char)) for char in "ÄßøőğșżЖяѓ„“–…")
    assert not raw.supportsCharacter(ord("語"))


def test_there_are_three_fonts_and_their_licence() -> None:
    assert len(FONTS) == 3
    assert "SIL Open Font License" in (RESOURCES / "fonts" / "LICENSE.md").read_text("utf-8")


def test_tabular_figures_have_one_width(qapp: QApplication) -> None:
    font = fonts.tabular(fonts.manuscript_font())
    metrics = QFontMetrics(font)
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("000")
    assert not fonts.manuscript_font().featureTags()


def test_sizes_follow_the_users_font(qapp: QApplication) -> None:
    before = qapp.font()
    larger = QFont(before)
    larger.setPixelSize(26)
    try:
        qapp.setFont(larger)
        assert fonts.interface_font(13).pixelSize() == 26
        assert fonts.manuscript_font(17).pixelSize() == 34
    finally:
        qapp.setFont(before)


def test_nothing_is_set_under_11_px(qapp: QApplication) -> None:
    assert fonts.interface_font(6).pixelSize() == 11
