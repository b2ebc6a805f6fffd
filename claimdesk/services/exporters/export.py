"""From a dossier to a file, in the format asked for; each format is loaded when first used."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from claimdesk.domain.dossier import Dossier
from claimdesk.domain.errors import OutputError
from claimdesk.domain.identity import now
from claimdesk.i18n import _, speaking
from claimdesk.services.exporters import output
from claimdesk.services.exporters.options import Options, cut


def _html(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.content import build  # noqa: PLC0415
    from claimdesk.services.exporters.html import html  # noqa: PLC0415

    return html(build(dossier, made_at=made_at, language=language))


def _json(dossier: Dossier, _language: str, made_at: str) -> str:
    from claimdesk.services.exporters.json_report import to_json  # noqa: PLC0415

    return to_json(dossier, made_at=made_at)


def _pdf(dossier: Dossier, language: str, made_at: str) -> bytes:
    from claimdesk.services.exporters.content import build  # noqa: PLC0415
    from claimdesk.services.exporters.json_report import to_json  # noqa: PLC0415
    from claimdesk.services.exporters.pdf import pdf  # noqa: PLC0415

    attached = to_json(dossier, made_at=made_at)
    return pdf(build(dossier, made_at=made_at, language=language), attached, made_at)


def _xlsx(dossier: Dossier, language: str, made_at: str) -> bytes:
    from claimdesk.services.exporters.content import build  # noqa: PLC0415
    from claimdesk.services.exporters.xlsx import xlsx  # noqa: PLC0415

    return xlsx(build(dossier, made_at=made_at, language=language), made_at)


def _csv(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.content import build  # noqa: PLC0415
    from claimdesk.services.exporters.csv_sheet import to_csv  # noqa: PLC0415

    return to_csv(build(dossier, made_at=made_at, language=language))


def _markdown(dossier: Dossier, language: str, made_at: str) -> str:
    from claimdesk.services.exporters.content import build  # noqa: PLC0415
    from claimdesk.services.exporters.markdown import markdown  # noqa: PLC0415

    return markdown(build(dossier, made_at=made_at, language=language))


_WRITERS: dict[str, Callable[[Dossier, str, str], str | bytes]] = {
    "html": _html,
    "json": _json,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": _csv,
    "md": _markdown,
}

FORMATS = tuple(_WRITERS)
"""The formats that a report can have."""


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
    with speaking(language):
        shown = cut(dossier, options or Options())
        output.write(path, _WRITERS[form](shown, language, made_at))


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
