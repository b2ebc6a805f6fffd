"""The same text in all formats has the same paragraphs; LibreOffice makes the files."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from claimdesk.domain.imported import ImportedText
from claimdesk.services.importers.intake import read_bytes, read_file

pytestmark = pytest.mark.external

FORMATS = ("html", "md", "txt", "docx", "odt", "epub", "pdf")
Files = Callable[[ImportedText], dict[str, Path]]


@pytest.fixture(scope="module")
def files(office: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Writes a text in all formats."""

    def write(text: ImportedText) -> dict[str, Path]:
        folder = tmp_path_factory.mktemp("formats")
        page, markdown = folder / "text.html", folder / "text.md"
        page.write_text(office.as_html(text), encoding="utf-8")
        markdown.write_text(office.as_markdown(text), encoding="utf-8")
        made = {"html": page, "md": markdown}
        for form in ("docx", "odt", "txt"):
            made[form] = office.convert(page, form, folder)
        made["epub"] = office.convert(made["odt"], "epub", folder)
        made["pdf"] = office.convert(made["docx"], "pdf", folder)  # from ODT it loses the title
        return made

    return write


@pytest.fixture(scope="module")
def own_files(files: Files, make: ModuleType) -> dict[str, Path]:
    return files(own(make))


def own(make: ModuleType) -> ImportedText:
    text = (
        "# Der Hafen von Norderhaven wächst wieder\n\nVon **Ada Ärmel**\nRedakteurin Wirtschaft\n\n"
        f"Foto: Cleo Süß\n\n{make.LONG} [Hafenamt](https://hafenamt.example/zahlen) und Zollamt "
        f"zählen getrennt. {make.OTHER}\n\n## Streit um die Kaimauer\n\n> „Niemand hat gefragt“, "
        f"sagt eine Anwohnerin der Kaistraße.\n\n{make.OTHER} {make.LONG} Die Bauarbeiten an der "
        "Ex-Sowjetwerft und an der Hafen- und Bahnbrücke dauern an.\n\nIm Frühjahr entscheidet der "
        "Rat. Łódź, Gdańsk und Reykjavík haben ähnliche Pläne.\n"
    )
    return read_bytes(text.encode(), "hafen.md")


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_paragraphs(own_files: dict[str, Path], make: ModuleType, form: str) -> None:
    want, found = own(make), read_file(own_files[form])
    assert _paragraphs(found.text) == _paragraphs(want.text)
    assert found.data.title == want.data.title
    assert found.data.author == "Ada Ärmel"
    assert found.data.language == "de"
    if form not in ("txt", "md"):
        links = [(found.text[one.start : one.end], one.address) for one in found.structure.links]
        assert links == [("Hafenamt", "https://hafenamt.example/zahlen")]


def test_the_first_article(files: Files, shared: Path) -> None:
    want = read_file(shared / "article" / "welt-2022-03-28.md")
    for form, path in files(want).items():
        assert _paragraphs(read_file(path).text) == _paragraphs(want.text), form


def test_several_articles(files: Files, shared: Path) -> None:
    """Three that differ in kind: the same paragraphs in every format."""
    for name in ("b18", "b31", "b43"):
        want = read_file(shared / "corpus" / f"{name}.txt")
        for form, path in files(want).items():
            found = read_file(path).text
            assert _paragraphs(found) == _paragraphs(want.text), (name, form)


def _paragraphs(text: str) -> list[str]:
    """Plain text does not tell a line break from a new paragraph."""
    return [line for line in text.split("\n") if line]
