"""The question sheet on paper."""

from typing import Any

from claimdesk.i18n import _, speaking
from claimdesk.services.exporters.pdf import compiled, date_parts
from claimdesk.services.exporters.plain import plain
from claimdesk.services.exporters.question_sheet import QuestionSheet


def questions(sheet: QuestionSheet, made_at: str) -> bytes:
    """The sheet as a PDF, in its own language."""
    with speaking(sheet.language):
        data: dict[str, Any] = {
            "sheet": plain(sheet),
            "words": sheet_words(sheet),
            "language": sheet.language,
            "article_language": sheet.head.language.split("-")[0] or sheet.language,
            "date": date_parts(made_at),
        }
        return compiled("questions.typ", {"data": data}, made_at)


def sheet_words(sheet: QuestionSheet) -> dict[str, str]:
    """All words of the sheet that are Claimdesk's own; what stands in braces is filled in."""
    made = _("Made with Claimdesk on {time}. All times are UTC.").format(time=sheet.head.made_at)
    return {
        "title": _("Questions and corrections"),
        "page": _("Page {page} of {pages}"),
        "author": _("Author"),
        "revision": _("Revision"),
        "claim": _("Claim {number}"),
        "on_article": _("On the article"),
        "answer": _("Answer:"),
        "asked": _("asked by {person}, {time}"),
        "corrections": _("Corrections"),
        "old_wording": _("Old wording"),
        "new_wording": _("New wording"),
        "made": made,
    }
