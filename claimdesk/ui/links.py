"""Which addresses may be opened, and what a person should know before.

An address comes from whoever wrote the desk. Only web and mail addresses are handed to the
system; QUrl.fromUserInput is not used, since it turns '/bin/sh' into a file and '0x7f.1' into
this computer.
"""

from PySide6.QtCore import QUrl

from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import link

_WEB = ("http", "https")


def openable(url: str) -> QUrl | None:
    """The address where it may be opened; None for all but whole web and mail addresses."""
    if link(url) is None:
        return None
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    if not parsed.isValid():
        return None
    if parsed.scheme() in _WEB:
        return parsed if parsed.host() else None
    return parsed if parsed.scheme() == "mailto" and parsed.path() else None


def is_web_address(text: str) -> bool:
    """Whether a text is the whole address of a web page."""
    parsed = openable(text)
    return parsed is not None and parsed.scheme() in _WEB


def plain_host(url: QUrl) -> str:
    """The host as the network knows it: what looks like 'apple.com' may be 'xn--80ak6aa92e.com'."""
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded)


def short_address(url: str) -> str:
    """What of an address fits on a button: its host without 'www.', or the mail address."""
    parsed = openable(url)
    if parsed is None:
        return url
    return plain_host(parsed).removeprefix("www.") or parsed.path()


def title_from(url: str) -> str:
    """What an address tells of a page's title, for lack of the title itself: the host, and the
    words at the end of its path."""
    path = [part for part in QUrl(url).path().split("/") if part]
    last = path[-1].rpartition(".")[0] or path[-1] if path else ""
    words = " ".join(last.replace("-", " ").replace("_", " ").split())
    host = short_address(url)
    return f"{host}: {words}" if any(letter.isalpha() for letter in words) else host


def cautions(url: QUrl) -> list[str]:
    """What to look at before opening an address, each in a sentence."""
    found = []
    if url.userInfo():
        found.append(
            _(
                "The address holds a user name before the “@”; it leads to {host}, whatever "
                "stands before."
            ).format(host=plain_host(url))
        )
    if plain_host(url) != url.host() or not url.host().isascii():
        found.append(
            _("The address holds letters of other alphabets; it leads to {host}.").format(
                host=plain_host(url)
            )
        )
    return found


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to the same page, but for upper case in the host, a slash at
    the end or a place inside the page."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    bare = QUrl(url.strip()).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return bare.partition("#")[0].rstrip("/")
