"""The doctor: is everything in a desk as its history says?

Reads only, in one snapshot, by portions, so that a desk of a million changes that others are
writing to needs neither their patience nor much memory. What it cannot see: a history that
somebody computed anew from the first changed link on, or whose newest events are missing, unless
the last links are known from elsewhere (a printed report); a desk's own title, drafts, and an
event's internal key, which no chain covers.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from textwrap import shorten
from typing import Any, NamedTuple

from claimdesk.domain.anchor import Anchor
from claimdesk.domain.article import text_sha256
from claimdesk.domain.dossier import ChainHead
from claimdesk.domain.errors import DeskError, ForeignSchema
from claimdesk.domain.history import ADDED
from claimdesk.i18n import _, pgettext
from claimdesk.store import chain_check
from claimdesk.store.recorder import DERIVED, WITHOUT_CLAIM
from claimdesk.store.sqlite import (
    backup,
    count_tables,
    counts,
    desk_file,
    fts,
    list_tables,
    lists,
    schema,
)
from claimdesk.store.sqlite.connection import connect_to_read, explain
from claimdesk.store.sqlite.search_tables import is_of_index

MOST = 100
"""How many findings of one kind are told; who has a hundred needs a backup, not the rest."""

_PORTION = 500

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: of which kind, where (a row's public id, or a part of the file),
    and a sentence for people."""

    kind: str
    where: str
    text: str


def examine(
    path: Path, *, known: Iterable[ChainHead] = (), progress: Progress = lambda _kind: None
) -> list[Finding]:
    """Everything that is wrong with a desk; 'known' are last links that a report was printed
    with, 'progress' is told the kind of each check before it begins. NotFound where there is no
    file."""
    try:
        with suppress(ForeignSchema):  # told below, part by part
            desk_file.inspect(path)
        with closing(connect_to_read(path)) as connection:
            connection.execute("BEGIN")
            return _examine(connection, path, tuple(known), progress)
    except sqlite3.Error as error:
        return [Finding("file", path.name, str(explain(error, path)))]
    except DeskError as error:
        return [Finding("file", path.name, str(error))]


def _examine(
    connection: sqlite3.Connection, path: Path, known: Sequence[ChainHead], progress: Progress
) -> list[Finding]:
    progress("file")
    found = list(islice(_file(connection, path), MOST))
    progress("schema")
    if foreign := list(_schema(connection)):
        return found + foreign  # whatever else is asked might run what is foreign
    checks: dict[str, Iterator[Finding]] = {
        "revision": _revisions(connection),
        "anchor": _anchors(connection),
        "snapshot": _snapshots(connection),
        "chain": _chains(connection, known),
        "history": _history(connection),
        "search": _search(connection),
    }
    for kind, check in checks.items():
        progress(kind)
        found += _told(check, kind, path)
    progress("counts")
    if any(one.kind == "history" for one in found):
        return found  # what is counted is itself in doubt
    return found + _told(_counts(connection), "counts", path)


def _told(check: Iterator[Finding], kind: str, path: Path) -> list[Finding]:
    """The findings of a check; one that stumbles over what it reads says so and ends."""
    found: list[Finding] = []
    try:
        found.extend(islice(check, MOST))
    except (sqlite3.Error, ValueError, TypeError, AttributeError, RecursionError) as error:
        reason = str(explain(error, path)) if isinstance(error, sqlite3.Error) else str(error)
        text = _("What is stored cannot be understood: {reason}").format(reason=reason)
        found.append(Finding(kind, path.name, text))
    return found


