"""What a right click, or the menu key, offers in each pane: the window's own actions."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from claimdesk.i18n import _
from claimdesk.ui.actions.action import Menu
from claimdesk.ui.actions.bar import ActionBar
from claimdesk.ui.icons import icon
from claimdesk.ui.links import openable
from claimdesk.ui.workspace import Workspace

_OF_WORDS = ("claim_from_text", "put_passage", "no_fact", "not_article", "look_again")

_OF_SUGGESTION = (
    "accept_suggestion",
    "edit_suggestion",
    "split_suggestion",
    "reject_suggestion",
    "accept_sentence",
)

_OF_ARTICLE = ("article_data", "tag_article", "import_revision", "ask_about_article")


class ContextMenus(QObject):
    """Those of one workspace, once all of its panes are there."""

    def __init__(self, workspace: Workspace, actions: ActionBar) -> None:
        super().__init__(workspace)
        self._workspace, self._actions = workspace, actions
        workspace.list.context_menu_wanted.connect(self._show_for_claims)
        if workspace.text is not None:
            workspace.text.menu_opening.connect(self._complete)
        articles = workspace.sidebar.list
        articles.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        articles.customContextMenuRequested.connect(self._show_for_article)

    def article_menu(self) -> QMenu:
        """What can be done with the article under check."""
        menu = QMenu(self._workspace)
        article = self._workspace.article
        filed = "unarchive_article" if article and article.archived else "archive_article"
        for name in (*_OF_ARTICLE, filed, "", "export_report"):
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        self._actions.draw_icons()
        return menu

    def _show_for_claims(self, place: QPoint) -> None:
        self._actions.menus[Menu.CLAIM].popup(place)

    def _show_for_article(self, at: QPoint) -> None:
        articles = self._workspace.sidebar.list
        index = articles.article_at(at)
        if index.isValid():
            articles.setCurrentIndex(index)
            menu = self.article_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(articles.viewport().mapToGlobal(at))

    def _add_link(self, menu: QMenu, address: str) -> None:
        from claimdesk.ui.dialogs.open_link import ask_and_open  # when asked for

        open_ = menu.addAction(_("Open the link …"))
        open_.setIcon(icon("external-link"))
        open_.setEnabled(openable(address) is not None)
        open_.triggered.connect(lambda: ask_and_open(self._workspace.window(), address))
        copy = menu.addAction(_("Copy the address"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(address))

    def _complete(self, menu: QMenu, about: str, address: str) -> None:
        """Below 'copy' what can be done with these words, with the address that they lead to, and
        with the claim or suggestion whose passage was pressed."""
        self._actions.draw_icons()
        if address:
            menu.addSeparator()
            self._add_link(menu, address)
        menu.addSeparator()
        if about == "suggestion":
            menu.addActions([self._actions[name] for name in _OF_SUGGESTION])
            menu.addSeparator()
        for name in _OF_WORDS:
            menu.addAction(self._actions[name])
        if about == "claim":
            menu.addSeparator()
            menu.addActions(self._actions.menus[Menu.CLAIM].actions())
