"""What all edits that bring a text into the desk do: keep the file, add the revision, the leads."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claimdesk.domain.article import text_sha256
from claimdesk.domain.imported import ImportedText, Lead, LeadKind, OriginalFile
from claimdesk.domain.note import NoteRole
from claimdesk.i18n import _
from claimdesk.services.importers.addresses import is_whole

if TYPE_CHECKING:
    from claimdesk.store.work import Work


def add_snapshot(work: "Work", file: OriginalFile) -> int:
    """The snapshot of a file's bytes, which the desk keeps once."""
    for row in work.find("snapshot", sha256=file.sha256):
        work.set("snapshot", row["id"], aside=False)
        return int(row["id"])
    return work.add(
        "snapshot",
        sha256=file.sha256,
        media_type=file.media_type,
        content=file.content,
        captured=work.now,
        origin=file.name,
    )


def add_revision(work: "Work", article: int, text: ImportedText) -> int:
    """The text as the article's newest revision."""
    taken = work.find("revision", article=article)
    return work.add(
        "revision",
        article=article,
        number=max((row["number"] for row in taken), default=0) + 1,
        text=text.text,
        sha256=text_sha256(text.text),
        made_at=work.now,
        origin=text.file.name or _("clipboard"),
        structure=text.structure.to_json(),
        snapshot=add_snapshot(work, text.file),
        file_name=text.file.name or None,
        made_by=work.person,
    )


def add_leads(work: "Work", article: int, revision: int, leads: Iterable[Lead]) -> int:
    """The leads as notes on the article, at their passages; how many are new. One that came with
    an earlier file stays and moves to where it stands now."""
    known: dict[tuple[str, str | None], list[int]] = {}
    for row in work.find("note", article=article, role=NoteRole.LEAD.value):
        if row["start"] is not None:
            known.setdefault((row["text"], row["said_by"]), []).append(row["id"])
    rows = []
    for lead in leads:
        text = lead_text(lead)
        place = {"revision": revision, "start": lead.start, "end": lead.end}
        if held := known.get((text, lead.said_by)):
            work.set("note", held.pop(0), **place)
        else:
            rows.append({**_note(work, article, lead), "text": text, **place})
    work.add_all("note", rows)
    return len(rows)


def lead_text(lead: Lead) -> str:
    """A lead in words: what somebody said, or where a link leads."""
    if lead.kind is LeadKind.FOOTNOTE:
        return _("Footnote: {text}").format(text=lead.text)
    if lead.kind is LeadKind.COMMENT:
        return lead.text
    if not is_whole(lead.text):
        said = _("Link that lost its host, so it cannot be followed: {address}")
        return said.format(address=lead.text)
    return _("Link: {address}").format(address=lead.text)


def _note(work: "Work", article: int, lead: Lead) -> dict[str, Any]:
    return {
        "article": article,
        "person": work.person,
        "role": NoteRole.LEAD.value,
        "made_at": work.now,
        "said_by": lead.said_by,
        "said_at": lead.said_at,
        "external": lead.external,
    }
