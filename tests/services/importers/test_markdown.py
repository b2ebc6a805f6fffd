"""Markdown as authors write it: marks gone, links and notes kept."""

from types import ModuleType

import pytest

from claimdesk.domain.imported import ImportedText, LeadKind, OddityKind
from claimdesk.domain.structure import BlockKind
from claimdesk.services.importers.intake import read_bytes, read_text


def read(text: str) -> ImportedText:
    return read_bytes(text.encode(), "a.md")


def test_marks_are_gone_and_kinds_known() -> None:
    text = read(
        "# Der *Hafen*\n\nEin **fetter** und `fester` Satz mit \\* Stern.\n\n## Danach\n\n"
        "> Ein Zitat.\n\n- eins\n- zwei\n  - zwei a\n\n1. erstens\n2. zweitens\n\n"
        "| Ort | Zahl |\n|-|-|\n| Hafen | 412 |\n\n***\n\nEnde &amp; aus.\n"
    )
    assert text.text.split("\n\n") == [
        "Der Hafen",
        "Ein fetter und fester Satz mit * Stern.",
        "Danach",
        "Ein Zitat.",
        "eins\nzwei\nzwei a\n1. erstens\n2. zweitens",
        "Ort | Zahl\nHafen | 412",
        "Ende & aus.",
    ]
    assert text.structure.blocks[0].kind is BlockKind.TITLE
    assert text.structure.blocks[3].kind is BlockKind.QUOTE


def test_link_addresses_are_links_and_no_text(make: ModuleType) -> None:
    text = read(
        "Das [Hafenamt](https://a.example/eins) ([/eins/zahlen](https://a.example/eins)) und das "
        "Zollamt ([/zwei/zahlen.html](https://zwei/zahlen.html)) zählen. Mehr: <https://a.example>"
    )
    assert text.text == "Das Hafenamt und das Zollamt zählen. Mehr: https://a.example"
    links = [(text.text[one.start : one.end], one.address) for one in text.structure.links]
    assert links == [
        ("Hafenamt", "https://a.example/eins"),
        ("Zollamt", "https://zwei/zahlen.html"),
        ("https://a.example", "https://a.example"),
    ]
    assert [one.kind for one in text.oddities] == [OddityKind.ADDRESS]


def test_brackets_that_are_no_address_stay() -> None:
    words = "Die Datei (/etc/hosts) und das Wort (/) bleiben **so**."
    assert read(words).text == words.replace("**", "")


def test_a_sentence_broken_across_two_paragraphs_is_joined() -> None:
    text = read("Vorher steht etwas. Fachleute\n\nbefürchteten das.\n\nEin *Absatz*.")
    assert text.text == "Vorher steht etwas. Fachleute befürchteten das.\n\nEin Absatz."
    [odd] = text.oddities
    assert odd.kind is OddityKind.JOINED
    assert text.text[odd.start : odd.end] == "etwas. Fachleute befürchteten das."


@pytest.mark.parametrize(
    "text", ["Ein Satz.\n\nund weiter", "Überschrift\n\nDann ein Satz.", "- eins\n- zwei\n\nund"]
)
def test_what_is_no_broken_sentence_stays_apart(text: str) -> None:
    assert OddityKind.JOINED not in [one.kind for one in read(text).oddities]


def test_lines_wrapped_by_an_editor_are_joined_and_meant_ones_stay() -> None:
    wrapped = (
        "# Titel\n\nVon **Ada Ärmel**\nRedakteurin Wirtschaft\n\n"
        "Am Montag zählte das Hafenamt von Norderhaven 412 Schiffe, so viele\n"
        "wie noch nie in einem Jahr. Im Vorjahr waren es nur 398 gewesen, wie\n"
        "die Leiterin Maike Tönnsen mitteilte. Das sei gut für alle Betriebe.\n"
    )
    blocks = read(wrapped).text.split("\n\n")
    assert blocks[1] == "Von Ada Ärmel\nRedakteurin Wirtschaft"
    assert "\n" not in blocks[2]
    assert "so viele wie noch nie" in blocks[2]


def test_front_matter_and_footnotes() -> None:
    text = read(
        "---\ntitle: Der Hafen\nauthor: Ada Ärmel\ndate: 2024-05-03\nlang: de\n---\n\n"
        "Es waren 412[^1] Schiffe.\n\n[^1]: Amtsblatt 7,\n    Seite 3\n"
    )
    assert text.text == "Es waren 412 Schiffe."
    assert (text.data.author, text.data.published) == ("Ada Ärmel", "2024-05-03")
    [lead] = text.leads
    assert (lead.kind, lead.text) == (LeadKind.FOOTNOTE, "Amtsblatt 7, Seite 3")
    assert text.text[lead.start : lead.end] == "412"


def test_a_year_that_begins_a_sentence_stays() -> None:
    assert read("1986. Das war ein **Jahr**.").text == "1986. Das war ein Jahr."


def test_indented_paragraphs_are_no_program_code() -> None:
    assert read("# T\n\n    Ein eingerückter *Absatz*.").text == "T\n\nEin eingerückter Absatz."


def test_html_inside_of_markdown_is_read_as_such() -> None:
    text = read("**Vorn** und<br>hinten.\n\n<div onclick='x()'>Im <b>Kasten</b></div>\n\nEnde.")
    assert text.text == "Vorn und\nhinten.\n\nIm Kasten\n\nEnde."


def test_plain_text_with_marks_is_taken_for_markdown_and_without_for_plain() -> None:
    assert read_text("Ein **fettes** Wort").file.media_type == "text/markdown"
    assert read_text("5 * 3 = 15 und #1 und a_b_c").text == "5 * 3 = 15 und #1 und a_b_c"


def test_notices_at_the_end_are_proposed_as_no_part_of_the_article(make: ModuleType) -> None:
    text = read(
        f"# Hafen\n\n{make.LONG}\n\nEin Abonnement lohnt sich, sagt sie.\n\n{make.OTHER}\n\n"
        "Der Hafenbote als ePaper: jeden Abend.\n\nDer Kurz-Link lautet: <https://h.example/7>"
    )
    [(start, end)] = text.structure.notices
    assert text.text[start:end].startswith("Der Hafenbote als ePaper")
    assert end == len(text.text)
    assert text.data.url == "https://h.example/7"


def test_the_first_article(shared) -> None:
    """The file is its publisher's: only what is not its words is looked at."""
    from claimdesk.services.importers.intake import read_file

    text = read_file(shared / "article" / "welt-2022-03-28.md")
    assert "](" not in text.text
    assert "**" not in text.text
    assert text.text.count("http") == 2  # the two that readers are told
    assert len(text.structure.links) == 7
    assert len(text.text.split("\n\n")) == 25
    kinds = [one.kind for one in text.oddities]
    assert kinds.count(OddityKind.JOINED) == 1
    assert kinds.count(OddityKind.ADDRESS) == 3
    assert len(text.structure.notices) == 1
    assert text.data.published == "2022-03-28"
    assert text.data.author
    assert text.data.url
    assert text.data.language == "de"


def test_the_corpus_is_stored_as_it_is(shared) -> None:
    """Where a plain text is clean, offsets in the file are offsets in the desk."""
    from claimdesk.services.importers.intake import read_file

    for path in sorted((shared / "corpus").glob("*.txt")):
        assert read_file(path).text == path.read_text(encoding="utf-8").strip(), path.name
