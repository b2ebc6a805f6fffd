"""What can go wrong, in sentences that people read.

ClaimdeskError          one sentence: what is wrong, where, and what to do
├── DeskError           the desk file cannot be used
│   ├── NotADesk        the file is something else
│   ├── NewerDesk       made by a newer Claimdesk
│   ├── ForeignSchema   carries tables, triggers or views that are not Claimdesk's
│   ├── DamagedDesk     SQLite finds it damaged
│   └── DeskBusy        another program holds the lock
├── NotFound            a claim, article, source or event that is not there
├── Refused             an edit that would break a rule
│   └── Conflict        an undo or an edit of words that something later has overtaken
└── OutputError         a file that cannot be written
"""


class ClaimdeskError(Exception):
    """A failure that a person can read; its text is one sentence in the language spoken."""


class DeskError(ClaimdeskError):
    """The desk file cannot be used."""


class NotADesk(DeskError):
    """The file is something else."""


class NewerDesk(DeskError):
    """The desk was made by a newer Claimdesk."""


class ForeignSchema(DeskError):
    """The desk carries tables, triggers, views or indexes that are not Claimdesk's."""


class DamagedDesk(DeskError):
    """SQLite finds the file damaged."""


class DeskBusy(DeskError):
    """Another program holds the desk's lock."""


class NotFound(ClaimdeskError):
    """A claim, article, source or event that is not there."""


class Refused(ClaimdeskError):
    """An edit that would break a rule."""


class Conflict(Refused):
    """An undo, or an edit of words, that something later has overtaken."""


class OutputError(ClaimdeskError):
    """A file that cannot be written."""
