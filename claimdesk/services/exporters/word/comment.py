"""What stands in the comment of a claim: status, findings, wording, questions, sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimdesk.domain.comment_mark import WHOLE_ARTICLE, mark_line, signed
from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.person import Person
from claimdesk.domain.question import Addressee
from claimdesk.domain.status import Status
from claimdesk.i18n import _, begun
from claimdesk.services.exporters.palette import PAPER
from claimdesk.services.exporters.report import (
    ClaimEntry,
    CorrectionEntry,
    EvidenceEntry,
    QuestionEntry,
    Report,
    SourceEntry,
)
from claimdesk.services.exporters.word.markup import coloured, escaped, lines, paragraph, run

_STYLE = "CommentText"
_QUIET = '<w:color w:val="8A8D91"/><w:sz w:val="14"/><w:szCs w:val="14"/>'


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a comment, begun by words that stand out, perhaps in a colour."""

    words: str
    lead: str = ""
    colour: str = ""

    @property
    def plain(self) -> str:
        """All its words."""
        return " ".join(filter(None, (self.lead, self.words)))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it goes out; 'public_id' is the claim's, or the article's."""

    number: int
    public_id: str
    person: str
    lines: tuple[Line, ...]


def of_claim(claim: ClaimEntry, public_id: str) -> Comment:
    """All that the author and the editor have to know of a claim."""
    return Comment(claim.number, public_id, claim.changed_by, tuple(_lines(claim)))


def of_article(report: Report, public_id: str) -> Comment:
    """What is to be known of the article as a whole, and how to answer."""
    summary = report.summary
    result = _("Result: {checked} of {count} claims checked").format(
        checked=summary.checked, count=summary.claims
    )
    told = [
        Line(report.head.made_at, result),
        Line(
            _(
                "Each claim has a comment at its passage. Reply to the comment, or write below its "
                "last line; change the text as you like. Both are read when this file comes back."
            )
        ),
    ]
    for question in report.open_questions:
        if question.number is None and question.addressee is not Addressee.SOURCE:
            told += _question(question)
    return Comment(WHOLE_ARTICLE, public_id, "", tuple(told))


def comment_xml(comment: Comment, place: int, made_at: str) -> str:
    """A comment as Word has it, under its place in the file; made at a time to the second."""
    words = "\n".join(line.plain for line in comment.lines)
    author = signed(comment.person)
    mark = mark_line(comment.number, comment.public_id, words)
    reference = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    inside = [
        paragraph(reference if not at else "", *_runs(line), style=_STYLE)
        for at, line in enumerate(comment.lines)
    ]
    inside.append(paragraph(run(mark, properties=_QUIET), style=_STYLE))
    return (
        f'<w:comment w:id="{place}" w:author="{escaped(author)}" w:date="{made_at}" '
        f'w:initials="{escaped(_initials(comment.person))}">{"".join(inside)}</w:comment>'
    )


def citation(source: SourceEntry) -> str:
    """A source in words: who, where, when, what."""
    who = ", ".join(filter(None, (source.author, source.publisher, source.published)))
    title = source.title if source.title_seen else f"[{source.title}]"
    return f"{who}. {title}" if who else title


def _initials(person: str) -> str:
    return Person.named(person).initials if person else "CD"


def _runs(line: Line) -> Iterator[str]:
    if line.lead:
        bold = coloured(line.lead, line.colour) if line.colour else run(line.lead, "Strong")
        yield bold + (run(" ") if line.words else "")
    if line.words:
        yield run(line.words)


def _lines(claim: ClaimEntry) -> Iterator[Line]:
    number = _("Claim {number}").format(number=claim.number)
    status = f"{number} · {claim.status.label}"
    dated = _("as of {day}").format(day=claim.as_of) if claim.as_of else ""
    yield Line(dated, status, PAPER[claim.status.value][1])
    yield Line(claim.statement)
    for correction in claim.corrections:
        yield from _correction(correction)
    for question in claim.questions:
        if question.addressee is not Addressee.SOURCE:  # what a source is asked is not for authors
            yield from _question(question)
    for note in claim.findings:
        yield from _headed(_("Finding"), note.text)
    if claim.status is Status.LEFT_OUT:
        for reason in claim.reasons:
            yield from _headed(_("Reason"), reason.text)
    for evidence in claim.evidence:
        yield from _evidence(evidence)


def _headed(head: str, words: str) -> Iterator[Line]:
    """Lines of which the first says what they are."""
    for at, line in enumerate(lines(words)):
        yield Line(line, f"{head}:" if not at else "")


def _correction(one: CorrectionEntry) -> Iterator[Line]:
    if one.state is CorrectionState.DROPPED:
        yield Line(_optional(one.reason), begun(one.state.label))
        return
    new = _("“{text}”").format(text=one.new_wording)
    yield from _headed(" ".join((_("New wording"), f"({one.state.label})")), new)
    for words in filter(None, (one.why, one.reason)):
        yield from map(Line, lines(words))


def _question(one: QuestionEntry) -> Iterator[Line]:
    to = one.addressee.label + (f" ({one.name})" if one.name else "")
    yield from _headed(_("Question {addressee}").format(addressee=to), one.text)
    if one.answer:
        yield from _headed(_("Answer:").rstrip(":"), one.answer)


def _evidence(one: EvidenceEntry) -> Iterator[Line]:
    where = ", ".join(filter(None, (citation(one.source), one.locator)))
    yield from _headed(begun(one.stance.label), where)
    if one.excerpt:
        yield from map(Line, lines(_("“{text}”").format(text=one.excerpt)))
    if one.remark:
        yield from map(Line, lines(one.remark))
    if one.source.address:
        yield Line(one.source.address.text)


def _optional(words: str | None) -> str:
    return " ".join((words or "").split())
