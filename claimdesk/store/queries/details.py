"""All about a claim: what the inspector and the report show."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.claim import RelationKind
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.domain.dossier import ClaimDetail, Relation
from claimdesk.domain.errors import NotFound
from claimdesk.domain.event import MOST_CLAIMS
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.question import Addressee, Question
from claimdesk.domain.source import Evidence, Stance, timing
from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.store.queries.articles import NEWEST_REVISION
from claimdesk.store.queries.claims import claim_rows
from claimdesk.store.queries.history import events
from claimdesk.store.queries.library import SOURCE_COLUMNS, WIDTH, read_source
from claimdesk.store.queries.read import Read, id_list, portions

_T = TypeVar("_T")

_NEAR = 80
"""Within how many characters of a passage an author's note is about it."""

_EVIDENCE = f"""SELECT {SOURCE_COLUMNS}, e.id, e.public_id, e.claim, e.stance, e.locator,
    e.excerpt, e.looked, e.remark,
    (SELECT h.sha256 FROM snapshot h WHERE h.id = e.snapshot), a.published
FROM evidence e JOIN source s ON s.id = e.source
JOIN claim c ON c.id = e.claim JOIN article a ON a.id = c.article
WHERE e.claim IN ({{ids}}) AND NOT e.aside AND NOT s.aside ORDER BY e.id"""

_NOTES = """SELECT n.id, n.public_id, n.claim, coalesce(n.article, c.article),
    coalesce(n.said_by, p.name), n.role, n.text, coalesce(n.said_at, n.made_at), n.start, n."end",
    n.revision
FROM note n JOIN person p ON p.id = n.person LEFT JOIN claim c ON c.id = n.claim
WHERE {condition} AND NOT n.aside ORDER BY n.made_at, n.id"""

_CORRECTIONS = """SELECT k.id, k.public_id, k.claim, k.old_wording, k.new_wording, k.why, k.state,
    p.name, k.proposed_at, d.name, k.decided_at, k.reason
FROM correction k JOIN person p ON p.id = k.proposed_by LEFT JOIN person d ON d.id = k.decided_by
WHERE k.claim IN ({ids}) AND NOT k.aside ORDER BY k.id"""

_QUESTIONS = """SELECT q.id, q.public_id, q.claim, c.number, coalesce(q.article, c.article),
    q.addressee, q.name, q.text, p.name, q.asked_at, q.answer, w.name, q.answered_at
FROM question q JOIN person p ON p.id = q.asked_by LEFT JOIN person w ON w.id = q.answered_by
    LEFT JOIN claim c ON c.id = q.claim
WHERE {condition} AND NOT q.aside ORDER BY q.asked_at, q.id"""

_RELATIONS = """SELECT r.id, r.public_id, r.kind, {here}, c.id, c.public_id, c.number,
    c.statement, c.status, r.remark, {backwards}
FROM relation r JOIN claim c ON c.id = {there}
WHERE {here} IN ({ids}) AND NOT r.aside AND NOT c.aside ORDER BY c.number, r.id"""

_ANCHORS = f"""SELECT c.id, a.start, a."end", a.quote, a.prefix, a.suffix, a.revision, a.origin
FROM claim c JOIN anchor a ON a.claim = c.id AND NOT a.aside
    AND a.revision = {NEWEST_REVISION.format(article="c.article")}
WHERE c.id IN ({{ids}})"""


def claim_detail(read: Read, claim: int, *, history: int = 50) -> ClaimDetail:
    """One claim with everything, and its newest events, at most 'history' of them; of the claims
    of each MOST_CLAIMS are named."""
    found = claim_details(read, [claim])
    if not found:
        raise NotFound(_("This claim is not in the desk."))
    detail = found[0]
    newest = events(read, claim=claim, newest_first=True, limit=history, most_claims=MOST_CLAIMS)
    return replace(detail, history=tuple(newest))


def claim_details(read: Read, claims: Iterable[int]) -> list[ClaimDetail]:
    """Claims with everything but their history, in the order asked for."""
    wanted = list(claims)
    rows = claim_rows(read, wanted)
    anchors = {row[0]: row for row in _all(read, _ANCHORS, wanted)}
    evidence = _by_claim(_all(read, _EVIDENCE, wanted), _evidence)
    notes = _by_claim(_all(read, _NOTES.format(condition="n.claim IN ({ids})"), wanted), _note)
    relations = _by_claim(_relations(read, wanted), _relation)
    corrections = _by_claim(_all(read, _CORRECTIONS, wanted), _correction)
    condition = "q.claim IN ({ids})"
    questions = _by_claim(_all(read, _QUESTIONS.format(condition=condition), wanted), _question)
    details = []
    for row in rows:
        anchor = anchors.get(row.id)
        details.append(
            ClaimDetail(
                row,
                Anchor(*anchor[1:6]) if anchor and anchor[1] is not None else None,
                anchor[6] if anchor else None,
                tuple(evidence[row.id]),
                tuple(notes[row.id]),
                tuple(relations[row.id]),
                passage_state=AnchorOrigin(anchor[7]) if anchor else None,
                corrections=tuple(corrections[row.id]),
                questions=tuple(questions[row.id]),
            )
        )
    return details


def article_notes(read: Read, article: int) -> list[Note]:
    """The notes that belong to an article and to no single claim."""
    condition = f"n.article = {int(article)}"
    return [_note(row) for row in read(_NOTES.format(condition=condition))]


