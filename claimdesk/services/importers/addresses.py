"""Link addresses: kept as links, taken out of the reading text where they only repeat a link."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from claimdesk.services.importers.draft import DraftBlock, DraftLink

_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"“”„»«]+", re.IGNORECASE)
_PATH = r"(?:https?://|www\.|/)[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*"
_BRACKETED = re.compile(rf"[ \u00a0]?[(\[](?P<label><?(?P<address>{_PATH})>?)[)\]]")
_TRAILING = ".,;:!?)]}'’…"
_WORD = re.compile(r"\w+(?:[-’']\w+)*\W*\Z")
_NEAR = 200
"""How many characters before an address the word that it belongs to is looked for in."""
_SEVERAL = 8
"""How many links before an address may be the one that it repeats."""
_HOST = re.compile(r"https?://(?:[^/@\s]*@)?(?P<host>\[[^\]]*\]|[^/:?#\s]+)", re.IGNORECASE)


def mend_links(block: DraftBlock) -> None:
    """Take bracketed addresses out of the text and find the ones that are no links yet."""
    if "/" not in block.text and "www." not in block.text:
        return
    cuts = _bracketed(block)
    if cuts:
        _cut(block, cuts)
    block.links.sort(key=lambda link: (link.start, link.end))
    block.links += _bare(block)
    block.links.sort(key=lambda link: (link.start, link.end))


def is_whole(address: str) -> bool:
    """Whether an address of the web names a host that can be one: 'https://politik/ausland' has
    lost its own."""
    match = _HOST.match(address)
    return match is None or "." in match["host"] or match["host"] in ("localhost",)


def _bracketed(block: DraftBlock) -> list[tuple[int, int]]:
    """The ranges to be taken out; their links move to the word before."""
    links = sorted(block.links, key=lambda link: link.start)
    cuts, place = [], 0
    for match in _BRACKETED.finditer(block.text):
        start, end = match.span("label")
        while place < len(links) and links[place].start < start:
            place += 1
        first = place
        while place < len(links) and links[place].end <= end:
            place += 1
        if _is_told_by(match, links[first:place]):
            cuts.append(match.span())
            _move(block, links[:first][-_SEVERAL:], links[first:place], match)
    return cuts


def _is_told_by(match: "re.Match[str]", held: Sequence[DraftLink]) -> bool:
    """Whether the brackets only repeat an address: '(/)' or '(/etc/hosts)' may be what the
    sentence speaks of."""
    address = match["address"]
    return bool(held) or "://" in address or address.endswith((".html", ".htm", ".php"))


def _move(
    block: DraftBlock,
    before: Sequence[DraftLink],
    held: Sequence[DraftLink],
    match: "re.Match[str]",
) -> None:
    start = match.start()
    known = {one.address for one in before if start - 1 <= one.end <= start}
    word = _WORD.search(block.text, max(0, start - _NEAR), start)
    for link in held:
        if word and link.address not in known:
            known.add(link.address)
            link.start, link.end = word.start(), word.start() + len(word.group().rstrip())
        else:
            link.end = link.start
    if word and not held and "://" in match["address"] and match["address"] not in known:
        end = word.start() + len(word.group().rstrip())
        block.links.append(DraftLink(word.start(), end, match["address"]))


def _cut(block: DraftBlock, cuts: Sequence[tuple[int, int]]) -> None:
    """Take ranges out of a block's text; what pointed into them points to where they were."""
    begins = [start for start, _end in cuts]
    taken = list(accumulate((end - start for start, end in cuts), initial=0))
    parts, done = [], 0
    for start, end in cuts:
        parts.append(block.text[done:start])
        done = end
    block.text = "".join((*parts, block.text[done:]))

    def moved(place: int) -> int:
        rank = bisect_right(begins, place)
        inside = max(0, cuts[rank - 1][1] - place) if rank else 0
        return place - taken[rank] + inside

    for span in block.spans:
        span.start, span.end = moved(span.start), moved(span.end)
    block.links = [link for link in block.links if link.end > link.start]


def _bare(block: DraftBlock) -> list[DraftLink]:
    """Addresses in the text that are no links yet; the links are in their order."""
    found, place = [], 0
    for match in _BARE.finditer(block.text):
        start, end = match.span()
        while end > start and block.text[end - 1] in _TRAILING:
            end -= 1
        while place < len(block.links) and block.links[place].end <= start:
            place += 1
        if end > start and (place == len(block.links) or block.links[place].start >= end):
            address = block.text[start:end]
            whole = address if "://" in address else f"https://{address}"
            found.append(DraftLink(start, end, whole))
    return found
