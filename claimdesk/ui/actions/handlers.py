"""Who carries out which action: the panes of the open desk, its files, or the window."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from claimdesk.domain.arrival import ARCHIVED
from claimdesk.domain.status import Status

if TYPE_CHECKING:
    from claimdesk.ui.main_window import MainWindow

IN_WORKSPACE = (
    "next",
    "previous",
    "back",
    "filter_claims",
    "larger_text",
    "smaller_text",
    "show_left",
    "show_whole_desk",
)
WITH_INSPECTOR = ("write_note", "attach_source", "edit_statement")
WITH_CLAIMS = (
    "as_of",
    "attribute_claims",
    "new_claim",
    "set_aside",
    "propose_correction",
    "accept_correction",
    "decline_correction",
    "drop_passage",
    "ask_question",
    "relate_claim",
    "ask_about_article",
    "article_notes",
    "write_article_note",
    "open_questions",
)
WITH_TEXT = ("no_fact", "next_unseen", "not_article", "look_again")
WITH_REVIEW = {
    "accept_suggestion": "accept",
    "edit_suggestion": "accept_and_edit",
    "split_suggestion": "split",
    "reject_suggestion": "reject",
    "accept_sentence": "accept_sentence",
    "accept_important": "accept_important",
    "accept_kind": "accept_kind",
}
"""Actions on what the detector proposes, by what they do there."""
WITH_PASSAGES = (
    "claim_from_text",
    "put_passage",
    "confirm_passage",
    "split_claim",
    "merge_claims",
)
WITH_INTAKE = ("import_text", "paste_text", "import_revision")
WITH_FILES = (
    "new_desk",
    "open_desk",
    "open_sample",
    "save_copy",
    "backups",
    "new_article",
    "article_data",
    "about",
)
WITH_REPORTS = ("export_report", "print_report")
WITH_FILTERS = (
    "filter_menu",
    "filter_changed",
    "filter_as_of",
    "filter_article",
    "save_filter",
    "rename_filter",
    "set_filter_aside",
)
FILING = ("tag_claims", "tag_article", "archive_article", "unarchive_article")
WITH_AIDS = ("palette", "shortcuts", "settings")


def handlers(window: "MainWindow") -> dict[str, Callable[..., object]]:
    """A handler for each action of the registry, by its id. The methods they call have the
    actions' names; a desk is opened and closed meanwhile, so they are looked up when called."""

    def call(part: object | None, name: str, *given: object) -> None:
        if part is not None:
            getattr(part, name)(*given)

    def in_workspace(name: str, *given: object) -> None:
        call(window.workspace, name, *given)

    def with_part(part: str, name: str, *given: object) -> None:
        call(window.workspace and getattr(window.workspace, part), name, *given)

    def with_filters(name: str) -> None:
        call(window.workspace and window.workspace.filtering, name)

    def with_window(part: str, name: str) -> None:
        getattr(getattr(window, part), name)()

    def arrange(arrangement: str, *_checked: bool) -> None:
        in_workspace("set_arrangement", arrangement)

    def show_sidebar(shown: bool) -> None:
        in_workspace("show_sidebar", shown)

    return {
        **{f"status_{status}": partial(in_workspace, "set_status", status) for status in Status},
        **{name: partial(in_workspace, name) for name in IN_WORKSPACE},
        **{name: partial(with_part, "inspector", name) for name in WITH_INSPECTOR},
        **{name: partial(with_part, "work", name) for name in WITH_CLAIMS},
        **{name: partial(with_part, "passages", name) for name in WITH_PASSAGES},
        **{name: partial(with_part, "reading", name) for name in WITH_TEXT},
        **{name: partial(_in_review, window, done) for name, done in WITH_REVIEW.items()},
        **{name: partial(with_window, "files", name) for name in WITH_FILES},
        **{name: partial(with_window, "reports", name) for name in WITH_REPORTS},
        **{name: partial(with_filters, name) for name in WITH_FILTERS},
        **{name: partial(with_window, "aids", name) for name in WITH_AIDS},
        **{name: partial(with_part, "desk", name) for name in ("undo", "redo")},
        **{f"list_{name}": partial(arrange, name) for name in ("below", "left", "auto")},
        "search": partial(_search, window),
        **{name: partial(_file_away, window, name) for name in FILING},
        "show_archived": partial(_show_archived, window),
        "find_article": partial(_find_article, window),
        "show_overview": partial(_show_overview, window),
        "next_draft": partial(_next_draft, window),
        "show_aside": partial(_show_aside, window),
        "erase": partial(_erase, window),
        "question_sheet": partial(_question_sheet, window),
        "proposal": partial(in_workspace, "propose"),
        "show_text": lambda *_checked: with_part("reading", "show_text"),
        "show_coverage": partial(with_part, "reading", "show_coverage"),
        "show_comparison": partial(with_part, "reading", "show_comparison"),
        "show_review": partial(with_part, "reading", "show_review"),
        "find_claims": partial(with_part, "finding", "find_claims"),
        **{name: partial(with_window, "intake", name) for name in WITH_INTAKE},
        "show_sidebar": show_sidebar,
        "quit": window.close,
    }


def _in_review(window: "MainWindow", name: str) -> None:
    reading = window.workspace.reading if window.workspace else None
    if reading is not None and reading.is_reviewing:
        getattr(reading.reviewing, name)()


def _file_away(window: "MainWindow", name: str) -> None:
    from claimdesk.ui import filing  # when asked for

    if window.workspace is not None:
        getattr(filing, name)(window.workspace)


def _show_archived(window: "MainWindow", shown: bool) -> None:
    if window.workspace is not None:
        window.workspace.sidebar.model.open_group(ARCHIVED, shown)


def _find_article(window: "MainWindow") -> None:
    if (workspace := window.workspace) is not None:
        if workspace.sidebar.isHidden():
            workspace.show_sidebar(True)
        workspace.sidebar.find_article()


def _search(window: "MainWindow") -> None:
    from claimdesk.ui.searching import Searching  # when asked for

    if (workspace := window.workspace) is not None:
        if workspace.searching is None:
            workspace.searching = Searching(window, workspace)
        workspace.searching.open()


def _show_overview(window: "MainWindow") -> None:
    from claimdesk.ui.overviewing import Overviewing  # when asked for

    if (workspace := window.workspace) is not None:
        if workspace.overviewing is None:
            workspace.overviewing = Overviewing(window, workspace)
        workspace.overviewing.open()


def _next_draft(window: "MainWindow") -> None:
    from claimdesk.ui import half_written  # when asked for

    if window.workspace is not None:
        half_written.turn_to_next(window.workspace)


def _show_aside(window: "MainWindow") -> None:
    from claimdesk.ui.dialogs.aside import AsideDialog  # when asked for

    if window.workspace is not None:
        AsideDialog(window.workspace.desk, window).open()


def _question_sheet(window: "MainWindow") -> None:
    from claimdesk.ui import question_sheets  # when asked for

    question_sheets.ask(window)


def _erase(window: "MainWindow") -> None:
    from claimdesk.ui import erasing  # when asked for

    erasing.ask(window)
