"""The parts that the report and the question sheet are put together of."""

from collections.abc import Iterable, Iterator, Sequence

from claimdesk.domain.status import Status
from claimdesk.i18n import _
from claimdesk.services.exporters.palette import PAPER, STANCES
from claimdesk.services.exporters.passage import Quotation
from claimdesk.services.exporters.report import (
    Address,
    CorrectionEntry,
    EvidenceEntry,
    NoteEntry,
    QuestionEntry,
    RelationEntry,
    SourceEntry,
)
from claimdesk.services.exporters.word.markup import (
    TEXT_WIDTH,
    bookmark,
    cell,
    coloured,
    lines,
    link_to,
    paragraph,
    paragraphs,
    row,
    run,
    table,
)
from claimdesk.services.exporters.word.package import WordFile, spoken

SOURCES = 2_000_000
"""From where on the bookmarks of sources are numbered; claims have their own numbers."""
NUMBER, NAME = 680, 1530
"""How wide the first columns are: a number's and a status's or stance's."""

_SHORT = 1_200
"""Up to how many characters a row is kept on one page."""
_GAP = '<w:tcMar><w:right w:w="227" w:type="dxa"/></w:tcMar>'
_HANGING = (
    f'<w:keepNext/><w:spacing w:before="160"/><w:ind w:left="{NUMBER}" w:hanging="{NUMBER}"/>'
)
_BELOW = f'<w:ind w:left="{NUMBER}"/>'


