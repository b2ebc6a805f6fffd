"""Lists of claims: JSON {"claims": [...]}, or a CSV with the same columns."""

import csv
import json
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from claimdesk.domain.claim import WORTHINESS, Kind
from claimdesk.domain.claim_list import ListedClaim
from claimdesk.domain.errors import UnreadableText
from claimdesk.i18n import _, language
from claimdesk.services.importers.decode import decode
from claimdesk.services.importers.files import read_up_to
from claimdesk.services.importers.limits import MAX_TEXT_FILE, too_large

_MOST = 100_000
"""How many claims a list may hold."""
_DELIMITERS = ",;\t"


def read_claim_list(path: Path) -> list[ListedClaim]:
    """The claims of a list. UnreadableText of one sentence, which names the entry that is wrong."""
    content = read_up_to(path, MAX_TEXT_FILE)
    try:
        if len(content) > MAX_TEXT_FILE:
            raise too_large()
        entries = _entries(decode(content).text)
        return [_claim(number, entry) for number, entry in enumerate(entries, 1)]
    except UnreadableText as error:
        raise UnreadableText(
            _("The list of claims “{path}” cannot be used: {reason}.").format(
                path=path, reason=error
            )
        ) from error


def _entries(text: str) -> list[Mapping[str, Any]]:
    found = _json(text) if text.lstrip()[:1] in ("{", "[") else _csv(text)
    entries = list(found)
    if len(entries) > _MOST:
        raise too_large()
    return entries


def _json(text: str) -> Iterable[Mapping[str, Any]]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableText(_("it is no sound JSON")) from error
    entries = held.get("claims") if isinstance(held, dict) else held
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        raise UnreadableText(_("it has no list named “claims”"))
    return entries


def _csv(text: str) -> Iterable[Mapping[str, Any]]:
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        rows = list(csv.DictReader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise UnreadableText(_("it is no sound CSV")) from error
    columns = [name.strip().lower() for name in (rows[0] if rows else {}) if name]
    if rows and not {"statement", "quote"} <= set(columns):
        raise UnreadableText(_("its first line must name the columns statement and quote"))
    return [{name.strip().lower(): value for name, value in row.items() if name} for row in rows]


def _claim(place: int, entry: Mapping[str, Any]) -> ListedClaim:
    anchor = entry.get("anchor")
    at = anchor if isinstance(anchor, dict) else entry  # as in Claimdesk's own JSON report
    quote, statement = at.get("quote"), _statement(entry)
    if not isinstance(quote, str):
        raise _wrong(place, _("it has no quote"))
    kind = str(entry.get("kind") or Kind.OTHER)
    if kind not in list(Kind):
        said = _("“{kind}” is no kind of claim; known are {known}")
        raise _wrong(place, said.format(kind=kind, known=", ".join(Kind)))
    worthiness = _whole(place, entry.get("check_worthiness"), "check_worthiness")
    if worthiness is not None and worthiness not in WORTHINESS:
        raise _wrong(place, _("check_worthiness is 1, 2 or 3"))
    number = _whole(place, entry.get("number"), "number")
    if number is not None and number < 1:
        raise _wrong(place, _("its number must be 1 or more"))
    attributed = entry.get("attributed_to") or entry.get(f"attributed_to_{language()}")
    return ListedClaim(
        statement=statement or quote,
        quote=quote,
        number=number,
        start=_whole(place, at.get("start"), "start"),
        kind=Kind(kind),
        check_worthiness=worthiness or 2,
        attributed_to=attributed if isinstance(attributed, str) else None,
    )


def _statement(entry: Mapping[str, Any]) -> str:
    for name in ("statement", f"statement_{language()}", "statement_de", "statement_en"):
        said = entry.get(name)
        if isinstance(said, str) and said.strip():
            return said.strip()
    return ""


def _whole(place: int, value: Any, name: str) -> int | None:
    """A whole number, also one written as text as CSV has it."""
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 31:
        return value
    text = str(value).strip()
    if text.isdecimal() and len(text) < 10:
        return int(text)
    raise _wrong(place, _("“{value}” as {name} is no whole number").format(value=value, name=name))


def _wrong(place: int, what: str) -> UnreadableText:
    return UnreadableText(_("entry {place}: {what}").format(place=place, what=what))
