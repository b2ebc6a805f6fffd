"""The one catalogue of words: window, undo labels, command line and reports.

Message ids are the English words. The language belongs to the running context, so that a
report can be written in German by one thread while the window speaks English.
"""

import gettext
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from claimdesk.paths import RESOURCES

if TYPE_CHECKING:
    from decimal import Decimal  # a start has no need of it

LANGUAGES = ("de", "en")

_default = "en"
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(
        "claimdesk", RESOURCES / "i18n", languages=[language], fallback=language == "en"
    )


def system_language(chosen: str = "") -> str:
    """The language chosen, else the system's where Claimdesk speaks it, else English;
    CLAIMDESK_LANG wins."""
    if chosen in LANGUAGES and not os.environ.get("CLAIMDESK_LANG"):
        return chosen
    for name in ("CLAIMDESK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            break
    else:
        import locale  # Windows and macOS only, mostly

        value = locale.getlocale()[0] or ""
    return "de" if value.lower().startswith(("de", "german")) else "en"


def use_language(language: str) -> None:
    """Set the language of the whole program; one of LANGUAGES."""
    global _default  # noqa: PLW0603  one interface language a process
    if language not in LANGUAGES:
        raise ValueError(language)
    _default = language


def language() -> str:
    """The language spoken here and now."""
    return _spoken.get() or _default


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language inside the block, in this thread only."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(message: str) -> str:
    """The message in the language spoken."""
    return _catalogue(language()).gettext(message)


def pgettext(context: str, message: str) -> str:
    """The message in the language spoken, where one English word stands for several things."""
    return _catalogue(language()).pgettext(context, message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message for a count; '{count}' in it is filled in."""
    return _catalogue(language()).ngettext(one, many, count).format(count=number(count))


def number(count: int) -> str:
    """A count with its thousands apart, as the language spoken writes them."""
    return f"{count:,}".replace(",", "." if language() == "de" else ",")


def decimal(value: "Decimal") -> str:
    """A decimal with its thousands apart and never an exponent, as the language spoken writes
    it."""
    words = f"{value:,f}"
    return words.translate(_GERMAN_MARKS) if language() == "de" else words


_GERMAN_MARKS = str.maketrans(",.", ".,")


def begun(words: str) -> str:
    """Words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def N_(message: str) -> str:  # noqa: N802  gettext's own name for it
    """Mark a message for the catalogue that is put into words later."""
    return message


def sort_key(text: str) -> tuple[str, str]:
    """Order words as German dictionaries do (DIN 5007-1): ä as a, ß as ss, é as e."""
    lowered = text.casefold()
    if lowered.isascii():
        return lowered, lowered
    parts = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in parts if not unicodedata.combining(char)), lowered
