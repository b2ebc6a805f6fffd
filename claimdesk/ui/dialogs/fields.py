"""Fields that the dialogs share."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.when import date_examples, date_obstacle, partial_date, read_day
from claimdesk.ui.widgets.hint import hint
from claimdesk.ui.widgets.ink import ink


class Labelled(Protocol):
    """A word of a scale that has a name in the language spoken."""

    @property
    def label(self) -> str:
        """Its name."""
        ...


_Word = TypeVar("_Word", bound=Labelled)

_FEWEST_LETTERS = 12


class Line(QLineEdit):
    """One line of words."""

    def __init__(self, name: str, words: str | None = "", parent: QWidget | None = None) -> None:
        super().__init__(words or "", parent)
        self.setAccessibleName(name)
        self.setCursorPosition(0)

    @property
    def words(self) -> str:
        """What is typed, without blanks around it."""
        return self.text().strip()

    @property
    def words_or_none(self) -> str | None:
        """The same, None where nothing is typed."""
        return self.words or None


class Lines(QPlainTextEdit):
    """Several lines of words; Tab leaves them."""

    def __init__(
        self, name: str, words: str | None = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(words or "", parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        margins = 2 * (self.frameWidth() + self.document().documentMargin())
        self._lowest = round(self.fontMetrics().lineSpacing() * lines + margins)
        self.setMinimumHeight(self._lowest)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._lowest)

    @property
    def words(self) -> str:
        """What is typed, without blanks around it."""
        return self.toPlainText().strip()

    @property
    def words_or_none(self) -> str | None:
        """The same, None where nothing is typed."""
        return self.words or None


class DateLine(QWidget):
    """A year, month or day, shown as the language spoken writes it; what is wrong with it stands
    below."""

    changed = Signal()

    def __init__(self, name: str, held: str | None = "", parent: QWidget | None = None) -> None:
        """'held' is a partial date (ISO 8601), as the field gives it back."""
        super().__init__(parent)
        self.line = Line(name, parent=self)
        hint(self.line, date_examples())
        self.line.textChanged.connect(self._look)
        self.line.editingFinished.connect(self._write_out)
        self.warning = note(self)
        ink(self.warning, "danger")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addWidget(self.line)
        whole.addWidget(self.warning)
        self.setFocusProxy(self.line)
        self.show_date(held)
        self._look()

    def show_date(self, held: str | None) -> None:
        """Show a partial date (ISO 8601)."""
        self.line.setText(partial_date(held or ""))
        self.line.setCursorPosition(0)

    @property
    def date_or_none(self) -> str | None:
        """The date (ISO 8601), None where none is typed."""
        return read_day(self.line.words)

    def obstacle(self) -> str:
        """Why it is no date; empty where it is one or nothing."""
        return date_obstacle(self.line.text())

    def _write_out(self) -> None:
        """So that one sees how '24.11.26' was understood."""
        if (date := self.date_or_none) is not None and self.line.text() != partial_date(date):
            self.show_date(date)

    def _look(self) -> None:
        obstacle = self.obstacle()
        self.warning.setText(obstacle)
        self.warning.setVisible(bool(obstacle))
        self.changed.emit()


class Choice(QComboBox, Generic[_Word]):
    """One of the words of a scale."""

    def __init__(
        self, name: str, words: Iterable[_Word], chosen: _Word, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._words = list(words)
        for word in self._words:
            self.addItem(word.label)
        self.setCurrentIndex(self._words.index(chosen))

    @property
    def chosen(self) -> _Word:
        """The word that is shown."""
        return self._words[self.currentIndex()]

    def choose(self, word: _Word) -> None:
        """Show one."""
        self.setCurrentIndex(self._words.index(word))


class Radios(QWidget, Generic[_Word]):
    """Few choices, all in sight."""

    def __init__(
        self, name: str, choices: Iterable[tuple[_Word, str]], chosen: _Word, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._words: list[_Word] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for word, label in choices:
            button = QRadioButton(label, self)
            button.setAccessibleName(f"{name}: {label}".replace("&", ""))
            button.setChecked(word == chosen)
            self._group.addButton(button, len(self._words))
            self._words.append(word)
            row.addWidget(button)
        row.addStretch(1)

    @property
    def chosen(self) -> _Word:
        """The word that is chosen."""
        return self._words[self._group.checkedId()]

    def choose(self, word: _Word) -> None:
        """Choose one."""
        self._group.button(self._words.index(word)).setChecked(True)


def widen(combo: QComboBox) -> None:
    """Let it be as wide as there is room, whatever its words."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(_FEWEST_LETTERS)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def note(parent: QWidget | None = None) -> QLabel:
    """A small sentence below a field."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(interface_font(SMALL))
    return label


def form() -> QFormLayout:
    """Names at the left, fields at the right, on every platform."""
    layout = QFormLayout()
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    layout.setHorizontalSpacing(10)
    layout.setVerticalSpacing(8)
    return layout


def side_by_side(*fields: QWidget | str) -> QHBoxLayout:
    """Fields in one row, with the names between them."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for field in fields:
        if isinstance(field, str):
            row.addWidget(_between(field), 0, Qt.AlignmentFlag.AlignTop)
        else:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _between(name: str) -> QLabel:
    """A name at the height of the words in the fields beside it."""
    label = QLabel(name)
    frame = QApplication.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth)
    label.setContentsMargins(0, frame + 2, 0, 0)
    return label
