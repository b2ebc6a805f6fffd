"""OpenDocument texts and books."""

from types import ModuleType

import pytest

from claimdesk.domain.errors import UnreadableText
from claimdesk.domain.imported import LeadKind, OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.intake import read_bytes


def read(make: ModuleType, body: str, content: str = "", **parts: str):
    return read_bytes(make.odt(body, content, **parts), "a.odt")


def test_paragraphs_blanks_and_breaks(make: ModuleType) -> None:
    text = read(
        make,
        '<text:h text:outline-level="1">Der Hafen</text:h><text:p>Vorn<text:s text:c="3"/>und'
        "<text:tab/>hinten,<text:line-break/>darunter <text:span>auch<text:span>!</text:span>"
        "</text:span> Ende.</text:p><text:p/>",
    )
    assert text.text == "Der Hafen\n\nVorn und hinten,\ndarunter auch! Ende."
    assert text.structure.blocks[0].kind is BlockKind.TITLE


def test_deletions_go_and_are_told_of(make: ModuleType) -> None:
    tracked = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<office:change-info/><text:p>225</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    text = read(make, tracked + '<text:p>Es kamen <text:change text:change-id="c1"/>250.</text:p>')
    assert text.text == "Es kamen 250."
    assert [one.kind for one in text.oddities] == [OddityKind.DELETED]


def test_comments_notes_and_links(make: ModuleType) -> None:
    text = read(
        make,
        '<text:p>Es waren <office:annotation office:name="k1"><dc:creator>Ada Ärmel</dc:creator>'
        "<dc:date>2024-05-01T10:00:00</dc:date><text:p>Quelle: Hafenamt</text:p>"
        '</office:annotation>412 Schiffe<office:annotation-end office:name="k1"/> im '
        '<text:a xlink:href="https://a.example">Jahr</text:a><text:note text:id="n1">'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Amtsblatt 7</text:p>"
        "</text:note-body></text:note>.</text:p>",
    )
    assert text.text == "Es waren 412 Schiffe im Jahr."
    said = {one.kind: (text.text[one.start : one.end], one.text) for one in text.leads}
    assert said == {
        LeadKind.COMMENT: ("412 Schiffe", "Quelle: Hafenamt"),
        LeadKind.LINK: ("Jahr", "https://a.example"),
        LeadKind.FOOTNOTE: ("Jahr", "Amtsblatt 7"),
    }
    comment = next(one for one in text.leads if one.kind is LeadKind.COMMENT)
    assert (comment.said_by, comment.said_at) == ("Ada Ärmel", "2024-05-01T10:00:00")


def test_tables_lists_boxes_and_styles(make: ModuleType) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>".format
    text = read(
        make,
        f"<text:p>Davor.</text:p><table:table><table:table-row>{cell('Ort')}{cell('Zahl')}"
        "</table:table-row></table:table><text:list><text:list-item><text:p>eins</text:p>"
        "</text:list-item><text:list-item><text:p>zwei</text:p></text:list-item></text:list>"
        '<text:p text:style-name="P7">Gesagt.</text:p><text:p>Neben<draw:frame><draw:text-box>'
        "<text:p>Im Kasten.</text:p></draw:text-box></draw:frame>an.</text:p>",
        content="<office:automatic-styles><style:style style:name='P7' style:family='paragraph' "
        "style:parent-style-name='Quotations'/></office:automatic-styles>",
    )
    assert text.text == "Davor.\n\nOrt | Zahl\n\neins\nzwei\n\nGesagt.\n\nNebenan.\n\nIm Kasten."
    assert text.structure.blocks[4].kind is BlockKind.QUOTE


def test_a_spreadsheet_and_a_locked_file_are_refused(make: ModuleType) -> None:
    sheet = make.zipped({"content.xml": "<a><body><spreadsheet/></body></a>"})
    with pytest.raises(UnreadableText, match="another kind"):
        read_bytes(sheet, "a.ods")
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"
    locked = make.zipped({"META-INF/manifest.xml": manifest, "content.xml": "garbled"})
    with pytest.raises(UnreadableText, match="password"):
        read_bytes(locked, "a.odt")


def test_a_book_is_read_page_by_page(make: ModuleType) -> None:
    book = make.epub(
        f"<h1>Erstes Kapitel</h1><p>{make.LONG}</p>",
        f"<h1>Zweites Kapitel</h1><p>{make.OTHER} <a href='https://a.example'>Mehr</a></p>",
    )
    text = read_bytes(book, "a.epub")
    assert text.text.split("\n\n") == [
        "Erstes Kapitel",
        make.LONG,
        "Zweites Kapitel",
        f"{make.OTHER} Mehr",
    ]
    assert (text.data.author, text.data.language) == ("Ada Ärmel", "de")
    assert [one.address for one in text.structure.links] == ["https://a.example"]


def test_a_book_without_its_pages_is_refused(make: ModuleType) -> None:
    with pytest.raises(UnreadableText):
        read_bytes(make.epub(), "a.epub")
