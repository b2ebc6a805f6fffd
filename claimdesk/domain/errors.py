"""What can go wrong, in sentences that people read.

ClaimdeskError          one sentence: what is wrong, where, and what to do
├── DeskError           the desk file cannot be used
│   ├── NotADesk        the file is something else
│   ├── NewerDesk       made by a newer Claimdesk
│   ├── ForeignSchema   carries tables, triggers or views that are not Claimdesk's
│   ├── DamagedDesk     SQLite finds it damaged
│   ├── DeskBusy        another program holds the lock
│   └── Misplaced       the file is no longer where it was opened
├── NotFound            a claim, article, source or event that is not there
├── Refused             an edit that would break a rule
│   └── Conflict        an undo or an edit of words that something later has overtaken
├── Stopped             what somebody asked to stop
├── UnreadableText      a file that no text can be read from
└── OutputError         a file that cannot be written
"""

import errno

from claimdesk.i18n import _


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


class Misplaced(DeskError):
    """The file, or its log, is no longer the one that was opened."""


class NotFound(ClaimdeskError):
    """A claim, article, source or event that is not there."""


class Refused(ClaimdeskError):
    """An edit that would break a rule."""


class Conflict(Refused):
    """An undo, or an edit of words, that something later has overtaken."""


class Stopped(ClaimdeskError):
    """What somebody asked to stop has stopped."""

    def __init__(self) -> None:
        super().__init__(_("Stopped; nothing was changed."))


class UnreadableText(ClaimdeskError):
    """A file that no text can be read from."""


class OutputError(ClaimdeskError):
    """A file that cannot be written."""


def reason(error: OSError) -> str:
    """Why the system would not do something with a file, in the language spoken."""
    words = {
        errno.ENOENT: _("there is no such file or folder"),
        errno.ENOTDIR: _("what should be a folder is none"),
        errno.EISDIR: _("it is a folder"),
        errno.EACCES: _("you may not do that here"),
        errno.EPERM: _("you may not do that here"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("the disk is full"),
        errno.EFBIG: _("the system allows no file of that size"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EIO: _("the disk fails"),
    }
    return words.get(error.errno or 0) or error.strerror or str(error)
