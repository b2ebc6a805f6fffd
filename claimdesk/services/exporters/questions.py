"""Open questions as text for a mail: under whom they go to, each with the words it is about; and
what is to be worded anew."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Protocol

from claimdesk.domain.correction import CorrectionState
from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.question import Addressee, Question
from claimdesk.i18n import _, begun, sort_key
from claimdesk.services.exporters.hygiene import clean

_ORDER = {addressee: place for place, addressee in enumerate(Addressee)}
_INDENT = "   "


class Addressed(Protocol):
    """What goes to somebody."""

    @property
    def addressee(self) -> Addressee:
        """Who that is."""
        ...

    @property
    def name(self) -> str | None:
        """Who exactly."""
        ...


def addressed(question: Addressed) -> str:
    """To whom it goes: 'To a source: the harbour office'."""
    to = begun(question.addressee.label)
    return f"{to}: {clean(question.name)}" if question.name else to


def order(question: Addressed) -> tuple[int, tuple[str, str]]:
    """The order of those that questions go to: author, editor, sources by name."""
    return _ORDER[question.addressee], sort_key(question.name or "")


def grouped(questions: Iterable[Question]) -> list[Question]:
    """Questions in the order of those they go to; then by article, then as they were asked."""
    return sorted(questions, key=lambda one: (order(one), one.article))


def as_text(
    questions: Iterable[Question],
    passages: Mapping[int, str],
    titles: Mapping[int, str],
    reworded: Iterable[ClaimDetail] = (),
) -> str:
    """The questions in words. 'passages' are the words of the text by the claims' ids, 'titles'
    those of the articles; of the claims 'reworded' the corrections proposed follow."""
    parts = []
    for to, asked in groupby(grouped(questions), key=addressed):
        parts.append(to)
        for article, those in groupby(asked, key=lambda one: one.article):
            parts.append(_title(titles, article))
            parts += [_entry(at, one, passages) for at, one in enumerate(those, 1)]
        parts[-1] += "\n"
    parts += _proposals(reworded, titles)
    return "\n\n".join(parts)


def _title(titles: Mapping[int, str], article: int) -> str:
    return _("“{text}”").format(text=clean(titles.get(article, "")))


def _proposals(claims: Iterable[ClaimDetail], titles: Mapping[int, str]) -> Iterator[str]:
    proposed = [one for claim in claims if (one := _rewording(claim))]
    if proposed:
        yield _("Proposed corrections")
    for article, those in groupby(proposed, key=lambda one: one[0]):
        yield _title(titles, article)
        yield from (words for _article, words in those)


def _rewording(claim: ClaimDetail) -> tuple[int, str] | None:
    """The article of a claim, and what is proposed for it in words."""
    lines = [_("Claim {number}").format(number=claim.row.number)]
    for one in claim.corrections:
        if one.state is CorrectionState.PROPOSED:
            lines += [
                _("Old: “{words}”").format(words=clean(one.old_wording)),
                _("New: “{words}”").format(words=clean(one.new_wording)),
            ]
            lines += [clean(one.why)] if one.why else []
    if len(lines) == 1:
        return None
    return claim.row.article, "\n".join(lines).replace("\n", f"\n{_INDENT}")


def _entry(at: int, question: Question, passages: Mapping[int, str]) -> str:
    text = clean(question.text).replace("\n", f"\n{_INDENT}")
    if question.claim is None:
        return f"{at}. {text}"
    about = _("Claim {number}").format(number=question.number)
    if words := " ".join(clean(passages.get(question.claim, "")).split()):
        about = _("{claim}: “{words}”").format(claim=about, words=words)
    return f"{at}. {about}\n{_INDENT}{text}"
