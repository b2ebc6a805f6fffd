"""The registry: each action once, with its words, keys and place.

'needs' names what must be there for the action to be of use; 'changes' says whether it changes
the desk, so that it must be undone by name. Erasing cannot be undone, and is asked twice for.
"""

from enum import Enum, Flag, auto
from typing import NamedTuple

from claimdesk.domain.status import Status
from claimdesk.i18n import N_, _


class Menu(Enum):
    """The menus, in their order."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    CLAIM = N_("&Claim")
    ARTICLE = N_("&Article")
    VIEW = N_("&View")
    HELP = N_("&Help")


class Needs(Flag):
    """What an action needs; each takes those before it for granted."""

    NOTHING = 0
    DESK = auto()
    ARTICLE = auto()
    CLAIM = auto()
    OFFER = auto()

    def missing_from(self, there: "Needs") -> str:
        """What must come first where just this is there; empty where nothing is missing."""
        words = {
            Needs.DESK: _("no desk is open"),
            Needs.ARTICLE: _("no article is open"),
            Needs.CLAIM: _("no claim is chosen"),
            Needs.OFFER: _("nothing is offered"),
        }
        steps = (need for need in words if need.value <= self.value and need not in there)
        return next((words[need] for need in steps), "")


class Action(NamedTuple):
    """One thing that can be done. 'text' is a message id; 'keys' are portable key names."""

    id: str
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.DESK
    changes: bool = False
    icon: str | None = None
    checkable: bool = False
    group: int = 0
    status: Status | None = None

    @property
    def words(self) -> str:
        """The text in the language spoken; a status names itself."""
        return self.status.label if self.status else _(self.text)

    @property
    def sentence(self) -> str:
        """What it does, for a place where no menu says what it belongs to; without mnemonic."""
        if self.status is not None:
            return _("Set status: {status}").format(status=self.status.label)
        return plain(self.words)


def plain(words: str) -> str:
    """Words without the mark of a mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _status(status: Status) -> Action:
    return Action(
        f"status_{status}",
        Menu.CLAIM,
        status.value,
        (str(status.key),),
        Needs.CLAIM,
        changes=True,
        status=status,
    )


