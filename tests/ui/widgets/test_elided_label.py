"""Long words end in an ellipsis and tell the rest."""

from pytestqt.qtbot import QtBot

from claimdesk.ui.widgets.elided_label import ElidedLabel

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def label(qtbot: QtBot, width: int) -> ElidedLabel:
    made = ElidedLabel(LONG)
    qtbot.addWidget(made)
    made.resize(width, 20)
    made.show()
    return made


def test_too_long_a_word_ends_in_an_ellipsis_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    narrow = label(qtbot, 100)
    assert narrow.elided().endswith("…")
    assert LONG in narrow.toolTip()
    narrow.close()


def test_word_that_fits_has_no_tooltip(qtbot: QtBot) -> None:
    wide = label(qtbot, 900)
    assert wide.elided() == LONG
    assert wide.toolTip() == ""
    wide.close()


def test_tooltip_follows_text_and_width(qtbot: QtBot) -> None:
    narrow = label(qtbot, 100)
    narrow.setText("kurz")
    assert narrow.toolTip() == ""
    narrow.setText(LONG)
    assert LONG in narrow.toolTip()
    narrow.resize(900, 20)
    assert narrow.toolTip() == ""
    narrow.close()


def test_it_can_be_made_narrower_than_its_words(qtbot: QtBot) -> None:
    made = label(qtbot, 100)
    assert made.minimumSizeHint().width() < 60 < made.sizeHint().width()
    made.close()


def test_what_is_painted_is_what_fits(qtbot: QtBot) -> None:
    narrow = label(qtbot, 100)
    before = narrow.grab().toImage()
    narrow.setText(narrow.elided())
    assert narrow.grab().toImage() == before
    narrow.close()
