"""What a page says of itself: title, author, publisher, date, language, address."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from claimdesk.services.importers.xml import words

_META = {
    "og:title": "title",
    "twitter:title": "title",
    "dc.title": "title",
    "author": "author",
    "dc.creator": "author",
    "article:author": "author",
    "og:site_name": "publisher",
    "dc.publisher": "publisher",
    "publisher": "publisher",
    "article:published_time": "published",
    "date": "published",
    "dc.date": "published",
    "og:url": "url",
    "og:locale": "language",
}
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "OpinionNewsArticle")
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LONGEST = 200_000
"""Characters of a page's own data that are looked at."""


def read_facts(root: etree._Element) -> tuple[dict[str, str], str]:
    """The fields of ArticleData that a page states, and the address its links are relative to."""
    facts: dict[str, str] = {}
    for found in (_linked_data(root), _meta(root), _elements(root)):
        for name, value in found:
            if value.strip():
                facts.setdefault(name, value.strip())
    if (day := _DAY.match(facts.get("published", ""))) is not None:
        facts["published"] = day.group()
    author = facts.get("author", "")
    if "://" in author:  # some put the author's page there
        del facts["author"]
    base = next((one.get("href") or "" for one in root.iter("base")), "")
    return facts, base if _is_address(base) else facts.get("url", "")


def _meta(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        if name in _META:
            yield _META[name], element.get("content") or ""


def _elements(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and _is_address(element.get("href")):
            yield "url", element.get("href") or ""
    yield (
        "language",
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
    )
    for element in root.iter("time"):
        yield "published", element.get("datetime") or ""
    for element in root.iter("title"):
        yield "title", words(element)


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _LONGEST:
            continue
        try:
            held = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for entry in _entries(held):
            if _types(entry) & set(_ARTICLES):
                yield from _of_article(entry)


def _entries(held: Any) -> Iterator[dict[str, Any]]:
    for one in held if isinstance(held, list) else [held]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (
                (part for part in graph if isinstance(part, dict))
                if isinstance(graph, list)
                else ()
            )


def _types(entry: dict[str, Any]) -> set[str]:
    kind = entry.get("@type")
    return {one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)}


def _of_article(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", _name(entry.get("headline"))
    yield "author", _name(entry.get("author"))
    yield "publisher", _name(entry.get("publisher"))
    yield "published", _name(entry.get("datePublished"))
    yield "language", _name(entry.get("inLanguage"))
    address = _name(entry.get("url") or entry.get("mainEntityOfPage"))
    yield "url", address if _is_address(address) else ""


def _name(value: Any) -> str:
    """A text, or the name of what stands for one, or of all of several."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return _name(value.get("name") or value.get("@id"))
    if isinstance(value, list):
        return ", ".join(
            name for one in value[:20] if not isinstance(one, list) and (name := _name(one))
        )
    return ""


def _is_address(address: str | None) -> bool:
    try:
        return urlsplit(address or "").scheme in ("http", "https")
    except ValueError:
        return False
