from pytestqt.qtbot import QtBot

from claimdesk.domain.coverage import SentenceState
from claimdesk.ui import theme
from claimdesk.ui.views.coverage.legend import CoverageLegend

COUNTS = {
    SentenceState.CHECKED: 75,
    SentenceState.OPEN: 82,
    SentenceState.NO_FACT: 6,
    SentenceState.NOT_LOOKED_AT: 5,
    SentenceState.NOT_ARTICLE: 9,
}


def test_each_state_has_its_number_and_its_share(qtbot: QtBot) -> None:
    legend = CoverageLegend()
    qtbot.addWidget(legend)
    legend.show_counts(COUNTS)
    legend.resize(760, legend.sizeHint().height())
    legend.show()
    qtbot.waitExposed(legend)
    numbers = {state: entry.count.text() for state, entry in legend.entries.items()}
    assert numbers == {
        SentenceState.CHECKED: "75",
        SentenceState.OPEN: "82",
        SentenceState.NO_FACT: "6",
        SentenceState.NOT_LOOKED_AT: "5",
    }
    image = legend.bar.grab().toImage()
    seen = sum(image.pixelColor(x, 4) == theme.theme().unseen_mark for x in range(image.width()))
    assert abs(seen - image.width() * 5 / 168) < 8
    assert "5 not looked at" in legend.bar.accessibleDescription()


def test_nothing_to_count_is_drawn_too(qtbot: QtBot) -> None:
    legend = CoverageLegend()
    qtbot.addWidget(legend)
    legend.show_counts({})
    assert not legend.grab().isNull()
