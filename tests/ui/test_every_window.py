"""What holds for every window and dialog, whichever it is: names for those who hear it, words in
one language, and room for all of them, at 100 % and 200 %."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)

from claimdesk import i18n
from claimdesk.ui.widgets.elided_label import ElidedLabel

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

import windows

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (grabbing the keyboard|raise)", extend=True
)
"""Of menus and windows that come to the front, which the offscreen platform cannot."""

OWN_NAMES = {"English", "Deutsch"}
"""A language stands in its own words, so that who chose a wrong one finds back."""

QT_ENGLISH = {"ok", "cancel", "close", "save", "open", "yes", "no", "apply", "discard", "help"}
"""What Qt writes on buttons; 'OK' is German, too."""

SHAPES = [("de", 1), ("de", 2), ("en", 1), ("en", 2)]


@dataclass
class Found:
    """What was wrong in one walk, by what it is; and which dialogs were seen."""

    unnamed: set[str] = field(default_factory=set)
    clipped: set[str] = field(default_factory=set)
    foreign: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    dialogs: set[type] = field(default_factory=set)


@pytest.fixture(scope="module")
def walked(
    qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str, int], Found]]:
    """What a walk through all windows found, each walk done once."""

    @cache
    def walked(language: str, scale: int) -> Found:
        folder = tmp_path_factory.mktemp("walk")
        desk = folder / "desk.claimdesk"
        shutil.copyfile(sample_file, desk)
        found = Found()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("CLAIMDESK_HOME", str(folder / "user"))
            with windows.main_window(desk, language=language, scale=scale) as window:
                for name, opened in windows.walk(window):
                    _look_at(name, opened, found, language)
            with windows.main_window(None, language=language, scale=scale) as window:
                _look_at("welcome", window, found, language)
        return found

    yield walked
    walked.cache_clear()


def _look_at(name: str, opened: QWidget, found: Found, language: str) -> None:
    if isinstance(opened, QDialog):
        found.dialogs.add(type(opened))
    foreign = isinstance(opened, QFileDialog)  # Qt's own, but its words must be in our language
    for widget in (opened, *opened.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        where = f"{name}: {_called(widget)}"
        if language == "de":
            found.foreign |= {f"{where}: {words!r}" for words in _words(widget) if _english(words)}
        if foreign:
            continue
        if _takes_focus(widget) and not _name(widget):
            found.unnamed.add(where)
        if (lack := _lack(widget) or _cut_off(widget)) and not _scrolled_away(widget):
            found.clipped.add(f"{where}: {lack}")
        if isinstance(widget, QAbstractItemView):
            found.silent |= {f"{where}: {row}" for row in _silent_rows(widget)}


def _called(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = str(text())[:40] if callable(text) else widget.objectName()
    parents = [type(widget.parentWidget()).__name__] if widget.parentWidget() else []
    return "/".join([*parents, type(widget).__name__]) + f" {words!r}"


# named


def _takes_focus(widget: QWidget) -> bool:
    if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollBar):
        return False
    parent = widget.parentWidget()
    inside = isinstance(parent, QComboBox | QAbstractSpinBox) or widget.isWindow()
    return not inside and not widget.objectName().startswith("qt_")


def _name(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told else ""


def _silent_rows(view: QAbstractItemView) -> list[int]:
    """Rows, of the first few, that a screen reader is told nothing of."""
    model, role = view.model(), Qt.ItemDataRole.AccessibleTextRole
    rows = range(min(20, model.rowCount() if model else 0))
    if isinstance(view.parentWidget(), QComboBox) or view.objectName().startswith("qt_"):
        return []
    if type(view).__module__.startswith("PySide6") and type(model).__module__.startswith("PySide6"):
        role = Qt.ItemDataRole.DisplayRole  # Qt's own items are read by what they show
    return [row for row in rows if not str(model.index(row, 0).data(role) or "").strip()]


# clipped


def _lack(widget: QWidget) -> str:
    """What does not fit, in words; empty where all does."""
    if isinstance(widget, QLabel):
        return _lack_of_label(widget)
    if isinstance(widget, QPushButton | QToolButton) and widget.text():
        return _lack_of_button(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        wanted = widget.sizeHint()
        return _compared(wanted.width(), wanted.height() - 4, widget)
    if isinstance(widget, QLineEdit) and not widget.text() and not widget.toolTip():
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 4
        return _compared(needed, 0, widget)
    return ""


def _lack_of_label(label: QLabel) -> str:
    if isinstance(label, ElidedLabel) or not label.text() or label.minimumWidth() == 0:
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        lowest = label.fontMetrics().height()
        return _compared(0, max(min(needed, 10**6), lowest), label)
    wanted = label.sizeHint()
    return _compared(wanted.width(), wanted.height(), label)


def _lack_of_button(button: QPushButton | QToolButton) -> str:
    if (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    ):
        return ""
    words = button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
    size = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    return _compared(size.width() + icon, size.height(), button)


def _compared(width: int, height: int, widget: QWidget) -> str:
    has = widget.size()
    if width > has.width() or height > has.height():
        return f"needs {width} x {height}, has {has.width()} x {has.height()}"
    return ""


def _cut_off(widget: QWidget) -> str:
    """Whether it stands beyond the side of an area that cannot be scrolled sideways."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return ""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None or area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return ""
    right = widget.mapTo(area.viewport(), QPoint(widget.width(), 0)).x()
    return (
        f"ends at {right} of {area.viewport().width()}" if right > area.viewport().width() else ""
    )


