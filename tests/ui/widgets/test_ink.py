"""Controls that write in a colour of the theme."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from claimdesk.ui.theme import apply, theme
from claimdesk.ui.widgets.ink import ink


def test_words_follow_the_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("90 of 180")
    qtbot.addWidget(label)
    ink(label, "text3")
    for scheme in ("dark", "light"):
        apply(qapp, scheme)
        assert label.palette().color(QPalette.ColorRole.WindowText) == theme().text3
        assert label.palette().color(QPalette.ColorRole.Window) == theme().window


def test_disabled_words_still_look_disabled(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("90 of 180")
    qtbot.addWidget(label)
    before = label.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    ink(label, "danger")
    after = label.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    assert after == before != theme().danger


def test_a_widget_that_is_gone_is_forgotten(qapp: QApplication) -> None:
    label = QLabel("90 of 180")
    ink(label, "text3")
    label.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del label
    gc.collect()
    apply(qapp, "dark")
    apply(qapp, "light")
