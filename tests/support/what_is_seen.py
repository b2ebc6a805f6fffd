"""All that a person sees of a window, to be compared before and after."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from claimdesk.domain.claim import ClaimColumn
from claimdesk.store import queries
from claimdesk.ui.main_window import MainWindow
from claimdesk.ui.models.articles import Role
from claimdesk.ui.models.claim_columns import COLUMNS
from claimdesk.ui.reading import Mode
from claimdesk.ui.widgets.wording import Wording
from claimdesk.ui.workspace import Workspace

_GROWING = {ClaimColumn.CHANGED_AT.value, ClaimColumn.CHANGED_BY.value}
"""Columns that tell of the history, which also grows by an undo."""


def seen(window: MainWindow, claim: int) -> dict[str, object]:
    """All that the window shows of the desk with a claim chosen and no filter, in words; and the
    questions that its list of these would show, and the article's notes without a claim chosen."""
    workspace = window.workspace
    assert workspace
    assert workspace.filtering
    workspace.list.head.clear()
    workspace.reading.show(Mode.TEXT)
    article = queries.claim_rows(workspace.desk.read, [claim])[0].article
    workspace.selection.choose_article(article)
    chosen = claim if workspace.list.has_claim(claim) else workspace.list.first_claim()
    workspace.selection.choose(chosen)
    workspace.filtering.view.look()
    window.around.count_sentences()
    QApplication.processEvents()
    return {
        "chosen": chosen,
        "list": _rows(workspace),
        "inspector": _inspector(workspace),
        "text": _marks(workspace),
        "coverage": workspace.reading.sentence_counts,
        "article notes": queries.article_notes(workspace.desk.read, article),
        "questions": queries.open_questions(workspace.desk.read),
        "sidebar": _sidebar(workspace),
        "title": window.windowTitle(),
        "counts": [words for words in _words(window.status) if "saved" not in words],
    }


def _rows(workspace: Workspace) -> list[list[object]]:
    model = workspace.list.model
    shown = [at for at, column in enumerate(COLUMNS) if column.key not in _GROWING]
    return [
        [model.data(model.index(row, column)) for column in shown]
        for row in range(model.rowCount())
    ]


def _inspector(workspace: Workspace) -> list[str]:
    """All but the history, and what is offered for a moment."""
    inspector = workspace.inspector
    assert inspector
    parts: tuple[QWidget, ...] = (inspector.history, inspector.offer)
    besides = {*parts, *(one for part in parts for one in part.findChildren(QWidget))}
    return _words(inspector.widget(), besides)


def _words(root: QWidget, besides: "set[QWidget] | frozenset[QWidget]" = frozenset()) -> list[str]:
    """What visible labels, buttons and fields say, from top to bottom."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root) and widget not in besides:
            place = widget.mapTo(root, QPoint(0, 0))
            if words := _said(widget):
                found.append((place.y(), place.x(), words))
    return [words for _y, _x, words in sorted(found)]


def _said(widget: QWidget) -> str:
    match widget:
        case QAbstractButton():
            return f"{widget.text()}{' (on)' if widget.isChecked() else ''}"
        case Wording():
            return widget.words
        case QLabel() | QLineEdit():
            return widget.text()
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
    words = getattr(widget, "words", None)
    return words if isinstance(words, str) else widget.accessibleName()


def _marks(workspace: Workspace) -> list[tuple[object, ...]]:
    assert workspace.text
    marks = workspace.text._marks
    return [(*mark, marks.status(mark)) for mark in marks]


def _sidebar(workspace: Workspace) -> list[object]:
    assert workspace.filtering
    articles, filters = workspace.sidebar.model, workspace.filtering.view.model
    return [
        *(_listed(workspace, articles.id_at(at)) for at in range(articles.rowCount())),
        *filters.rows,
    ]


def _listed(workspace: Workspace, one: int) -> object:
    """An article, or the heading of a group, as the sidebar has it."""
    model = workspace.sidebar.model
    if one < 0:
        return model.data(model.index(model.row_of(one) or 0), Role.HEADING)
    return queries.article(workspace.desk.read, one)
