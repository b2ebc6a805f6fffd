"""What the desk can be asked. Plain SQL in the dialect that SQLite and PostgreSQL share, run by
whatever connection is at hand: the standard library's before the first paint, Work's inside a
transaction. Out come the domain's values, never rows.

Each query is loaded when it is first asked for: a list needs no reports.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimdesk.store.queries.article_list import arrivals, article_names
    from claimdesk.store.queries.articles import (
        article,
        article_ids,
        article_rows,
        came_from_files,
        desk_info,
        first_article,
        is_article,
        only_article,
        open_question_count,
        open_suggestion_count,
        revision,
        revision_number,
    )
    from claimdesk.store.queries.aside import aside_with, set_aside
    from claimdesk.store.queries.choices import (
        article_choices,
        article_known_as,
        people,
        titles,
        titles_of,
    )
    from claimdesk.store.queries.claims import claim_id, claim_rows, passages, standing
    from claimdesk.store.queries.comparison import carried_claims, last_two, revision_from
    from claimdesk.store.queries.coverage import looked
    from claimdesk.store.queries.details import (
        all_questions,
        article_notes,
        article_questions,
        articles_with_open,
        claim_detail,
        claim_details,
        leads_near,
        open_questions,
        passage_words,
        place_of_note,
        reasons,
    )
    from claimdesk.store.queries.dossiers import article_with, dossier
    from claimdesk.store.queries.drafts import drafts
    from claimdesk.store.queries.erasure import erasures, find_words
    from claimdesk.store.queries.history import chain_heads, event, events
    from claimdesk.store.queries.jumps import article_titles, claim_numbered
    from claimdesk.store.queries.library import recent_sources, source, sources, use_of_source
    from claimdesk.store.queries.listing import (
        claim_count,
        claim_ids,
        fitting,
        places,
        status_counts,
    )
    from claimdesk.store.queries.margin import margin_notes
    from claimdesk.store.queries.overviews import overview
    from claimdesk.store.queries.read import Read
    from claimdesk.store.queries.replies import reply_targets
    from claimdesk.store.queries.revisions import (
        carry_over_bases,
        newest_revision,
        passage_states,
    )
    from claimdesk.store.queries.saved_filters import saved_filters
    from claimdesk.store.queries.suggestions import (
        decided_marks,
        is_found_since,
        newest_findings,
        review_rows,
        suggestion,
        suggestion_counts,
        taken,
    )
    from claimdesk.store.queries.tagging import tagged, tags, tags_of
    from claimdesk.store.queries.ties import same_facts
    from claimdesk.store.queries.watch import (
        changes_of,
        events_since,
        has_more_changes,
        last_event,
    )

_HOMES = {
    "article_list": ("arrivals", "article_names"),
    "articles": (
        "article",
        "article_ids",
        "article_rows",
        "came_from_files",
        "desk_info",
        "first_article",
        "is_article",
        "only_article",
        "open_question_count",
        "open_suggestion_count",
        "revision",
        "revision_number",
    ),
    "aside": ("aside_with", "set_aside"),
    "choices": ("article_choices", "article_known_as", "people", "titles", "titles_of"),
    "claims": ("claim_id", "claim_rows", "passages", "standing"),
    "comparison": ("carried_claims", "last_two", "revision_from"),
    "coverage": ("looked",),
    "details": (
        "all_questions",
        "article_notes",
        "article_questions",
        "articles_with_open",
        "claim_detail",
        "claim_details",
        "leads_near",
        "open_questions",
        "place_of_note",
        "passage_words",
        "reasons",
    ),
    "dossiers": ("article_with", "dossier"),
    "drafts": ("drafts",),
    "erasure": ("erasures", "find_words"),
    "history": ("chain_heads", "event", "events"),
    "jumps": ("article_titles", "claim_numbered"),
    "read": ("Read",),
    "library": ("recent_sources", "source", "sources", "use_of_source"),
    "listing": ("claim_count", "claim_ids", "fitting", "places", "status_counts"),
    "replies": ("reply_targets",),
    "revisions": ("carry_over_bases", "newest_revision", "passage_states"),
    "margin": ("margin_notes",),
    "overviews": ("overview",),
    "saved_filters": ("saved_filters",),
    "suggestions": (
        "decided_marks",
        "is_found_since",
        "newest_findings",
        "review_rows",
        "suggestion",
        "suggestion_counts",
        "taken",
    ),
    "tagging": ("tagged", "tags", "tags_of"),
    "ties": ("same_facts",),
    "watch": ("changes_of", "events_since", "has_more_changes", "last_event"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Read",
    "all_questions",
    "arrivals",
    "article",
    "article_choices",
    "article_ids",
    "article_known_as",
    "article_names",
    "article_notes",
    "article_questions",
    "article_rows",
    "article_titles",
    "article_with",
    "articles_with_open",
    "aside_with",
    "came_from_files",
    "carried_claims",
    "carry_over_bases",
    "chain_heads",
    "changes_of",
    "claim_count",
    "claim_detail",
    "claim_details",
    "claim_id",
    "claim_ids",
    "claim_numbered",
    "claim_rows",
    "decided_marks",
    "desk_info",
    "dossier",
    "drafts",
    "erasures",
    "event",
    "events",
    "events_since",
    "find_words",
    "first_article",
    "fitting",
    "has_more_changes",
    "is_article",
    "is_found_since",
    "last_event",
    "last_two",
    "leads_near",
    "looked",
    "margin_notes",
    "newest_findings",
    "newest_revision",
    "only_article",
    "open_question_count",
    "open_questions",
    "open_suggestion_count",
    "overview",
    "passage_states",
    "passage_words",
    "passages",
    "people",
    "place_of_note",
    "places",
    "reasons",
    "recent_sources",
    "reply_targets",
    "review_rows",
    "revision",
    "revision_from",
    "revision_number",
    "same_facts",
    "saved_filters",
    "set_aside",
    "source",
    "sources",
    "standing",
    "status_counts",
    "suggestion",
    "suggestion_counts",
    "tagged",
    "tags",
    "tags_of",
    "taken",
    "titles",
    "titles_of",
    "use_of_source",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = found
    return found
