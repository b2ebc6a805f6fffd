"""A process that edits a desk until it is killed: `python editor.py DESK`.

Everything is imported once; for each line on standard input a child is forked, which so starts
in milliseconds. The child prints a line for each edit that was stored, the parent the child's
number when it begins and 'gone' when it is dead.
"""

import os
import sys
from pathlib import Path

import claimdesk.store.engine
import claimdesk.store.history
import claimdesk.store.work  # noqa: F401  before the fork, with the ORM
from claimdesk.commands.set_status import SetStatus
from claimdesk.commands.write_note import WriteNote
from claimdesk.domain.person import Person
from claimdesk.domain.status import Status
from claimdesk.store import Store

VERDICTS = (Status.VERIFIED, Status.DISPUTED, Status.FALSE)


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def edit(desk: Path, run: str) -> None:
    """Write notes and statuses, each with the word that is acknowledged once it is stored."""
    person = Person.named(f"Editor {run}")
    with Store(desk) as store:
        for count in range(10_000):
            word = f"{run}-{count}"
            store.run(WriteNote(word, claim=1 + count % 8), person)
            say(word)
            word += "+"
            claims = tuple(range(1, 9))
            store.run(SetStatus(claims, VERDICTS[count % 3], word), person)
            say(word)


def main(desk: Path) -> None:
    for run in sys.stdin:
        if child := os.fork():
            say("child", child)
            os.waitpid(child, 0)
            say("gone")
        else:
            edit(desk, run.strip())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
