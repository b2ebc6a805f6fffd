"""The report as one HTML page that prints: no script, nothing fetched, nothing beside it.

A content security policy says the same to the browser, for the day a template forgets to. The
icons are the window's, each put in once and used by name.
"""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimdesk.domain.errors import OutputError
from claimdesk.domain.source import Stance
from claimdesk.domain.status import Status
from claimdesk.i18n import _, begun, speaking
from claimdesk.paths import RESOURCES
from claimdesk.services.exporters.report import Report
from claimdesk.services.exporters.templates import folders, template

if TYPE_CHECKING:
    from jinja2 import Environment

_ICONS = RESOURCES / "icons"
_STANCES = {
    Stance.SUPPORTS: "circle-plus",
    Stance.REFUTES: "circle-minus",
    Stance.QUALIFIES: "circle-half-2",
    Stance.CONTEXT: "info-circle",
}
_SVG = re.compile(r"<svg [^>]*?(?= viewBox)")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9\u00a1-\ud7ff ]")


def html(report: Report) -> str:
    """The report as a page, in its own language. OutputError where a house's own template fails."""
    from jinja2 import TemplateError  # 40 ms

    made = _environment(tuple(folders()))
    try:
        with speaking(report.language):
            return made.get_template("report.html.j2").render(report=report, **_shared())
    except TemplateError as error:
        raise OutputError(
            _("The page cannot be made from “{file}”: {reason}.").format(
                file=template("report.html.j2"), reason=str(error).rstrip(".")
            )
        ) from error


def css_string(text: str) -> str:
    """The text as a CSS string that cannot end early, nor end the style element around it."""
    return '"' + _NOT_PLAIN.sub(lambda match: f"\\{ord(match[0]):x} ", text) + '"'


def _shared() -> dict[str, Any]:
    """Words and style. Labels are kept, since each looks its whole scale up; by type too, since
    members of different scales with the same identifier are equal."""
    return {
        "_": _,
        "begun": begun,
        "label": lru_cache(None, typed=True)(lambda word: word.label),
        "short": lru_cache(None)(lambda status: status.short_label),
        "symbols": _symbols(),
        "style": template("report.css").read_text(encoding="utf-8"),
    }


@cache
def _symbols() -> str:
    """All icons as SVG symbols, named by status and stance."""
    files = {f"status/{status}": status.value for status in Status}
    files |= {file: stance.value for stance, file in _STANCES.items()}
    return "\n".join(_symbol(_ICONS / f"{file}.svg", name) for file, name in files.items())


def _symbol(file: Path, name: str) -> str:
    drawing = _SVG.sub(f'<symbol id="i-{name}"', file.read_text(encoding="utf-8").strip())
    return " ".join(drawing.replace("</svg>", "</symbol>").split())


@cache
def _environment(places: tuple[Path, ...]) -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 40 ms

    environment = Environment(
        loader=FileSystemLoader(places),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css_string"] = css_string
    return environment
