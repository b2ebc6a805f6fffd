"""The window without a desk: says what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from claimdesk.i18n import _


class Welcome(QWidget):
    """One question, three answers."""

    wanted = Signal(str)
    """The id of an action."""

    def __init__(self) -> None:
        super().__init__()
        question = QLabel(_("Which desk do you want to work on?"))
        font = question.font()
        font.setPixelSize(22)
        font.setWeight(font.Weight.DemiBold)
        question.setFont(font)
        hint = QLabel(_("A desk is one file that holds articles, claims, sources and notes."))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label in (question, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addSpacing(16)
        layout.addLayout(self._answers())
        layout.addStretch(3)

    def _answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for name, words in (
            ("open_desk", _("Open a desk …")),
            ("new_desk", _("New desk …")),
            ("open_sample", _("Look at the sample")),
        ):
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            row.addWidget(button)
        row.addStretch()
        return row
