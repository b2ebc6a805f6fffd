"""Makes small files of the office formats, part by part, as strange as a test wants them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"

LONG = (
    "Am Montag zählte das Hafenamt von Norderhaven 412 Schiffe, so viele wie noch nie in einem "
    "Jahr. Im Vorjahr waren es nur 398 gewesen, wie die Leiterin Maike Tönnsen mitteilte."
)
OTHER = (
    "Die Stadt will nun eine zweite Kaimauer bauen. Sie kostet rund zwölf Millionen Euro und soll "
    "bis Ende 2027 fertig sein, sagte Bürgermeister Hauke Brandsen am Abend."
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(body: str, relations: str = "", **parts: str) -> bytes:
    """A Word file with this body; further parts by their names, such as 'comments'."""
    held: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{body}</w:body>'
        "</w:document>",
    }
    named = "".join(
        f'<Relationship Id="rid-{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in parts
    )
    held["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}">{named}{relations}</Relationships>'
    )
    for name, content in parts.items():
        held[f"word/{name}.xml"] = f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'
    return zipped(held)


def link(name: str, address: str) -> str:
    """A relation of a Word file to an address."""
    return (
        f'<Relationship Id="{name}" Type="{_R}/hyperlink" Target="{address}" '
        'TargetMode="External"/>'
    )


def p(*runs: str, style: str = "") -> str:
    """A paragraph of a Word file; what does not begin with a tag is a run of text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{properties}{inside}</w:p>"


def r(text: str) -> str:
    """A run of text of a Word file."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def odt(body: str, content: str = "", **parts: str) -> bytes:
    """An OpenDocument text with this body."""
    spaces = (
        f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0" '
        f'xmlns:table="{_ODF}:table:1.0" xmlns:draw="{_ODF}:drawing:1.0" '
        f'xmlns:style="{_ODF}:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    whole = (
        f"<office:document-content {spaces}>{content}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": whole,
            **{f"{name}.xml": part for name, part in parts.items()},
        }
    )


def epub(*pages: str) -> bytes:
    """An EPUB of these pages' bodies."""
    items = "".join(
        f'<item id="p{place}" href="p{place}.xhtml" media-type="application/xhtml+xml"/>'
        for place in range(len(pages))
    )
    spine = "".join(f'<itemref idref="p{place}"/>' for place in range(len(pages)))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": "<container><rootfiles>"
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": "<package><metadata><title>Ein Buch</title><creator>Ada Ärmel</creator>"
            f"<language>de</language></metadata><manifest>{items}</manifest><spine>{spine}</spine>"
            "</package>",
            **{
                f"OPS/p{place}.xhtml": f"<!DOCTYPE html><html><body>{page}</body></html>"
                for place, page in enumerate(pages)
            },
        }
    )


def pdf(*pages: list[tuple[float, float, float, str]], info: str = "") -> bytes:
    """A PDF of these pages; a page is lines of left, bottom, size and words, in the order drawn."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects.append(font)
    for page in pages:
        drawn = "".join(
            f"BT /F {size} Tf {left} {bottom} Td ({_escaped(words)}) Tj ET\n"
            for left, bottom, size, words in page
        )
        objects.append(f"<</Length {len(drawn.encode('cp1252'))}>>stream\n{drawn}endstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    objects.append(f"<<{info}>>")
    content, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return content + (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R"
        f"/Info {len(objects)} 0 R>>\nstartxref\n{len(content)}\n%%EOF"
    ).encode("ascii")


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
