"""Claims with a verdict as ClaimReview, the markup by which search services and fact-check
databases know one (https://schema.org/ClaimReview,
https://developers.google.com/search/docs/appearance/structured-data/factcheck).

A review is of something public at a public place: without the address where it stands there is
none. 'Unverifiable' gets words but no number, since the scale runs from false to true.
"""

from typing import Any

from claimdesk.domain.dossier import ClaimDetail, Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.services.exporters.content import text_order
from claimdesk.services.exporters.hygiene import clean, link
from claimdesk.services.exporters.json_report import written

_RATINGS = {
    Status.VERIFIED: 5,
    Status.VERIFIED_WITH_CAVEAT: 4,
    Status.DISPUTED: 3,
    Status.INACCURATE: 2,
    Status.FALSE: 1,
    Status.UNVERIFIABLE: None,
}
_WORST, _BEST = 1, 5


def claim_review(dossier: Dossier, *, made_at: str) -> str:
    """The reviews as JSON-LD, one a claim, in the text's order. Each stands at the report's public
    address, else the article's, where the web page's '#claim-…' leads to it. Refused where
    neither has one."""
    address = dossier.address or dossier.article.data.url or ""
    if sentence := obstacle(address):
        raise Refused(sentence)
    reviews = [
        _review(claim, dossier, address, made_at)
        for claim in text_order(dossier.claims)
        if claim.row.status in _RATINGS
    ]
    return written({"@context": "https://schema.org", "@graph": reviews})


def obstacle(address: str | None) -> str:
    """Why reviews cannot stand at an address, in a sentence; empty where they can."""
    if address and link(address):
        return ""
    return _(
        "ClaimReview is for claims that stand on the web: name the report’s public address, or "
        "enter the article’s."
    )


def _review(claim: ClaimDetail, dossier: Dossier, address: str, made_at: str) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"{address.partition('#')[0]}#claim-{claim.row.number}",
        "claimReviewed": clean(claim.row.statement),
        "datePublished": clean(made_at),
        "author": {"@type": "Organization", "name": clean(dossier.desk.title)},
        "itemReviewed": _claim(claim, dossier),
        "reviewRating": _rating(claim.row.status),
    }


def _claim(claim: ClaimDetail, dossier: Dossier) -> dict[str, Any]:
    """What was reviewed: whose claim it is and where it stands."""
    data = dossier.article.data
    # whether it is a person or an office that said so, the desk does not know
    said_by = {"@type": "Thing", "name": clean(claim.row.attributed_to or "")}
    written_by = {"@type": "Person", "name": clean(data.author or "")}
    who = said_by if claim.row.attributed_to else written_by
    return _known(
        {
            "@type": "Claim",
            "author": who if who["name"] else None,
            "datePublished": data.published and clean(data.published),
            "appearance": _article(dossier),
        }
    )


def _article(dossier: Dossier) -> dict[str, Any]:
    data = dossier.article.data
    return _known(
        {
            "@type": "Article",
            "headline": clean(data.title),
            "url": link(data.url) if data.url else None,
            "inLanguage": clean(data.language),
            "datePublished": data.published and clean(data.published),
            "publisher": {"@type": "Organization", "name": clean(data.publisher)}
            if data.publisher
            else None,
        }
    )


def _rating(status: Status) -> dict[str, Any]:
    number = _RATINGS[status]
    scale = {"ratingValue": number, "worstRating": _WORST, "bestRating": _BEST}
    return {"@type": "Rating", "alternateName": status.label, **(scale if number else {})}


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