def _file(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    for problem in backup.problems(connection):
        text = _("The file itself is damaged: {problem}.").format(problem=problem)
        yield Finding("file", path.name, text)


def _schema(connection: sqlite3.Connection) -> Iterator[Finding]:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for name in schema.foreign(connection, version):
        text = _("“{name}” is not as Claimdesk makes it.").format(name=name)
        yield Finding("schema", name, text)


def _revisions(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute("SELECT public_id, number, text, sha256 FROM revision ORDER BY id")
    for row, number, text, sha256 in rows:
        if text_sha256(text) != sha256:
            sentence = _("The text of revision {number} is not the one that was stored.")
            yield Finding("revision", row, sentence.format(number=number))


def _anchors(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        'SELECT a.revision, a.public_id, c.number, c.article, a.start, a."end", a.quote, '
        "a.prefix, a.suffix FROM anchor a JOIN claim c ON c.id = a.claim WHERE NOT a.aside "
        "AND NOT (a.origin = 'gone' AND a.start IS NULL) "
        "ORDER BY a.revision, a.id"
    )
    for revision, group in groupby(rows, key=itemgetter(0)):
        article, text = connection.execute(
            "SELECT article, text FROM revision WHERE id = ?", (revision,)
        ).fetchone()
        for _revision, row, number, owner, *place in group:
            if owner != article or place[0] is None or not Anchor(*place).fits(text):
                sentence = _("The passage of claim {number} does not stand in its text.")
                yield Finding("anchor", row, sentence.format(number=number))


def _snapshots(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute("SELECT public_id, origin, content, sha256 FROM snapshot ORDER BY id")
    for row, origin, content, sha256 in rows:
        if hashlib.sha256(content).hexdigest() != sha256:
            sentence = _("The snapshot of “{origin}” is not what was captured.")
            yield Finding("snapshot", row, sentence.format(origin=_short(origin)))


def _chains(connection: sqlite3.Connection, known: Sequence[ChainHead]) -> Iterator[Finding]:
    for row, text in chain_check.altered(connection, known):
        yield Finding("chain", row, text)


class _Recorded(NamedTuple):
    field: str
    after: str | None
    claim: int | None
    article: int | None


_UNRECORDED = frozenset({"alembic_version", "desk", "writer", "draft", "event", "change"})
"""Tables that the history does not speak of."""


def _history(connection: sqlite3.Connection) -> Iterator[Finding]:
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    entities = {row[0] for row in tables if not is_of_index(row[0])}
    entities -= count_tables.TABLES | list_tables.TABLES
    for entity in sorted(entities - _UNRECORDED):
        yield from _lost(connection, entity)
        cursor = connection.execute(_rows_of(connection, entity))
        names = [column[0] for column in cursor.description]
        while rows := cursor.fetchmany(_PORTION):
            held = {row[1]: dict(zip(names, row, strict=True)) for row in rows}
            for row, changes in _recorded(connection, entity, held):
                yield from _differs(entity, held[row], changes)
    yield from _stamps(connection)


def _rows_of(connection: sqlite3.Connection, entity: str) -> str:
    """A statement for a table's rows as the history keeps them: references by public ids, no
    bytes; '#claim' and '#article' are the keys of what a row belongs to."""
    columns = {row[1]: row[2] for row in connection.execute(f'PRAGMA table_info("{entity}")')}
    targets = {row[3]: row[2] for row in connection.execute(f'PRAGMA foreign_key_list("{entity}")')}
    chosen = ["x.id", "x.public_id"]
    for owner in ("claim", "article"):
        key = "x.id" if entity == owner else f"x.{owner}" if owner in columns else "NULL"
        if owner == "claim" and entity in WITHOUT_CLAIM:
            key = "NULL"
        chosen.append(f'{key} AS "#{owner}"')
    for name, kind in columns.items():
        if name in targets:
            chosen.append(
                f'(SELECT t.public_id FROM "{targets[name]}" t WHERE t.id = x."{name}") AS "{name}"'
            )
        elif name not in ("id", "public_id") and kind != "BLOB":
            chosen.append(f'x."{name}"')
    return f'SELECT {", ".join(chosen)} FROM "{entity}" x ORDER BY x.id'


def _lost(connection: sqlite3.Connection, entity: str) -> Iterator[Finding]:
    for (row,) in connection.execute(
        'SELECT DISTINCT h."row" FROM change h WHERE h.entity = ? '
        f'AND NOT EXISTS (SELECT 1 FROM "{entity}" x WHERE x.public_id = h."row")',
        (entity,),
    ):
        text = _("{what} is in the history but no longer in the desk.")
        yield Finding("history", row, text.format(what=_what(entity, row, {})))


def _recorded(
    connection: sqlite3.Connection, entity: str, rows: Collection[str]
) -> Iterator[tuple[str, list[_Recorded]]]:
    """What the history says of each of the rows, one row at a time."""
    silent = set(rows)
    cursor = connection.execute(
        'SELECT "row", field, after, claim, article FROM change '
        f'WHERE entity = ? AND "row" IN ({_marks(rows)}) ORDER BY "row", event, number',
        [entity, *rows],
    )
    for row, changes in groupby(cursor, key=itemgetter(0)):
        silent.discard(row)
        yield row, [_Recorded(*change[1:]) for change in changes]
    yield from ((row, []) for row in sorted(silent))


def _differs(
    entity: str, held: Mapping[str, Any], changes: Sequence[_Recorded]
) -> Iterator[Finding]:
    """Where a row is not as its last changes left it."""
    row, what = held["public_id"], _what(entity, held["public_id"], held)
    if not any(change.field == ADDED for change in changes):
        text = _("{what} came into the desk without the history.").format(what=what)
        yield Finding("history", row, text)
        return
    for name, value in _replayed(changes).items():
        if name in held and name not in DERIVED.get(entity, ()) and held[name] != value:
            text = _(
                "{what}: “{field}” is “{held}”, but “{recorded}” is what the history recorded last."
            ).format(what=what, field=name, held=_short(held[name]), recorded=_short(value))
            yield Finding("history", row, text)
    # What went to another claim when two were made one keeps the history that it had before.
    went = any(change.field in ("claim", "other", "article") for change in changes)
    if not went and any(change[2:] != (held["#claim"], held["#article"]) for change in changes):
        text = _("{what}: its history is filed under another claim or article.").format(what=what)
        yield Finding("history", row, text)


def _replayed(changes: Sequence[_Recorded]) -> dict[str, Any]:
    state: dict[str, Any] = {}
    for field, after, *_owners in changes:
        if after is None:  # erased: what it said is known no more
            state.pop(field, None)
            continue
        value = json.loads(after)
        state.update({**value, "aside": False} if field == ADDED else {field: value})
    return state


_STAMPS = """SELECT c.public_id, c.number FROM claim c LEFT JOIN event e ON e.id = max(
    coalesce((SELECT max(h.event) FROM change h WHERE h.claim = c.id), 0),
    coalesce((SELECT max(h.event) FROM relation r
        JOIN change h ON h.entity = 'relation' AND h."row" = r.public_id
        WHERE r.other = c.id), 0))
WHERE e.time IS NOT c.changed_at OR e.person IS NOT c.changed_by"""


def _stamps(connection: sqlite3.Connection) -> Iterator[Finding]:
    for row, number in connection.execute(_STAMPS):
        sentence = _("Claim {number} does not say rightly who changed it last, or when.")
        yield Finding("history", row, sentence.format(number=number))


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    for group, count in fts.differing(connection).items():
        text = _(
            "The search index is wrong in {count} places ({what}); "
            "“claimdesk doctor "
            "--rebuild-search” builds it anew."
        )
        yield Finding("search", group.value, text.format(count=count, what=group.label))
    if count := lists.differing(connection):
        text = _(
            "The order of lists is wrong for {count} claims; “claimdesk doctor --rebuild-search” "
            "builds it anew."
        )
        yield Finding("search", "lists", text.format(count=count))


def _counts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for name, count in counts.differing(connection).items():
        text = _(
            "The overview’s counts are wrong in {count} places ({what}); "
            "“claimdesk doctor --rebuild-counts” builds them anew."
        )
        yield Finding("counts", name, text.format(count=count, what=_counted(name)))


def _counted(table: str) -> str:
    return {
        count_tables.STATUS: _("claims by status"),
        count_tables.DAY: _("statuses by day"),
        count_tables.WRONG: _("claims that are wrong"),
        count_tables.SOURCE: _("uses of sources"),
    }[table]


def _what(entity: str, row: str, held: Mapping[str, Any]) -> str:
    if entity == "claim" and "number" in held:
        return _("Claim {number}").format(number=held["number"])
    return f"{_words(entity)} {row}"


def _words(entity: str) -> str:
    return {
        "anchor": _("Passage"),
        "article": _("Article"),
        "claim": _("Claim"),
        "correction": _("Correction"),
        "coverage": _("Range looked at"),
        "evidence": pgettext("one", "Evidence"),
        "note": _("Note"),
        "person": _("Person"),
        "question": _("Question"),
        "relation": _("Relation"),
        "remark": _("Remark"),
        "revision": _("Revision"),
        "saved_filter": _("Saved filter"),
        "snapshot": _("Snapshot"),
        "source": _("Source"),
        "suggestion": _("Suggestion"),
        "tag": _("Tag"),
        "tagging": _("Tagging"),
    }.get(entity, entity)


def _short(value: Any) -> str:
    return shorten(str(value), 60, placeholder="…")


def _marks(items: Collection[Any]) -> str:
    return ", ".join("?" * len(items))
