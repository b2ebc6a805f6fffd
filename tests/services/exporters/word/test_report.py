"""The report as a Word document."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.source import SourceData
from claimdesk.services.importers.intake import read_bytes

Make = Callable[..., Dossier]
Written = Callable[[Dossier], bytes]
Open = Callable[[bytes], Document]

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl rPr",
    "rPr": "rStyle rFonts b i color sz szCs u shd lang",
    "tcPr": "tcW gridSpan shd tcMar",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar",
    "trPr": "cantSplit tblHeader",
}
"""The schema's order (ECMA-376, part 1, annex A): Word calls a file damaged that has another."""


def styled(document: Document, style: str) -> list[str]:
    return [one.text for one in document.paragraphs if one.style and one.style.name == style]


def elements(document: Document) -> Iterator[etree._Element]:
    yield from document.element.iter()
    yield from document.styles.element.iter()


def test_it_has_the_parts_that_the_report_has(
    discussed: Make, report_of: Written, opened: Open
) -> None:
    document = opened(report_of(discussed()))
    assert styled(document, "Title") == ["Eine Stadt wächst"]
    assert styled(document, "Heading 1") == [
        "Ergebnis: 7 von 10 Behauptungen geprüft",
        "Korrekturen",
        "Offene Rückfragen",
        "Zu entscheiden",
        "Alle Behauptungen in der Reihenfolge des Textes",
        "Beantwortete Rückfragen zum Artikel",
        "Was nicht geprüft wurde",
        "Quellen",
        "Nachweis",
    ]
    assert len(styled(document, "Heading 2")) == 10
    contents = [text.split("\t")[0] for text in styled(document, "toc 1")]
    assert contents == styled(document, "Heading 1")[1:]


@pytest.mark.parametrize("claims", [0, 1, 12])
def test_every_link_inside_leads_somewhere(
    dossier: Make, report_of: Written, opened: Open, claims: int
) -> None:
    body = opened(report_of(dossier(claims=claims))).element.body
    names = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    wanted = {one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))} - {None}
    pages = {
        one.get(qn("w:instr")).split()[1]
        for one in body.iter(qn("w:fldSimple"))
        if "PAGEREF" in one.get(qn("w:instr"))
    }
    assert wanted | pages <= set(names)
    ids = [one.get(qn("w:id")) for one in body.iter(qn("w:bookmarkStart"))]
    assert len(set(ids)) == len(ids) == len(set(names))


def test_what_the_schema_orders_is_in_order(
    discussed: Make, report_of: Written, article_of: Written, opened: Open
) -> None:
    for content in (report_of(discussed()), article_of(discussed())):
        for element in elements(opened(content)):
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name in ORDERS:
                order = ORDERS[name].split()
                places = [order.index(etree.QName(one).localname) for one in element]
                assert places == sorted(places), etree.tostring(element)


def test_every_style_used_is_there(
    discussed: Make, report_of: Written, article_of: Written, opened: Open
) -> None:
    for content in (report_of(discussed()), article_of(discussed())):
        document = opened(content)
        known = {one.style_id for one in document.styles}
        used = {
            one.get(qn("w:val"))
            for one in document.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
        }
        assert used <= known


def test_addresses_that_nobody_should_follow_are_no_links(
    dossier: Make, report_of: Written, opened: Open
) -> None:
    sources = (
        SourceData("Falle", url="javascript:alert(1)"),
        SourceData("Gut", url="https://gut.example/"),
    )
    document = opened(report_of(dossier(sources=sources)))
    targets = {one.target_ref for one in document.part.rels.values() if one.is_external}
    assert targets == {"https://gut.example/", "https://kleine-zeitung.example/stadt"}
    assert any("javascript:alert(1)" in one.text for one in document.paragraphs)


@pytest.mark.parametrize("note", ["\x00\x0b\ufffe\ud800 <w:p/> &amp; ]]>", "\u202egnirts", "中👍é"])
def test_strange_signs_are_words(
    dossier: Make, report_of: Written, article_of: Written, opened: Open, note: str
) -> None:
    shown = dossier(note=note, title=f"T {note}")
    assert opened(report_of(shown)).core_properties.title.startswith("Prüfbericht: T ")
    if "<w:p/>" in note:
        assert "<w:p/> &amp; ]]>" in list(opened(article_of(shown)).comments)[3].text


def test_a_report_that_is_read_in_is_no_article_s_return(dossier: Make, report_of: Written) -> None:
    text = read_bytes(report_of(dossier()), "bericht.docx")
    assert (text.article, text.replies) == (None, ())
    assert re.search(r"Behauptung 1 · ", text.text)


def test_a_house_s_own_template_is_used(
    dossier: Make, report_of: Written, opened: Open, user_folder
) -> None:
    import docx

    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "Kleine Zeitung · {title}"
    house.add_paragraph("Muster")
    folder = user_folder / "reports"
    folder.mkdir()
    house.save(str(folder / "word.docx"))
    document = opened(report_of(replace(dossier(claims=2), claims=dossier(claims=1).claims)))
    used = [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:numId"))]
    lists = document.part.numbering_part.element
    ours = [one for one in lists.findall(qn("w:num")) if one.get(qn("w:numId")) in used]
    kinds = [one.find(qn("w:abstractNumId")).get(qn("w:val")) for one in ours]
    assert len(set(used)) == len(kinds) == 1
    assert lists[0].get(qn("w:abstractNumId")) == kinds[0]
    assert document.sections[0].header.paragraphs[0].text == "Kleine Zeitung · Eine Stadt wächst"
    assert "Muster" not in [one.text for one in document.paragraphs]
    assert styled(document, "Verdict")


def test_a_template_that_is_none_is_named(dossier: Make, report_of: Written, user_folder) -> None:
    from claimdesk.domain.errors import OutputError

    folder = user_folder / "reports"
    folder.mkdir()
    (folder / "word.docx").write_text("kein Word", encoding="utf-8")
    with pytest.raises(OutputError, match=re.escape(str(folder / "word.docx"))):
        report_of(dossier(claims=1))


def test_names_stand_where_the_dossier_has_them(
    dossier: Make, report_of: Written, opened: Open
) -> None:
    document = opened(report_of(replace(dossier(claims=1), people=("Ösel", "Zander"))))
    assert document.core_properties.author == "Ösel, Zander"
