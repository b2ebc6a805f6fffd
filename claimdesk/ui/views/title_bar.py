"""The tool bar: which article this is, and the few things one reaches for."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from claimdesk.domain.article import ArticleRow
from claimdesk.i18n import _
from claimdesk.ui import theme
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.fonts import scaled
from claimdesk.ui.icons import icon
from claimdesk.ui.widgets.elided_label import ElidedLabel

HEIGHT = 44
_ROOM_FOR_BOLD = 8
_SHOWN = ("show_sidebar", "claim_from_text", "undo", "redo")


class TitleBar(QToolBar):
    """Title of the article at the left, undo and the report at the right."""

    def __init__(self, actions: ActionBar) -> None:
        super().__init__(_("Tool bar"))
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setIconSize(QSize(16, 16))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setMinimumHeight(HEIGHT)
        self._actions = actions
        theme.notifier.changed.connect(self.draw_icons)
        self._title = ElidedLabel()
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addAction(actions["show_sidebar"])
        self.addWidget(self._padded(self._title))
        self.addWidget(self._modes(actions))
        self._search = self._search_button(actions)
        for name in ("claim_from_text", "undo", "redo"):
            self.addAction(actions[name])
        self.addWidget(self._report_button(actions))

    def _padded(self, label: ElidedLabel) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(8, 0, 16, 0)
        layout.addWidget(label)
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return holder

    def _search_button(self, actions: ActionBar) -> QPushButton:
        """It looks for what is typed where it leads to; so it needs to be wide, but no field."""
        action = actions["search"]
        button = QPushButton(_("Search"))
        button.setToolTip(f"{action.toolTip()} ({action.shortcut().toString()})")
        button.setAccessibleName(action.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumWidth(scaled(150))
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        self.addWidget(button)
        return button

    def _modes(self, actions: ActionBar) -> QWidget:
        """How the text is read, one of four."""
        names = {
            "show_text": _("Text"),
            "show_coverage": _("Coverage"),
            "show_comparison": _("Comparison"),
            "show_review": _("Suggestions"),
        }
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(0)
        for name, words in names.items():
            actions[name].setIconText(words)
            button = QToolButton(holder)
            button.setDefaultAction(actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(words)
            button.setMinimumWidth(button.sizeHint().width() + scaled(_ROOM_FOR_BOLD))
            button.toggled.connect(partial(_embolden, button))
            _embolden(button, button.isChecked())
            row.addWidget(button)
        return holder

    def _report_button(self, actions: ActionBar) -> QWidget:
        action = actions["export_report"]
        button = QPushButton(_("Report …"))
        button.setToolTip(f"{action.toolTip()} ({action.shortcut().toString()})")
        button.setAccessibleName(action.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(button)
        return holder

    def draw_icons(self) -> None:
        """Give the buttons their icons, in the colours of the theme."""
        self._actions.draw_icons(_SHOWN)
        self._search.setIcon(icon("search"))

    def show_article(self, article: ArticleRow | None) -> None:
        """Name the article under check."""
        self._title.setText(article.data.title if article else "")


def _embolden(button: QToolButton, chosen: bool) -> None:
    """In dark colours hardly anything else tells which one is chosen."""
    font = button.font()
    font.setWeight(font.Weight.DemiBold if chosen else font.Weight.Normal)
    button.setFont(font)
