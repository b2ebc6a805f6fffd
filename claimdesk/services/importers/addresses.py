"""Link addresses: kept as links, taken out of the reading text where they only repeat a link."""

import re

from claimdesk.services.importers.draft import DraftBlock, DraftLink

_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"“”„»«]+", re.IGNORECASE)
_PATH = r"(?:https?://|www\.|/)[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*"
_BRACKETED = re.compile(rf"[ \u00a0]?[(\[](?P<label><?(?P<address>{_PATH})>?)[)\]]")
_TRAILING = ".,;:!?)]}'’…"
_WORD = re.compile(r"\w+(?:[-’']\w+)*\W*\Z")
_HOST = re.compile(r"https?://(?:[^/@\s]*@)?(?P<host>\[[^\]]*\]|[^/:?#\s]+)", re.IGNORECASE)


def mend_links(block: DraftBlock) -> None:
    """Take bracketed addresses out of the text and find the ones that are no links yet."""
    for match in reversed(list(_BRACKETED.finditer(block.text))):
        _take_out(block, match)
    for match in _BARE.finditer(block.text):
        end = match.end()
        while end > match.start() and block.text[end - 1] in _TRAILING:
            end -= 1
        overlaps = any(one.start < end and match.start() < one.end for one in block.links)
        if not overlaps:
            found = block.text[match.start() : end]
            address = found if "://" in found else f"https://{found}"
            block.links.append(DraftLink(match.start(), end, address))
    block.links.sort(key=lambda link: (link.start, link.end))


def is_whole(address: str) -> bool:
    """Whether an address of the web names a host that can be one: 'https://politik/ausland' has
    lost its own."""
    match = _HOST.match(address)
    return match is None or "." in match["host"] or match["host"] in ("localhost",)


def _take_out(block: DraftBlock, match: "re.Match[str]") -> None:
    label, (start, end) = match.span("label"), match.span()
    held = [one for one in block.links if label[0] <= one.start and one.end <= label[1]]
    addresses = [one.address for one in held]
    if not addresses and "://" in match["address"]:
        addresses = [match["address"]]
    if not addresses and not match["address"].endswith((".html", ".htm", ".php")):
        return  # '(/)' or '(/etc/hosts)' may be what the sentence speaks of
    block.links = [one for one in block.links if one not in held]
    known = {one.address for one in block.links if start - 1 <= one.end <= start}
    if word := _WORD.search(block.text[:start]):
        words = (word.start(), word.start() + len(word.group().rstrip()))
        block.links += [DraftLink(*words, one) for one in addresses if one not in known]
    cut(block, start, end)


def cut(block: DraftBlock, start: int, end: int) -> None:
    """Take a range out of a block's text; what pointed into it points to where it was."""
    block.text = block.text[:start] + block.text[end:]
    for span in block.spans:
        span.start, span.end = (_after_cut(place, start, end) for place in (span.start, span.end))
    block.links = [link for link in block.links if link.end > link.start]


def _after_cut(place: int, start: int, end: int) -> int:
    return place if place <= start else max(start, place - (end - start))
