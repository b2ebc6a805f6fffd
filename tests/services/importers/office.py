"""LibreOffice, where it is there: makes the same text in other formats."""

import html
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from claimdesk.domain.imported import ImportedText
from claimdesk.domain.structure import BlockKind

_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt",
    "epub": "epub",
    "pdf": "pdf:writer_pdf_Export",
    "txt": "txt:Text (encoded):UTF8",
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods",
    "fods": "fods",
    "csv": "csv:Text - txt - csv (StarCalc):59,34,76,1",
}
_OF_SHEETS = {"pdf": "pdf:calc_pdf_Export"}
_SEMICOLONS = "--infilter=Text - txt - csv (StarCalc):59,34,76,1"


def program() -> str:
    """LibreOffice's path; skips the test where it is missing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def convert(source: Path, to: str, folder: Path, options: str = "") -> Path:
    """A file in another format, made in the folder with a profile of its own; 'options' are its
    filter's, as JSON."""
    is_sheet = source.suffix in (".xlsx", ".csv", ".ods")
    filter_ = (_OF_SHEETS if is_sheet else {}).get(to) or _FILTERS[to]
    command = [
        program(),
        *([_SEMICOLONS] if source.suffix == ".csv" else []),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        filter_ + (f":{options}" if options else ""),
        "--outdir",
        str(folder),
        str(source),
    ]
    environment = {**os.environ, "HOME": str(folder)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=180)
    return folder / f"{source.stem}.{to}"


def as_html(text: ImportedText) -> str:
    """An imported text as a page: what a publisher's own file would be."""
    tags = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h2", BlockKind.QUOTE: "blockquote"}
    parts = []
    for block in text.structure.blocks:
        links = [one for one in text.structure.links if block.start <= one.start < block.end]
        words, done = "", block.start
        for link in links:
            words += _escaped(text.text[done : link.start])
            label = _escaped(text.text[link.start : link.end])
            words += f'<a href="{html.escape(link.address)}">{label}</a>'
            done = link.end
        words += _escaped(text.text[done : block.end])
        tag = tags.get(block.kind, "p")
        parts.append(f"<{tag}>{words}</{tag}>")
    head = f'<meta charset="utf-8"><title>{_escaped(text.data.title)}</title>'
    language = text.data.language
    return (
        f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{"".join(parts)}</body>'
    )


def as_markdown(text: ImportedText) -> str:
    """An imported text as Markdown."""
    marks = {BlockKind.TITLE: "# ", BlockKind.HEADING: "## ", BlockKind.QUOTE: "> "}
    parts = []
    for block in text.structure.blocks:
        words = text.text[block.start : block.end].replace("\n", "  \n")
        parts.append(marks.get(block.kind, "") + words)
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
