"""What a file may be at most, so that one made to do harm takes neither memory nor time."""

from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _

MEGABYTE = 1 << 20
MAX_FILE = 64 * MEGABYTE
"""Bytes of a file; the desk keeps them."""
MAX_TEXT_FILE = 24 * MEGABYTE
"""Bytes of a file, or of a part of one, that is all text."""
MAX_CHARACTERS = 5_000_000
"""Code points of a text: 700,000 words, more than the longest novel."""
MAX_ENTRIES = 5_000
"""Files inside a Word, OpenDocument or EPUB file."""
MAX_DEPTH = 250
"""How deep elements nest, as libxml2 has it for XML."""
MAX_PAGES = 2_000
"""Pages of a PDF."""


def check_size(content: bytes | str, limit: int) -> None:
    """UnreadableText where there is more than that."""
    if len(content) > limit:
        raise too_large()


def too_large() -> UnreadableText:
    """What is said of a file that is too large."""
    return UnreadableText(
        _("it is too large for an article; save the article’s text in a file of its own")
    )
