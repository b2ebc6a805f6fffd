"""The theme in force: the tokens as colours, and the palette made of them.

Everything painted by us asks theme() when it paints and repaints on notifier.changed, so that
nothing keeps a colour of yesterday's scheme. Standard controls know only QPalette. Under the
system's high contrast the system's palette rules and the theme is drawn from it; icons and
underlines then carry the statuses alone.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from claimdesk.domain.status import Status
from claimdesk.ui.colours import DARK, LIGHT

SCHEMES = ("system", "light", "dark")

_NATIVE_STYLES = ("macos", "windows11")
"""The platform styles that draw light and dark from a palette; elsewhere Fusion does."""

_FIELDS = ("QLineEdit", "QTextEdit", "QPlainTextEdit", "QAbstractSpinBox")
_OUTLINED = (*_FIELDS, "QComboBox", "QCheckBox", "QRadioButton")

_FUSION_OUTLINE = 140
"""Fusion outlines a control in its palette's Window colour, darkened by this percentage; in dark
colours that is invisible. A class with a Window colour of its own gets the outline we want."""


class StatusColours(NamedTuple):
    """What a status is drawn in: icon and underline, label, passage, chosen passage or button."""

    mark: QColor
    text: QColor
    fill: QColor
    strong: QColor


class Theme(NamedTuple):
    """The colours of one scheme, named by where they stand."""

    name: str
    dark: bool
    status: Mapping[Status, StatusColours]
    window: QColor
    paper: QColor
    sunken: QColor
    card: QColor
    line: QColor
    line_strong: QColor
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    selection: QColor
    focus: QColor
    danger: QColor
    unseen: QColor
    unseen_mark: QColor
    ins: QColor
    dele: QColor


@cache
def _shipped(name: str) -> Theme:
    tokens = {"light": LIGHT, "dark": DARK}[name]
    status = {
        status: StatusColours(*(QColor(value) for value in values))
        for status, values in tokens.status.items()
    }
    neutral = {place: QColor(value) for place, value in tokens.neutral.items()}
    return Theme(name=name, dark=name == "dark", status=status, **neutral)


def from_palette(palette: QPalette) -> Theme:
    """The theme of a system in high contrast: its own few colours, and no fills."""
    text, paper = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    accent = palette.color(QPalette.ColorRole.Highlight)
    window = palette.color(QPalette.ColorRole.Window)
    places = {
        **dict.fromkeys(("window", "sunken", "card"), window),
        **dict.fromkeys(("paper", "selection", "unseen", "ins", "dele"), paper),
        **dict.fromkeys(("line", "line_strong", "text", "text2", "text3"), text),
        **dict.fromkeys(("danger", "unseen_mark"), text),
        **dict.fromkeys(("accent", "focus"), accent),
    }
    status = dict.fromkeys(Status, StatusColours(mark=text, text=text, fill=paper, strong=paper))
    dark = paper.lightness() < text.lightness()
    return Theme(name="dark" if dark else "light", dark=dark, status=status, **places)


class Notifier(QObject):
    """Holds the theme in force and tells when another took its place."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = _shipped("light")
        self.scheme = "system"
        self._follows: QStyleHints | None = None

    def follow(self, hints: QStyleHints) -> None:
        """Listen to the system, once an application."""
        if self._follows is hints:
            return
        self._follows = hints
        hints.colorSchemeChanged.connect(self._refresh)
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    def _refresh(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            _take(application)


notifier = Notifier()


def theme() -> Theme:
    """The theme in force; light until one was applied."""
    return notifier.theme


def apply(application: QApplication, scheme: str = "system") -> None:
    """Set style and palette, for one of SCHEMES, and follow the system where it is left to it."""
    if scheme not in SCHEMES:
        raise ValueError(scheme)
    notifier.scheme = scheme
    if application.style().name() not in (*_NATIVE_STYLES, "fusion"):
        application.setStyle("Fusion")
    hints = application.styleHints()
    notifier.follow(hints)
    hints.setColorScheme(
        {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(
            scheme, Qt.ColorScheme.Unknown
        )
    )
    _take(application)


def _take(application: QApplication) -> None:
    chosen = _wanted(application)
    if chosen is None:
        application.setPalette(QPalette())
        chosen = from_palette(application.palette())
    else:
        _paint_with(application, chosen)
    if chosen != notifier.theme:
        notifier.theme = chosen
        notifier.changed.emit()


def _wanted(application: QApplication) -> Theme | None:
    """The theme that scheme and system ask for; None where the system's own colours must rule."""
    hints = application.styleHints()
    if _high_contrast(hints):
        return None
    if notifier.scheme != "system":
        return _shipped(notifier.scheme)
    return _shipped("dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light")


def _high_contrast(hints: QStyleHints) -> bool:
    if not hasattr(hints, "accessibility"):  # Qt 6.10
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _paint_with(application: QApplication, chosen: Theme) -> None:
    palette = palette_of(chosen)
    application.setPalette(palette)
    if application.style().name() == "fusion":
        palette.setColor(QPalette.ColorRole.Window, outlined(chosen))
        _set_for(application, palette, _OUTLINED)
    palette.setColor(QPalette.ColorRole.Highlight, chosen.accent)
    palette.setColor(QPalette.ColorRole.HighlightedText, chosen.paper)
    _set_for(application, palette, _FIELDS)


def outlined(chosen: Theme) -> QColor:
    """The Window colour of a control whose outline has to be seen."""
    return chosen.line_strong.lighter(_FUSION_OUTLINE)


def _set_for(application: QApplication, palette: QPalette, classes: tuple[str, ...]) -> None:
    for name in classes:
        application.setPalette(palette, name)  # type: ignore[arg-type]  # it takes str, not bytes


def palette_of(chosen: Theme) -> QPalette:
    """What standard controls are drawn in."""
    palette = QPalette()
    for role, colour in _roles(chosen).items():
        palette.setColor(role, colour)
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, chosen.line_strong)
    return palette


_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
    QPalette.ColorRole.Link,
)


def _roles(chosen: Theme) -> Mapping[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.paper,
        role.AlternateBase: chosen.card,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.text3,
        role.Button: chosen.card,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.danger,
        role.ToolTipBase: chosen.card,
        role.ToolTipText: chosen.text,
        role.Highlight: chosen.selection,
        role.HighlightedText: chosen.text,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Light: chosen.paper.lighter(110),
        role.Midlight: chosen.line,
        role.Mid: chosen.line,
        role.Dark: chosen.line_strong,
        role.Shadow: chosen.sunken if chosen.dark else chosen.line_strong,
    }
