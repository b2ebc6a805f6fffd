"""The report as Markdown: every word stays a word, every claim is there."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.source import SourceData
from claimdesk.services.exporters.content import build
from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.markdown import escaped, markdown

Make = Callable[..., Dossier]
MADE_AT = "2022-03-28T12:10:00Z"

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARMLESS = {"text", "text_special", "hardbreak", "softbreak"}


def text(dossier: Dossier, language: str = "de") -> str:
    return markdown(build(dossier, made_at=MADE_AT, language=language))


def read(source: str) -> str:
    """The words of a text that holds no mark at all."""
    parts = []
    for token in READER.parse(source):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token.type
        for child in token.children or ():
            assert child.type in HARMLESS, child.type
            parts.append(child.content or "\n")
    return "".join(parts)


@given(st.text(st.sampled_from("ab1.)- +=#*_`[]()<>!~|&;\\\n\"'/:@{}\tx"), max_size=20))
def test_words_stay_words(words: str) -> None:
    wanted = "\n".join(line.strip() for line in clean(words).strip().split("\n"))
    if wanted:
        assert read(escaped(words)).replace("\u00a0", "") == wanted


def test_every_claim_has_a_heading_and_its_proof(dossier: Make) -> None:
    report = text(dossier(claims=180))
    headings = [
        token.content
        for before, token in zip(READER.parse(report), READER.parse(report)[1:], strict=False)
        if before.type == "heading_open" and before.tag == "h3"
    ]
    for number in range(1, 181):
        assert f"{number} · In Kleinhausen leben {99 + number} Menschen." in headings
    assert "<https://example.org/town?a=1&b=2>" in report
    assert "**102 Menschen**" in report


def test_it_speaks_the_report_s_language(dossier: Make) -> None:
    assert "## Quellen" in text(dossier())
    assert "## Sources" in text(dossier(), "en")


def test_what_was_discussed_stands_there(discussed: Make) -> None:
    report = text(discussed())
    assert "**Neuer Wortlaut:** rund 100 Menschen" in report
    assert "Ja, so ist es." in report
    assert "Noch keine Antwort." in report


def test_markup_in_the_data_is_text(dossier: Make) -> None:
    bad = "# Titel\n<script>alert(1)</script> [x](javascript:a) **fett** | `code`"
    source = SourceData(bad, url="javascript:alert(1)")
    report = text(dossier(claims=4, statement=bad, note=bad, title=bad, sources=(source,)))
    found = [child for token in READER.parse(report) for child in token.children or ()]
    assert not {child.type for child in found} & {"html_inline", "image"}
    links = {child.attrs["href"] for child in found if child.type == "link_open"}
    assert links == {"https://kleine-zeitung.example/stadt"}, "the article's own address"
    assert "html_block" not in {token.type for token in READER.parse(report)}


def test_an_empty_dossier_says_so(dossier: Make) -> None:
    report = text(dossier(claims=0, revision=None, heads=()), "en")
    assert "No claim has been recorded" in report
    assert "No edit has been recorded." in report
