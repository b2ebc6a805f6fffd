"""All commands, put together."""

import click

from claimdesk import __version__
from claimdesk.cli.care import backup, doctor
from claimdesk.cli.detection import detect
from claimdesk.cli.editing import revert, set_status
from claimdesk.cli.listing import history, list_claims
from claimdesk.cli.report import report
from claimdesk.cli.sample import sample
from claimdesk.cli.texts import import_texts, text
from claimdesk.i18n import _


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_(
        "Check the facts of an article, claim by claim.\n\n"
        "“claimdesk” opens the window on the desk last used, “claimdesk DESK” on that one. "
        "The commands below do the same jobs without a window."
    ),
)
@click.version_option(
    __version__,
    prog_name="Claimdesk",
    message="%(prog)s %(version)s",
    help=_("Show the version and exit."),
)
def claimdesk() -> None:
    """The group that all commands belong to."""


_COMMANDS = (
    list_claims,
    set_status,
    history,
    revert,
    report,
    sample,
    doctor,
    backup,
    text,
    import_texts,
    detect,
)
for _command in _COMMANDS:
    claimdesk.add_command(_command)
