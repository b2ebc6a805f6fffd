"""Which addresses may leave the program, and what is said of them."""

import pytest
from PySide6.QtCore import QUrl

from claimdesk.ui.links import (
    cautions,
    is_web_address,
    openable,
    plain_host,
    same_address,
    short_address,
    title_from,
)

LOOKALIKE = "https://аррӏе.com/login"
"""Cyrillic letters that look like 'apple'."""


@pytest.mark.parametrize(
    "url",
    [
        "https://interfax.com/newsroom/top-stories/76630/",
        "http://example.org",
        "https://example.org/a?b=c&d=%20#e",
        "https://de.wikipedia.org/wiki/Straße",
        "mailto:desk@example.org",
        LOOKALIKE,
    ],
)
def test_web_and_mail_addresses_are_openable(url: str) -> None:
    opened = openable(url)
    assert opened is not None
    assert opened.scheme() in ("http", "https", "mailto")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/hostname",
        "smb://host/share",
        "data:text/html,<script>alert(1)</script>",
        "vscode://file/etc/passwd",
        "ms-msdt:/id PCWDiagnostic",
        "//host/share",
        "\\\\host\\share",
        "/bin/sh",
        "C:\\Windows\\System32\\calc.exe",
        "2130706433",
        "0x7f.1",
        "example.org",
        "https://",
        "https:///path",
        "mailto:",
        "https://example.org/a b",
        "https://example.org/\u202egpj.exe",
        " https://example.org",
        "https://exa\tmple.org",
        "java\nscript:alert(1)",
        "https://[::1",
        "",
    ],
)
def test_everything_else_is_not(url: str) -> None:
    assert openable(url) is None
    assert not is_web_address(url)


def test_host_is_told_as_the_network_knows_it() -> None:
    url = openable(LOOKALIKE)
    assert url is not None
    assert plain_host(url) == "xn--80ak6aa92e.com"
    assert len(cautions(url)) == 1
    assert "xn--80ak6aa92e.com" in cautions(url)[0]


def test_user_before_the_host_is_warned_of() -> None:
    url = openable("https://interfax.com:443@evil.example/news")
    assert url is not None
    assert len(cautions(url)) == 1
    assert "evil.example" in cautions(url)[0]


def test_plain_address_needs_no_warning() -> None:
    assert cautions(QUrl("https://interfax.com/a")) == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.interfax.com/newsroom/", "interfax.com"),
        (LOOKALIKE, "xn--80ak6aa92e.com"),
        ("https://interfax.com@evil.example/", "evil.example"),
        ("mailto:desk@example.org", "desk@example.org"),
        ("Archiv, Karton 7", "Archiv, Karton 7"),
    ],
)
def test_short_address_names_where_it_leads(url: str, shown: str) -> None:
    assert short_address(url) == shown


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org/a", "https://EXAMPLE.org/a/", True),
        ("https://example.org/a#b", " https://example.org/a", True),
        ("https://example.org/a", "https://example.org/A", False),
        ("https://example.org/?a=1", "https://example.org/?a=2", False),
    ],
)
def test_same_page_is_known_again(one: str, other: str, same: bool) -> None:
    assert same_address(one, other) is same


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("https://www.example.org/news/how-many_died.html", "example.org: how many died"),
        ("https://example.org/news/how-many-died/", "example.org: how many died"),
        ("https://example.org/2022/03/76630/", "example.org"),
        ("https://example.org", "example.org"),
        ("https://example.org/a%20b?c=d#e", "example.org: a b"),
    ],
)
def test_a_title_from_an_address(url: str, title: str) -> None:
    assert title_from(url) == title
