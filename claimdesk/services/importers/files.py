"""The bytes of a file that comes in, no more of them than is due."""

from pathlib import Path

from claimdesk.domain.errors import UnreadableText, reason
from claimdesk.i18n import _


def read_up_to(path: Path, limit: int) -> bytes:
    """The bytes of a file, at most one more than the limit, which tells that it is too large.
    UnreadableText in one sentence where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise UnreadableText(
            _("“{path}” cannot be read: {reason}.").format(path=path, reason=reason(error))
        ) from error
