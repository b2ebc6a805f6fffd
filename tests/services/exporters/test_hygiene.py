"""What may go into a document."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.exporters.hygiene import clean, link

ANY_TEXT = st.text(st.characters(codec=None), max_size=80)
NASTY = st.text(
    st.sampled_from("a é\u0301\x00\x0b\r\n\t\ud800\udc00\u202e\u2066\ufffe\x85‹›U+202E")
)


@given(ANY_TEXT | NASTY)
def test_clean_text_fits_into_every_document(text: str) -> None:
    result = clean(text)
    result.encode()
    assert unicodedata.is_normalized("NFC", result)
    assert not {char for char in result if unicodedata.category(char) == "Cc"} - {"\t", "\n"}
    assert not set(result) & {*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"}


@given(ANY_TEXT | NASTY)
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text("abc äöü ß „“ – € 中 👍 Қ\n\t\u00a0", max_size=40))
def test_what_newsrooms_write_stays(text: str) -> None:
    assert clean(text) == text


def test_direction_controls_are_printed_by_name() -> None:
    assert clean("rechnung\u202efdp.exe") == "rechnung‹U+202E›fdp.exe"


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_breaks_of_all_kinds_keep_words_apart(line_break: str) -> None:
    assert clean(f"eins{line_break}zwei") == "eins\nzwei"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=1&c=ä#d",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/",
        "mailto:desk@example.org",
    ],
)
def test_web_and_mail_addresses_are_links(url: str) -> None:
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "https://example.org/\u202egnp.exe",
        "https://exa mple.org",
        "data:text/html,x",
        "file:///etc/passwd",
        "smb://host/share",
        "vbscript:x",
        "//host/share",
        "/bin/sh",
        "https:",
        "https:///nowhere",
        "mailto:",
        "http://[::1",
        "example.org",
        "",
    ],
)
def test_everything_else_is_no_link(url: str) -> None:
    assert link(url) is None


@given(ANY_TEXT)
def test_a_link_is_clean_and_of_a_known_kind(url: str) -> None:
    href = link(url)
    assert href is None or href.lower().startswith(("http://", "https://", "mailto:"))
