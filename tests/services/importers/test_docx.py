"""Word files as they are after an editor, an author and a lawyer had them."""

from types import ModuleType

import pytest

from claimdesk.domain.imported import LeadKind, OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.intake import read_bytes

INSERTED = (
    '<w:ins w:author="Cleo Süß" w:date="2024-05-01T10:00:00Z"><w:r><w:t>{}</w:t></w:r></w:ins>'
)
DELETED = '<w:del w:author="Cleo Süß"><w:r><w:delText>{}</w:delText></w:r></w:del>'


def read(make: ModuleType, body: str, relations: str = "", **parts: str):
    return read_bytes(make.docx(body, relations, **parts), "a.docx")


def test_insertions_stay_and_deletions_go(make: ModuleType) -> None:
    moved = (
        f"<w:moveFrom>{make.r('von hier ')}</w:moveFrom><w:moveTo>{make.r('nach dort')}</w:moveTo>"
    )
    body = make.p(
        "Es kamen ", DELETED.format("225"), INSERTED.format("mindestens 250"), " Gäste ", moved, "."
    )
    text = read(make, body)
    assert text.text == "Es kamen mindestens 250 Gäste nach dort."
    assert [one.kind for one in text.oddities] == [OddityKind.DELETED]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(make: ModuleType) -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{make.r('Erste Hälfte, ')}</w:p>"
    assert read(make, first + make.p("zweite Hälfte.")).text == "Erste Hälfte, zweite Hälfte."


def test_fields_controls_tags_and_breaks(make: ModuleType) -> None:
    body = (
        make.p("Am ", f'<w:fldSimple w:instr="DATE">{make.r("1. Mai")}</w:fldSimple>', ".")
        + f"<w:sdt><w:sdtContent>{make.p('In einem Steuerelement.')}</w:sdtContent></w:sdt>"
        + make.p("Ein ", f"<w:smartTag>{make.r('Tag')}</w:smartTag>", " zählt.")
        + make.p("Zeile", "<w:r><w:br/></w:r>", "darunter", "<w:r><w:tab/></w:r>", "daneben")
        + make.p(
            "Nord", "<w:r><w:noBreakHyphen/></w:r>", "Süd Do", "<w:r><w:softHyphen/></w:r>", "nau"
        )
    )
    assert read(make, body).text.split("\n\n") == [
        "Am 1. Mai.",
        "In einem Steuerelement.",
        "Ein Tag zählt.",
        "Zeile\ndarunter daneben",
        "Nord\u2011Süd Donau",
    ]


def test_what_is_hidden_or_waits_to_be_filled_in_is_no_text(make: ModuleType) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r>"
    waiting = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{make.p('Klicken Sie hier.')}</w:sdtContent></w:sdt>"
    )
    assert read(make, make.p("Offen", hidden, ".") + waiting).text == "Offen."


def test_a_text_box_is_read_once_and_after_its_paragraph(make: ModuleType) -> None:
    box = f"<w:txbxContent>{make.p('Im Kasten.')}{make.p('Noch ein Satz.')}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:drawing>'
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    text = read(make, make.p("Vor ", both, "und nach dem Kasten.") + make.p("Ende."))
    assert text.text == "Vor und nach dem Kasten.\n\nIm Kasten.\n\nNoch ein Satz.\n\nEnde."


def test_tables(make: ModuleType) -> None:
    cell = "<w:tc>{}</w:tc>".format
    table = (
        f"<w:tbl><w:tr>{cell(make.p('Ort'))}{cell(make.p('Gäste'))}</w:tr>"
        f"<w:tr>{cell(make.p('Norderhaven'))}{cell(make.p('412'))}</w:tr></w:tbl>"
    )
    both = cell(make.p(make.LONG) + make.p(make.OTHER))
    layout = f"<w:tbl><w:tr>{both}{cell(make.p())}</w:tr></w:tbl>"
    text = read(make, make.p("Davor.") + table + layout)
    assert text.text == (f"Davor.\n\nOrt | Gäste\nNorderhaven | 412\n\n{make.LONG}\n\n{make.OTHER}")
    assert [one.kind for one in text.structure.blocks].count(BlockKind.TABLE_ROW) == 2


