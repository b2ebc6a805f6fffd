"""The report as Markdown (CommonMark with the tables of GitHub's), to be read as it is, too.

Words from the desk are text: what Markdown or HTML would take for a mark is escaped, and a line
break in them stays inside its paragraph or list item.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimdesk.domain.status import Status
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters.passage import Quotation
from claimdesk.services.exporters.report import (
    Address,
    ClaimEntry,
    CorrectionEntry,
    EvidenceEntry,
    Head,
    NoteEntry,
    QuestionEntry,
    RelationEntry,
    Report,
    SourceEntry,
)
from claimdesk.services.exporters.sheet import cited

_MARKS = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w+;)")
_AT_START = re.compile(r"^(\d{0,9})([-+=#.)])(?=[-=#\s]|$)")
"""What would begin a list, a heading or a rule."""
_BLANKS = re.compile(r"\s+")
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\\]")


def markdown(report: Report) -> str:
    """The report in its own language, ending in a line break."""
    with speaking(report.language):
        parts = [*_head(report), *_result(report), *_to_do(report), *_claims(report)]
        parts += [*_article(report), *_not_checked(report), *_sources(report), *_record(report)]
        return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """The words as Markdown shows them, letter by letter; line breaks stay."""
    lines = (_escaped_line(line.strip()) for line in text.strip().split("\n"))
    return "\\\n".join(line or "\u00a0" for line in lines)


def _escaped_line(line: str) -> str:
    line = _MARKS.sub(r"\\\g<0>", line)
    return _AT_START.sub(r"\1\\\2", line)


def _line(text: str) -> str:
    """The words on one line, for headings and tables."""
    return escaped(" ".join(text.split()))


def _indented(text: str, by: int) -> str:
    return text.replace("\n", "\n" + " " * by)


def _heading(level: int, words: str) -> str:
    return f"{'#' * level} {words}"


def _fact(name: str, value: str) -> str:
    return f"**{name}:** {value}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {_indented(item, 2)}" for item in items)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _address(address: Address) -> str:
    """An address that can be followed as a link, any other as words."""
    if address.href is None:
        return _line(address.text)
    return "<" + _NOT_IN_ADDRESSES.sub(lambda m: f"%{ord(m[0]):02X}", address.href) + ">"


# the parts


def _head(report: Report) -> Iterator[str]:
    head = report.head
    kind = _("Verification report")
    yield " · ".join([kind, _("interim state")] if report.is_interim else [kind])
    yield _heading(1, _line(head.title))
    if head.extent:
        yield escaped(head.extent)
    if head.sample:
        yield _("From the sample desk: the text shown is a summary made for practice.")
    yield _list(_facts(head))


def _facts(head: Head) -> Iterator[str]:
    published = ", ".join(filter(None, (head.publisher, head.published)))
    named = {_("Author"): head.author, _("Published"): published}
    for name, value in named.items():
        if value:
            yield _fact(name, _line(value))
    if head.address:
        yield _fact(_("Address"), _address(head.address))
    if revision := head.revision:
        line = _("{number}, read in on {time}; origin: {origin}").format(
            number=revision.number, time=revision.made_at, origin=_line(revision.origin)
        )
        yield _fact(_("Revision"), f"{line}; SHA-256 `{revision.sha256}`")
    if head.people:
        yield _fact(_("Worked on by"), ", ".join(map(_line, head.people)))
    if head.first_event and head.last_event:
        span = _("{first} to {last}").format(first=head.first_event, last=head.last_event)
        yield _fact(_("Worked on"), span)
    yield _fact(_("Desk"), _line(head.desk))
    yield _fact(_("Report made"), head.made_at)


def _result(report: Report) -> Iterator[str]:
    summary = report.summary
    result = _("Result: {checked} of {count} claims checked")
    yield _heading(2, result.format(checked=summary.checked, count=summary.claims))
    if summary.claims:
        rows = ([part.status.label, str(part.count)] for part in summary.parts)
        yield _table((_("Status"), _("Claims")), rows)
    else:
        yield _("No claim has been recorded, so nothing in this article has been checked.")


def _to_do(report: Report) -> Iterator[str]:
    if report.corrections:
        yield _heading(2, _("Corrections"))
        yield from map(_corrected, report.corrections)
    if report.open_questions:
        yield _heading(2, _("Open questions"))
        yield _list(map(_question_with_owner, report.open_questions))
    if report.to_decide:
        yield _heading(2, _("To decide"))
        yield _list(map(_in_short, report.to_decide))


def _corrected(claim: ClaimEntry) -> str:
    parts = [_in_short(claim)]
    if claim.corrections:
        parts.append(_list(map(_correction, claim.corrections)))
    else:
        parts.append(_("No new wording has been proposed yet."))
    return "\n\n".join(parts)


def _in_short(claim: ClaimEntry) -> str:
    notes = claim.reasons if claim.status is Status.LEFT_OUT else claim.findings
    said = f"**{claim.number} · {claim.status.label}:** {_line(claim.statement)}"
    return f"{said}\\\n{escaped(notes[-1].text)}" if notes else said


def _claims(report: Report) -> Iterator[str]:
    yield _heading(2, _("All claims, in the text’s order"))
    if not report.claims:
        yield _("No claim has been recorded.")
    for claim in report.claims:
        yield from _claim(claim)


def _claim(claim: ClaimEntry) -> Iterator[str]:
    yield _heading(3, f"{claim.number} · {_line(claim.statement)}")
    weight = _("check-worthiness {level} of 3").format(level=claim.check_worthiness)
    facts = [f"**{claim.status.label}**", claim.kind.label, weight]
    if claim.as_of:
        facts.append(_("as of {day}").format(day=_line(claim.as_of)))
    yield " · ".join([*facts, *(badge.label for badge in claim.badges)])
    if claim.passage:
        yield f"> {_passage(claim.passage)}"
    if claim.attributed_to:
        yield _("Attributed to: {who}").format(who=_line(claim.attributed_to))
    reason = _("Reason") if claim.status is Status.LEFT_OUT else _("Why it was left out before")
    lead = _("Lead: where to look, not a finding")
    yield from _part(_("Finding"), map(_note, claim.findings))
    yield from _part(reason, map(_note, claim.reasons))
    yield from _part(_("Evidence"), map(_evidence, claim.evidence))
    yield from _part(_("Correction"), map(_correction, claim.corrections))
    yield from _part(_("Questions"), map(_question, claim.questions))
    yield from _part(lead, map(_note, claim.leads))
    yield from _part(_("Relations"), map(_relation, claim.relations))
    changed = _("last changed by {person}, {time}")
    yield f"*{changed.format(person=_line(claim.changed_by), time=claim.changed_at)}*"


def _passage(passage: Quotation) -> str:
    """The words around it with the passage in bold, on one line."""
    before, quote, after = (
        _MARKS.sub(r"\\\g<0>", _BLANKS.sub(" ", part))
        for part in (passage.before, passage.quote, passage.after)
    )
    return f"{before}**{quote.strip()}**{after}".strip()


def _part(heading: str, items: Iterable[str]) -> Iterator[str]:
    if listed := _list(items):
        yield f"**{heading}**"
        yield listed


def _signed(text: str, person: str, time: str) -> str:
    return f"{escaped(text)} ({_line(person)}, {time})"


def _note(note: NoteEntry) -> str:
    return _signed(note.text, note.person, note.made_at)


def _evidence(evidence: EvidenceEntry) -> str:
    source = evidence.source
    said = [f"\\[{source.number}\\] **{evidence.stance.label}:** {_line(cited(source))}"]
    if evidence.locator:
        said.append(_line(evidence.locator))
    if evidence.looked:
        said.append(_("looked at on {day}").format(day=_line(evidence.looked)))
    if evidence.timing.label:
        said.append(evidence.timing.label)
    lines = [", ".join(said)]
    if evidence.excerpt:
        lines.append(_("“{text}”").format(text=escaped(evidence.excerpt)))
    if evidence.remark:
        lines.append(escaped(evidence.remark))
    if source.address:
        lines.append(_address(source.address))
    return "\\\n".join(lines)


def _correction(correction: CorrectionEntry) -> str:
    lines = [
        _fact(_("Old wording"), escaped(correction.old_wording) or "–"),
        _fact(_("New wording"), escaped(correction.new_wording) or "–"),
    ]
    if correction.why:
        lines.append(escaped(correction.why))
    by = _("proposed by {person}, {time}")
    by = by.format(person=_line(correction.proposed_by), time=correction.proposed_at)
    if correction.decided_by:
        by = f"{_line(correction.decided_by)}, {correction.decided_at} · {by}"
    lines.append(f"{correction.state.label} ({by})")
    if correction.reason:
        lines.append(_("Reason: {text}").format(text=escaped(correction.reason)))
    return "\\\n".join(lines)


def _question(question: QuestionEntry) -> str:
    to = _("Question {addressee}").format(addressee=question.addressee.label)
    to = f"{to} ({_line(question.name)})" if question.name else to
    asked = f"{to}: {_signed(question.text, question.asked_by, question.asked_at)}"
    if question.is_open:
        return "\\\n".join((asked, _("No answer yet.")))
    answer = _signed(
        question.answer or "–", question.answered_by or "–", question.answered_at or "–"
    )
    return "\\\n".join((asked, " ".join((_("Answer:"), answer))))


def _question_with_owner(question: QuestionEntry) -> str:
    if question.number is None:
        return _fact(_("On the article"), _question(question))
    return _fact(_("Claim {number}").format(number=question.number), _question(question))


def _relation(tie: RelationEntry) -> str:
    kind = _("is the basis of") if tie.backwards else tie.kind.label
    number = str(tie.number)
    if not tie.here:
        number = _("{number} of another article").format(number=tie.number)
    said = f"{kind} {number}: {_line(tie.statement)} ({tie.status.label})"
    return f"{said}\\\n{escaped(tie.remark)}" if tie.remark else said


def _article(report: Report) -> Iterator[str]:
    if report.notes:
        yield _heading(2, _("Notes on the article"))
        yield _list(f"**{note.role.label}:** {_note(note)}" for note in report.notes)
    if report.answered:
        yield _heading(2, _("Answered questions on the article"))
        yield _list(map(_question, report.answered))


def _not_checked(report: Report) -> Iterator[str]:
    yield _heading(2, _("What was not checked"))
    for group in report.not_checked:
        yield _heading(3, f"{group.status.label} ({len(group.claims)})")
        yield _list(map(_in_short, group.claims))
    if report.claims and not report.not_checked:
        yield _("Every claim recorded has been checked.")
    if not report.claims:
        yield _("No claim has been recorded, so nothing in this article has been checked.")
    if report.not_looked_at:
        unread = _("Sentences nobody looked at")
        yield _heading(3, f"{unread} ({len(report.not_looked_at)})")
        yield _list(map(_line, report.not_looked_at))


def _sources(report: Report) -> Iterator[str]:
    yield _heading(2, _("Sources"))
    if not report.sources:
        yield _("No claim has a source yet.")
    if report.sources:
        yield "\n".join(map(_source, report.sources))
    if report.unused:
        yield _heading(3, _("Collected, but used by no claim"))
        yield "\n".join(map(_source, report.unused))


def _source(source: SourceEntry) -> str:
    lines = [_line(cited(source))]
    if source.address:
        lines.append(_address(source.address))
    if source.summary:
        lines.append(escaped(source.summary))
    if source.remark:
        lines.append(_("Remark: {text}").format(text=escaped(source.remark)))
    facts = [source.rank.label, source.type.label, source.timing.label]
    if source.claims:
        word = _("Used by claim") if len(source.claims) == 1 else _("Used by claims")
        facts.append(f"{word} {', '.join(map(str, source.claims))}")
    lines.append(" · ".join(filter(None, facts)))
    return f"- \\[{source.number}\\] " + _indented("\\\n".join(lines), 2)


def _record(report: Report) -> Iterator[str]:
    head = report.head
    yield _heading(2, _("Record"))
    if head.chains:
        yield _(
            "Each edit is linked to the one before it. Whoever keeps these last links can tell "
            "later whether the history was changed."
        )
        rows = (
            [f"`{chain.writer}`", str(chain.events), chain.time, f"`{chain.link}`"]
            for chain in head.chains
        )
        headings = (_("Written by"), _("Edits"), _("Last edit"), _("Last link (SHA-256)"))
        yield _table(headings, rows)
    else:
        yield _("No edit has been recorded.")
    yield from map(escaped, head.erased)
    yield _("Made with Claimdesk on {time}. All times are UTC.").format(time=head.made_at)