class Parts:
    """Makes parts for one file, in the language spoken; 'here' are the claims that it can lead
    to, 'article' is the language of the article's own words."""

    def __init__(self, file: WordFile, article: str, here: Iterable[int] = ()) -> None:
        self.file, self._here = file, frozenset(here)
        self._article = spoken(article)

    def claim(self, number: int) -> str:
        """A claim's number, which leads there."""
        if number in self._here:
            return link_to(f"claim_{number}", str(number))
        return run(str(number))

    def of_article(self, words: str, properties: str = "") -> str:
        """Words of the article, in its language."""
        return run(words, properties=properties + self._article)

    def passage(self, one: Quotation) -> str:
        """A passage in its surroundings."""
        marked = run(one.quote, "Marked", self._article)
        before, after = self.of_article(one.before), self.of_article(one.after)
        return paragraph(before, marked, after, style="Passage")

    def signed(self, *words: str | None) -> str:
        """Who and when, in a line of its own."""
        said = ", ".join(filter(None, words))
        return paragraph(run(said), style="Signed") if said else ""

    def note(self, one: NoteEntry, style: str = "") -> str:
        """A note with who wrote it."""
        return paragraphs(one.text, style) + self.signed(one.person, one.made_at)

    def notes(self, head: str, entries: Iterable[NoteEntry], style: str = "") -> str:
        """Notes under a small heading; nothing where there are none."""
        inside = "".join(self.note(one, style) for one in entries)
        return label(head) + inside if inside else ""

    def wordings(self, one: CorrectionEntry, width: int = TEXT_WIDTH) -> str:
        """Old beside new, and what was decided."""
        half = width // 2
        head = (
            paragraph(run(name), style="CellHead") for name in (_("Old wording"), _("New wording"))
        )
        old = self._wording(one.old_wording)
        new = self._wording(one.new_wording, "<w:b/>")
        rows = [
            row((cell(half, inside, _GAP) for inside in head), head=True),
            row((cell(half, inside, _GAP) for inside in (old, new)), whole=False),
        ]
        return table([half, half], rows, ruled=False) + self._decision(one)

    def _wording(self, words: str, properties: str = "") -> str:
        return "".join(
            paragraph(self.of_article(line, properties), style="Wording")
            for line in lines(words) or ["–"]
        )

    def _decision(self, one: CorrectionEntry) -> str:
        told = ", ".join(filter(None, (one.proposed_by, one.proposed_at)))
        if one.decided_by:
            decided = ", ".join(filter(None, (one.decided_by, one.decided_at)))
            proposed = _("proposed by {person}, {time}").format(
                person=one.proposed_by, time=one.proposed_at
            )
            told = f"{decided} · {proposed}"
        parts = [
            paragraphs(one.why or ""),
            paragraph(run(one.state.label, "Strong"), run(" "), run(told, "Quiet")),
        ]
        if one.reason:
            parts.append(paragraphs(_("Reason: {text}").format(text=one.reason)))
        return "".join(parts)

    def question(self, one: QuestionEntry) -> str:
        """A question with its answer, or that there is none."""
        to = one.addressee.label + (f" ({one.name})" if one.name else "")
        asked = _("Question {addressee}").format(addressee=to)
        inside = self._begun(f"{asked}:", one.text) + self.signed(one.asked_by, one.asked_at)
        if one.is_open:
            return inside + paragraph(run(_("No answer yet."), "Strong"))
        answer = self._begun(_("Answer:"), one.answer or "")
        return inside + answer + self.signed(one.answered_by, one.answered_at)

    def _begun(self, head: str, words: str) -> str:
        """Paragraphs of which the first one begins with bold words."""
        first, _break, rest = words.strip().partition("\n")
        return paragraph(run(head, "Strong"), run(f" {first}")) + paragraphs(rest)

    def relation(self, one: RelationEntry) -> str:
        """A tie to another claim."""
        kind = _("is the basis of") if one.backwards else one.kind.label
        there = _("{number} of another article").format(number=one.number)
        other = self.claim(one.number) if one.here else run(there)
        said = f" ({one.remark})" if one.remark else ""
        inside = (
            run(f"{kind} "), other, run(": "), verdict(one.status, one.status.label),
            run(f" · {one.statement}"), run(said, "Quiet") if said else "",
        )  # fmt: skip
        return paragraph(*inside)

    def evidence(self, entries: Iterable[EvidenceEntry]) -> str:
        """A table of what each source says."""
        widths = [NUMBER, NAME, TEXT_WIDTH - NUMBER - NAME]
        names = (_("No."), _("What it says"), _("Source"))
        rows = [head(widths, names)]
        for one in entries:
            number = link_to(f"source_{one.source.number}", f"[{one.source.number}]")
            stance = coloured(one.stance.label, STANCES[one.stance.value])
            cells = (
                paragraph(number, style="Cell"),
                paragraph(stance, style="Cell"),
                "".join(self._proof(one)),
            )
            is_short = len(one.excerpt or "") + len(one.remark or "") < _SHORT
            rows.append(row(map(cell, widths, cells), whole=is_short))
        return table(widths, rows)

    def _proof(self, one: EvidenceEntry) -> Iterator[str]:
        where = run(f", {one.locator}") if one.locator else ""
        yield paragraph(self.citation(one.source), where, style="Cell")
        if one.excerpt:
            yield self.of_source(_("“{text}”").format(text=one.excerpt), one.source)
        yield paragraphs(one.remark or "", "Cell")
        details = (
            one.source.rank.label,
            _("looked at on {day}").format(day=one.looked) if one.looked else "",
            one.timing.label,
            " ".join((_("snapshot"), one.snapshot_sha256[:16])) if one.snapshot_sha256 else "",
        )
        yield small(details)

    def of_source(self, words: str, source: SourceEntry) -> str:
        """Words of a source, in its language."""
        language = spoken(source.language)
        return "".join(
            paragraph(run(line, properties=language), style="Wording") for line in lines(words)
        )

    def citation(self, source: SourceEntry) -> str:
        """Who, when, what."""
        who = ", ".join(filter(None, (source.author, source.publisher)))
        parts = [run(who, "Strong")] if who else []
        if source.published:
            parts.append(run(f", {source.published}" if who else source.published))
        if parts:
            parts.append(run(". "))
        if source.title_seen:
            parts.append(run(source.title, "Emphasis", spoken(source.language)))
        else:
            not_seen = _("title not seen, reconstructed")
            parts.append(run(f"[{source.title}] ({not_seen})"))
        return "".join(parts)

    def source(self, one: SourceEntry) -> str:
        """A source in the list, with all that is known of it."""
        named = bookmark(f"source_{one.number}", SOURCES + one.number, run(f"[{one.number}]"))
        cited = self.citation(one)
        inside = [paragraph(named, run("\t"), cited, style="Cell", properties=_HANGING)]
        if one.address:
            inside.append(_below(self.address(one.address)))
        remark = _("Remark: {text}").format(text=one.remark) if one.remark else ""
        for text in filter(None, (one.summary, remark)):
            inside += [_below(run(line)) for line in lines(text)]
        details = (
            one.rank.label,
            one.type.label,
            _("language: {code}").format(code=one.language) if one.language else "",
            one.timing.label,
            _("date read: {where}").format(where=one.date_basis) if one.date_basis else "",
            _("read as: {form}").format(form=one.read_as) if one.read_as else "",
        )
        told = run(" · ".join(filter(None, details)), "Quiet")
        inside.append(_below(told, self._used_by(one.claims)))
        return "".join(inside)

    def _used_by(self, claims: Sequence[int]) -> str:
        if not claims:
            return ""
        used = _("Used by claim") if len(claims) == 1 else _("Used by claims")
        numbers = run(", ", "Quiet").join(map(self.claim, claims))
        return run(f"\n{used} ", "Quiet") + numbers

    def address(self, one: Address) -> str:
        """An address, which leads there where one may click it."""
        return self.file.link(one.href, one.text) if one.href else run(one.text, "Quiet")


def verdict(status: Status, words: str) -> str:
    """A status in its colour."""
    return coloured(words, PAPER[status.value][1])


def small(details: Iterable[str]) -> str:
    """Details in a line, in small letters."""
    said = " · ".join(filter(None, details))
    return paragraph(run(said, "Quiet"), style="Cell") if said else ""


def head(widths: Iterable[int], names: Iterable[str]) -> str:
    """The head of a table."""
    cells = (paragraph(run(name), style="CellHead") for name in names)
    return row(map(cell, widths, cells), head=True)


def label(words: str) -> str:
    """A small heading."""
    return paragraph(run(words), style="Label")


def said(words: str) -> str:
    """A sentence as a paragraph."""
    return paragraph(run(words))


def _below(*inside: str) -> str:
    return paragraph(*inside, style="Cell", properties=_BELOW)
