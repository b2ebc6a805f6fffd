"""Reading a text of each format, beside the bare library reading the same file; placing claims."""

import importlib.util
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType

from figure import Figure

PARAGRAPHS = 1_000
ROUNDS = 3


def measure() -> Iterator[Figure]:
    make = _maker()
    for form, content in _files(make).items():
        words = len(_text(content, form).split())
        took = _best(lambda content=content, form=form: _text(content, form))
        floor = _best(lambda content=content, form=form: _BARE[form](content))
        speed = f"{words / took:,.0f}".replace(",", " ")
        yield Figure(f"read {form}: {speed} thousand words/s", took, floor, "–")
    yield from _placing()


def _maker() -> ModuleType:
    path = Path(__file__).parents[1] / "services" / "importers" / "make.py"
    spec = importlib.util.spec_from_file_location("make", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _files(make: ModuleType) -> dict[str, bytes]:
    paragraphs = [
        f"{n}. {make.LONG} {make.OTHER}".replace(". Am", " am") for n in range(PARAGRAPHS)
    ]
    html = "".join(f"<p>{one}</p>" for one in paragraphs)
    odt = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    pages = [_page(paragraphs[n : n + 8]) for n in range(0, PARAGRAPHS, 8)]
    return {
        "txt": "\n\n".join(paragraphs).encode(),
        "md": ("# Titel\n\n" + "\n\n".join(f"**A** {one}" for one in paragraphs)).encode(),
        "html": f"<html><body><article>{html}</article></body></html>".encode(),
        "docx": make.docx("".join(make.p(one) for one in paragraphs)),
        "odt": make.odt(odt),
        "epub": make.epub(html),
        "pdf": make.pdf(*pages),
    }


def _page(paragraphs: list[str]) -> list[tuple[float, float, float, str]]:
    lines, height = [], 800
    for one in paragraphs:
        words = one.split()
        for place in range(0, len(words), 12):
            lines.append((60, height, 9, " ".join(words[place : place + 12])))
            height -= 11
        height -= 11
    return lines


def _text(content: bytes, form: str) -> str:
    from claimdesk.services.importers.intake import read_bytes

    return read_bytes(content, f"a.{form}").text


def _markdown(content: bytes) -> object:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").parse(content.decode())


def _html(content: bytes) -> object:
    from lxml import etree

    return "".join(etree.fromstring(content, etree.HTMLParser()).itertext())


def _zipped(part: str) -> Callable[[bytes], object]:
    def read(content: bytes) -> object:
        from lxml import etree

        with zipfile.ZipFile(BytesIO(content)) as archive:
            return "".join(etree.fromstring(archive.read(part), _parser()).itertext())

    return read


def _parser() -> object:
    from lxml import etree

    return etree.XMLParser(recover=True)


def _pdf(content: bytes) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


_BARE: dict[str, Callable[[bytes], object]] = {
    "txt": lambda content: content.decode().split("\n\n"),
    "md": _markdown,
    "html": _html,
    "docx": _zipped("word/document.xml"),
    "odt": _zipped("content.xml"),
    "epub": _zipped("OPS/p0.xhtml"),
    "pdf": _pdf,
}


def _placing() -> Iterator[Figure]:
    from claimdesk.domain.claim_list import ListedClaim
    from claimdesk.services.anchoring.placing import place_claims

    for count in (200, 10_000):
        parts = [f"Absatz {n} nennt {n * 7} Schiffe im Hafen." for n in range(count)]
        text = "\n\n".join(parts)
        claims = [ListedClaim("A", f"{n * 7} Schiffe", n + 1) for n in range(count)]
        took = _best(lambda text=text, claims=claims: place_claims(text, claims))
        floor = _best(lambda text=text, claims=claims: [text.find(one.quote) for one in claims])
        yield Figure(f"place {count:,} claims of a list", took, floor, "–")


def _best(job: Callable[[], object]) -> float:
    """The shortest of some rounds, in milliseconds; the first one loads what is needed."""
    job()
    times = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        job()
        times.append((time.perf_counter() - began) * 1000)
    return min(times)
