"""Where words stand in a desk: in rows, in the history, in drafts."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from claimdesk.domain.erasure import (
    EMPTY,
    ERASED,
    FIELDS,
    KEPT,
    MESSAGE,
    WORDS_OF_EVENT,
    Blank,
    Erasure,
    Found,
    Hit,
    Target,
)
from claimdesk.domain.history import ADDED
from claimdesk.store.queries.read import Read

_OWNED = {
    "note": ("claim", "article"),
    "evidence": ("claim", ""),
    "question": ("claim", "article"),
    "correction": ("claim", ""),
    "relation": ("claim", ""),
    "claim": ("id", "article"),
    "suggestion": ("", "article"),
    "remark": ("", "article"),
}
"""The columns that name the claim and the article of a row."""

_KEPT_IN = {
    "revision": ("text", "file_name"),
    "anchor": ("quote",),
    "snapshot": ("origin",),
    "person": ("name",),
    "article": ("title", "author", "publisher"),
    "desk": ("title",),
}


def find_words(read: Read, targets: Sequence[Target], words: Sequence[str]) -> Found:
    """Everywhere that the words of these fields stand, in all their versions, and wherever these
    words stand, spelled exactly so."""
    hits = {(hit.entity, hit.row, hit.field): hit for hit in _hits_of_words(read, words)}
    changes: dict[int, Blank] = {}
    texts: dict[str, None] = {}
    for target in targets:
        row = _row(read, target.entity, target.row)
        hit = _hit(target.entity, target.field, row, words, whole=True)
        if hit is not None:
            hits[target.entity, target.row, target.field] = hit
            texts[hit.held] = None
        for blank, versions in _versions(read, target, row["public_id"]):
            changes[blank.id] = blank
            texts.update(dict.fromkeys(versions))
    for blank in _payloads(read, words):
        changes[blank.id] = blank
    sought = tuple(texts)
    return Found(
        tuple(hits.values()),
        tuple(changes[key] for key in sorted(changes)),
        tuple(_arguments(read, sought, words)),
        tuple(_drafts(read, sought, words)),
        (*sought, *(word for word in words if word not in texts)),
        tuple(_kept(read, (*sought, *words))),
    )


def erasures(read: Read, article: int) -> list[Erasure]:
    """What was erased at an article, its claims, or the sources that its evidence uses."""
    rows = read(
        "SELECT DISTINCT e.id, e.time, p.name, e.arguments FROM event e "
        "JOIN person p ON p.id = e.person JOIN change h ON h.event = e.id "
        "LEFT JOIN claim c ON c.id = h.claim "
        "WHERE e.message = :message AND (h.article = :row OR c.article = :row "
        "OR (h.entity = 'source' AND EXISTS (SELECT 1 FROM source s "
        "JOIN evidence v ON v.source = s.id JOIN claim d ON d.id = v.claim "
        'WHERE s.public_id = h."row" AND d.article = :row))) ORDER BY e.id',
        {"message": MESSAGE, "row": article},
    )
    return [
        Erasure(time, person, str(json.loads(arguments).get("reason", "")))
        for _id, time, person, arguments in rows
    ]


# rows


def _hits_of_words(read: Read, words: Sequence[str]) -> Iterator[Hit]:
    for entity, fields in FIELDS.items():
        for field in fields:
            ids = {
                row[0]
                for word in words
                for spelled in _spellings(word, escaped=field in EMPTY)
                for row in read(
                    f'SELECT id, "{field}" FROM {entity} WHERE "{field}" LIKE :like ESCAPE \'!\'',
                    {"like": _like(spelled)},
                )
                if spelled in row[1]
            }
            for one in sorted(ids):
                hit = _hit(entity, field, _row(read, entity, one), words, whole=False)
                if hit is not None:
                    yield hit


def _row(read: Read, entity: str, row: int) -> dict[str, Any]:
    claim, article = _OWNED.get(entity, ("", ""))
    names = ["id", "public_id", *FIELDS[entity]]
    columns = [f'"{name}"' for name in names]
    columns += [claim or "NULL", article or "NULL", "other" if entity == "relation" else "NULL"]
    found = read(f"SELECT {', '.join(columns)} FROM {entity} WHERE id = :row", {"row": row})
    return dict(zip((*names, "#claim", "#article", "#other"), found[0], strict=True))


def _hit(
    entity: str, field: str, row: dict[str, Any], words: Sequence[str], *, whole: bool
) -> Hit | None:
    held = row[field]
    if not held or held in (ERASED, EMPTY.get(field)):
        return None
    left: str | None = ERASED
    if field in EMPTY:
        left = EMPTY[field]
    elif not whole:
        left = held
        for word in sorted(words, key=len, reverse=True):
            left = left.replace(word, ERASED)
    owners = (row["#claim"], row["#article"], row["#other"])
    return Hit(entity, row["id"], row["public_id"], field, held, left, *owners)


# the history


def _versions(read: Read, target: Target, row: str) -> Iterator[tuple[Blank, list[str]]]:
    """The payloads in which a field's words stand, with what it says there."""
    rows = read(
        "SELECT h.id, e.public_id, h.number, h.field, h.before, h.after FROM change h "
        'JOIN event e ON e.id = h.event WHERE h.entity = :entity AND h."row" = :row '
        "AND h.field IN (:field, :added) AND h.salt <> '' ORDER BY h.id",
        {"entity": target.entity, "row": row, "field": target.field, "added": ADDED},
    )
    for key, event, number, field, *payloads in rows:
        values = [json.loads(one) for one in payloads if one is not None]
        if field == ADDED:
            values = [value.get(target.field) for value in values]
        if versions := [one for one in values if isinstance(one, str) and _is_worth(target, one)]:
            yield Blank(key, event, str(number)), versions


