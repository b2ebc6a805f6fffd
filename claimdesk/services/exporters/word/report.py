"""The verification report as a Word file: the same parts in the same order as on paper."""

from collections.abc import Iterable, Iterator

from claimdesk.domain.status import Status
from claimdesk.i18n import speaking
from claimdesk.services.exporters.palette import PAPER
from claimdesk.services.exporters.pdf import gaps
from claimdesk.services.exporters.report import ClaimEntry, Report
from claimdesk.services.exporters.word.markup import (
    TEXT_WIDTH,
    bookmark,
    cell,
    coloured,
    field,
    link_to,
    paragraph,
    paragraphs,
    row,
    run,
    shaded,
    table,
)
from claimdesk.services.exporters.word.package import WordFile
from claimdesk.services.exporters.word.parts import NAME, NUMBER, Parts, head, label, said, verdict
from claimdesk.services.exporters.words import pdf_words

_SECTIONS = 1_000_000
"""From where on the bookmarks of sections are numbered; claims have their own numbers."""
_FACTS = (1_930, TEXT_WIDTH - 1_930)
_LEAST = 90
"""How narrow a part of the bar may get, and still be seen."""
_CLOSE = '<w:spacing w:before="40"/>'
_NO_MARGIN = '<w:tcMar><w:right w:w="0" w:type="dxa"/></w:tcMar>'


def report(shown: Report, made_at: str) -> bytes:
    """The report as a Word file, in its own language."""
    with speaking(shown.language):
        writer = _Writer(shown)
        file = writer.file
        file.fill("".join(writer.body()))
        words = writer.words
        file.run_heads(kind=words["title"], title=shown.head.title, made=words["made"])
        title = f"{words['title']}: {shown.head.title}"
        file.describe(title, ", ".join(shown.head.people), made_at)
        return file.bytes()


