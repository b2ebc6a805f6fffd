"""A manuscript with a text of our own making, shown at a fixed size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.claim import Passage
from claimdesk.ui import theme
from claimdesk.ui.views.manuscript import ManuscriptView

TEXT = (
    "Der Donaudampfschifffahrtsgesellschaftskapitän fuhr 7\u00a0000 Meilen 🚢 bis Ybbs.\n\n"
    "Sein Schiff hatte zwölf Kabinen, drei davon ohne Fenster, und einen Salon, in dem an "
    "Sonntagen eine Kapelle aus fünf Musikern spielte.\n"
    "Am Ende blieb ein Anleger."
)


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    """Every test starts in the light and leaves it so."""
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def manuscript(qtbot: QtBot, light: None) -> Callable[..., ManuscriptView]:
    """Makes a view that shows a text and passages."""

    def make(*passages: Passage, text: str = TEXT, width: int = 700, title: str = "Titel 🚢"):
        view = ManuscriptView()
        qtbot.addWidget(view)
        view.resize(width, 420)
        view.set_text(text, title)
        view.set_passages(passages)
        view.show()
        qtbot.waitExposed(view)
        QApplication.processEvents()
        return view

    return make
