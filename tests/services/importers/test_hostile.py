"""Files made to do harm, or come to harm: one clear sentence or a right import, in good time and
within bounds, and nothing is fetched."""

import http.server
import struct
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import ImportedText, OddityKind
from claimdesk.services.importers.intake import read_bytes, read_file, read_rich_text, read_text
from claimdesk.services.importers.limits import MEGABYTE

SECONDS = 20
"""Far more than any of it takes, for machines that are busy."""


def refused(content: bytes, name: str) -> str:
    """The one sentence with which a file is refused, in good time."""
    begin = time.process_time()
    with pytest.raises(UnreadableText) as caught:
        read_bytes(content, name)
    assert time.process_time() - begin < SECONDS
    sentence = str(caught.value)
    assert sentence.startswith(f"“{name}” cannot be imported: ")
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def taken(content: bytes, name: str) -> ImportedText:
    """What is read of a file, in good time."""
    begin = time.process_time()
    text = read_bytes(content, name)
    assert time.process_time() - begin < SECONDS
    return text


@pytest.fixture
def visitors() -> Iterator[list[str]]:
    """What somebody asked of a server on this machine; its address is the first entry."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_words: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    asked.append(f"http://127.0.0.1:{server.server_port}")
    yield asked
    server.shutdown()
    server.server_close()
    thread.join()


# archives


def test_a_bomb_with_its_size_declared(make: ModuleType) -> None:
    bomb = make.zipped(
        {"word/document.xml": b" " * (600 * MEGABYTE), "[Content_Types].xml": "<a/>"}
    )
    assert len(bomb) < MEGABYTE
    assert "too large" in refused(bomb, "bomb.docx")


def test_a_bomb_that_lies_about_its_size(make: ModuleType) -> None:
    bomb = bytearray(make.zipped({"word/document.xml": b" " * (600 * MEGABYTE)}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = bomb.find(signature)
        bomb[place + offset : place + offset + 4] = struct.pack("<I", 1000)
    assert "damaged" in refused(bytes(bomb), "lie.docx")


def test_memory_stays_small_whatever_a_bomb_says(tmp_path: Path, make: ModuleType) -> None:
    """In a process of its own, since memory once used is never given back."""
    files = {"bomb.docx": "word/document.xml", "bomb.odt": "content.xml"}
    for name, part in files.items():
        (tmp_path / name).write_bytes(make.zipped({part: b"<a>" + b"x" * (300 * MEGABYTE)}))
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from claimdesk.domain.errors import UnreadableText\n"
        "from claimdesk.services.importers.intake import read_file\n"
        "for name in sys.argv[1:]:\n"
        "    try: read_file(Path(name))\n"
        "    except UnreadableText: pass\n"
        "    else: sys.exit('was read')\n"
        "status = Path('/proc/self/status').read_text().split()\n"
        "print(int(status[status.index('VmHWM:') + 1]) // 1024)\n"
    )
    if sys.platform != "linux":
        pytest.skip("memory is counted differently elsewhere")
    names = [str(tmp_path / name) for name in files]
    done = subprocess.run(
        [sys.executable, "-c", code, *names], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(done.stdout) < 250


def test_seventy_thousand_entries() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for place in range(70_000):
            archive.writestr(f"word/{place}", "")
        archive.writestr("word/document.xml", "<a/>")
    assert "too many parts" in refused(held.getvalue(), "crowd.docx")


def test_an_encrypted_entry(make: ModuleType) -> None:
    content = bytearray(make.docx(make.p(make.LONG)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(b"word/document.xml") if signature == b"PK\x03\x04" else -1
        start = content.rfind(signature, 0, place) if place >= 0 else -1
        if start >= 0:
            content[start + offset] |= 1
    central = content.find(b"word/document.xml", content.find(b"PK\x01\x02"))
    content[content.rfind(b"PK\x01\x02", 0, central) + 8] |= 1
    assert "password" in refused(bytes(content), "locked.docx")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_word_file(make: ModuleType, share: float) -> None:
    content = make.docx(make.p(make.LONG))
    assert "damaged" in refused(content[: int(len(content) * share)], "half.docx")


def test_a_word_file_inside_an_archive(make: ModuleType) -> None:
    assert "archive" in refused(make.zipped({"text.docx": make.docx(make.p(make.LONG))}), "a.zip")


# XML


XXE = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = "<!DOCTYPE d [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
)


@pytest.mark.parametrize("doctype", [XXE, LAUGHS, "<!DOCTYPE d>"])
def test_a_document_type_in_office_files(make: ModuleType, doctype: str) -> None:
    body = f'<w:document xmlns:w="{make.W}"><w:body><w:p/></w:body></w:document>'
    word = make.zipped({"word/document.xml": doctype + body})
    assert "document type" in refused(word, "xxe.docx") or "damaged" in refused(word, "xxe.docx")
    open_document = make.zipped({"content.xml": doctype + "<a/>"})
    assert refused(open_document, "xxe.odt")


def test_an_entity_in_a_book_is_not_read(make: ModuleType) -> None:
    page = f"<p>{make.LONG}</p><p>&e;</p>"
    book = make.epub(page).replace(b"<!DOCTYPE html>", b"<!DOCTYPE html>")
    text = taken(book, "book.epub").text
    assert text.startswith(make.LONG)
    assert "root:" not in text


def test_twenty_thousand_nested_elements(make: ModuleType) -> None:
    deep = "<w:sdt><w:sdtContent>" * 10_000 + make.p("x") + "</w:sdtContent></w:sdt>" * 10_000
    assert refused(make.docx(deep), "deep.docx")
    page = "<div>" * 20_000 + make.LONG + "</div>" * 20_000
    assert "nested too deep" in refused(page.encode(), "deep.html")
    page = "<div>" * 900 + make.LONG + "</div>" * 900
    assert taken(page.encode(), "less deep.html").text == make.LONG


def test_nested_tables_and_boxes(make: ModuleType) -> None:
    page = "<table><tr><td>" * 300 + make.LONG + "</td></tr></table>" * 300
    assert taken(page.encode(), "tables.html").text == make.LONG


# HTML


def test_nothing_is_fetched_and_nothing_active_is_read(
    visitors: list[str], make: ModuleType
) -> None:
    server = visitors[0]
    page = f"""<!DOCTYPE html SYSTEM "{server}/dtd"><html><head><base href="{server}/">
        <link rel="stylesheet" href="{server}/css"><script src="{server}/js"></script>
        <script>document.write("Geheimnis")</script>
        <style>p {{ background: url({server}/bg) }}</style>
        </head><body><article><h1>Der Hafen wächst</h1><p>{make.LONG}</p>
        <iframe src="{server}/frame">Rahmen</iframe><img src="{server}/img" onerror="alert(1)">
        <object data="{server}/object">Objekt</object><svg><image href="{server}/svg"/></svg>
        <p><a href="javascript:alert(1)">Klick</a> {make.OTHER}</p></article></body></html>"""
    text = taken(page.encode(), "page.html")
    assert text.text == f"Der Hafen wächst\n\n{make.LONG}\n\nKlick {make.OTHER}"
    assert not text.structure.links
    read_rich_text(page)
    assert visitors == [server]


def test_word_and_book_fetch_nothing(visitors: list[str], make: ModuleType) -> None:
    server = visitors[0]
    relation = make.link("rid", f"{server}/link")
    word = make.docx(
        make.p(f'<w:hyperlink r:id="rid">{make.r("Hafenamt")}</w:hyperlink>', " " + make.LONG),
        relation,
    )
    assert [one.address for one in taken(word, "a.docx").structure.links] == [f"{server}/link"]
    taken(make.epub(f'<img src="{server}/img"/><p>{make.LONG}</p>'), "a.epub")
    assert visitors == [server]


# texts


def test_a_hundred_megabytes_of_text(tmp_path: Path, make: ModuleType) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes((make.LONG.encode() + b"\n\n") * (100 * MEGABYTE // len(make.LONG)))
    begin = time.process_time()
    with pytest.raises(UnreadableText, match="too large"):
        read_file(path)
    assert time.process_time() - begin < SECONDS


def test_a_text_just_too_long_and_one_long_line(make: ModuleType) -> None:
    assert "too large" in refused(b"Wort " * 1_200_000, "words.txt")
    assert len(taken(b"x" * 1_000_000, "line.txt").text) == 1_000_000


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\0" * 100, b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(content: bytes) -> None:
    sentence = refused(content, "empty.txt")
    assert "empty" in sentence or "no text" in sentence


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "neither"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        (b"{\\rtf1 Hallo}", "RTF"),
        (b"SQLite format 3\0" + bytes(100), "neither"),
        (bytes(range(256)) * 20, "neither"),
    ],
)
def test_what_is_no_text(content: bytes, word: str) -> None:
    assert word in refused(content, "thing.txt")


def test_the_ending_is_not_believed(make: ModuleType) -> None:
    word = make.docx(make.p(make.LONG))
    for name in ("a.txt", "a.pdf", "a.html", "a.odt", "a"):
        assert taken(word, name).text == make.LONG
    page = f"<html><body><p>{make.LONG}</p></body></html>".encode()
    assert taken(page, "a.docx").text == make.LONG
    assert taken(make.LONG.encode(), "a.pdf").text == make.LONG
    assert taken(make.LONG.encode(), "a.docx").text == make.LONG


def test_zeros_inside_a_text() -> None:
    assert taken(b"Ein \0Satz\0 mit Nullen.\n\nNoch einer.", "a.txt").text == (
        "Ein Satz mit Nullen.\n\nNoch einer."
    )


def test_signs_of_all_scripts() -> None:
    words = "שלום עולם 👩‍👩‍👧 مرحبا e\u0301 क्षि 🇰🇿 नमस्ते ﷽ Tōkyō"
    text = read_text(words).text
    assert text == words.replace("e\u0301", "é")
    assert "\u200d" in text


def test_signs_that_turn_the_direction_are_told_of() -> None:
    text = read_text("Ein Satz mit \u202egnurhekmU\u202c darin.")
    assert [one.kind for one in text.oddities] == [OddityKind.SIGNS]


def test_a_mere_surrogate_and_many_marks() -> None:
    assert read_text("Ein \ud800Satz.").text == "Ein Satz."
    begin = time.process_time()
    assert read_text("e" + "\u0301" * 100_000).text
    assert time.process_time() - begin < SECONDS


# PDF


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<</Type/Catalog"])
def test_a_truncated_pdf(content: bytes) -> None:
    assert "damaged" in refused(content, "half.pdf")


def test_a_pdf_without_text() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    held = BytesIO()
    document.save(held)
    document.close()
    assert "scan" in refused(held.getvalue(), "scan.pdf")
