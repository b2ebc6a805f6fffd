"""From a dossier to a file, in the format asked for."""

import os
from datetime import UTC, datetime
from pathlib import Path

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import OutputError
from claimdesk.domain.identity import now
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters import output
from claimdesk.services.exporters.formats import KNOWN
from claimdesk.services.exporters.options import Options, cut


def export(
    dossier: Dossier,
    form: str,
    path: Path,
    *,
    language: str,
    made_at: str,
    options: Options | None = None,
) -> None:
    """Write a report; an existing file is replaced by a whole one or stays. Without options it
    holds all claims, with confidential sources masked. Raises OutputError, or Refused where the
    claims asked for cannot be read."""
    content = made(dossier, form, language=language, made_at=made_at, options=options)
    output.write(path, content)


def made(
    dossier: Dossier, form: str, *, language: str, made_at: str, options: Options | None = None
) -> bytes:
    """The bytes of a report, for who writes them elsewhere."""
    with speaking(language):
        shown = cut(dossier, options or Options())
        content = KNOWN[form].write(shown, language, made_at)
    return content.encode() if isinstance(content, str) else content


def report_time() -> str:
    """The time that a report bears: now, or what SOURCE_DATE_EPOCH says
    (https://reproducible-builds.org/specs/source-date-epoch/)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return now()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    except (ValueError, OverflowError, OSError):
        raise OutputError(
            _("SOURCE_DATE_EPOCH is “{value}”, but must be a number of seconds.").format(
                value=epoch
            )
        ) from None
