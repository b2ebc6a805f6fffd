"""What others said to the comments of a report goes where it belongs: an answer to its question,
else a note on its claim; what belongs to no claim becomes a lead."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from claimdesk.domain.comment_mark import WHOLE_ARTICLE
from claimdesk.domain.imported import Lead, Reply
from claimdesk.domain.note import NoteRole
from claimdesk.domain.person import Person
from claimdesk.domain.question import Addressee, Question
from claimdesk.domain.replies import Answer, Incoming, Remark, Target, Targets
from claimdesk.i18n import _
from claimdesk.store import queries

if TYPE_CHECKING:
    from claimdesk.store.queries.read import Read
    from claimdesk.store.work import Work

_NUMBERED = re.compile(r"^(?:zu |to )?(\d{1,2})[.):]\s*", re.IGNORECASE | re.MULTILINE)
_CLOCK = timedelta(seconds=1)
"""A file's times are cut to seconds."""


def sort_replies(read: "Read", article: int, replies: Iterable[Reply]) -> Incoming:
    """Say what becomes of replies, before anything is written."""
    held = queries.reply_targets(read, article)
    answers: list[Answer] = []
    notes: list[Remark] = []
    leads: list[Lead] = []
    for reply in replies:
        target = held.by_number.get(reply.mark.number)
        if target is None or not reply.mark.fits(target.public_id):
            leads.append(reply.lead)
            continue
        claim = None if reply.mark.number == WHOLE_ARTICLE else target.id
        if _is_known(reply, claim, held):
            continue
        found = list(_answers(reply, target, {one.question.id for one in answers}))
        answers += found
        if not found:
            notes.append(Remark(claim, _words(reply), reply.lead))
    return Incoming(tuple(answers), tuple(notes), tuple(leads))


def take_replies(work: "Work", article: int, found: Incoming) -> None:
    """Write answers and notes down; the leads are left to whoever adds leads."""
    for one in found.answers:
        work.set(
            "question",
            one.question.id,
            answer=one.text,
            answered_by=_person(work, one.lead),
            answered_at=_time(one.lead.said_at) or work.now,
        )
    work.add_all(
        "note",
        [
            {
                "claim": one.claim,
                "article": article if one.claim is None else None,
                "person": work.person,
                "role": NoteRole.NOTE.value,
                "text": one.text,
                "made_at": work.now,
                "said_by": one.lead.said_by,
                "said_at": _time(one.lead.said_at),
                "external": one.lead.external,
            }
            for one in found.notes
        ],
    )


def _is_known(reply: Reply, claim: int | None, held: Targets) -> bool:
    """Whether the desk has it from an earlier file, be it as several answers."""
    if (claim, _words(reply)) in held.said:
        return True
    pieces = _numbered(reply.lead.text).values()
    return bool(pieces) and all((claim, one) in held.said for one in pieces)


def _answers(reply: Reply, target: Target, taken: Collection[int]) -> Iterator[Answer]:
    """The questions that a reply answers: the only one, or each by the number before its answer.
    A reply that asks back is none."""
    asked = [one for one in target.questions if _was_asked(one, reply)]
    is_new = [one.id not in taken for one in asked]
    text = reply.lead.text
    if reply.changed or not all(is_new):
        return
    if len(asked) == 1 and not text.rstrip().endswith("?"):
        yield Answer(asked[0], text, reply.lead)
        return
    pieces = _numbered(text) if len(asked) > 1 else {}
    if all(1 <= number <= len(asked) for number in pieces):
        for number, words in pieces.items():
            yield Answer(asked[number - 1], words, reply.lead)


def _numbered(text: str) -> dict[int, str]:
    """Answers by the numbers before them; nothing where not all of the text is such."""
    before, *pieces = _NUMBERED.split(text)
    numbers, words = list(map(int, pieces[::2])), [one.strip() for one in pieces[1::2]]
    if before.strip() or len(set(numbers)) < len(numbers) or not all(words):
        return {}
    return dict(zip(numbers, words, strict=True))


def _was_asked(question: Question, reply: Reply) -> bool:
    """Whether it stood in the comment: it is not for a source, and is older than the file."""
    if question.addressee is Addressee.SOURCE:
        return False
    asked, went_out = _moment(question.asked_at), _moment(reply.asked)
    return asked is None or went_out is None or asked <= went_out + _CLOCK


def _words(reply: Reply) -> str:
    if not reply.changed:
        return reply.lead.text
    return "\n".join((_("Our comment came back with other words:"), reply.lead.text))


def _person(work: "Work", lead: Lead) -> int:
    return work.person_named(Person.named(lead.said_by)) if lead.said_by else work.person


def _time(said_at: str | None) -> str | None:
    """A file's time as the desk stores times."""
    moment = _moment(said_at)
    if moment is None:
        return None
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _moment(time: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
