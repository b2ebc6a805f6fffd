"""The big desk that several benchmarks share: made once a run, or the copy of one that was made
before.
"""

import shutil
import tempfile
from pathlib import Path

import make_desk


class BigDesk:
    """Makes a desk of so many claims when it is first asked for; 'given' is copied instead."""

    def __init__(self, claims: int, given: Path | None = None) -> None:
        self.claims = claims
        self._given = given
        self._folder = tempfile.TemporaryDirectory()
        self._made: dict[int, Path] = {}

    @property
    def path(self) -> Path:
        """The whole desk."""
        return self.of(self.claims)

    def of(self, claims: int) -> Path:
        """A desk of at most so many claims."""
        wanted = min(claims, self.claims)
        if wanted not in self._made:
            path = Path(self._folder.name) / f"{wanted}.claimdesk"
            if self._given is not None and wanted == self.claims:
                shutil.copyfile(self._given, path)
            else:
                make_desk.make(path, wanted, 1)
            self._made[wanted] = path
        return self._made[wanted]