class _Writer:
    """Writes one report, part after part."""

    def __init__(self, shown: Report) -> None:
        self.file = WordFile(shown.language)
        self.words = pdf_words(shown)
        self._report = shown
        numbers = (claim.number for claim in shown.claims)
        self._parts = Parts(self.file, shown.head.language, numbers)
        self._sections = list(self._listed())

    def body(self) -> Iterator[str]:
        """All of it."""
        yield from self._title()
        yield from self._facts()
        yield paragraph(run(self.words["result"]), style="Heading1")
        if self._report.summary.claims:
            yield self._bar()
            yield from self._counts()
        not_checked = run(self.words["not_checked"], "Strong")
        yield paragraph(not_checked, run(f" {gaps(self._report)}"))
        yield from self._contents()
        for at, (title, content) in enumerate(self._sections):
            named = bookmark(f"part_{at}", _SECTIONS + at, run(title))
            yield paragraph(named, style="Heading1")
            yield content

    def _listed(self) -> Iterator[tuple[str, str]]:
        """The sections that the report has, by their titles."""
        shown, words = self._report, self.words
        sections = (
            ("corrections", self._overview(shown.corrections, reworded=True)),
            ("open_questions", "".join(self._open_questions())),
            ("to_decide", self._overview(shown.to_decide)),
            ("all_claims", "".join(map(self._claim, shown.claims)) or said(words["no_claim"])),
            ("article_notes", "".join(self._article_notes())),
            ("answered", "".join(map(self._parts.question, shown.answered))),
            ("what_not_checked", "".join(self._not_checked())),
            ("sources", "".join(self._sources())),
            ("record", "".join(self._record())),
        )
        return ((words[name], content) for name, content in sections if content)

    def _title(self) -> Iterator[str]:
        kicker = self.words["title"]
        if self._report.is_interim:
            kicker += f" · {self.words['interim']}"
        yield paragraph(run(kicker), style="Kicker")
        yield paragraph(self._parts.of_article(self._report.head.title), style="Title")
        if (extent := self._report.head.extent) is not None:
            yield paragraph(run(extent, "Quiet"))
        if self._report.head.sample:
            yield paragraph(run(self.words["sample"], "Quiet"))

    def _facts(self) -> Iterator[str]:
        given, words = self._report.head, self.words
        published = ", ".join(filter(None, (given.publisher, given.published)))
        facts = {
            "author": run(given.author or ""),
            "published": run(published),
            "address": self._parts.address(given.address) if given.address else "",
            "revision": self._revision(),
            "people": run(", ".join(given.people)),
            "worked_on": run(self._worked_on()),
            "desk": run(given.desk),
            "report_made": run(given.made_at),
        }
        rows = (
            row(
                (
                    cell(_FACTS[0], paragraph(run(words[name], "Quiet"), style="Cell")),
                    cell(_FACTS[1], paragraph(inside, style="Cell")),
                )
            )
            for name, inside in facts.items()
            if "<w:t" in inside
        )
        yield table(_FACTS, rows, ruled=False)

    def _revision(self) -> str:
        revision = self._report.head.revision
        if revision is None:
            return ""
        line = self.words["revision_line"].format(
            number=revision.number, time=revision.made_at, origin=revision.origin
        )
        return run(f"{line}\n") + run(f"SHA-256 {revision.sha256}", "Quiet")

    def _worked_on(self) -> str:
        given = self._report.head
        if not given.first_event or not given.last_event:
            return ""
        return self.words["from_to"].format(first=given.first_event, last=given.last_event)

    def _bar(self) -> str:
        """The statuses as one bar; each part says how many it stands for."""
        summary = self._report.summary
        room = TEXT_WIDTH - _LEAST * len(summary.bar)
        widths = [_LEAST + room * part.count // summary.claims for part in summary.bar]
        cells = []
        for part, width in zip(summary.bar, widths, strict=True):
            count = str(part.count) if part.count * 25 >= summary.claims else ""
            centred = '<w:jc w:val="center"/>'
            inside = paragraph(coloured(count, "#FFFFFF"), style="Cell", properties=centred)
            cells.append(cell(width, inside, shaded(PAPER[part.status.value][0]) + _NO_MARGIN))
        return table(widths, [row(cells)], ruled=False)

    def _counts(self) -> Iterator[str]:
        parts = self._report.summary.parts
        half = (len(parts) + 1) // 2
        widths = (3_400, 700, 500, 3_400, 700)
        rows = []
        for left, right in zip(parts[:half], (*parts[half:], None), strict=False):
            cells = [*self._count(left.status, left.count), paragraph(style="Cell")]
            cells += self._count(right.status, right.count) if right else ["", ""]
            rows.append(row(map(cell, widths, cells)))
        yield paragraph(style="Cell")
        yield table(widths, rows, ruled=False)
        yield paragraph(style="Cell")

    def _count(self, status: Status, count: int) -> list[str]:
        colour = PAPER[status.value][1] if count else "#8A8D91"
        square = coloured("■ ", PAPER[status.value][0] if count else "#C9CBCE")
        label = coloured(status.label, colour, bold=False)
        right = '<w:jc w:val="right"/>'
        return [
            paragraph(square, label, style="Cell"),
            paragraph(coloured(str(count), colour), style="Cell", properties=right),
        ]

    def _contents(self) -> Iterator[str]:
        yield paragraph(run(self.words["contents"]), style="Label")
        for at, (title, _content) in enumerate(self._sections):
            page = field(f"PAGEREF part_{at} \\h", "–")
            yield paragraph(link_to(f"part_{at}", title), run("\t"), page, style="TOC1")

    def _overview(self, claims: Iterable[ClaimEntry], *, reworded: bool = False) -> str:
        widths = [NUMBER, NAME + 200, TEXT_WIDTH - NUMBER - NAME - 200]
        names = (self.words[name] for name in ("number", "status", "claim_head"))
        rows = []
        for claim in claims:
            cells = (
                paragraph(self._parts.claim(claim.number), style="Cell"),
                paragraph(verdict(claim.status, claim.status.short_label), style="Cell"),
                "".join(self._short(claim, widths[2], reworded=reworded)),
            )
            rows.append(row(map(cell, widths, cells), whole=not reworded))
        return table(widths, [head(widths, names), *rows]) if rows else ""

    def _short(self, claim: ClaimEntry, width: int, *, reworded: bool) -> Iterator[str]:
        yield paragraph(run(claim.statement, "Strong"), style="Cell")
        notes = claim.reasons if claim.status is Status.LEFT_OUT else claim.findings
        yield paragraphs(notes[-1].text if notes else "", "Cell")
        if reworded and not claim.corrections:
            yield paragraph(run(self.words["no_wording"], "Strong"), style="Cell")
        if reworded:
            for one in claim.corrections:
                yield self._parts.wordings(one, width - 200)

    def _open_questions(self) -> Iterator[str]:
        for one in self._report.open_questions:
            if one.number is None:
                about = run(self.words["on_article"])
            else:
                about = run(f"{self.words['claim_word']} ") + self._parts.claim(one.number)
            yield paragraph(about, style="Kicker")
            yield self._parts.question(one)

    def _claim(self, claim: ClaimEntry) -> str:
        return "".join([*self._claim_head(claim), *self._claim_body(claim)])

    def _claim_head(self, claim: ClaimEntry) -> Iterator[str]:
        words, mark = self.words, PAPER[claim.status.value][0][1:]
        kicker = (
            words["claim"].format(number=claim.number),
            claim.kind.label,
            words["worthiness"].format(level=claim.check_worthiness),
        )
        above = f'<w:pBdr><w:top w:val="single" w:sz="12" w:space="6" w:color="{mark}"/></w:pBdr>'
        yield paragraph(run(" · ".join(kicker)), style="ClaimKicker", properties=above)
        named = bookmark(f"claim_{claim.number}", claim.number, run(claim.statement))
        yield paragraph(named, style="Heading2", properties=_CLOSE)
        if claim.attributed_to:
            said_by = words["attributed"].format(who=claim.attributed_to)
            yield paragraph(run(said_by, "Quiet"), properties="<w:keepNext/>")
        passage = claim.passage
        if passage:
            whole = passage.before + passage.quote + passage.after
            if whole.strip() != claim.statement:
                yield self._parts.passage(passage)
        yield self._verdict(claim)

    def _verdict(self, claim: ClaimEntry) -> str:
        words, status = self.words, claim.status
        details = (
            words["as_of"].format(day=claim.as_of) if claim.as_of else "",
            *(badge.label for badge in claim.badges),
            words["last_changed"].format(person=claim.changed_by, time=claim.changed_at),
        )
        square = coloured("■ ", PAPER[status.value][0])
        told = run("  " + " · ".join(filter(None, details)), "Quiet")
        ground = shaded(PAPER[status.value][2])
        return paragraph(
            square, verdict(status, status.label), told, style="Verdict", properties=ground
        )

    def _claim_body(self, claim: ClaimEntry) -> Iterator[str]:
        words, parts = self.words, self._parts
        left_out = claim.status is Status.LEFT_OUT
        yield parts.notes(words["finding"], claim.findings)
        yield parts.notes(words["reason" if left_out else "left_out_before"], claim.reasons)
        if claim.evidence:
            yield label(words["evidence"]) + parts.evidence(claim.evidence)
        if claim.corrections:
            yield label(words["correction" if len(claim.corrections) == 1 else "corrections"])
            yield from map(parts.wordings, claim.corrections)
        if claim.questions:
            yield label(words["question" if len(claim.questions) == 1 else "questions"])
            yield from map(parts.question, claim.questions)
        yield parts.notes(words["lead"], claim.leads, "Lead")
        if claim.relations:
            yield label(words["relations"])
            yield from map(parts.relation, claim.relations)

    def _article_notes(self) -> Iterator[str]:
        for note in self._report.notes:
            if note.passage:
                yield self._parts.passage(note.passage)
            first, _break, rest = note.text.partition("\n")
            role = run(f"{note.role.label}:", "Strong")
            yield paragraph(role, run(f" {first}")) + paragraphs(rest)
            yield self._parts.signed(note.person, note.made_at)

    def _not_checked(self) -> Iterator[str]:
        shown = self._report
        if not shown.not_checked:
            yield said(gaps(shown))
        for group in shown.not_checked:
            yield paragraph(run(f"{group.status.label} ({len(group.claims)})"), style="Heading3")
            yield self._overview(group.claims)
        if shown.not_looked_at:
            title = f"{self.words['not_looked_at']} ({len(shown.not_looked_at)})"
            yield paragraph(run(title), style="Heading3")
            for sentence in shown.not_looked_at:
                inside = self._parts.of_article(sentence)
                yield paragraph(inside, style="ListBullet", properties=self.file.bullet())

    def _sources(self) -> Iterator[str]:
        shown = self._report
        yield "".join(map(self._parts.source, shown.sources)) or said(self.words["no_source"])
        if shown.unused:
            yield paragraph(run(self.words["unused"]), style="Heading3")
            yield "".join(map(self._parts.source, shown.unused))

    def _record(self) -> Iterator[str]:
        given, words = self._report.head, self.words
        if given.chains:
            yield said(words["chain_words"])
            widths = (2_500, 900, 2_070, TEXT_WIDTH - 5_470)
            names = (words[name] for name in ("written_by", "edits", "last_edit", "last_link"))
            rows = [head(widths, names)]
            for one in given.chains:
                shown = (one.writer, str(one.events), one.time, one.link)
                cells = (paragraph(run(text, "Quiet"), style="Cell") for text in shown)
                rows.append(row(map(cell, widths, cells)))
            yield table(widths, rows)
        else:
            yield said(words["no_edit"])
        yield from map(said, given.erased)
