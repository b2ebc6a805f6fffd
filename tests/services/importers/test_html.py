"""Pages as publishers make them, and rich text as the clipboard has it."""

from types import ModuleType

from claimdesk.domain.imported import LeadKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.intake import read_bytes, read_rich_text

MENU = "<nav><ul><li><a href='/a'>Politik</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
COOKIES = (
    "<div id='cookie-banner'><p>Wir verwenden Cookies, damit diese Seite so gut wie möglich "
    "läuft, und geben Daten an 845 Partner weiter.</p><button>Zustimmen</button></div>"
)
SIDE = (
    "<aside><h3>Meistgelesen</h3><p>Eine ganz andere Geschichte, die mit dieser hier gar nichts "
    "zu tun hat, aber lang genug ist, um wie eine auszusehen.</p></aside>"
)
RELATED = "<ul class='more'>" + "<li><a href='/x'>Noch eine Geschichte</a></li>" * 5 + "</ul>"
FOOT = "<footer><p>© 2024 Hafenbote. Alle Rechte vorbehalten.</p></footer>"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html lang='de'><head>{head}</head><body>{body}</body></html>".encode()


def test_menus_notices_and_side_columns_are_left_out(make: ModuleType) -> None:
    article = f"<h1>Der Hafen wächst</h1><p>{make.LONG}</p><h2>Und nun?</h2><p>{make.OTHER}</p>"
    want = f"Der Hafen wächst\n\n{make.LONG}\n\nUnd nun?\n\n{make.OTHER}"
    around = "<header>{}</header>{}<{}>{}</{}>{}{}{}"
    for name in ("article", "main", "div", "section"):
        body = around.format(MENU, COOKIES, name, article, name, SIDE, RELATED, FOOT)
        assert read_bytes(page(body), "a.html").text == want, name


def test_names_that_sound_like_noise_do_not_hide_the_article(make: ModuleType) -> None:
    article = f"<p>{make.LONG}</p><p>{make.OTHER}</p>"
    body = f"<div class='page has-sidebar'><div class='teaser content'>{article}</div></div>"
    assert read_bytes(page(MENU + body), "a.html").text == f"{make.LONG}\n\n{make.OTHER}"


def test_a_headline_outside_the_article(make: ModuleType) -> None:
    article = f"<article><p>{make.LONG}</p><p>{make.OTHER}</p></article>"
    body = f"<div class='head'><h1>Der Hafen wächst</h1></div>{article}"
    text = read_bytes(page(MENU + body), "a.html")
    assert text.text.startswith("Der Hafen wächst\n\n")
    assert text.structure.blocks[0].kind is BlockKind.TITLE


def test_a_page_of_short_lines_is_read_whole() -> None:
    text = read_bytes(page("<h1>Kurz</h1><p>Eins.</p><p>Zwei.</p>"), "a.html").text
    assert text == "Kurz\n\nEins.\n\nZwei."


def test_text_in_divs_and_after_breaks(make: ModuleType) -> None:
    body = (
        f"<div>{make.LONG}<br><br>{make.OTHER}<br>Noch eine Zeile.<div>Darunter.</div>Danach.</div>"
    )
    want = f"{make.LONG}\n\n{make.OTHER}\nNoch eine Zeile.\n\nDarunter.\n\nDanach."
    assert read_bytes(page(body), "a.html").text == want


def test_lists_tables_quotes_and_captions(make: ModuleType) -> None:
    body = (
        f"<article><p>{make.LONG}</p><ol start='3'><li>Drittens</li><li>Viertens</li></ol>"
        "<ul><li>Eins<ul><li>Eins a</li></ul></li></ul>"
        "<table><tr><th>Ort</th><th>Zahl</th></tr><tr><td>Hafen</td><td>412</td></tr></table>"
        "<blockquote><p>Gesagt ist gesagt.</p></blockquote>"
        "<figure><img src='x'><figcaption>Blick auf den Hafen</figcaption></figure></article>"
    )
    text = read_bytes(page(body), "a.html")
    assert text.text.split("\n\n")[1:] == [
        "3. Drittens\n4. Viertens\nEins\nEins a",
        "Ort | Zahl\nHafen | 412",
        "Gesagt ist gesagt.",
        "Blick auf den Hafen",
    ]
    kinds = [one.kind for one in text.structure.blocks]
    assert kinds[-2:] == [BlockKind.QUOTE, BlockKind.CAPTION]


