"""The door: is the first word a subcommand, or a desk to open? Decided before anything heavy
is imported, so that the window is there at once and the shell never waits for Qt."""

import sys

SUBCOMMANDS = (
    "list",
    "set",
    "history",
    "revert",
    "report",
    "sample",
    "doctor",
    "backup",
    "text",
    "import",
    "detect",
)
INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""

_OF_THE_SHELL = (*SUBCOMMANDS, "--version", "--help", "-h")


def main() -> int:
    """Run Claimdesk; the exit status: 0 done, 1 the job failed, 2 wrong use."""
    try:
        return _run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(words: list[str]) -> int:
    if words and words[0] in _OF_THE_SHELL:
        from claimdesk import cli  # see above

        outcome = cli.run(words)
        if outcome.desk is None:
            return outcome.status
        from claimdesk import app

        return app.show_sample(outcome.desk)
    from claimdesk import app

    return app.run(words)


if __name__ == "__main__":
    sys.exit(main())