def _is_worth(target: Target, value: str) -> bool:
    return bool(value) and value not in (ERASED, EMPTY.get(target.field))


def _payloads(read: Read, words: Iterable[str]) -> Iterator[Blank]:
    """The changes whose values hold words; those of the article's own text stay what they are."""
    for word in words:
        spelled = _escaped(word)
        for key, event, number, entity, before, after in read(
            "SELECT h.id, e.public_id, h.number, h.entity, h.before, h.after FROM change h "
            "JOIN event e ON e.id = h.event WHERE h.salt <> '' AND "
            "(h.before LIKE :like ESCAPE '!' OR h.after LIKE :like ESCAPE '!')",
            {"like": _like(spelled)},
        ):
            if entity not in KEPT and (spelled in (before or "") or spelled in (after or "")):
                yield Blank(key, event, str(number))


def _arguments(read: Read, texts: Sequence[str], words: Sequence[str]) -> Iterator[Blank]:
    """The events whose message names the words: those alone, or as part of a longer value."""
    seen: set[int] = set()
    for word in (*texts, *words):
        spelled = _escaped(word)
        for key, event, arguments in read(
            "SELECT id, public_id, arguments FROM event "
            "WHERE salt <> '' AND message <> :erase AND arguments LIKE :like ESCAPE '!'",
            {"like": _like(spelled), "erase": MESSAGE},
        ):
            whole = f'"{spelled}"' if word not in words else spelled
            if key not in seen and whole in arguments:
                seen.add(key)
                yield Blank(key, event, WORDS_OF_EVENT)


def _drafts(read: Read, texts: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    for key, text, base in read("SELECT id, text, base FROM draft ORDER BY id"):
        of_field = any(one in (text, base) for one in texts)
        if of_field or any(word in text or word in base for word in words):
            yield key


def _kept(read: Read, words: Sequence[str]) -> Iterator[tuple[str, int]]:
    for entity in KEPT:
        rows: set[int] = set()
        for field in _KEPT_IN[entity]:
            for word in words:
                found = read(
                    f'SELECT id, "{field}" FROM {entity} WHERE "{field}" LIKE :like ESCAPE \'!\'',
                    {"like": _like(word)},
                )
                rows.update(row[0] for row in found if word in row[1])
        if rows:
            yield entity, len(rows)


def _spellings(word: str, *, escaped: bool) -> tuple[str, ...]:
    return (_escaped(word),) if escaped else (word,)


def _escaped(word: str) -> str:
    """Words as they stand inside JSON."""
    return json.dumps(word, ensure_ascii=False)[1:-1]


def _like(word: str) -> str:
    """A pattern that finds at least what holds the word; SQLite's LIKE knows no case in ASCII,
    so whoever asks looks again."""
    for special in "!%_":
        word = word.replace(special, f"!{special}")
    return f"%{word}%"
