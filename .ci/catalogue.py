"""Keep the German catalogue in step with the messages of the code and the report templates.

    .venv/bin/python .ci/catalogue.py

collects the messages, drops those no longer used, compiles, and lists what still lacks German:
those stand empty in the .po file, to be filled in there before the next run.
"""

import io
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "i18n" / "de" / "LC_MESSAGES" / "claimdesk.po"
MO = PO.with_suffix(".mo")
PLACES = {"claimdesk": [("**.py", "python")], "resources/reports": [("**.j2", "jinja2")]}
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
BEGINNING = datetime(2026, 11, 25, tzinfo=UTC)
"""The catalogue's date: git knows the true one, and this one never conflicts in a merge."""


def collected() -> Catalog:
    """The messages of the code and the templates, without German."""
    catalogue = Catalog()
    for folder, methods in PLACES.items():
        found = extract_from_dir(ROOT / folder, method_map=methods, keywords=KEYWORDS)
        for _file, _line, message, _comments, context in found:
            catalogue.add(message, context=context)
    return catalogue


def stored() -> Catalog:
    """The German catalogue as it stands."""
    return read_po(io.BytesIO(PO.read_bytes()), locale="de")


def messages(catalogue: Catalog) -> dict[tuple[str, str], Message]:
    """The messages of a catalogue by context and English words, without its head."""
    return {
        (message.context or "", _words(message.id)[0]): message
        for message in catalogue
        if message.id
    }


def is_translated(message: Message) -> bool:
    """Whether every form of a message has its German."""
    return all(_words(message.string))


def merged(template: Catalog, german: Catalog) -> Catalog:
    """The collected messages with the German there is."""
    known = messages(german)
    result = Catalog(
        locale="de",
        project="Claimdesk",
        header_comment="# German words of Claimdesk.",
        last_translator="The Claimdesk authors",
        language_team="de",
        creation_date=BEGINNING,
        revision_date=BEGINNING,
        fuzzy=False,
    )
    for key, message in messages(template).items():
        string = known[key].string if key in known else ""
        result.add(message.id, string, context=message.context)
    return result


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as gettext reads it."""
    return _written(write_mo, catalogue)


def main() -> int:
    """Update and compile; fail where German is missing."""
    catalogue = merged(collected(), stored())
    PO.write_bytes(_written(write_po, catalogue, no_location=True, sort_output=True, width=96))
    MO.write_bytes(compiled(catalogue))
    missing = [key for key, message in messages(catalogue).items() if not is_translated(message)]
    for context, words in sorted(missing):
        print(f"without German: {words}" + (f" ({context})" if context else ""))
    print(f"{len(messages(catalogue))} messages, {len(missing)} without German")
    return 1 if missing else 0


def _words(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _written(write: Callable[..., None], catalogue: Catalog, **options: object) -> bytes:
    file = io.BytesIO()
    write(file, catalogue, **options)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main())
