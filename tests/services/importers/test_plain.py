"""Plain text: encodings, line ends, paragraphs that nothing parts."""

from types import ModuleType

import pytest

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.intake import read_bytes, read_file, read_text

WORDS = "Grüße aus Köln: „412 Schiffe“ – für €5."


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16"),
        ("utf-16-be", b"\xfe\xff", "utf-16"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("windows-1252", b"", "windows-1252"),
    ],
)
def test_encodings_are_told_by_the_bytes(encoding: str, mark: bytes, named: str) -> None:
    text = read_bytes(mark + WORDS.encode(encoding), "a.txt")
    assert text.text == WORDS
    assert text.file.encoding == named
    guessed = [one.kind for one in text.oddities] == [OddityKind.ENCODING]
    assert guessed == (not mark and encoding != "utf-8")


def test_an_encoding_can_be_chosen() -> None:
    content = WORDS.replace("€", "").encode("mac-roman")
    assert read_bytes(content, "a.txt", "mac-roman").text == WORDS.replace("€", "")
    wrong = read_bytes("Grüße".encode("windows-1252"), "a.txt", "utf-8")
    assert [one.kind for one in wrong.oddities] == [OddityKind.ENCODING]
    with pytest.raises(UnreadableText, match=r"no encoding “klingon”"):
        read_bytes(content, "a.txt", "klingon")


def test_a_damaged_utf16_file_says_so() -> None:
    with pytest.raises(UnreadableText, match="damaged"):
        read_bytes(b"\xff\xfea\x00b", "a.txt")


def test_line_ends_and_decomposed_letters() -> None:
    text = read_bytes("Gru\u0308ße.\r\n\r\nZweiter Absatz.\rDarunter.".encode(), "a.txt").text
    assert text == "Grüße.\n\nZweiter Absatz.\nDarunter."


def test_paragraphs_are_lines_where_no_blank_lines_are(make: ModuleType) -> None:
    text = read_text(f"Der Hafen wächst\n{make.LONG}\n{make.OTHER}")
    assert text.text == f"Der Hafen wächst\n\n{make.LONG}\n\n{make.OTHER}"


def test_wrapped_lines_are_joined_and_lists_are_not() -> None:
    wrapped = (
        "Am Montag zählte das Hafenamt von Norderhaven 412 Schiffe, so viele\n"
        "wie noch nie in einem Jahr. Im Vorjahr waren es nur 398 gewesen, wie\n"
        "die Leiterin Maike Tönnsen mitteilte. Das sei gut für alle Betriebe.\n"
        "\n"
        "Die Zahlen der letzten Jahre, wie sie das Hafenamt veröffentlicht hat\n"
        "- 2022: 398 Schiffe, davon hundert unter fremder Flagge, so das Amt da\n"
        "- 2023: 412 Schiffe\n"
    )
    first, second = read_text(wrapped).text.split("\n\n")
    assert "\n" not in first
    assert "so viele wie noch nie" in first
    assert second.count("\n") == 2


def test_a_list_keeps_its_signs_and_offsets() -> None:
    words = "Drei Punkte:\n– eins,\n– zwei,\n– drei.\n\nDanach."
    text = read_text(words)
    assert text.text == words
    kinds = [one.kind for one in text.structure.blocks]
    assert kinds.count(BlockKind.LIST_ITEM) == 3


def test_the_blocks_are_the_text(make: ModuleType) -> None:
    text = read_text(f"Hafen\n\nVon Ada Ärmel\nRedakteurin\n\n{make.LONG}\n\nFoto: Cleo Süß")
    found = [text.text[one.start : one.end] for one in text.structure.blocks]
    assert "\n\n".join(found) == text.text
    kinds = [one.kind for one in text.structure.blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.BYLINE, BlockKind.PARAGRAPH, BlockKind.CAPTION]


@pytest.mark.parametrize(
    ("front", "author", "published", "language"),
    [
        ("Von Ada Ärmel\nStand: 28.03.2024", "Ada Ärmel", "2024-03-28", "de"),
        ("Von unserem Redaktionsmitglied Cleo Süß\n3. Mai 2024", "Cleo Süß", "2024-05-03", "de"),
        ("By Ada Cole, Data Editor\nMay 3, 2024", "Ada Cole", "2024-05-03", "en"),
        ("Published 31.02.2024", None, None, "en"),
        ("Published: 3 May 2024 | 5 min read", None, "2024-05-03", "en"),
        ("By Ada Cole, data editor, May 3, 2024", "Ada Cole", "2024-05-03", "en"),
        ("Norderhaven, Freitag, 3. Mai 2024, 10.30 Uhr", None, "2024-05-03", "de"),
        ("Zuletzt aktualisiert am 3. Mai 2024", None, "2024-05-03", "de"),
        ("Das beschloss der Rat am Freitag, 3. Mai 2024.", None, None, "de"),
        ("Hafen +++ Freitag, 3. Mai 2024 +++ (ab/cd)", None, "2024-05-03", "de"),
        ("Aus Norderhaven berichtet Ada (3. Mai 2024)", None, "2024-05-03", "de"),
        ("Wahl am 3. Mai 2024", None, None, "de"),
        ("Am 30. April 2024 beginnt der Umbau.", None, None, "de"),
        ("Veröffentlicht wurde der Bericht am 3. Mai 2024.", None, None, "de"),
        ("On May 3, 2024 all the ships of the fleet had come home.", None, None, "en"),
    ],
)
def test_bibliographic_data_is_proposed(
    make: ModuleType, front: str, author: str | None, published: str | None, language: str
) -> None:
    body = (
        make.LONG if language == "de" else "The port of Norderhaven counted 412 ships in the year."
    )
    data = read_text(f"Der Hafen 7\n\n{front}\n\n{body}", "name.txt").data
    assert data.title == "Der Hafen 7"
    assert (data.author, data.published, data.language) == (author, published, language)


def test_a_text_without_a_title_is_called_like_its_file(make: ModuleType) -> None:
    assert read_bytes(make.LONG.encode(), "Hafen 2024.txt").data.title == "Hafen 2024"


def test_the_file_is_kept_as_it_was(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfEins.\r\n")
    file = read_file(path).file
    assert (file.content, file.name, file.media_type) == (path.read_bytes(), "a.txt", "text/plain")
    assert len(file.sha256) == 64


def test_a_missing_file_and_a_folder(tmp_path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(UnreadableText, match="cannot be read"):
            read_file(path)