def test_links_are_made_whole_and_become_leads(make: ModuleType) -> None:
    head = "<link rel='canonical' href='https://hafenbote.example/artikel/7'>"
    link = "<a href='/zahlen'>Hafen<b>amt</b></a>"
    body = f"<p>Das {link} zählt. {make.LONG} <a href='#oben'>hoch</a></p>"
    text = read_bytes(page(body, head), "a.html")
    [link] = text.structure.links
    assert (text.text[link.start : link.end], link.address) == (
        "Hafenamt",
        "https://hafenbote.example/zahlen",
    )
    assert [(one.kind, one.text) for one in text.leads] == [(LeadKind.LINK, link.address)]


def test_an_address_in_brackets_is_a_link_on_the_word_before(make: ModuleType) -> None:
    link = "<a href='https://a.example/x'>/x/zahlen.html</a>"
    body = f"<p>Es waren 412 Schiffe ({link}) da. {make.LONG}</p>"
    text = read_bytes(page(body), "a.html")
    assert text.text.startswith("Es waren 412 Schiffe da.")
    [link] = text.structure.links
    assert text.text[link.start : link.end] == "Schiffe"


def test_footnotes_of_a_page_are_leads(make: ModuleType) -> None:
    body = (
        f"<article><p>{make.LONG} Es waren 412<sup><a href='#n1' id='r1'>1</a></sup> Schiffe.</p>"
        f"<p>{make.OTHER}</p><ol><li id='n1'><a href='#r1'>↑</a> Amtsblatt 7, Seite 3</li></ol>"
        "</article>"
    )
    text = read_bytes(page(body), "a.html")
    assert "Es waren 412 Schiffe." in text.text
    assert "Amtsblatt" not in text.text
    [lead] = text.leads
    assert (lead.kind, lead.text, text.text[lead.start : lead.end]) == (
        LeadKind.FOOTNOTE,
        "Amtsblatt 7, Seite 3",
        "412",
    )


LINKED_DATA = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Der Hafen",
"author": [{"@type": "Person", "name": "Ada Ärmel"}, {"name": "Cleo Süß"}],
"publisher": {"name": "Hafenbote"}, "datePublished": "2024-05-03T08:00:00+02:00",
"mainEntityOfPage": {"@id": "https://hafenbote.example/7"}}]}</script>"""


def test_bibliographic_data_of_a_page(make: ModuleType) -> None:
    body = f"<h1>Der Hafen wächst</h1><p>{make.LONG}</p>"
    data = read_bytes(page(body, LINKED_DATA), "a.html").data
    assert (data.title, data.author) == ("Der Hafen wächst", "Ada Ärmel, Cleo Süß")
    assert (data.publisher, data.published) == ("Hafenbote", "2024-05-03")
    assert (data.url, data.language) == ("https://hafenbote.example/7", "de")
    meta = (
        "<meta property='og:site_name' content='Bote'><meta name='author' content='Ada'>"
        "<meta property='article:published_time' content='2024-05-04T10:00:00Z'>"
    )
    data = read_bytes(page(body, meta), "a.html").data
    assert (data.publisher, data.author, data.published) == ("Bote", "Ada", "2024-05-04")


def test_broken_data_of_a_page_does_no_harm(make: ModuleType) -> None:
    head = "<script type='application/ld+json'>{\"@type\": " + "[" * 5000 + "</script>"
    assert read_bytes(page(f"<p>{make.LONG}</p>", head), "a.html").data.title


def test_the_encoding_that_a_page_declares() -> None:
    body = "<html><head><meta charset='iso-8859-2'></head><body><p>Łódź</p></body></html>"
    text = read_bytes(body.encode("iso-8859-2"), "a.html")
    assert (text.text, text.file.encoding) == ("Łódź", "iso-8859-2")


def test_rich_text_of_a_clipboard_is_read_whole() -> None:
    word = (
        "<html><body><!--StartFragment--><p class=MsoNormal><b>Der Hafen</b><o:p></o:p></p>"
        "<p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>"
        "Punkt</p>"
        "<nav><p>Auch das ist gemeint.</p></nav><!--EndFragment--></body></html>"
    )
    assert read_rich_text(word).text == "Der Hafen\n\nPunkt\n\nAuch das ist gemeint."
    assert read_rich_text("nur <i>ein</i> Satz").text == "nur ein Satz"
