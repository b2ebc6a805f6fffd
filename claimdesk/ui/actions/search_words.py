"""Other words that actions are looked for by, beside those that stand in the menus."""

from claimdesk.i18n import LANGUAGES, N_, _, speaking

_WORDS = {
    "settings": N_(
        "preferences options design dark light theme colours appearance language name initials "
        "font size letters"
    ),
    "attribute_claims": N_("attributed to, said by, speaker, who says so, check-worthiness"),
    "as_of": N_("date, day, valid on, outdated"),
    "attach_source": N_("evidence, proof, link, document, address"),
    "write_note": N_("comment, remark, lead"),
    "write_article_note": N_("comment, remark, omission, broken link"),
    "propose_correction": N_("change the wording, improve, mistake"),
    "ask_question": N_("ask the author, query"),
    "relate_claim": N_("same fact, contradiction, depends on, link"),
    "tag_claims": N_("labels, keywords, group"),
    "set_aside": N_("delete, remove"),
    "show_aside": N_("deleted, removed, bin, restore"),
    "erase": N_("delete for ever, protect a source"),
    "export_report": N_("save as, Word, PDF, Excel, CSV, send, hand over"),
    "print_report": N_("paper"),
    "save_copy": N_("save as, duplicate"),
    "backups": N_("restore, earlier state"),
    "new_desk": N_("file, database"),
    "import_text": N_("open, read, article, file, Word, PDF, web page, Excel"),
    "archive_article": N_("done, finished, put away"),
    "show_left": N_("open, unchecked, to do"),
    "show_coverage": N_("what nobody read, sentences, strike out"),
    "show_comparison": N_("differences, versions, changes"),
    "show_overview": N_("statistics, figures, charts"),
    "larger_text": N_("zoom in, font size"),
    "smaller_text": N_("zoom out, font size"),
    "shortcuts": N_("keys, help"),
    "about": N_("version, licence"),
}


def search_words(action: str) -> str:
    """The other words for an action, by its id, in every language; empty where it has none."""
    words = []
    for spoken in LANGUAGES if action in _WORDS else ():
        with speaking(spoken):
            words.append(_(_WORDS[action]))
    return " ".join(words)
