"""The JSON report read back: a whole dossier for another desk.

The format is that of services/exporters/json_report.py, described by
resources/reports/report.schema.json. The file may come from anybody: each field is looked at, the
text must have the SHA-256 that the report says, each passage must stand in it.
"""

import json
from collections.abc import Iterable
from typing import Any

from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.article import ArticleData, ArticleRow, Revision, stored_text, text_sha256
from claimdesk.domain.claim import WORTHINESS, ClaimRow, Kind, RelationKind
from claimdesk.domain.correction import Correction, CorrectionState
from claimdesk.domain.coverage import CoverageKind, Looked
from claimdesk.domain.desk import DeskInfo
from claimdesk.domain.dossier import ClaimDetail, Dossier, Relation
from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.note import Note, NoteRole
from claimdesk.domain.question import Addressee, Question
from claimdesk.domain.received import ReceivedDossier
from claimdesk.domain.source import (
    Evidence,
    Source,
    SourceData,
    SourceRank,
    SourceType,
    Stance,
    timing,
)
from claimdesk.domain.status import Status
from claimdesk.domain.structure import Structure
from claimdesk.i18n import _
from claimdesk.services.exporters.json_report import FORMAT, VERSION
from claimdesk.services.importers.fields import Fields
from claimdesk.services.importers.limits import MAX_TEXT_FILE, too_large

_MARK = FORMAT.encode()


def is_dossier(content: bytes) -> bool:
    """Whether these are, by their look, the bytes of a JSON report."""
    return content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _MARK in content


def read_dossier(content: bytes, name: str) -> ReceivedDossier:
    """The dossier of a report's bytes. UnreadableText, which names the file and the place in it."""
    try:
        if len(content) > MAX_TEXT_FILE:
            raise too_large()
        return _received(name, Fields(_json(content)))
    except UnreadableText as error:
        said = _("“{name}” cannot be imported: {reason}.")
        raise UnreadableText(said.format(name=name, reason=error)) from error


