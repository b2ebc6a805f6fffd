"""Reads JSON-LD by contexts that lie beside the tests, so that nothing is fetched."""

import json
from pathlib import Path
from typing import Any

from pyld import jsonld

CONTEXTS = Path(__file__).parents[1] / "data" / "contexts"
BUNDLED = {
    "https://schema.org": "schema.jsonld",
    "http://www.w3.org/ns/anno.jsonld": "anno.jsonld",
}


def expanded(text: str) -> Any:
    """What a document says, each term by its full name. Terms that no context knows vanish, so
    their absence is asked for by 'lost'."""
    return jsonld.expand(json.loads(text), {"documentLoader": _bundled})


def _bundled(url: str, _options: Any) -> dict[str, Any]:
    document = json.loads((CONTEXTS / BUNDLED[url]).read_text(encoding="utf-8"))
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": document,
    }


def lost(text: str) -> set[str]:
    """The names in a document that its context does not know."""
    document = json.loads(text)
    context = json.loads((CONTEXTS / BUNDLED[document["@context"]]).read_text(encoding="utf-8"))[
        "@context"
    ]
    return {name for name in _names(document) if not name.startswith("@") and name not in context}


def _names(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(_names, value))
    if not isinstance(value, dict):
        return set()
    return set(value).union(*map(_names, value.values()))
