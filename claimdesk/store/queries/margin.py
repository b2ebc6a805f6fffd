"""What stands in the manuscript's margin."""

from collections.abc import Iterable

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.margin import MarginNote
from claimdesk.store.queries.read import Read, id_list

_CHANGED = f"('{AnchorOrigin.REWORDED}', '{AnchorOrigin.FACT_CHANGED}')"

# Of several corrections of a claim the one counts that was proposed last.
_NOTES = f"""SELECT c.id, k.state, k.old_wording, k.new_wording,
    EXISTS (SELECT 1 FROM question q
        WHERE q.claim = c.id AND NOT q.aside AND q.answered_at IS NULL) AS asked,
    a.origin IN {_CHANGED} AND a.confirmed_at IS NULL AS changed
FROM anchor a JOIN claim c ON c.id = a.claim
LEFT JOIN correction k ON k.id = (SELECT max(l.id) FROM correction l
    WHERE l.claim = c.id AND NOT l.aside)
WHERE a.revision = :revision AND NOT a.aside AND NOT c.aside"""


def margin_notes(
    read: Read, revision: int, claims: Iterable[int] | None = None
) -> dict[int, MarginNote]:
    """What waits beside the passages of a revision, or of some claims there, by the claims' ids;
    those with nothing are left out."""
    some = "" if claims is None else f" AND c.id IN ({id_list(list(claims))})"
    found = {}
    for claim, state, old, new, asked, changed in read(_NOTES + some, {"revision": revision}):
        if state or asked or changed:
            correction = CorrectionState(state) if state else None
            found[claim] = MarginNote(
                claim, correction, old or "", new or "", bool(asked), bool(changed)
            )
    return found
