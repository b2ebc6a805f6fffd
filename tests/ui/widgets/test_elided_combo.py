"""A choice that is too narrow for its words."""

from pytestqt.qtbot import QtBot

from claimdesk.ui.dialogs.fields import widen
from claimdesk.ui.widgets.elided_combo import ElidedCombo

LONG = "Fassung von „Der Seehafen Nordersiel verfehlt sein selbst gestecktes Klimaziel“"


def test_what_is_cut_off_ends_in_an_ellipsis_and_is_told_whole(qtbot: QtBot) -> None:
    combo = ElidedCombo()
    qtbot.addWidget(combo)
    widen(combo)
    combo.addItems([LONG, "Neuer Artikel"])
    combo.resize(220, combo.sizeHint().height())
    combo.show()
    shown = combo.elided()
    assert shown.endswith("…")
    assert combo.fontMetrics().horizontalAdvance(shown) < 220
    assert "Klimaziel" in combo.toolTip()
    cut = combo.grab().toImage()
    combo.setItemText(0, shown)
    assert combo.grab().toImage() == cut
    combo.setCurrentIndex(1)
    assert (combo.elided(), combo.toolTip()) == ("Neuer Artikel", "")
    combo.setCurrentIndex(0)
    combo.setItemText(0, LONG)
    combo.resize(2000, combo.height())
    assert (combo.elided(), combo.toolTip()) == (LONG, "")