def place_of_note(read: Read, note: int) -> int | None:
    """Where a note that belongs to no single claim stands in the article's newest text, if it
    does."""
    rows = read(
        """SELECT n.start FROM note n WHERE n.id = :note AND n.claim IS NULL AND n.revision =
            (SELECT r.id FROM revision r WHERE r.article = n.article AND NOT r.aside
            ORDER BY r.number DESC LIMIT 1)""",
        {"note": note},
    )
    return rows[0][0] if rows else None


def leads_near(read: Read, claim: int) -> list[Note]:
    """What the text's own author noted beside a claim's passage: comments, footnotes, links."""
    condition = f"""n.role = 'lead' AND n.article IS NOT NULL AND EXISTS (
        SELECT 1 FROM anchor a WHERE a.claim = {int(claim)} AND a.revision = n.revision
        AND NOT a.aside AND n.start < a."end" + {_NEAR} AND a.start - {_NEAR} < n."end")"""
    return [_note(row) for row in read(_NOTES.format(condition=condition))]


def article_questions(read: Read, article: int) -> list[Question]:
    """The questions on an article that belong to no single claim, the oldest first."""
    condition = f"q.article = {int(article)}"
    return [_question(row) for row in read(_QUESTIONS.format(condition=condition))]


def open_questions(read: Read, article: int | None = None) -> list[Question]:
    """The questions without an answer, on an article and its claims or in the whole desk: the
    oldest first, each one's claim and article not set aside."""
    return _asked(read, article, "q.answered_at IS NULL AND ")


def all_questions(read: Read, article: int | None = None) -> list[Question]:
    """The same with those that have an answer."""
    return _asked(read, article, "")


def _asked(read: Read, article: int | None, condition: str) -> list[Question]:
    owner = "coalesce(q.article, c.article)"
    condition += (
        "coalesce(NOT c.aside, TRUE) "
        f"AND EXISTS (SELECT 1 FROM article a WHERE a.id = {owner} AND NOT a.aside)"
    )
    if article is not None:
        condition += f" AND {owner} = {int(article)}"
    return [_question(row) for row in read(_QUESTIONS.format(condition=condition))]


def articles_with_open(read: Read) -> list[int]:
    """The articles with a question to be answered or a correction to be decided."""
    rows = read(
        """SELECT a.id FROM article a WHERE NOT a.aside AND (EXISTS (
            SELECT 1 FROM question q LEFT JOIN claim c ON c.id = q.claim
            WHERE coalesce(q.article, c.article) = a.id AND q.answered_at IS NULL
            AND NOT q.aside AND coalesce(NOT c.aside, TRUE))
        OR EXISTS (SELECT 1 FROM correction k JOIN claim c ON c.id = k.claim
            WHERE c.article = a.id AND k.state = 'proposed' AND NOT k.aside AND NOT c.aside))
        ORDER BY a.id"""
    )
    return [row[0] for row in rows]


def passage_words(read: Read, claim: int) -> str:
    """The words of a claim's passage in the newest revision; empty where it has none."""
    rows = read(_ANCHORS.format(ids=id_list([claim])))
    return str(rows[0][3]) if rows else ""


def reasons(read: Read, article: int) -> list[str]:
    """The reasons for which claims of an article were left out, the newest first, each once."""
    rows = read(
        "SELECT n.text FROM note n JOIN claim c ON c.id = n.claim WHERE c.article = :article "
        "AND n.role = 'reason' AND NOT n.aside GROUP BY n.text ORDER BY max(n.id) DESC",
        {"article": article},
    )
    return [row[0] for row in rows]


def _all(read: Read, sql: str, ids: Sequence[int]) -> list[Any]:
    return [row for portion in portions(ids) for row in read(sql.format(ids=id_list(portion)))]


def _relations(read: Read, ids: Sequence[int]) -> list[Any]:
    """Each tie is seen from both of its claims."""
    found = []
    for here, there, backwards in (("r.claim", "r.other", 0), ("r.other", "r.claim", 1)):
        sql = _RELATIONS.format(here=here, there=there, backwards=backwards, ids="{ids}")
        found += _all(read, sql, ids)
    return found


def _by_claim(rows: Iterable[Any], make: Callable[[Any], _T]) -> dict[int, list[_T]]:
    found: dict[int, list[_T]] = defaultdict(list)
    for row in rows:
        made = make(row)
        found[made.claim].append(made)  # type: ignore[attr-defined]  # all of them have it
    return found


def _evidence(row: Sequence[Any]) -> Evidence:
    source = read_source(row[:WIDTH])
    row_id, public_id, claim, stance, locator, excerpt, looked, remark, snapshot, published = row[
        WIDTH:
    ]
    return Evidence(
        id=row_id,
        public_id=public_id,
        claim=claim,
        source=source,
        stance=Stance(stance),
        locator=locator,
        excerpt=excerpt,
        looked=looked,
        remark=remark,
        snapshot_sha256=snapshot,
        timing=timing(source.data.published, published),
    )


def _note(row: Sequence[Any]) -> Note:
    fields = list(row)
    fields[5] = NoteRole(row[5])
    return Note(*fields)


def _correction(row: Sequence[Any]) -> Correction:
    fields = list(row)
    fields[6] = CorrectionState(row[6])
    return Correction(*fields)


def _question(row: Sequence[Any]) -> Question:
    fields = list(row)
    fields[5] = Addressee(row[5])
    return Question(*fields)


def _relation(row: Sequence[Any]) -> Relation:
    fields = list(row)
    fields[2], fields[8] = RelationKind(row[2]), Status(row[8])
    fields[10] = bool(row[10])
    return Relation(*fields)
