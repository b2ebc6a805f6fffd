"""Who did it: taken from the system's user, asked nowhere."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works on a desk; known there by the name."""

    name: str
    initials: str

    @classmethod
    def named(cls, name: str) -> "Person":
        """A person with the initials that the name gives."""
        parts = [part for part in name.replace("-", " ").split() if part[0].isalpha()]
        letters = [part[0] for part in parts[:3]] if len(parts) > 1 else [name[:2]]
        return cls(name, "".join(letters).upper())


def system_person(name: str = "", initials: str = "") -> Person:
    """The person as the settings name them, else the system's user. CLAIMDESK_PERSON wins over
    both, for scripts and shared logins."""
    named = os.environ.get("CLAIMDESK_PERSON")
    found = Person.named(named or name or _full_name() or _login())
    return found if named or not initials else Person(found.name, initials)


def _login() -> str:
    import getpass  # with it come the terminal's modules

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "Claimdesk"


def _full_name() -> str:
    try:
        import pwd  # not there on Windows
    except ImportError:
        return ""
    try:
        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
    except KeyError:
        return ""
