"""Finds the article in a page, by where its prose stands."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from claimdesk.services.importers.xml import events, local

_NEVER_WORDS = """\
script style noscript template iframe frame frameset object embed applet svg canvas math
head button input select textarea option datalist audio video source track map area dialog
menu rt rp del colgroup
"""
_NEVER = frozenset(_NEVER_WORDS.split())
_NOISE_WORDS = """\
cookie cookies consent banner newsletter sidebar related share sharing social comments
breadcrumb breadcrumbs menu nav navigation navbar footer teaser teasers promo promotion
advert ad ads advertisement anzeige werbung sponsored popup modal overlay recommend
recommended recommendations login search toolbar skip pagination pager widget kommentare
outbrain taboola gdpr cmp subscribe masthead offcanvas copyright
"""
_NOISE = frozenset(_NOISE_WORDS.split())
_ROLES_WORDS = """\
navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar
"""
_ROLES = frozenset(_ROLES_WORDS.split())
_APART = frozenset(["nav", "aside", "footer"])
_PARAGRAPHS = frozenset(["p", "blockquote", "li", "dd", "pre", "td"])
_TOKEN = re.compile(r"[a-z]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore", re.IGNORECASE
)
_NEAR = 12
"""How many levels up a headline may stand."""
_PROSE = 40
"""From how many characters on a paragraph is prose and not a label."""


@dataclass(slots=True)
class Main:
    """Where the article stands: its element, what in it is none of it, its headline where that
    stands elsewhere."""

    root: etree._Element
    left_out: set[etree._Element] = field(default_factory=set)
    headline: etree._Element | None = None


@dataclass(slots=True)
class _Measures:
    text: dict[etree._Element, int] = field(default_factory=lambda: defaultdict(int))
    linked: dict[etree._Element, int] = field(default_factory=lambda: defaultdict(int))
    prose: dict[etree._Element, int] = field(default_factory=lambda: defaultdict(int))


def is_never_text(element: etree._Element) -> bool:
    """Whether an element holds nothing that a reader sees as text."""
    return (
        local(element) in _NEVER
        or element.get("hidden") is not None
        or (element.get("aria-hidden") or "").lower() == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def find_main(root: etree._Element) -> Main:
    """The article of a page; all of it where nothing stands out."""
    body = next((one for one in root.iter("body")), root)
    measures = _measure(body)
    total = measures.prose[body]
    noise = {one for one in body.iter() if one is not body and _is_noise(one, measures, total)}
    measures = _measure(body, noise)
    main = _stated(body, measures)
    if main is None:
        main = _densest(body, measures)
    left_out = {one for one in main.iter() if one in noise}
    headline = None
    if not any(True for one in main.iter("h1")):
        headline = next((one for one in body.iter("h1") if not _is_inside(one, noise)), None)
    return Main(main, left_out, headline)


def _measure(body: etree._Element, noise: set[etree._Element] | None = None) -> _Measures:
    """How much text, linked text and prose each element holds, without what is never text."""
    found = _Measures()
    skipped: etree._Element | None = None
    links = 0
    for event, element in events(body):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                _count(found, element.getparent(), element.tail, links)
        elif event == "start":
            if is_never_text(element) or (noise and element in noise):
                skipped = element
                continue
            links += local(element) == "a"
            _count(found, element, element.text, links)
        else:
            links -= local(element) == "a"
            _hand_up(found, element, body)
            if element is not body:
                _count(found, element.getparent(), element.tail, links)
    return found


def _count(found: _Measures, element: etree._Element | None, text: str | None, links: int) -> None:
    if text and element is not None:
        size = len(text.strip())
        found.text[element] += size
        found.linked[element] += size if links else 0


def _hand_up(found: _Measures, element: etree._Element, body: etree._Element) -> None:
    text, linked = found.text[element], found.linked[element]
    is_leaf = local(element) in _PARAGRAPHS or (
        local(element) in ("div", "section", "article") and not found.prose[element]
    )
    if is_leaf and text >= _PROSE and linked * 2 < text:
        found.prose[element] = max(found.prose[element], text - linked)
    parent = element.getparent()
    if element is not body and parent is not None:
        found.text[parent] += text
        found.linked[parent] += linked
        found.prose[parent] += found.prose[element]


def _is_noise(element: etree._Element, measures: _Measures, total: int) -> bool:
    if measures.prose[element] * 5 > total * 2 > 0:
        return False  # whatever it is called, the article is in it
    name = local(element)
    if name in _APART or (element.get("role") or "").lower() in _ROLES:
        return True
    if name == "header" and element.find(".//h1") is None and element.find(".//p") is None:
        return True
    if name in ("ul", "ol", "table") and measures.text[element]:
        return measures.linked[element] * 5 > measures.text[element] * 4
    if name in (
        "html",
        "body",
        "main",
        "article",
        "p",
        "h1",
        "a",
        "em",
        "span",
        "b",
        "i",
        "strong",
    ):
        return False
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return bool(_NOISE & set(_TOKEN.findall(called)))


def _stated(body: etree._Element, measures: _Measures) -> etree._Element | None:
    """What the page itself says is the article, where most of its prose is in it."""
    stated = [
        one
        for one in body.iter("article", "main", "div", "section")
        if local(one) in ("article", "main")
        or one.get("role") in ("main", "article")
        or (one.get("itemprop") or "").lower() == "articlebody"
    ]
    enough = [one for one in stated if measures.prose[one] * 2 >= measures.prose[body] > 0]
    # Of several, one inside the other, the smallest that still has nearly all of it.
    if not enough:
        return None
    most = max(measures.prose[one] for one in enough)
    articles = [
        one for one in enough if local(one) == "article" and measures.prose[one] * 10 >= most * 9
    ]
    if articles:
        return articles[0]
    return next(one for one in enough if measures.prose[one] * 10 >= most * 9)


def _densest(body: etree._Element, measures: _Measures) -> etree._Element:
    """From the body down, as long as one child holds nearly all prose; up again to a headline
    that is near."""
    found = body
    while True:
        inner = max(found, key=lambda one: measures.prose[one], default=None)
        if inner is None or local(inner) in _PARAGRAPHS:
            break
        if measures.prose[inner] * 100 < measures.prose[found] * 85 or not measures.prose[inner]:
            break
        found = inner
    for above in islice((found, *found.iterancestors()), _NEAR):
        extra = measures.text[above] - measures.text[found]
        if extra * 10 > measures.text[found] * 3:
            break
        if above.find(".//h1") is not None:
            return above
    return found


def _is_inside(element: etree._Element, noise: set[etree._Element]) -> bool:
    return element in noise or any(one in noise for one in element.iterancestors())
