"""Let the sample's claims meet the article that they were made for.

The article is its publisher's and not shipped; whoever has its file can bring it. The claims know
their passages by the hashes over their words.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from claimdesk.commands.import_article import leave_out, refuse_known
from claimdesk.commands.take_text import add_leads, add_revision
from claimdesk.domain.anchor import Anchor, AnchorOrigin
from claimdesk.domain.history import Message
from claimdesk.domain.imported import ImportedText
from claimdesk.domain.note import NoteRole
from claimdesk.i18n import N_
from claimdesk.services.anchoring.passages import Span, is_meant, locate, might_be, read_passages
from claimdesk.services.importers.sample import FOLDER
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.queries.read import Read
    from claimdesk.store.work import Work


@dataclass(frozen=True, slots=True)
class MeetSample:
    """Give the sample's article its real text: each claim stands at the passage that it was made
    for. 'spans' are the passages by the claims' numbers, 'others' those of the passages that are
    no claims, in the order of the notes on them."""

    article: int
    text: ImportedText
    spans: Mapping[int, Span]
    others: tuple[Span | None, ...] = ()
    not_article: tuple[Span, ...] = ()

    def apply(self, work: "Work") -> Message:
        refuse_known(work, self.text)
        before = _last_words(work, self.article)
        revision = add_revision(work, self.article, self.text)
        work.add_all(
            "anchor",
            [
                {"claim": claim["id"], "revision": revision, **self._anchor(claim, before)}
                for claim in work.find("claim", article=self.article)
                if claim["number"] in self.spans or claim["id"] in before
            ],
        )
        self._place_notes(work, revision)
        add_leads(work, self.article, revision, self.text.leads)
        leave_out(work, revision, self.not_article)
        return Message(
            N_("The article’s own text for “{title}”"),
            {"title": work.get("article", self.article)["title"]},
        )

    def _place_notes(self, work: "Work", revision: int) -> None:
        notes = work.find("note", article=self.article, role=NoteRole.PASSAGE.value)
        for note, span in zip(notes, self.others, strict=False):
            if span and note["start"] is None:
                work.set("note", note["id"], revision=revision, start=span[0], end=span[1])

    def _anchor(self, claim: Mapping[str, Any], before: Mapping[int, str]) -> dict[str, Any]:
        if span := self.spans.get(claim["number"]):
            made = AnchorOrigin.MADE.value
            return {**asdict(Anchor.at(self.text.text, *span)), "origin": made}
        gone = {"start": None, "end": None, "prefix": "", "suffix": ""}
        return {**gone, "quote": before[claim["id"]], "origin": AnchorOrigin.GONE.value}


def meeting(
    read: "Read", text: ImportedText, not_article: tuple[Span, ...] = ()
) -> MeetSample | None:
    """The edit that brings a text to the sample, where the desk is one, the text is its article
    and it has not met it yet; None otherwise."""
    if not queries.desk_info(read).sample:
        return None
    passages = read_passages(FOLDER / "passages.json", "claims")
    if not might_be(text.text, passages):
        return None
    found = locate(text.text, passages)
    if not is_meant(found, passages):
        return None
    article = min((row.id for row in queries.article_rows(read)), default=None)
    if article is None or queries.came_from_files(read, article):
        return None
    spans = {int(name): span for name, span in found.items()}
    remarks = read_passages(FOLDER / "passages.json", "not_checkable")
    placed = locate(text.text, remarks)
    others = tuple(placed.get(one.name) for one in remarks)
    return MeetSample(article, text, spans, others, not_article)


def _last_words(work: "Work", article: int) -> dict[int, str]:
    """The words of each claim's passage in the newest text so far."""
    texts = work.find("revision", article=article, aside=False)
    newest = max(texts, key=lambda row: row["number"])["id"]
    anchors = work.find("anchor", revision=newest, aside=False)
    return {anchor["claim"]: anchor["quote"] for anchor in anchors}
