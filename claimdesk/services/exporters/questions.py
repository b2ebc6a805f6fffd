"""Open questions as text for a mail: under whom they go to, each with the words it is about."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from claimdesk.domain.question import Addressee, Question
from claimdesk.i18n import _, sort_key
from claimdesk.services.exporters.hygiene import clean

_ORDER = {addressee: place for place, addressee in enumerate(Addressee)}
_INDENT = "   "


def addressed(question: Question) -> str:
    """To whom it goes: 'To a source: the harbour office'."""
    to = question.addressee.label
    to = to[:1].upper() + to[1:]
    return f"{to}: {clean(question.name)}" if question.name else to


def grouped(questions: Iterable[Question]) -> list[Question]:
    """Questions in the order of those they go to: author, editor, sources by name; then by
    article, then as they were asked."""
    return sorted(
        questions,
        key=lambda one: (_ORDER[one.addressee], sort_key(one.name or ""), one.article),
    )


def as_text(
    questions: Iterable[Question], passages: Mapping[int, str], titles: Mapping[int, str]
) -> str:
    """The questions in words. 'passages' are the words of the text by the claims' ids, 'titles'
    those of the articles."""
    parts = []
    for to, asked in groupby(grouped(questions), key=addressed):
        parts.append(to)
        for article, those in groupby(asked, key=lambda one: one.article):
            parts.append(_("“{text}”").format(text=clean(titles.get(article, ""))))
            parts += [_entry(at, one, passages) for at, one in enumerate(those, 1)]
        parts[-1] += "\n"
    return "\n\n".join(parts)


def _entry(at: int, question: Question, passages: Mapping[int, str]) -> str:
    text = clean(question.text).replace("\n", f"\n{_INDENT}")
    if question.claim is None:
        return f"{at}. {text}"
    about = _("Claim {number}").format(number=question.number)
    if words := " ".join(clean(passages.get(question.claim, "")).split()):
        about = _("{claim}: “{words}”").format(claim=about, words=words)
    return f"{at}. {about}\n{_INDENT}{text}"
