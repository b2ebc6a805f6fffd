"""Type: Source Serif 4 for somebody's words, the system's font for what the desk says.

Sizes are those of the drawings, where the system's font measures 13 px; they grow and shrink with
the font that the user has set, but never below 11 px.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from claimdesk.paths import RESOURCES

BODY, SMALL, META = 13, 12, 11
MANUSCRIPT, MANUSCRIPT_LINE = 17, 28
EXCERPT = 14

_DRAWN_BODY = 13
_SMALLEST = 11
_FACES = ("Regular", "It", "Semibold")


@cache
def manuscript_family() -> str:
    """The serif's family, loaded when first asked for; the system's serif where it fails."""
    families: list[str] = []
    for face in _FACES:
        file = RESOURCES / "fonts" / f"SourceSerif4-{face}.ttf"
        loaded = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(loaded)
    return families[0] if families else QFontInfo(_any_serif()).family()


def manuscript_font(
    pixels: float = MANUSCRIPT, *, italic: bool = False, weight: QFont.Weight = QFont.Weight.Normal
) -> QFont:
    """The serif at a drawn size."""
    font = _any_serif()
    font.setFamily(manuscript_family())
    return _set(font, pixels, weight, italic=italic)


def interface_font(pixels: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The system's font at a drawn size."""
    return _set(QGuiApplication.font(), pixels, weight)


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, for columns."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even


def _any_serif() -> QFont:
    font = QFont()
    font.setStyleHint(QFont.StyleHint.Serif)
    return font


def scaled(pixels: float) -> int:
    """A drawn size in the user's pixels."""
    return round(pixels * QFontInfo(QGuiApplication.font()).pixelSize() / _DRAWN_BODY)


def _set(font: QFont, pixels: float, weight: QFont.Weight, *, italic: bool = False) -> QFont:
    font.setPixelSize(max(_SMALLEST, scaled(pixels)))
    font.setWeight(weight)
    font.setItalic(italic)
    return font
