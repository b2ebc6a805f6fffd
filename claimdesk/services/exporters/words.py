"""The fixed words of the PDF, in the language spoken, by the names that its templates use."""

from claimdesk.i18n import _
from claimdesk.services.exporters.report import Report


def pdf_words(report: Report) -> dict[str, str]:
    """All words of the report's template; what stands in braces is filled in there."""
    summary = report.summary
    result = _("Result: {checked} of {count} claims checked").format(
        checked=summary.checked, count=summary.claims
    )
    made = _("Made with Claimdesk on {time}. All times are UTC.").format(time=report.head.made_at)
    return {
        "result": result,
        "made": made,
        **_of_head(),
        **_of_parts(),
        **_of_claims(),
        **_of_ends(),
    }


def _of_head() -> dict[str, str]:
    return {
        "title": _("Verification report"),
        "interim": _("interim state"),
        "sample": _("From the sample desk: the text shown is a summary made for practice."),
        "page": _("Page {page} of {pages}"),
        "author": _("Author"),
        "published": _("Published"),
        "address": _("Address"),
        "revision": _("Revision"),
        "revision_line": _("{number}, read in on {time}; origin: {origin}"),
        "people": _("Worked on by"),
        "worked_on": _("Worked on"),
        "from_to": _("{first} to {last}"),
        "desk": _("Desk"),
        "report_made": _("Report made"),
        "contents": _("Contents"),
        "attached": _("The whole dossier for machines"),
    }


def _of_parts() -> dict[str, str]:
    return {
        "not_checked": _("Not checked."),
        "corrections": _("Corrections"),
        "open_questions": _("Open questions"),
        "on_article": _("On the article"),
        "to_decide": _("To decide"),
        "all_claims": _("All claims, in the text’s order"),
        "no_claim": _("No claim has been recorded."),
        "article_notes": _("Notes on the article"),
        "answered": _("Answered questions on the article"),
        "what_not_checked": _("What was not checked"),
        "not_looked_at": _("Sentences nobody looked at"),
        "sources": _("Sources"),
        "no_source": _("No claim has a source yet."),
        "unused": _("Collected, but used by no claim"),
        "record": _("Record"),
        "no_edit": _("No edit has been recorded."),
    }


def _of_claims() -> dict[str, str]:
    return {
        "number": _("No."),
        "status": _("Status"),
        "claim_head": _("Claim"),
        "claim_word": _("Claim"),
        "claim": _("Claim {number}"),
        "worthiness": _("check-worthiness {level} of 3"),
        "attributed": _("Attributed to: {who}"),
        "finding": _("Finding"),
        "reason": _("Reason"),
        "left_out_before": _("Why it was left out before"),
        "evidence": _("Evidence"),
        "what_it_says": _("What it says"),
        "source": _("Source"),
        "quoted": _("“{text}”"),
        "looked": _("looked at on {day}"),
        "snapshot": _("snapshot"),
        "correction": _("Correction"),
        "question": _("Question"),
        "questions": _("Questions"),
        "lead": _("Lead: where to look, not a finding"),
        "relations": _("Relations"),
        "basis_of": _("is the basis of"),
        "elsewhere": _("{number} of another article"),
        "as_of": _("as of {day}"),
        "last_changed": _("last changed by {person}, {time}"),
        "old_wording": _("Old wording"),
        "new_wording": _("New wording"),
        "no_wording": _("No new wording has been proposed yet."),
        "proposed_by": _("proposed by {person}, {time}"),
        "reason_text": _("Reason: {text}"),
        "question_to": _("Question {addressee}"),
        "no_answer": _("No answer yet."),
        "answer": _("Answer:"),
    }


def _of_ends() -> dict[str, str]:
    return {
        "title_not_seen": _("title not seen, reconstructed"),
        "remark": _("Remark: {text}"),
        "language": _("language: {code}"),
        "date_read": _("date read: {where}"),
        "read_as": _("read as: {form}"),
        "used_by_one": _("Used by claim"),
        "used_by_many": _("Used by claims"),
        "chain_words": _(
            "Each edit is linked to the one before it. Whoever keeps these last links can tell "
            "later whether the history was changed."
        ),
        "written_by": _("Written by"),
        "edits": _("Edits"),
        "last_edit": _("Last edit"),
        "last_link": _("Last link (SHA-256)"),
    }