def _scrolled_away(widget: QWidget) -> bool:
    return widget.visibleRegion().isEmpty()


# words


@cache
def _translated() -> dict[str, str]:
    """German by English, where they differ."""
    catalogue = i18n._catalogue("de")
    pairs = catalogue._catalog.items()  # type: ignore[attr-defined]  the only way to list them
    words = {key: text for key, text in pairs if isinstance(key, str) and key}
    return {key.split("\4")[-1]: text for key, text in words.items() if key != text}


def _english(words: str) -> bool:
    plain = words.replace("&", "").strip()
    if plain in OWN_NAMES:
        return False
    german = _translated().values()
    if words in german or plain in german:
        return False
    known = words in _translated() and len(words) > 1
    return known or (plain.lower() in QT_ENGLISH and plain != "OK")


def _words(widget: QWidget) -> set[str]:
    asked = ("text", "title", "placeholderText", "toolTip", "windowTitle", "accessibleName")
    gave = [getattr(widget, name, None) for name in asked]
    said = {str(give()) for give in gave if callable(give) and _plain(give)}
    said |= {action.text() for action in widget.actions() if isinstance(action, QAction)}
    if isinstance(widget, QComboBox):
        said |= {widget.itemText(place) for place in range(widget.count())}
    return {words for words in said if words.strip()}


def _plain(give: Callable[[], object]) -> bool:
    try:
        return isinstance(give(), str)
    except TypeError:
        return False


# tests


@pytest.mark.parametrize(("language", "scale"), SHAPES)
def test_whatever_takes_the_focus_has_a_name(
    walked: Callable[[str, int], Found], language: str, scale: int
) -> None:
    assert sorted(walked(language, scale).unnamed) == []


@pytest.mark.parametrize(("language", "scale"), SHAPES)
def test_nothing_is_clipped(walked: Callable[[str, int], Found], language: str, scale: int) -> None:
    found = sorted(walked(language, scale).clipped)
    assert not found, "\n".join(found)


def test_no_english_stands_in_german(walked: Callable[[str, int], Found]) -> None:
    assert sorted(walked("de", 1).foreign) == []


def test_every_row_can_be_heard(walked: Callable[[str, int], Found]) -> None:
    assert sorted(walked("de", 1).silent) == []


def test_the_walk_sees_every_dialog(walked: Callable[[str, int], Found]) -> None:
    assert {kind.__name__ for kind in windows.dialogs() - walked("de", 1).dialogs} == set()