def _json(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableText(_("it is no sound JSON")) from error


def _received(name: str, held: Fields) -> ReceivedDossier:
    if held.text("format") != FORMAT:
        raise held.wrong("format")
    if held.whole("version") > VERSION:
        raise UnreadableText(_("it was written by a newer Claimdesk; use that to import it"))
    sources = {source.public_id: source for source in map(_source, held.each("sources"))}
    revision = _revision(held.inner("revision"))
    article = _article(held.inner("article") or Fields(None, "article"), revision)
    claims = tuple(
        _claim(at, entry, sources, revision, article.data.published)
        for at, entry in enumerate(held.each("claims"), 1)
    )
    _refuse_twins(held, claims)
    coverage = held.inner("coverage")
    dossier = Dossier(
        desk=_desk(held.inner("desk")),
        article=article,
        revision=revision,
        claims=claims,
        notes=_notes(held.each("notes"), None, revision),
        sources=tuple(sources.values()),
        people=held.texts("people"),
        first_event=None,
        last_event=None,
        heads=(),
        questions=tuple(_question(entry, None) for entry in held.each("questions")),
        looked=tuple(_looked(entry, revision) for entry in coverage.each("looked"))
        if coverage
        else (),
        left_out=held.texts("left_out"),
        masked=held.flag("masked"),
    )
    to_confirm = (entry.text("id") for entry in held.each("claims") if entry.flag("to_confirm"))
    return ReceivedDossier(name, held.text("made_at"), dossier, frozenset(to_confirm))


def _refuse_twins(held: Fields, claims: Iterable[ClaimDetail]) -> None:
    """Ids and numbers are one claim's each."""
    ids, numbers = set(), set()
    for claim in claims:
        if claim.row.public_id in ids or claim.row.number in numbers:
            raise held.wrong("claims")
        ids.add(claim.row.public_id)
        numbers.add(claim.row.number)


def _desk(held: Fields | None) -> DeskInfo:
    if held is None:
        return DeskInfo("", "", False, "")
    return DeskInfo(held.text("id"), held.text("title"), held.flag("sample"), held.text("made_at"))


def _article(held: Fields, revision: Revision | None) -> ArticleRow:
    data = ArticleData(
        title=held.text("title"),
        author=held.text_or_none("author"),
        publisher=held.text_or_none("publisher"),
        published=held.day_or_none("published"),
        language=held.text("language"),
        url=held.text_or_none("url"),
    )
    return ArticleRow(
        0,
        held.text("id"),
        data,
        revision.id if revision else None,
        archived=held.flag("archived"),
        tags=held.texts("tags"),
    )


def _revision(held: Fields | None) -> Revision | None:
    if held is None:
        return None
    text, sha256 = held.text("text"), held.text("sha256")
    if text_sha256(text) != sha256 or stored_text(text) != text:
        raise UnreadableText(_("its text is not the one that was checked: the SHA-256 differs"))
    structure = Structure.from_json(json.dumps(held.raw("structure")))
    return Revision(
        1,
        held.text("id"),
        0,
        held.whole("number"),
        text,
        sha256,
        held.text("made_at"),
        held.text("origin"),
        structure.to_json() if structure.blocks or structure.links else "{}",
    )


def _claim(
    row: int,
    held: Fields,
    sources: dict[str, Source],
    revision: Revision | None,
    published: str | None,
) -> ClaimDetail:
    worthiness = held.whole("check_worthiness")
    if worthiness not in WORTHINESS:
        raise held.wrong("check_worthiness")
    evidence = tuple(_evidence(row, one, sources, published) for one in held.each("evidence"))
    notes = _notes(held.each("notes"), row, None)
    anchor = _anchor(held, revision)
    state = held.text_or_none("passage_state")
    claim = ClaimRow(
        id=row,
        public_id=held.text("id"),
        article=0,
        number=held.whole("number"),
        statement=held.text("statement"),
        kind=held.one_of("kind", Kind),
        status=held.one_of("status", Status),
        check_worthiness=worthiness,
        attributed_to=held.text_or_none("attributed_to"),
        figures=held.texts("figures"),
        as_of=held.day_or_none("as_of"),
        sources=len(evidence),
        primary_sources=0,
        notes=len(notes),
        leads=0,
        snapshots=0,
        changed_at=held.text("changed_at"),
        changed_by=held.text("changed_by"),
        tags=held.texts("tags"),
    )
    return ClaimDetail(
        row=claim,
        anchor=anchor,
        revision=revision.id if revision and (anchor or state) else None,
        evidence=evidence,
        notes=notes,
        relations=tuple(_relation(row, one) for one in held.each("relations")),
        passage_state=held.one_of("passage_state", AnchorOrigin) if state else None,
        corrections=tuple(_correction(row, one) for one in held.each("corrections")),
        questions=tuple(_question(one, row) for one in held.each("questions")),
    )


def _anchor(claim: Fields, revision: Revision | None) -> Anchor | None:
    held = claim.inner("anchor")
    if held is None:
        return None
    anchor = Anchor(
        held.whole("start"),
        held.whole("end"),
        held.text("quote"),
        held.text("prefix"),
        held.text("suffix"),
    )
    if revision is None or not anchor.fits(revision.text):
        raise claim.wrong("anchor")
    return anchor


def _evidence(
    claim: int, held: Fields, sources: dict[str, Source], published: str | None
) -> Evidence:
    source = sources.get(held.text("source"))
    if source is None:
        raise held.wrong("source")
    return Evidence(
        id=0,
        public_id=held.text("id"),
        claim=claim,
        source=source,
        stance=held.one_of("stance", Stance),
        locator=held.text_or_none("locator"),
        excerpt=held.text_or_none("excerpt"),
        looked=held.day_or_none("looked"),
        remark=held.text_or_none("remark"),
        snapshot_sha256=held.text_or_none("snapshot_sha256"),
        timing=timing(source.data.published, published),
    )


def _notes(
    entries: Iterable[Fields], claim: int | None, revision: Revision | None
) -> tuple[Note, ...]:
    return tuple(_note(entry, claim, revision) for entry in entries)


def _note(held: Fields, claim: int | None, revision: Revision | None) -> Note:
    start, end = _span(held, revision) if held.raw("start") is not None else (None, None)
    return Note(
        id=0,
        public_id=held.text("id"),
        claim=claim,
        article=0,
        person=held.text("person"),
        role=held.one_of("role", NoteRole),
        text=held.text("text"),
        made_at=held.text("made_at"),
        start=start,
        end=end,
    )


def _span(held: Fields, revision: Revision | None) -> tuple[int, int]:
    start, end = held.whole("start"), held.whole("end")
    if revision is None or not start < end <= len(revision.text):
        raise held.wrong("start")
    return start, end


def _looked(held: Fields, revision: Revision | None) -> Looked:
    start, end = _span(held, revision)
    return Looked(
        id=0,
        kind=held.one_of("kind", CoverageKind),
        start=start,
        end=end,
        person=held.text("person"),
        made_at=held.text("made_at"),
        remark=held.text_or_none("remark"),
    )


def _correction(claim: int, held: Fields) -> Correction:
    return Correction(
        id=0,
        public_id=held.text("id"),
        claim=claim,
        old_wording=held.text("old_wording"),
        new_wording=held.text("new_wording"),
        why=held.text_or_none("why"),
        state=held.one_of("state", CorrectionState),
        proposed_by=held.text("proposed_by"),
        proposed_at=held.text("proposed_at"),
        decided_by=held.text_or_none("decided_by"),
        decided_at=held.text_or_none("decided_at"),
        reason=held.text_or_none("reason"),
    )


def _question(held: Fields, claim: int | None) -> Question:
    return Question(
        id=0,
        public_id=held.text("id"),
        claim=claim,
        number=None,
        article=0,
        addressee=held.one_of("addressee", Addressee),
        name=held.text_or_none("name"),
        text=held.text("text"),
        asked_by=held.text("asked_by"),
        asked_at=held.text("asked_at"),
        answer=held.text_or_none("answer"),
        answered_by=held.text_or_none("answered_by"),
        answered_at=held.text_or_none("answered_at"),
    )


def _relation(claim: int, held: Fields) -> Relation:
    return Relation(
        id=0,
        public_id=held.text("id"),
        kind=held.one_of("kind", RelationKind),
        claim=claim,
        other=0,
        other_public_id=held.text("other"),
        other_number=held.whole("other_number"),
        other_statement="",
        other_status=Status.UNCHECKED,
        remark=held.text_or_none("remark"),
        backwards=held.flag("backwards"),
    )


def _source(held: Fields) -> Source:
    data = SourceData(
        title=held.text("title"),
        type=held.one_of("type", SourceType),
        rank=held.one_of("rank", SourceRank),
        author=held.text_or_none("author"),
        publisher=held.text_or_none("publisher"),
        published=held.day_or_none("published"),
        url=held.text_or_none("url"),
        language=held.text_or_none("language"),
        summary=held.text_or_none("summary"),
        remark=held.text_or_none("remark"),
        title_seen=held.flag("title_seen"),
        date_basis=held.text_or_none("date_basis"),
        read_as=held.text_or_none("read_as"),
        csl=held.text_or_none("csl"),
        confidential=held.flag("confidential"),
        contact=held.text_or_none("contact"),
    )
    return Source(0, held.text("id"), data)
