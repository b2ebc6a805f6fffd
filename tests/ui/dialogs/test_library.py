"""Finding a source while one types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from claimdesk.domain.source import Source, SourceData
from claimdesk.ui.dialogs.library import Library, LibraryModel, best_first, citation
from claimdesk.ui.dialogs.source_rows import SOURCE, words_of


def source(id_: int, title: str, claims: int = 0, **data: str) -> Source:
    return Source(id_, str(id_), SourceData(title, **data), claims)


SOURCES = (
    source(1, "Death toll in Kazakhstan", publisher="Interfax", published="2022-03-14"),
    source(2, "The interview", publisher="TASS", claims=3),
    source(3, "A new interview", publisher="Reuters"),
    source(4, "Winter", publisher="DPA", url="https://example.org/inter"),
    source(5, "Interview", publisher="Ärzte ohne Grenzen", claims=9),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("inter", [5, 1, 2, 3, 4]),
        ("INTERVIEW new", [3]),
        ("2022-03", [1]),
        ("example.org", [4]),
        ("ärzte", [5]),
        ("toll interfax", [1]),
        ("nowhere", []),
    ],
)
def test_best_match_comes_first(typed: str, found: list[int]) -> None:
    assert [one.id for one in best_first(SOURCES, typed)] == found


def test_nothing_typed_shows_those_used_most() -> None:
    assert [one.id for one in best_first(SOURCES, "")] == [5, 2, 1, 3, 4]


def test_recent_ones_come_before_those_used_most() -> None:
    assert [one.id for one in best_first(SOURCES, "", [3, 1])] == [3, 1, 5, 2, 4]
    assert [one.id for one in best_first(SOURCES, "inter", [4, 2])] == [5, 1, 2, 3, 4]


def test_citation_is_one_line() -> None:
    assert citation(SOURCES[0]) == "Interfax, 14 March 2022: Death toll in Kazakhstan"
    assert citation(source(6, "Two\nlines")) == "Two lines"


def test_model_keeps_qts_rules(qapp: object) -> None:
    model = LibraryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([*SOURCES, "new"])
    assert tester.model() is model
    assert model.rowCount() == 6
    assert model.data(model.index(5, 0)) == "New source: new …"
    for row in range(6):
        words = model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole)
        assert words == model.data(model.index(row, 0))
    model.show([])


def test_rows_have_columns_and_room(qtbot: QtBot) -> None:
    library = Library(SOURCES)
    qtbot.addWidget(library)
    library.resize(500, 300)
    index = library.model.index(2, 0)
    assert words_of(index.data(SOURCE)) == ("Interfax", "Death toll in Kazakhstan", "14 March 2022")
    assert library.list.sizeHintForRow(0) > 1.5 * library.list.fontMetrics().height()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == citation(SOURCES[0])
    assert library.model.index(5, 0).data(SOURCE) is None, "the way to a new one"
    assert not library.grab().isNull()
