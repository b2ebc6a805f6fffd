"""Actions on what is noted and asked about the article."""

from claimdesk.i18n import N_
from claimdesk.ui.actions.action import Action, Menu, Needs

DISCUSSION = (
    Action(
        "open_questions",
        Menu.ARTICLE,
        N_("Open &questions …"),
        ("Shift+Q",),
        Needs.DESK,
        icon="message-question",
        group=1,
    ),
    Action("article_notes", Menu.ARTICLE, N_("Notes on the artic&le"), (), Needs.ARTICLE, group=1),
    Action(
        "write_article_note",
        Menu.ARTICLE,
        N_("&Write a note on the article"),
        (),
        Needs.ARTICLE,
        True,
        group=1,
    ),
    Action("question_sheet", Menu.ARTICLE, N_("&Save the question sheet …"), group=1),
    Action(
        "ask_about_article",
        Menu.ARTICLE,
        N_("Ask &about the article …"),
        (),
        Needs.ARTICLE,
        True,
        group=1,
    ),
)
"""In the order of the menu."""
