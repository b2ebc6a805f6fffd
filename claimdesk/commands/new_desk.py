"""Make a desk file: an empty one, or the sample."""

import secrets
import shutil
from pathlib import Path

from claimdesk.commands.create_sample import CreateSample
from claimdesk.domain.errors import OutputError, reason
from claimdesk.i18n import _, speaking
from claimdesk.services.importers.sample import checker
from claimdesk.store import Store, create_desk
from claimdesk.store.sqlite.backup import put


def new_desk(path: Path, title: str) -> None:
    """Make an empty desk; OutputError where something is there already or cannot be."""
    try:
        create_desk(path, title=title)
    except OSError as error:
        raise _cannot(path, error) from error


def new_sample(path: Path, language: str, *, unchecked: bool = False) -> None:
    """Make the sample desk in one step: it appears whole or not at all."""
    # In a folder of its own it has its name already, for a sentence on what failed.
    part = path.parent / f".{secrets.token_hex(4)}.sample" / path.name
    with speaking(language):
        title = _("Sample")
    try:
        create_desk(part, title=title, sample=True)
        with Store(part) as store:
            store.run(CreateSample(language, unchecked), checker(language))
        put(part, path)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        shutil.rmtree(part.parent, ignore_errors=True)


def _cannot(path: Path, error: OSError) -> OutputError:
    if isinstance(error, FileExistsError):
        return OutputError(_("“{path}” is there already; choose another name.").format(path=path))
    return OutputError(
        _("“{path}” cannot be made: {reason}.").format(path=path, reason=reason(error))
    )
