"""How a comment that went out with a claim is known again when its file comes back.

Word, LibreOffice and others keep a comment's words whatever else they drop, so its identity is in
them: the last line says which claim it is about and what stood above. What others typed into the
comment is what does not belong to that.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate

PROGRAM = "Claimdesk"
ARTICLE_PROPERTY = "Claimdesk article"
"""The file's property that holds the article's public id."""
WHOLE_ARTICLE = 0
"""The number of a comment that is about no single claim."""

_MARK = re.compile(rf"{PROGRAM} (\d{{1,9}})-([0-9a-f]{{6}})-(\d{{1,7}})-([0-9a-f]{{16}})")
_SIGNED = re.compile(rf"(?:.* \({PROGRAM}\)|{PROGRAM})", re.DOTALL)
_HEADED = re.compile(r"\D{0,24}(\d{1,9}) · ")
_QUOTES = "\"'“”„«»‘’\n "
_PRIME = (1 << 61) - 1
_BASE = 1_000_003


@dataclass(frozen=True, slots=True)
class Mark:
    """Which claim a comment is about: its number, and what shows that its public id fits, as far
    as that is known."""

    number: int
    key: str

    def fits(self, public_id: str) -> bool:
        """Whether it is about the claim, or the article, of this id."""
        return self.key in ("", key_of(public_id))


@dataclass(frozen=True, slots=True)
class Returned:
    """A comment of ours as it came back. 'added' is what somebody typed into it; where its own
    words were changed so that this cannot be told, 'changed' is true and 'added' all of it. One
    that is 'quoted' is somebody's reply that repeats ours, as LibreOffice has it."""

    mark: Mark
    added: str
    changed: bool = False
    quoted: bool = False


def key_of(public_id: str) -> str:
    """Six signs that stand for a public id."""
    return hashlib.sha256(public_id.encode()).hexdigest()[:6]


def signed(person: str) -> str:
    """Who a comment is from: 'Martha Müller (Claimdesk)'."""
    return f"{person} ({PROGRAM})" if person and person != PROGRAM else PROGRAM


def mark_line(number: int, public_id: str, words: str) -> str:
    """The last line of a comment that holds these words."""
    own = normal(words)
    return f"{PROGRAM} {number}-{key_of(public_id)}-{len(own)}-{_fingerprint(own)}"


def normal(words: str) -> str:
    """Words without what programs change as they save: blanks, empty lines, hidden hyphens."""
    words = unicodedata.normalize("NFC", words).replace("\u00ad", "").replace("\u2011", "-")
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def returned(words: str, author: str | None) -> Returned | None:
    """A comment as it came back; None where it is none of ours."""
    whole = normal(words)
    is_ours = bool(author and _SIGNED.fullmatch(author))
    marks = list(_MARK.finditer(whole))
    if not marks:
        headed = _HEADED.match(whole) if is_ours else None
        return Returned(Mark(int(headed[1]), ""), whole, changed=True) if headed else None
    match = marks[-1]
    mark = Mark(int(match[1]), match[2])
    above, below = whole[: match.start()].rstrip(), whole[match.end() :].strip()
    start = _typed_into(above, int(match[3]), match[4])
    if start is None:
        return Returned(mark, _joined(above, below), changed=is_ours, quoted=not is_ours)
    typed = above[start : start + len(above) - int(match[3])].strip()
    if is_ours or not (typed or below):  # Word can leave all names out
        return Returned(mark, _joined(typed, below))
    return Returned(mark, _joined(typed if start else "", below.lstrip(_QUOTES)), quoted=True)


def _joined(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _typed_into(words: str, length: int, fingerprint: str) -> int | None:
    """Where something was put into words of this length and fingerprint, the last place that
    fits; None where that is not all that was done to them."""
    more = len(words) - length
    if more <= 0:  # mostly nobody touched it
        return length if not more and _fingerprint(words) == fingerprint else None
    wanted = int(fingerprint, 16)
    before = list(accumulate(map(ord, words), _longer, initial=0))
    after, power = 0, 1
    for start in range(length, -1, -1):
        if (before[start] * power + after) % _PRIME == wanted:
            return start
        if start:
            after = (after + ord(words[start - 1 + more]) * power) % _PRIME
            power = power * _BASE % _PRIME
    return None


def _fingerprint(words: str) -> str:
    """A number of 61 bits (Karp and Rabin), from which that of the words without some of them is
    worked out in one step: however long a comment is, it is read once."""
    return f"{reduce(_longer, map(ord, words), 0):016x}"


def _longer(fingerprint: int, sign: int) -> int:
    return (fingerprint * _BASE + sign) % _PRIME
