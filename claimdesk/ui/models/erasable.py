"""What somebody typed at a claim, to choose from what is to be erased."""

from collections.abc import Iterator
from typing import NamedTuple

from claimdesk.domain.dossier import ClaimDetail
from claimdesk.domain.erasure import ERASED, Target
from claimdesk.domain.source import Evidence
from claimdesk.i18n import _
from claimdesk.store import queries
from claimdesk.store.queries.read import Read


class Erasable(NamedTuple):
    """A field with words: which sort of thing it is, what it says, and how it is named."""

    what: str
    words: str
    target: Target


def of_claim(read: Read, claim: int) -> list[Erasable]:
    """Everything typed at a claim, its notes first."""
    detail = queries.claim_detail(read, claim, history=0)
    found = (*_own(detail), *(one for piece in detail.evidence for one in _of_evidence(piece)))
    seen: set[Target] = set()
    return [
        one
        for one in found
        if one.words and one.words != ERASED and not (one.target in seen or seen.add(one.target))  # type: ignore[func-returns-value]
    ]


def of_article(read: Read, article: int) -> list[Erasable]:
    """What was typed at the article itself."""
    notes = queries.article_notes(read, article)
    questions = queries.article_questions(read, article)
    found = [_erasable(_("Note"), one.text, "note", one.id, "text") for one in notes]
    for one in questions:
        found.append(_erasable(_("Question"), one.text, "question", one.id, "text"))
        found.append(_erasable(_("Answer"), one.answer, "question", one.id, "answer"))
    return [one for one in found if one.words and one.words != ERASED]


def _own(detail: ClaimDetail) -> Iterator[Erasable]:
    for note in detail.notes:
        yield _erasable(_("Note"), note.text, "note", note.id, "text")
    for question in detail.questions:
        yield _erasable(_("Question"), question.text, "question", question.id, "text")
        yield _erasable(_("Asked"), question.name, "question", question.id, "name")
        yield _erasable(_("Answer"), question.answer, "question", question.id, "answer")
    for one in detail.corrections:
        yield _erasable(_("New wording"), one.new_wording, "correction", one.id, "new_wording")
        yield _erasable(_("Why"), one.why, "correction", one.id, "why")
        yield _erasable(_("Reason"), one.reason, "correction", one.id, "reason")
    row = detail.row
    yield _erasable(_("Attributed to"), row.attributed_to, "claim", row.id, "attributed_to")


def _of_evidence(piece: Evidence) -> Iterator[Erasable]:
    data, source = piece.source.data, piece.source.id
    yield _erasable(_("Excerpt"), piece.excerpt, "evidence", piece.id, "excerpt")
    yield _erasable(_("Place in it"), piece.locator, "evidence", piece.id, "locator")
    yield _erasable(_("Remark"), piece.remark, "evidence", piece.id, "remark")
    yield _erasable(_("Source, title"), data.title, "source", source, "title")
    yield _erasable(_("Source, author"), data.author, "source", source, "author")
    yield _erasable(_("Source, publisher"), data.publisher, "source", source, "publisher")
    yield _erasable(_("Source, address"), data.url, "source", source, "url")
    yield _erasable(_("Source, summary"), data.summary, "source", source, "summary")
    yield _erasable(_("Source, remark"), data.remark, "source", source, "remark")


def _erasable(what: str, words: str | None, entity: str, row: int, field: str) -> Erasable:
    return Erasable(what, words or "", Target(entity, row, field))
