"""What the desk can be asked. Plain SQL in the dialect that SQLite and PostgreSQL share, run by
whatever connection is at hand: the standard library's before the first paint, Work's inside a
transaction. Out come the domain's values, never rows.
"""

from claimdesk.store.queries.articles import (
    article,
    article_rows,
    desk_info,
    only_article,
    revision,
)
from claimdesk.store.queries.claims import (
    claim_id,
    claim_ids,
    claim_rows,
    passages,
    status_counts,
)
from claimdesk.store.queries.details import article_notes, claim_detail, claim_details, reasons
from claimdesk.store.queries.dossier import dossier
from claimdesk.store.queries.events import (
    chain_heads,
    changes_since,
    event,
    events,
    last_event,
)
from claimdesk.store.queries.read import Read
from claimdesk.store.queries.sources import source, sources

__all__ = [
    "Read",
    "article",
    "article_notes",
    "article_rows",
    "chain_heads",
    "changes_since",
    "claim_detail",
    "claim_details",
    "claim_id",
    "claim_ids",
    "claim_rows",
    "desk_info",
    "dossier",
    "event",
    "events",
    "last_event",
    "only_article",
    "passages",
    "reasons",
    "revision",
    "source",
    "sources",
    "status_counts",
]
