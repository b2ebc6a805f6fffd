"""The question sheet: what is open between the desk and author, editor or sources, and which
passages are to be worded anew; as a Word file, a PDF, or the words of a mail."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import Refused
from claimdesk.domain.question import Addressee, Question
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters import output
from claimdesk.services.exporters.content import build, text_order
from claimdesk.services.exporters.options import Options, cut, selected
from claimdesk.services.exporters.passage import Quotation
from claimdesk.services.exporters.questions import addressed, as_text, order
from claimdesk.services.exporters.report import ClaimEntry, CorrectionEntry, Head, QuestionEntry

_CORRECTIONS: dict[Addressee | None, frozenset[CorrectionState]] = {
    Addressee.EDITOR: frozenset(CorrectionState) - {CorrectionState.DECLINED},
    Addressee.SOURCE: frozenset(),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question with what it is about; on the article as a whole without a claim."""

    question: QuestionEntry
    statement: str | None
    passage: Quotation | None


@dataclass(frozen=True, slots=True)
class Group:
    """The questions to one addressee: 'To a source: the harbour office'."""

    to: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Rewording:
    """A passage that is to be worded anew."""

    number: int
    statement: str
    correction: CorrectionEntry


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """All that goes on a sheet, clean and in the report's words."""

    language: str
    head: Head
    groups: tuple[Group, ...]
    rewordings: tuple[Rewording, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open."""
        return not self.groups and not self.rewordings


def question_sheet(
    dossier: Dossier, made_at: str, language: str, to: Addressee | None = None
) -> QuestionSheet:
    """The sheet for one addressee, or for all of them. The editor's holds all corrections that
    were not declined, the others' those still to be decided; a source sees none."""
    report = build(dossier, made_at=made_at, language=language)
    with speaking(language):
        claims = {claim.number: claim for claim in report.claims}
        asked = [one for one in report.open_questions if to in (None, one.addressee)]
        return QuestionSheet(
            language,
            report.head,
            tuple(_groups(asked, claims)),
            tuple(_rewordings(report.claims, to)),
        )


def _groups(questions: Iterable[QuestionEntry], claims: dict[int, ClaimEntry]) -> Iterator[Group]:
    for to, those in groupby(sorted(questions, key=order), key=addressed):
        found = []
        for one in those:
            claim = claims.get(one.number) if one.number is not None else None
            about = (claim.statement, claim.passage) if claim else (None, None)
            found.append(Asked(one, *about))
        yield Group(to, tuple(found))


def _rewordings(claims: Iterable[ClaimEntry], to: Addressee | None) -> Iterator[Rewording]:
    wanted = _CORRECTIONS.get(to, frozenset({CorrectionState.PROPOSED}))
    for claim in claims:
        for one in claim.corrections:
            if one.state in wanted:
                yield Rewording(claim.number, claim.statement, one)


def _docx(dossier: Dossier, made_at: str, language: str, to: Addressee | None) -> bytes:
    from claimdesk.services.exporters.word.questions import questions

    return questions(question_sheet(dossier, made_at, language, to), made_at)


def _pdf(dossier: Dossier, made_at: str, language: str, to: Addressee | None) -> bytes:
    from claimdesk.services.exporters.questions_pdf import questions

    return questions(question_sheet(dossier, made_at, language, to), made_at)


def _mail(dossier: Dossier, _made_at: str, _language: str, to: Addressee | None) -> str:
    return mail([dossier], to)


def mail(dossiers: Sequence[Dossier], to: Addressee | None = None) -> str:
    """What is open in articles, in the words of a mail; a source gets to see no correction."""
    asked = [one for dossier in dossiers for one in open_questions(dossier)]
    claims = [claim for dossier in dossiers for claim in text_order(dossier.claims)]
    passages = {claim.row.id: claim.anchor.quote for claim in claims if claim.anchor}
    titles = {dossier.article.id: dossier.article.data.title for dossier in dossiers}
    return as_text(
        [one for one in asked if to in (None, one.addressee)],
        passages,
        titles,
        () if to is Addressee.SOURCE else claims,
    )


def open_questions(dossier: Dossier) -> list[Question]:
    """The questions without an answer, in the order of the text; the article's own come first."""
    claims = text_order(dossier.claims)
    asked = [*dossier.questions, *(one for claim in claims for one in claim.questions)]
    return [one for one in asked if one.is_open]


SHEETS: dict[str, Callable[[Dossier, str, str, Addressee | None], str | bytes]] = {
    "docx": _docx,
    "pdf": _pdf,
    "md": _mail,
}
"""The forms that a question sheet has, by the names of formats."""


def export_questions(
    dossier: Dossier,
    form: str,
    path: Path,
    *,
    language: str,
    made_at: str,
    options: Options | None = None,
    to: Addressee | None = None,
) -> None:
    """Write the sheet, as export() writes a report. Refused where nothing is open, or in a form
    that it does not have."""
    with speaking(language):
        if form not in SHEETS:
            raise Refused(
                _("The question sheet is made as {forms}, not as {form}.").format(
                    forms=", ".join(SHEETS), form=form
                )
            )
        output.write(path, made(cut(dossier, options or Options()), form, language, made_at, to))


def made(
    dossier: Dossier, form: str, language: str, made_at: str, to: Addressee | None = None
) -> str | bytes:
    """The sheet of a dossier that is cut already, in one of SHEETS. Refused where nothing is
    open."""
    if question_sheet(dossier, made_at, language, to).is_empty:
        raise Refused(_nothing_open())
    return SHEETS[form](dossier, made_at, language, to)


def obstacle(dossier: Dossier, options: Options) -> str:
    """Why there is no sheet for all addressees of a dossier that is not cut yet, in a sentence;
    empty where there is one."""
    claims = list(filter(selected(options), dossier.claims))
    waits = any(
        one.state is CorrectionState.PROPOSED for claim in claims for one in claim.corrections
    )
    asked = any(one.is_open for claim in claims for one in claim.questions)
    own = any(one.is_open for one in dossier.questions)
    return "" if waits or asked or own else _nothing_open()


def _nothing_open() -> str:
    return _("No question is open, and no correction waits; there is no sheet.")