ACTIONS: tuple[Action, ...] = (
    Action("new_desk", Menu.FILE, N_("&New desk …"), ("Ctrl+N",), Needs.NOTHING),
    Action(
        "open_desk", Menu.FILE, N_("&Open desk …"), ("Ctrl+O",), Needs.NOTHING, icon="folder-open"
    ),
    Action("open_sample", Menu.FILE, N_("Open the &sample"), (), Needs.NOTHING),
    Action("save_copy", Menu.FILE, N_("Save a &copy …"), ("Ctrl+Shift+S",), group=1, icon="copy"),
    Action("backups", Menu.FILE, N_("&Backups …"), (), group=1),
    Action(
        "export_report",
        Menu.FILE,
        N_("&Export report …"),
        ("Ctrl+E",),
        Needs.ARTICLE,
        icon="file-export",
        group=1,
    ),
    Action("quit", Menu.FILE, N_("&Quit"), ("Ctrl+Q",), Needs.NOTHING, group=2),
    Action("undo", Menu.EDIT, N_("&Undo"), ("Ctrl+Z",), changes=True, icon="arrow-back-up"),
    Action(
        "redo",
        Menu.EDIT,
        N_("&Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        changes=True,
        icon="arrow-forward-up",
    ),
    Action("search", Menu.EDIT, N_("Searc&h the desk …"), ("Ctrl+F",), icon="search", group=1),
    Action("filter_claims", Menu.EDIT, N_("&Filter claims"), ("F",), icon="filter", group=1),
    Action(
        "filter_menu",
        Menu.EDIT,
        N_("Filter by &kind, mark, weight"),
        ("Ctrl+Shift+F",),
        Needs.ARTICLE,
        icon="filter",
        group=1,
    ),
    Action("show_aside", Menu.EDIT, N_("What was set &aside …"), (), group=1),
    Action("erase", Menu.EDIT, N_("Erase for &good …"), (), Needs.DESK, True, group=1),
    Action("next_draft", Menu.EDIT, N_("Go to the next &draft"), (), group=1),
    Action(
        "settings",
        Menu.EDIT,
        N_("&Settings …"),
        ("Ctrl+,",),
        Needs.NOTHING,
        icon="settings",
        group=2,
    ),
    *(_status(status) for status in Status),
    Action(
        "proposal",
        Menu.CLAIM,
        N_("Do w&hat is proposed"),
        ("Return", "Enter"),
        Needs.OFFER,
        changes=True,
        icon="relation-many-to-many",
    ),
    Action("next", Menu.CLAIM, N_("&Next claim"), ("J",), Needs.ARTICLE, group=1),
    Action("previous", Menu.CLAIM, N_("&Previous claim"), ("K",), Needs.ARTICLE, group=1),
    Action("back", Menu.CLAIM, N_("&Back to where I was"), ("Alt+Left",), Needs.ARTICLE, group=1),
    Action(
        "write_note", Menu.CLAIM, N_("Write a n&ote"), ("N",), Needs.CLAIM, True, "note", group=2
    ),
    Action(
        "attach_source",
        Menu.CLAIM,
        N_("&Attach a source …"),
        ("S",),
        Needs.CLAIM,
        True,
        "link",
        group=2,
    ),
    Action(
        "edit_statement",
        Menu.CLAIM,
        N_("&Edit the statement"),
        ("F2",),
        Needs.CLAIM,
        True,
        "pencil",
        group=2,
    ),
    Action("tag_claims", Menu.CLAIM, N_("Classif&y by tags …"), ("T",), Needs.CLAIM, True, group=2),
    Action("as_of", Menu.CLAIM, N_("R&ight as of …"), (), Needs.CLAIM, True, group=2),
    Action(
        "propose_correction",
        Menu.CLAIM,
        N_("Propose a &correction"),
        ("C",),
        Needs.CLAIM,
        True,
        "pencil",
        group=2,
    ),
    Action(
        "ask_question",
        Menu.CLAIM,
        N_("Ask a &question"),
        ("Q",),
        Needs.CLAIM,
        True,
        "message-question",
        group=2,
    ),
    Action(
        "relate_claim",
        Menu.CLAIM,
        N_("&Relate to another claim …"),
        ("Ctrl+R",),
        Needs.CLAIM,
        True,
        "relation-many-to-many",
        group=2,
    ),
    Action(
        "accept_correction",
        Menu.CLAIM,
        N_("Accep&t the correction"),
        ("Ctrl+Shift+A",),
        Needs.CLAIM,
        True,
        "pencil-check",
        group=3,
    ),
    Action(
        "decline_correction",
        Menu.CLAIM,
        N_("&Decline the correction …"),
        ("Ctrl+Shift+D",),
        Needs.CLAIM,
        True,
        "pencil-x",
        group=3,
    ),
    Action("drop_passage", Menu.CLAIM, N_("Passa&ge dropped …"), (), Needs.CLAIM, True, group=3),
    Action(
        "new_claim",
        Menu.CLAIM,
        N_("Ne&w claim …"),
        ("Ctrl+Shift+N",),
        Needs.ARTICLE,
        True,
        "plus",
        group=4,
    ),
    Action(
        "claim_from_text",
        Menu.CLAIM,
        N_("&Make a claim of these words"),
        ("B",),
        Needs.ARTICLE,
        True,
        "quote",
        group=4,
    ),
    Action(
        "put_passage",
        Menu.CLAIM,
        N_("P&ut the claim at these words"),
        (),
        Needs.CLAIM,
        True,
        group=4,
    ),
    Action(
        "confirm_passage",
        Menu.CLAIM,
        N_("Con&firm the reworded passage"),
        (),
        Needs.CLAIM,
        True,
        "wave-sine",
        group=4,
    ),
    Action("split_claim", Menu.CLAIM, N_("Sp&lit the claim …"), (), Needs.CLAIM, True, group=4),
    Action("merge_claims", Menu.CLAIM, N_("Ma&ke one of them"), (), Needs.CLAIM, True, group=4),
    Action("set_aside", Menu.CLAIM, N_("Set a&side"), ("Del",), Needs.CLAIM, True, group=4),
    Action(
        "import_text",
        Menu.ARTICLE,
        N_("&Import a text …"),
        ("Ctrl+I",),
        Needs.NOTHING,
        icon="file-import",
    ),
    Action(
        "paste_text",
        Menu.ARTICLE,
        N_("Import from the clipb&oard …"),
        ("Ctrl+Shift+V",),
        Needs.NOTHING,
        icon="clipboard-text",
    ),
    Action(
        "import_revision",
        Menu.ARTICLE,
        N_("Import a newer &version …"),
        ("Ctrl+Shift+I",),
        Needs.ARTICLE,
        icon="git-compare",
    ),
    Action("new_article", Menu.ARTICLE, N_("&New article …"), (), Needs.DESK, True, "plus"),
    Action("article_data", Menu.ARTICLE, N_("&Bibliographic data …"), (), Needs.ARTICLE, True),
    Action("tag_article", Menu.ARTICLE, N_("&Tags of the article …"), (), Needs.ARTICLE, True),
    Action("archive_article", Menu.ARTICLE, N_("Arc&hive"), (), Needs.ARTICLE, True, "archive"),
    Action(
        "unarchive_article",
        Menu.ARTICLE,
        N_("Bring back from the ar&chive"),
        (),
        Needs.ARTICLE,
        True,
        "archive-off",
    ),
    Action(
        "open_questions",
        Menu.ARTICLE,
        N_("Open &questions …"),
        ("Shift+Q",),
        Needs.DESK,
        icon="message-question",
        group=1,
    ),
    Action(
        "ask_about_article",
        Menu.ARTICLE,
        N_("Ask &about the article …"),
        (),
        Needs.ARTICLE,
        True,
        group=1,
    ),
    Action(
        "no_fact",
        Menu.ARTICLE,
        N_("No &fact in this sentence"),
        ("Space",),
        Needs.ARTICLE,
        True,
        "brackets",
        group=2,
    ),
    Action(
        "next_unseen",
        Menu.ARTICLE,
        N_("Ne&xt place nobody looked at"),
        (),
        Needs.ARTICLE,
        group=2,
    ),
    Action(
        "not_article",
        Menu.ARTICLE,
        N_("Not &part of the article"),
        (),
        Needs.ARTICLE,
        True,
        group=2,
    ),
    Action("look_again", Menu.ARTICLE, N_("Look at it a&gain"), (), Needs.ARTICLE, True, group=2),
    Action(
        "show_sidebar",
        Menu.VIEW,
        N_("&Articles at the left"),
        ("Ctrl+B",),
        checkable=True,
        icon="layout-sidebar",
    ),
    Action(
        "show_archived",
        Menu.VIEW,
        N_("Archived articles, t&oo"),
        checkable=True,
        icon="archive",
    ),
    Action(
        "show_left",
        Menu.VIEW,
        N_("All that is l&eft"),
        ("L",),
        Needs.ARTICLE,
        checkable=True,
        icon="list",
    ),
    Action("save_filter", Menu.VIEW, N_("Sa&ve this filter …"), (), Needs.ARTICLE, True, "filter"),
    Action("rename_filter", Menu.VIEW, N_("&Rename the saved filter …"), (), Needs.ARTICLE, True),
    Action(
        "set_filter_aside", Menu.VIEW, N_("Set &the saved filter aside"), (), Needs.ARTICLE, True
    ),
    Action(
        "show_text", Menu.VIEW, N_("Te&xt"), ("Ctrl+1",), Needs.ARTICLE, checkable=True, group=1
    ),
    Action(
        "show_coverage",
        Menu.VIEW,
        N_("&Coverage"),
        ("Ctrl+2",),
        Needs.ARTICLE,
        checkable=True,
        icon="brackets",
        group=1,
    ),
    Action(
        "show_comparison",
        Menu.VIEW,
        N_("Co&mparison of two revisions"),
        ("Ctrl+3",),
        Needs.ARTICLE,
        checkable=True,
        icon="git-compare",
        group=1,
    ),
    Action("list_below", Menu.VIEW, N_("List &below the text"), (), checkable=True, group=2),
    Action("list_left", Menu.VIEW, N_("List &left of the text"), (), checkable=True, group=2),
    Action("list_auto", Menu.VIEW, N_("List as &fits the window"), (), checkable=True, group=2),
    Action("larger_text", Menu.VIEW, N_("Lar&ger text"), ("Ctrl++", "Ctrl+="), group=3),
    Action("smaller_text", Menu.VIEW, N_("&Smaller text"), ("Ctrl+-",), group=3),
    Action(
        "palette",
        Menu.HELP,
        N_("&Find an action or a claim …"),
        ("Ctrl+K",),
        Needs.NOTHING,
        icon="search",
    ),
    Action(
        "shortcuts",
        Menu.HELP,
        N_("&Keyboard shortcuts"),
        ("F1", "?"),
        Needs.NOTHING,
        icon="keyboard",
    ),
    Action("about", Menu.HELP, N_("&About Claimdesk"), (), Needs.NOTHING, group=1),
)
