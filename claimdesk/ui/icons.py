"""Icons: shipped SVGs in the colour asked for, drawn once a size, colour and pixel ratio.

The files draw in `currentColor`, a word that Qt's SVG reader takes for black, so it is replaced
before reading. Drawn pixmaps lie in QPixmapCache, which dies with the application and not after
it. Icons of controls take the colours of the theme that is in force when they are made: ask anew
on theme.notifier.changed. (A QIconEngine would draw late and follow by itself, but one written in
Python crashes PySide 6.11 once Qt clones it.)
"""

from functools import cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache

from claimdesk.domain.claim import Badge
from claimdesk.domain.source import Stance
from claimdesk.domain.status import Status
from claimdesk.paths import RESOURCES
from claimdesk.ui.theme import theme

_CONTROL_SIZES = (16,)
_STATUS_SIZES = (14, 16)
"""The sizes an icon carries: as few as can be, since all are drawn before the window opens. Qt
never scales one up, so that a toolbar of larger icons shows them sharp, with room around."""

_BADGES = {
    Badge.OPEN_QUESTION: "message-question",
    Badge.CORRECTION_PROPOSED: "pencil",
    Badge.CORRECTION_ACCEPTED: "pencil-check",
    Badge.CORRECTION_DECLINED: "pencil-x",
    Badge.PASSAGE_DROPPED: "trash",
    Badge.PASSAGE_CHANGED: "delta",
    Badge.NO_EVIDENCE: "unlink",
    Badge.ONLY_SECONDARY: "versions",
    Badge.LEAD: "bulb",
    Badge.SNAPSHOT: "archive",
}

_STANCES = {
    Stance.SUPPORTS: ("circle-plus", Status.VERIFIED),
    Stance.REFUTES: ("circle-minus", Status.FALSE),
    Stance.QUALIFIES: ("circle-half-2", Status.VERIFIED_WITH_CAVEAT),
    Stance.CONTEXT: ("info-circle", Status.UNCHECKED),
}


def pixmap(
    name: str, size: int, colour: QColor, ratio: float = 1.0, ground: QColor | None = None
) -> QPixmap:
    """A square picture, `size` device independent pixels wide; opaque where a ground is given."""
    beneath = ground.rgba() if ground else 0
    key = f"claimdesk {name} {size} {colour.rgba():x} {ratio:.3f} {beneath:x}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _drawn(name, size, colour, ratio, ground)
        QPixmapCache.insert(key, found)
    return found


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """An icon for a control, in the secondary text colour unless told."""
    return _carrying(name, colour or theme().text2, _CONTROL_SIZES)


def status_icon(status: Status) -> QIcon:
    """A status as an icon."""
    return _carrying(_status_name(status), theme().status[status].mark, _STATUS_SIZES)


def status_pixmap(status: Status, size: int, ratio: float = 1.0) -> QPixmap:
    """A status, in its colour."""
    return pixmap(_status_name(status), size, theme().status[status].mark, ratio)


def badge_name(badge: Badge) -> str:
    """The file that draws a badge."""
    return _BADGES[badge]


def badge_pixmap(badge: Badge, size: int, ratio: float = 1.0) -> QPixmap:
    """A badge; never coloured, so that only statuses are."""
    return pixmap(_BADGES[badge], size, theme().text2, ratio)


def stance_pixmap(stance: Stance, size: int, ratio: float = 1.0) -> QPixmap:
    """What a source says to a claim, in the colour of the status it speaks for."""
    name, kin = _STANCES[stance]
    return pixmap(name, size, theme().status[kin].mark, ratio)


def application_icon() -> QIcon:
    """Claimdesk's own icon, which Qt draws from its file when somebody asks for it."""
    return QIcon(str(RESOURCES / "icons" / "claimdesk.svg"))


def _carrying(name: str, colour: QColor, sizes: tuple[int, ...]) -> QIcon:
    made = QIcon()
    for size in sizes:
        drawn = pixmap(name, size, colour, _sharpest_ratio())
        made.addPixmap(drawn)
        made.addPixmap(_faded(drawn), QIcon.Mode.Disabled)
    return made


def _faded(drawn: QPixmap) -> QPixmap:
    """Its shape in the grey of disabled words; Qt's own way to disable hardly shows in dark."""
    faded = QPixmap(drawn)
    painter = QPainter(faded)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(faded.rect(), theme().line_strong)
    painter.end()
    return faded


def _status_name(status: Status) -> str:
    return f"status/{status.value}"


def _sharpest_ratio() -> float:
    """That of the best screen: an icon does not know where it will be shown."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


@cache
def _source(name: str) -> bytes:
    return (RESOURCES / "icons" / f"{name}.svg").read_bytes()


def _drawn(name: str, size: int, colour: QColor, ratio: float, ground: QColor | None) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # a library that the first icon needs

    side = round(size * ratio)
    drawn = QPixmap(QSize(side, side))
    drawn.fill(ground or Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(_source(name).replace(b"currentColor", colour.name().encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
