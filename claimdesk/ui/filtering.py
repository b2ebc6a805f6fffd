"""Between the filters of the sidebar and the list that they narrow; and what is done with them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from claimdesk.domain.period import Period
from claimdesk.domain.saved_filter import SavedFilter
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.ui.views.filters import FiltersView

if TYPE_CHECKING:
    from claimdesk.store.queries.choices import ArticleChoice
    from claimdesk.ui.workspace import Workspace


class Filtering(QObject):
    """The filters of one workspace."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace, self._desk = workspace, workspace.desk
        self.view = FiltersView(workspace.desk, workspace.selection, workspace)
        workspace.sidebar.add_below(self.view)
        self.view.wanted.connect(workspace.list.show_filter)
        self.view.save_wanted.connect(self.save_filter)
        self.view.rename_wanted.connect(self._rename)
        self.view.aside_wanted.connect(self._set_aside)
        head = workspace.list.head
        head.save_wanted.connect(self.save_filter)
        head.period_wanted.connect(self._ask_for_days)
        head.article_wanted.connect(self.filter_article)
        workspace.list.filter_changed.connect(self.view.show_filter)
        self.view.show_filter(workspace.list.claim_filter)

    def filter_menu(self) -> None:
        """Open the menu of what the list can be filtered by."""
        self._workspace.list.head.open_menu()

    def filter_changed(self) -> None:
        """Ask for the days on which the claims were changed last."""
        self._ask_for_days("changed")

    def filter_as_of(self) -> None:
        """Ask for the days as of which the claims are right."""
        self._ask_for_days("as_of")

    def filter_article(self) -> None:
        """Ask for an article, one more where some are chosen already."""
        from claimdesk.ui.dialogs.choose_article import ChooseArticleDialog  # when needed

        dialog = ChooseArticleDialog(
            self._desk, _("Claims of one article"), _("Show"), self._workspace
        )
        dialog.given.connect(self._add_article)
        dialog.open()

    def _add_article(self, given: "ArticleChoice") -> None:
        chosen = self._workspace.list.claim_filter
        articles = chosen.articles | {given.public_id}
        self._workspace.list.show_filter(replace(chosen, articles=articles))

    def _ask_for_days(self, condition: str) -> None:
        from claimdesk.ui.dialogs.period import PeriodDialog  # when needed

        title = _("Last changed") if condition == "changed" else _("Right as of")
        held = getattr(self._workspace.list.claim_filter, condition)
        dialog = PeriodDialog(title, held, self._workspace)
        dialog.given.connect(lambda period: self._narrow(condition, period))
        dialog.open()

    def _narrow(self, condition: str, period: Period) -> None:
        asked: dict[str, Any] = {condition: period}
        self._workspace.list.show_filter(replace(self._workspace.list.claim_filter, **asked))

    def save_filter(self) -> None:
        """Ask for a name for what the list is narrowed to."""
        from claimdesk.ui.dialogs.filter_name import FilterNameDialog  # when needed

        chosen = self._workspace.list.claim_filter
        FilterNameDialog(self._desk, chosen, parent=self._workspace).open()

    def rename_filter(self) -> None:
        """Ask for another name for the saved filter at hand."""
        if (saved := self._at_hand()) is not None:
            self._rename(saved)

    def set_filter_aside(self) -> None:
        """Set the saved filter at hand aside."""
        if (saved := self._at_hand()) is not None:
            self._set_aside(saved)

    def _at_hand(self) -> int | None:
        saved = self.view.saved_at_hand
        if saved is None:
            self._workspace.said.emit(_("No saved filter is on. Press one in the sidebar first."))
        return saved

    def _rename(self, saved: int) -> None:
        from claimdesk.ui.dialogs.filter_name import FilterNameDialog  # when needed

        held = self._held(saved)
        if held is not None:
            FilterNameDialog(self._desk, held.conditions, held, self._workspace).open()

    def _set_aside(self, saved: int) -> None:
        from claimdesk.commands.saved_filters import SetAsideFilter  # when first needed

        self._desk.run(SetAsideFilter(saved))

    def _held(self, saved: int) -> SavedFilter | None:
        every = queries.saved_filters(self._desk.read)
        return next((one for one in every if one.id == saved), None)