def test_styles_tell_kinds(make: ModuleType) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{based}</w:style>'
        for key, name, based in (
            ("Titel", "Title", ""),
            ("berschrift2", "heading 2", ""),
            ("Eigene", "Eigene", '<w:basedOn w:val="berschrift2"/>'),
            ("Zitat", "Quote", ""),
        )
    )
    item = "<w:p><w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr>{}</w:p>"
    body = (
        make.p("Über allem", style="Titel")
        + make.p("Zwischendurch", style="Eigene")
        + make.p("Gesagt ist gesagt.", style="Zitat")
        + item.format(make.r("Punkt eins"))
        + item.format(make.r("Punkt zwei"))
    )
    text = read(make, body, styles=styles)
    kinds = [(one.kind, one.level) for one in text.structure.blocks]
    assert kinds == [
        (BlockKind.TITLE, 0),
        (BlockKind.HEADING, 2),
        (BlockKind.QUOTE, 0),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.LIST_ITEM, 2),
    ]
    assert text.text.endswith("Punkt eins\nPunkt zwei")
    assert text.data.title == "Über allem"


COMMENT = (
    '<w:comment w:id="7" w:author="Ada Ärmel" w:date="2024-05-01T10:00:00Z" w:initials="AÄ">'
    "<w:p><w:r><w:t>Quelle: Hafenamt, Seite 3</w:t></w:r></w:p></w:comment>"
)


def test_a_comment_is_a_lead_at_its_passage(make: ModuleType) -> None:
    body = make.p("Titel") + make.p(
        "Es waren ",
        '<w:commentRangeStart w:id="7"/>',
        "412 Schiffe",
        '<w:commentRangeEnd w:id="7"/>',
        '<w:r><w:commentReference w:id="7"/></w:r>',
        " im Jahr.",
    )
    text = read(make, body, comments=COMMENT)
    [lead] = text.leads
    assert text.text[lead.start : lead.end] == "412 Schiffe"
    assert (lead.kind, lead.text) == (LeadKind.COMMENT, "Quelle: Hafenamt, Seite 3")
    assert (lead.said_by, lead.said_at) == ("Ada Ärmel", "2024-05-01T10:00:00Z")
    assert "Quelle" not in text.text


def test_a_comment_over_two_paragraphs_begins_in_the_first(make: ModuleType) -> None:
    body = make.p("Vorn ", '<w:commentRangeStart w:id="7"/>', "beginnt es.") + make.p(
        "Hier endet es", '<w:commentRangeEnd w:id="7"/>', " noch nicht."
    )
    text = read(make, body, comments=COMMENT)
    [lead] = text.leads
    assert text.text[lead.start : lead.end] == "beginnt es."


def test_footnotes_and_endnotes(make: ModuleType) -> None:
    note = (
        '<w:{0} w:id="{1}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{2}</w:t></w:r></w:p></w:{0}>'
    )
    body = make.p(
        "Es waren 412", '<w:r><w:footnoteReference w:id="2"/></w:r>', " Schiffe",
        '<w:r><w:endnoteReference w:id="2"/></w:r>', ".",
    )  # fmt: skip
    separator = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>'
    )
    text = read(
        make,
        body,
        footnotes=separator + note.format("footnote", 2, "Amtsblatt 7"),
        endnotes=note.format("endnote", 2, "Auskunft vom 3. Mai"),
    )
    assert text.text == "Es waren 412 Schiffe."
    said = [(text.text[one.start : one.end], one.kind, one.text) for one in text.leads]
    assert said == [
        ("412", LeadKind.FOOTNOTE, "Amtsblatt 7"),
        ("Schiffe", LeadKind.FOOTNOTE, "Auskunft vom 3. Mai"),
    ]


@pytest.mark.parametrize("as_field", [False, True])
def test_links_of_both_kinds(make: ModuleType, as_field: bool) -> None:
    address = "https://hafenamt.example/zahlen"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "'
        + address
        + '" \\o "x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + make.r("Hafenamt")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    element = f'<w:hyperlink r:id="rid9">{make.r("Hafenamt")}</w:hyperlink>'
    body = make.p("Wie das ", field if as_field else element, " sagt.")
    text = read(make, body, make.link("rid9", address))
    assert text.text == "Wie das Hafenamt sagt."
    [link] = text.structure.links
    assert (text.text[link.start : link.end], link.address) == ("Hafenamt", address)
