"""Who one is, and how the window speaks and looks. There is nothing to confirm: each choice takes
effect at once."""

import os
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from claimdesk import settings
from claimdesk.domain.person import Person, system_person
from claimdesk.i18n import _
from claimdesk.settings import Settings
from claimdesk.ui.dialogs.sizes import at_least
from claimdesk.ui.fonts import BODY, SMALL, interface_font
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.workspace import TEXT_SIZE, TEXT_SIZES

_WIDTH = 460


class SettingsDialog(QDialog):
    """Tells what was chosen; it keeps nothing itself."""

    changed = Signal(Settings)
    text_size_wanted = Signal(int)
    arrangement_wanted = Signal(str)
    backups_wanted = Signal()

    def __init__(
        self,
        text_size: int | None,
        arrangement: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """'text_size' and 'arrangement' are those of the open desk, None where none is open."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        self._held = settings.read()
        self.name, self.initials = QLineEdit(self), QLineEdit(self)
        self.language, self.theme, self.text_size, self.arrangement = (
            QComboBox(self) for _place in range(4)
        )
        self.backups = QPushButton(_("&Backups …"), self)
        self.backups.setAutoDefault(False)
        self.backups.setEnabled(text_size is not None)
        self.backups.clicked.connect(self._show_backups)
        self._fill_person()
        self._fill_choices(text_size)
        self._fill_arrangement(arrangement)
        self._put_together()

    # what can be chosen

    def _fill_person(self) -> None:
        self.name.setText(self._held.name)
        self.name.setPlaceholderText(system_person().name)
        self.initials.setText(self._held.initials)
        self.initials.setMaxLength(6)
        self._suggest_initials()
        self.name.textEdited.connect(self._suggest_initials)
        for field in (self.name, self.initials):
            field.editingFinished.connect(self._tell)
            field.setEnabled("CLAIMDESK_PERSON" not in os.environ)

    def _suggest_initials(self) -> None:
        named = self.name.text().strip()
        person = Person.named(named) if named else system_person()
        self.initials.setPlaceholderText(person.initials)

    def _fill_choices(self, text_size: int | None) -> None:
        # Each language in its own words, so that who chose a wrong one finds back.
        languages = {"": _("As the system"), "de": "Deutsch", "en": "English"}
        themes = {"": _("As the system"), "light": _("Light"), "dark": _("Dark")}
        _fill(self.language, languages, self._held.language)
        _fill(self.theme, themes, self._held.theme)
        for box in (self.language, self.theme):
            box.currentIndexChanged.connect(self._tell)
        self.language.setEnabled(not os.environ.get("CLAIMDESK_LANG"))
        for size in TEXT_SIZES:
            usual = size == TEXT_SIZE
            self.text_size.addItem(_("{size} (usual)").format(size=size) if usual else str(size))
        self.text_size.setCurrentIndex(TEXT_SIZES.index(text_size or TEXT_SIZE))
        self.text_size.setEnabled(text_size is not None)
        self.text_size.currentIndexChanged.connect(
            lambda place: self.text_size_wanted.emit(TEXT_SIZES[place])
        )

    def _fill_arrangement(self, arrangement: str | None) -> None:
        places = {
            "auto": _("As fits the window"),
            "below": _("Below the text"),
            "left": _("Left of the text"),
        }
        _fill(self.arrangement, places, arrangement or "auto")
        self.arrangement.setEnabled(arrangement is not None)
        self.arrangement.currentIndexChanged.connect(
            lambda: self.arrangement_wanted.emit(self.arrangement.currentData())
        )

    def _show_backups(self) -> None:
        self._tell()
        self.done(QDialog.DialogCode.Accepted)
        self.backups_wanted.emit()

    def _tell(self) -> None:
        chosen = Settings(
            " ".join(self.name.text().split()),
            self.initials.text().strip(),
            self.language.currentData(),
            self.theme.currentData(),
        )
        if chosen != self._held:
            self._held = chosen
            self.changed.emit(chosen)

    def take_place_of(self, other: "SettingsDialog") -> None:
        """Come in place of the one that was made in another language and is to go: at the same
        field."""
        self.open()
        self.move(other.pos())
        if other.language.hasFocus():
            self.language.setFocus()
        other.done(QDialog.DialogCode.Accepted)

    def reject(self) -> None:
        """Esc in a field is no way to lose a name that was typed."""
        self._tell()
        super().reject()

    # how it looks

    def _put_together(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self._head(_("You")))
        self._add(form, _("&Name"), self.name)
        self._add(form, _("&Initials"), self.initials)
        form.addRow("", self._hint(_said_of_the_person()))
        form.addRow(self._head(_("Window")))
        self._add(form, _("&Language"), self.language)
        if not self.language.isEnabled():
            form.addRow("", self._hint(_("The variable CLAIMDESK_LANG decides.")))
        self._add(form, _("&Theme"), self.theme)
        self._add(form, _("&Manuscript letters"), self.text_size)
        self._add(form, _("List of &claims"), self.arrangement)
        form.addRow(self._head(_("Backups")))
        form.addRow("", self._hint(_said_of_backups()))
        form.addRow("", self.backups)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(16)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(buttons)
        at_least(self, _WIDTH)

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        field.setAccessibleName(words.replace("&", ""))
        form.addRow(label, field)

    def _head(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setFont(interface_font(BODY, QFont.Weight.DemiBold))
        label.setContentsMargins(0, 4, 0, 0)
        return label

    def _hint(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setFont(interface_font(SMALL))
        ink(label, "text2")
        return label


def _said_of_the_person() -> str:
    if "CLAIMDESK_PERSON" in os.environ:
        return _("The variable CLAIMDESK_PERSON decides.")
    return _("Stands beside everything you do from now on, in the history and in reports.")


def _said_of_backups() -> str:
    return _(
        "A copy of the desk is kept every 30 minutes while you work and when you close it; older "
        "ones are thinned out by themselves."
    )


def _fill(box: QComboBox, choices: Mapping[str, str], chosen: str) -> None:
    for word, shown in choices.items():
        box.addItem(shown, word)
    box.setCurrentIndex(max(0, box.findData(chosen)))
