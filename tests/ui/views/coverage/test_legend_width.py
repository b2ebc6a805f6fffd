"""The legend over the text tells what it means at any width."""

import pytest
from pytestqt.qtbot import QtBot

from claimdesk.domain.coverage import SentenceState
from claimdesk.i18n import LANGUAGES, use_language
from claimdesk.ui.views.coverage.legend import CoverageLegend


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [420, 640, 860, 1200])
def test_no_words_are_cut(qtbot: QtBot, language: str, width: int) -> None:
    use_language(language)
    legend = CoverageLegend()
    use_language("en")
    qtbot.addWidget(legend)
    legend.show_counts(dict.fromkeys(SentenceState, 120))
    legend.resize(width, legend.heightForWidth(width))
    legend.show()
    qtbot.waitExposed(legend)
    for entry in legend.entries.values():
        assert entry.words.elided() == entry.words.text()
        assert legend.rect().contains(entry.geometry())
        assert not entry.geometry().intersects(legend.bar.geometry())
