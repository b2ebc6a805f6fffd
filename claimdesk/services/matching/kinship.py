"""Whether two different words are forms of one, and whether the form makes a difference."""

from claimdesk.services.matching.lexicon import WordKind
from claimdesk.services.matching.verbs import Verb, analysed
from claimdesk.services.matching.words import Word

_ADJECTIVE = ("en", "em", "er", "es", "e")
_GENITIVE = {("", "s"), ("", "es"), ("e", "es"), ("", "'s"), ("s", "'s")}
_DATIVE_PLURAL = ("e", "er", "el")
_WEAK = {("", "en"), ("", "n"), ("e", "en")}


def are_forms(one: Word, other: Word, *, turned: bool, german: bool) -> bool:
    """Whether two words are forms of the same word that state the same; 'turned' where the
    sentence changed between active and passive, and with it cases and forms of verbs."""
    if one.kind is not other.kind or one.kind is not WordKind.CONTENT:
        return False
    if one.capital and other.capital:
        return _nouns(one.key, other.key, turned=turned)
    verbs = analysed(one.key), analysed(other.key)
    if verbs[0] and verbs[1] and _root(verbs[0][0]) == _root(verbs[1][0]):
        return _one_verb(verbs[0], verbs[1], one.key, other.key, turned)
    return german and _adjectives(one.key, other.key)


def _nouns(one: str, other: str, *, turned: bool) -> bool:
    short, long = sorted((one, other), key=len)
    stem = _shared(short, long)
    ends = short[len(stem) :], long[len(stem) :]
    if len(stem) < 3:
        return False
    if ends in _GENITIVE:
        return True
    if ends == ("", "n") and short.endswith(_DATIVE_PLURAL):
        return True
    return turned and ends in _WEAK


def _adjectives(one: str, other: str) -> bool:
    stems = {_bare(one), _bare(other)}
    both = one != _bare(one) and other != _bare(other)
    if len(stems) == 1 and min(map(len, stems)) >= 3:
        return both or not (one.endswith("er") or other.endswith("er"))
    return False


def _bare(key: str) -> str:
    for ending in _ADJECTIVE:
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            return key[: -len(ending)]
    return key


def _one_verb(one: Verb, other: Verb, first: str, second: str, turned: bool) -> bool:
    if _root(one[0]) != _root(other[0]) or (one[1] and other[1] and one[1] != other[1]):
        return False
    if turned:
        return True
    if {one[2], other[2]} == {"?", "reported"}:  # liefert, liefere
        return False
    if {one[2], other[2]} <= {"past", "participle", "?"} and first != second:
        return "participle" in (one[2], other[2]) or _plural(first, second)
    return _plural(first, second)


def _plural(one: str, other: str) -> bool:
    """Whether the forms differ as singular and plural do: lieferte, lieferten."""
    short, long = sorted((one, other), key=len)
    return (long in (f"{short}n", f"{short}en") and not short.endswith("t")) or (
        short.endswith("t") and long == f"{short[:-1]}en"
    )


def _root(stem: str) -> str:
    return stem.removesuffix("en").removesuffix("e")


def _shared(one: str, other: str) -> str:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return one[:count]
