"""The report as a PDF that is an archive's (PDF/A-3a) and a screen reader's (PDF/UA-1) at once, set
by typst, with the JSON inside.

All words go in as data, never as markup. Where a house's own template or font breaks a rule of
those standards, the PDF is made without them rather than not at all.
"""

import json
from pathlib import Path
from typing import Any, Literal

from claimdesk.domain.errors import OutputError
from claimdesk.domain.status import Status
from claimdesk.i18n import _, begun, speaking
from claimdesk.paths import RESOURCES
from claimdesk.services.exporters.dates import instant
from claimdesk.services.exporters.glyphs import drawable, printable
from claimdesk.services.exporters.palette import PAPER
from claimdesk.services.exporters.plain import plain
from claimdesk.services.exporters.report import Report
from claimdesk.services.exporters.templates import template
from claimdesk.services.exporters.words import pdf_words

STANDARDS: tuple[Literal["a-3a"], Literal["ua-1"]] = ("a-3a", "ua-1")
_FONTS = RESOURCES / "fonts"
_ICONS = RESOURCES / "icons"
_SPACE = "\u200b"
"""Where an address or a digest may be broken."""


def pdf(report: Report, attached: str, made_at: str) -> bytes:
    """The report as a PDF, with the JSON attached, in its own language."""
    with speaking(report.language):
        return compiled("report.typ", {"data": _data(report, made_at), "report": attached}, made_at)


def compiled(name: str, inputs: dict[str, Any], made_at: str) -> bytes:
    """A template set with data; texts that are no strings go in as JSON. OutputError where typst
    cannot do it."""
    from typst import TypstError, compile  # noqa: A004  30 MB, only for a PDF

    file = template(name)
    fonts = [file.parent, _FONTS]
    known = drawable(tuple(fonts))
    given = {
        key: value
        if isinstance(value, str)
        else json.dumps(_drawn(value, known), ensure_ascii=False)
        for key, value in inputs.items()
    }
    settings: dict[str, Any] = {
        "root": str(file.parent),
        "font_paths": list(map(str, fonts)),
        "ignore_system_fonts": True,  # or two machines would print two reports
        "sys_inputs": given,
        "timestamp": int(instant(made_at).timestamp()),
        "format": "pdf",
    }
    try:
        return bytes(compile(str(file), pdf_standards=list(STANDARDS), **settings))
    except TypstError:
        pass
    try:
        return bytes(compile(str(file), **settings))
    except TypstError as error:
        raise OutputError(
            _("The PDF cannot be made from “{file}”: {reason}.").format(
                file=file, reason=str(error).strip().rstrip(".")
            )
        ) from error


def _data(report: Report, made_at: str) -> dict[str, Any]:
    words, head = pdf_words(report), report.head
    return {
        "report": plain(report, {"corrections", "to_decide", "not_checked", "text", "placed"}),
        "words": words,
        "colours": PAPER,
        "icons": icons(),
        "language": report.language,
        "article_language": head.language.split("-")[0] or report.language,
        "running_head": _shortened(head.title, 70),
        "authors": list(head.people),
        "date": date_parts(made_at),
        "here": [str(claim.number) for claim in report.claims],
        "place": {str(claim.number): at for at, claim in enumerate(report.claims)},
        "corrections": [claim.number for claim in report.corrections],
        "to_decide": [claim.number for claim in report.to_decide],
        "not_checked": [
            {
                "status": plain(group.status),
                "claims": [claim.number for claim in group.claims],
            }
            for group in report.not_checked
        ],
        "gaps": gaps(report),
        "split": {
            text: _SPACE.join(text[at : at + 8] for at in range(0, len(text), 8))
            for chain in head.chains
            for text in (chain.writer, chain.link)
        },
    }


def gaps(report: Report) -> str:
    """What was not checked, in one sentence."""
    if not report.summary.claims:
        return _("No claim has been recorded, so nothing in this article has been checked.")
    counts = (f"{group.status.label}: {len(group.claims)}" for group in report.not_checked)
    said = [begun(", ".join(counts)) + "."]
    if not report.not_checked:
        said = [_("Every claim recorded has been checked.")]
    if report.not_looked_at:
        said.append(_("Sentences not looked at: {count}.").format(count=len(report.not_looked_at)))
    return " ".join(said)


def date_parts(made_at: str) -> dict[str, int]:
    """A time as typst's datetime takes it."""
    when = instant(made_at)
    parts = ("year", "month", "day", "hour", "minute", "second")
    return {part: getattr(when, part) for part in parts}


def icons() -> dict[str, str]:
    """The icons of statuses as SVG, each in its colour."""
    return {
        status.value: _icon(_ICONS / "status" / f"{status}.svg", PAPER[status.value][0])
        for status in Status
    }


def _icon(file: Path, colour: str) -> str:
    return file.read_text(encoding="utf-8").replace("currentColor", colour)


def _drawn(value: Any, known: frozenset[str]) -> Any:
    """Data with nothing in it that the fonts cannot draw."""
    if isinstance(value, str):
        return printable(value, known)
    if isinstance(value, dict):
        return {key: _drawn(one, known) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_drawn(one, known) for one in value]
    return value


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rsplit(" ", 1)[0] + " …"
