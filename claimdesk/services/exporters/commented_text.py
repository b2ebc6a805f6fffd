"""The article with its comments as plain text, to look at before the Word file is handed over."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters.content import text_order
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.report import Report
from claimdesk.services.exporters.word.comment import Comment, Line, of_article, of_claim

_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\s*\Z)", re.DOTALL)
_BEGINS, _INDENT = "    ▸ ", "      "


def commented_text(dossier: Dossier, report: Report) -> str:
    """Each paragraph, and below it the comments that begin in it; the article's own stand first,
    those without a place in the text last. Refused where there is no text."""
    text = dossier.revision.text if dossier.revision else ""
    paragraphs = list(_PARAGRAPH.finditer(text))
    with speaking(report.language):
        if not paragraphs:
            raise Refused(_("This article has no text yet, so there is nothing to comment on."))
        below = _comments(dossier, report, [match.start() for match in paragraphs])
        parts = [_written(of_article(report, ""))]
        for at, match in enumerate(paragraphs):
            parts += [clean(match[0]), *below[at]]
        return "\n\n".join((*parts, *below[None])) + "\n"


def _comments(
    dossier: Dossier, report: Report, starts: Sequence[int]
) -> defaultdict[int | None, list[str]]:
    """The comments by the paragraph that they stand below; None for those without a place."""
    entries = {claim.number: claim for claim in report.claims}
    below: defaultdict[int | None, list[str]] = defaultdict(list)
    for claim in text_order(dossier.claims):
        anchor = claim.anchor
        stands = anchor is not None and dossier.revision and claim.revision == dossier.revision.id
        at = _last_before(anchor.start, starts) if anchor and stands else None
        below[at].append(_written(of_claim(entries[claim.row.number], claim.row.public_id)))
    return below


def _last_before(place: int, starts: Sequence[int]) -> int:
    return max(0, bisect_right(starts, place) - 1)


def _written(comment: Comment) -> str:
    first, *others = filter(None, map(_in_words, comment.lines))
    return "\n".join((_BEGINS + first, *(_INDENT + line for line in others)))


def _in_words(line: Line) -> str:
    """What stands out in Word by its weight is parted by a sign."""
    apart = " " if line.lead.endswith(":") else " · "
    return apart.join(filter(None, (line.lead, line.words)))
