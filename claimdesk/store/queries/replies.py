"""What replies to a report's comments can belong to."""

from claimdesk.domain.comment_mark import WHOLE_ARTICLE
from claimdesk.domain.question import Question
from claimdesk.domain.replies import Target, Targets
from claimdesk.store.queries.details import open_questions
from claimdesk.store.queries.read import Read

_SAID = """SELECT n.claim, n.text FROM note n LEFT JOIN claim c ON c.id = n.claim
WHERE coalesce(n.article, c.article) = :article
UNION SELECT q.claim, q.answer FROM question q LEFT JOIN claim c ON c.id = q.claim
WHERE coalesce(q.article, c.article) = :article AND q.answer IS NOT NULL"""


def reply_targets(read: Read, article: int) -> Targets:
    """An article's claims with their open questions, and what was said of them, set aside or not:
    what somebody took away does not come back with the next file."""
    asked: dict[int | None, list[Question]] = {}
    for question in open_questions(read, article):
        asked.setdefault(question.claim, []).append(question)
    given = {"article": article}
    claims = read("SELECT number, id, public_id FROM claim WHERE article = :article", given)
    found = {
        number: Target(row, public_id, tuple(asked.get(row, ())))
        for number, row, public_id in claims
    }
    [(public_id,)] = read("SELECT public_id FROM article WHERE id = :article", given)
    found[WHOLE_ARTICLE] = Target(article, public_id, tuple(asked.get(None, ())))
    said = ((claim, text) for claim, text in read(_SAID, given))
    return Targets(found, frozenset(said))
