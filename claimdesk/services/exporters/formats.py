"""Every form that a report can have: one row each, read by the command line and the export dialog.

A row names its writer, which loads what it needs when it is first called.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from claimdesk.domain.dossier import Dossier
from claimdesk.i18n import N_, _
from claimdesk.services.exporters.options import Options, Part

Write = Callable[[Dossier, str, str], str | bytes]
"""Makes a report of a dossier that is cut already, in a language, as of a time."""
Refuses = Callable[[Dossier, Options], str]
"""Why a form cannot be made of a dossier, in a sentence; empty where it can."""


class Look(Enum):
    """How a form is shown before it is written."""

    PAGES = "pages"
    """As pages, drawn from a PDF."""
    TABLE = "table"
    """As rows, read from a CSV."""
    TEXT = "text"
    """As the text that it is."""
    PROSE = "prose"
    """As text to be read, in the letters of the window."""


@dataclass(frozen=True, slots=True)
class Format:
    """One form. 'id' is its name on the command line, 'label' and 'purpose' (who it is for, in
    one line) are message ids, 'suffix' ends its files. 'shown_as' is the id of the form that is
    drawn in its place, where it cannot be shown itself; 'parts' can be left out of it; 'speaks'
    says whether it holds words of Claimdesk, in the language chosen; 'name' is a message id, too:
    what its file is called, as is 'shown_words': what is said of the preview. 'has_address' says
    whether it bears the address where it will stand on the web."""

    id: str
    label: str
    purpose: str
    suffix: str
    write: Write
    look: Look = Look.TEXT
    shown_as: str = ""
    parts: frozenset[Part] = frozenset(Part)
    speaks: bool = True
    name: str = N_("Report {title}")
    shown_words: str = ""
    has_address: bool = False
    refuses: Refuses = lambda _dossier, _options: ""

    @property
    def words(self) -> str:
        """The label in the language spoken."""
        return _(self.label)

    @property
    def shown(self) -> str:
        """The id of the form that the preview is drawn from."""
        return self.shown_as or self.id


def _html(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.html import html

    return html(build(dossier, made_at=made_at, language=language))


def _json(dossier: Dossier, _language: str, made_at: str) -> str:
    from claimdesk.services.exporters.json_report import to_json

    return to_json(dossier, made_at=made_at)


def _pdf(dossier: Dossier, language: str, made_at: str) -> bytes:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.json_report import to_json
    from claimdesk.services.exporters.pdf import pdf

    attached = to_json(dossier, made_at=made_at)
    return pdf(build(dossier, made_at=made_at, language=language), attached, made_at)


def _docx(dossier: Dossier, language: str, made_at: str) -> bytes:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.word.article import article

    return article(dossier, build(dossier, made_at=made_at, language=language), made_at)


def _docx_text(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.commented_text import commented_text
    from claimdesk.services.exporters.content import build

    return commented_text(dossier, build(dossier, made_at=made_at, language=language))


def _docx_report(dossier: Dossier, language: str, made_at: str) -> bytes:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.word.report import report

    return report(build(dossier, made_at=made_at, language=language), made_at)


def _xlsx(dossier: Dossier, language: str, made_at: str) -> bytes:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.xlsx import xlsx

    return xlsx(build(dossier, made_at=made_at, language=language), made_at)


def _csv(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.csv_sheet import to_csv

    return to_csv(build(dossier, made_at=made_at, language=language))


def _markdown(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.content import build
    from claimdesk.services.exporters.markdown import markdown

    return markdown(build(dossier, made_at=made_at, language=language))


def _questions_docx(dossier: Dossier, language: str, made_at: str) -> str | bytes:
    from claimdesk.services.exporters.question_sheet import made

    return made(dossier, "docx", language, made_at)


def _questions_pdf(dossier: Dossier, language: str, made_at: str) -> str | bytes:
    from claimdesk.services.exporters.question_sheet import made

    return made(dossier, "pdf", language, made_at)


_OF_CLAIMS = frozenset({Part.NOTES, Part.PEOPLE})


def _claim_review(dossier: Dossier, _language: str, made_at: str) -> str:
    from claimdesk.services.exporters.claimreview import claim_review

    return claim_review(dossier, made_at=made_at)


def _no_address(dossier: Dossier, options: Options) -> str:
    from claimdesk.services.exporters.claimreview import obstacle

    return obstacle(options.address or dossier.article.data.url)


def _nothing_open(dossier: Dossier, options: Options) -> str:
    from claimdesk.services.exporters.question_sheet import obstacle

    return obstacle(dossier, options)


def _annotation(dossier: Dossier, _language: str, made_at: str) -> str:
    from claimdesk.services.exporters.annotation import annotations

    return annotations(dossier, made_at=made_at)


_ROWS = (
    Format("pdf", N_("PDF"), N_("for the chief: to read and to print"), "pdf", _pdf, Look.PAGES),
    Format(
        "docx",
        N_("Word: the article with comments"),
        N_("for author and editor: a comment at each claim"),
        "docx",
        _docx,
        Look.PROSE,
        shown_as="docx-text",
        parts=_OF_CLAIMS,
        shown_words=N_(
            "In Word each comment stands in the margin beside its passage; here it stands below "
            "the paragraph."
        ),
    ),
    Format(
        "docx-report",
        N_("Word: the report"),
        N_("for a house that files its reports in Word"),
        "docx",
        _docx_report,
        Look.PAGES,
        shown_as="pdf",
    ),
    Format(
        "html",
        N_("Web page"),
        N_("for everybody: one file that opens in any browser"),
        "html",
        _html,
        Look.PAGES,
        shown_as="pdf",
    ),
    Format(
        "xlsx",
        N_("Excel sheet"),
        N_("to go on working, line by line; can be read back"),
        "xlsx",
        _xlsx,
        Look.TABLE,
        shown_as="csv",
        parts=_OF_CLAIMS,
    ),
    Format(
        "csv",
        N_("CSV sheet"),
        N_("the same for any other program"),
        "csv",
        _csv,
        Look.TABLE,
        parts=_OF_CLAIMS,
    ),
    Format("md", N_("Markdown"), N_("for wikis and plain text"), "md", _markdown),
    Format(
        "json",
        N_("JSON"),
        N_("for other programs: everything"),
        "json",
        _json,
        speaks=False,
    ),
    Format(
        "claimreview",
        N_("ClaimReview"),
        N_("for the public: verdicts that databases read"),
        "jsonld",
        _claim_review,
        parts=frozenset(),
        has_address=True,
        refuses=_no_address,
    ),
    Format(
        "annotation",
        N_("Web Annotation"),
        N_("for annotation tools: passages and verdicts"),
        "jsonld",
        _annotation,
        parts=frozenset({Part.NOTES, Part.PEOPLE}),
    ),
)

FORMATS = {one.id: one for one in _ROWS}
"""The forms of the report by their names, in the order in which they are offered."""

_QUESTIONS = (
    Format(
        "questions-docx",
        N_("Question sheet: Word"),
        N_("for the author: what is open, with room for the answers"),
        "docx",
        _questions_docx,
        Look.PAGES,
        shown_as="questions-pdf",
        parts=frozenset({Part.PEOPLE}),
        name=N_("Questions {title}"),
        refuses=_nothing_open,
    ),
    Format(
        "questions-pdf",
        N_("Question sheet: PDF"),
        N_("for the author: what is open, to print"),
        "pdf",
        _questions_pdf,
        Look.PAGES,
        parts=frozenset({Part.PEOPLE}),
        name=N_("Questions {title}"),
        refuses=_nothing_open,
    ),
)

OFFERED = FORMATS | {one.id: one for one in _QUESTIONS}
"""All that an article can be handed over as: its report, or the sheet of what is open."""

_LOOKED_AT = (Format("docx-text", "", "", "txt", _docx_text, Look.PROSE, parts=_OF_CLAIMS),)

KNOWN = OFFERED | {one.id: one for one in _LOOKED_AT}
"""Those, and the forms that are made for the preview only."""
