"""The backups of a desk: where they lie, when one is due, which may go, how one comes back.

They are plain desk files, each whole and checked, in a folder of the user's named after the
desk's public id. Nothing is thinned before a newer one has passed its checks. Standard library
only, since the window looks after them from a thread of its own.
"""

import secrets
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from claimdesk.domain.errors import ClaimdeskError, DamagedDesk, NotADesk, OutputError
from claimdesk.i18n import _
from claimdesk.paths import user_data
from claimdesk.store.sqlite import backup, desk_file
from claimdesk.store.sqlite.connection import connect_to_read, explain

SUFFIX = ".claimdesk"
SHARE = 5
"""All backups of a desk together stay under so many times its size."""

ALL, DAILY, WEEKLY = timedelta(days=2), timedelta(days=14), timedelta(days=61)
"""Up to which age all backups stay, then one a day, then one a week; after that one a month."""

_NAME = "%Y%m%dT%H%M%S.%fZ"
_MAKING = ".making"
_LEFT_OVER = 24 * 3600
"""Seconds after which a half-made backup belongs to no running program."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: a file, when it was made, of which schema version, how many bytes."""

    path: Path
    made_at: datetime
    schema: int
    size: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How a backup stands to the desk: its edits in all, those of the desk that it lacks, and
    those that it alone has; None where the desk cannot be asked."""

    events: int
    behind: int | None
    ahead: int | None


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def folder(public_id: str) -> Path:
    """Where the backups of a desk lie. A desk that was mailed may call itself anything, also a
    path; only what is an id becomes a folder's name as it is."""
    try:
        name = str(UUID(public_id))
    except ValueError:
        name = sha256(public_id.encode()).hexdigest()[:32]
    return user_data() / "backups" / name


def listed(place: Path) -> list[Backup]:
    """The backups in a folder, newest first; other files in it are left alone."""
    try:
        files = list(place.glob(f"*{SUFFIX}"))
    except OSError:
        return []
    found = filter(None, map(_understood, files))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def keep(
    desk: Path, place: Path, clock: Clock = now, stopped: backup.Stopped | None = None
) -> Backup | None:
    """Back a desk up where it holds edits that the newest backup has not, and thin the others
    out; None where there was nothing to do.

    Raises OutputError, DamagedDesk (then all backups stay as they are) or backup.Interrupted.
    """
    kept = listed(place)
    if kept and _same_edits(desk, kept[0].path):
        return None
    made = _make(desk, place, clock, stopped)
    _thin(place, made, _size_of(desk))
    return made


def thinned(kept: Sequence[Backup], now: datetime, room: int) -> list[Backup]:
    """Which backups may go so that the others fit into less than 'room' bytes: of those past
    two days all but the last of each day, past a fortnight of each week, past two months of each
    month. If that is not enough, the oldest of the densest group, where the last of a day, week
    or month outlives the others of its group, so that some grow old. The newest always stays."""
    newest_first = sorted(kept, key=lambda one: one.made_at, reverse=True)
    stay: list[Backup] = []
    seen: set[object] = set()
    for one in newest_first:
        period = _period(one, now)
        if one is newest_first[0] or period not in seen:
            stay.append(one)
        seen.add(period)
    while len(stay) > 1 and sum(one.size for one in stay) >= room:
        stay.remove(_next_to_go(stay, now))
    return [one for one in newest_first if one not in stay]


def standing(desk: Path | None, kept: Path) -> Standing:
    """How a backup stands to a desk; without one, only what it holds. Raises a DeskError."""
    desk_file.inspect(kept)
    try:
        with closing(connect_to_read(kept)) as theirs:
            events = _count(theirs, 0)
            if desk is None:
                return Standing(events, None, None)
            with closing(connect_to_read(desk)) as ours:
                common = _last_common(ours, theirs)
                return Standing(events, _count(ours, common), _count(theirs, common))
    except sqlite3.Error as error:
        raise explain(error, kept) from error


def restore(desk: Path, kept: Backup, place: Path, clock: Clock = now) -> Path | None:
    """Put a backup in the desk's place. The desk as it is becomes a backup first; a damaged one,
    of which none can be made, is moved aside, and its new path returned. Raises DeskBusy where
    another program has the desk open, and other ClaimdeskErrors; the desk then is as it was."""
    desk_file.inspect(kept.path)
    backup.prove(kept.path)
    try:
        desk_file.inspect(desk)
        if _same_edits(desk, _newest(place)):
            backup.prove(desk)
        else:
            _make(desk, place, clock, None)
        backup.overwrite(desk, kept.path)
    except (DamagedDesk, NotADesk):
        return _replace_damaged(desk, kept.path, clock)
    return None


def beside(desk: Path, kept: Backup) -> Path:
    """Copy a backup into the desk's folder, under a name that says of when it is; the path."""
    stem = f"{desk.stem} {kept.made_at.astimezone():%Y-%m-%d %H.%M}"
    target = _free(desk.with_name(f"{stem}{desk.suffix}"))
    backup.copy(kept.path, target)
    return target


# making


def _make(desk: Path, place: Path, clock: Clock, stopped: backup.Stopped | None) -> Backup:
    version = desk_file.inspect(desk)
    # In a folder of its own it has the desk's name, for a sentence on what failed.
    scratch = place / f"{secrets.token_hex(4)}{_MAKING}"
    try:
        scratch.mkdir(parents=True)
        part = scratch / desk.name
        backup.copy(desk, part, stopped)
        made_at = clock().astimezone(UTC)
        target = _free(place / f"{made_at.strftime(_NAME)}-{version:04}{SUFFIX}")
        backup.put(part, target)
    except OSError as error:
        raise OutputError(
            _("“{path}” cannot be written: {reason}.").format(path=place, reason=error.strerror)
        ) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return Backup(target, made_at, version, target.stat().st_size)


def _thin(place: Path, made: Backup, size: int) -> None:
    room = SHARE * max(size, made.size)
    for one in thinned(listed(place), made.made_at, room):
        if one.path != made.path:
            with suppress(OSError):
                one.path.unlink()
    _sweep(place)


def _sweep(place: Path) -> None:
    """Remove what programs left that were killed while they made a backup."""
    for scratch in place.glob(f"*{_MAKING}"):
        with suppress(OSError):
            if now().timestamp() - scratch.stat().st_mtime > _LEFT_OVER:
                shutil.rmtree(scratch, ignore_errors=True)


def _size_of(desk: Path) -> int:
    size = 0
    for path in (desk, Path(f"{desk}-wal")):
        with suppress(OSError):
            size += path.stat().st_size
    return size


def _understood(path: Path) -> Backup | None:
    time, _dash, version = path.stem.rpartition("-")
    try:
        made_at = datetime.strptime(time, _NAME).replace(tzinfo=UTC)
        return Backup(path, made_at, int(version.partition(" ")[0]), path.stat().st_size)
    except (ValueError, OSError):
        return None


def _newest(place: Path) -> Path | None:
    kept = listed(place)
    return kept[0].path if kept else None


def _free(path: Path) -> Path:
    candidate, count = path, 1
    while candidate.exists():
        count += 1
        candidate = path.with_name(f"{path.stem} {count}{path.suffix}")
    return candidate


# thinning


def _tier(one: Backup, now: datetime) -> int:
    """In which group it is: all, daily, weekly, monthly."""
    age = now - one.made_at
    return sum(age > border for border in (ALL, DAILY, WEEKLY))


def _period(one: Backup, now: datetime) -> object:
    """The stretch of time of which only the last backup stays."""
    tier = _tier(one, now)
    return (tier, one.path) if tier == 0 else (tier, _stretch(one, tier))


def _stretch(one: Backup, tier: int) -> object:
    """The day, week, month or year that a backup is of."""
    when = one.made_at
    return ((), when.date(), when.isocalendar()[:2], (when.year, when.month), when.year)[tier]


def _next_to_go(stay: list[Backup], now: datetime) -> Backup:
    """Of backups, newest first and more than one, the one that is missed least."""
    groups: dict[int, list[Backup]] = defaultdict(list)
    for one in stay[1:]:
        groups[_tier(one, now)].append(one)
    tier = min(groups, key=lambda tier: (-len(groups[tier]), tier))
    seen: set[object] = {_stretch(stay[0], tier + 1)}
    spare = []
    for one in groups[tier]:
        stretch = _stretch(one, tier + 1)
        if stretch in seen:
            spare.append(one)
        seen.add(stretch)
    return (spare or groups[tier])[-1]


# comparing and restoring


def _same_edits(desk: Path, kept: Path | None) -> bool:
    """Whether a backup holds the very edits that the desk does. One that cannot be read does
    not; the sentence for a desk that cannot be read comes from copying it."""
    if kept is None:
        return False
    try:
        found = standing(desk, kept)
    except ClaimdeskError:
        return False
    return not found.behind and not found.ahead


def _count(connection: sqlite3.Connection, after: int) -> int:
    row = connection.execute("SELECT count(*) FROM event WHERE id > ?", (after,)).fetchone()
    return int(row[0])


def _last_common(ours: sqlite3.Connection, theirs: sqlite3.Connection) -> int:
    """The newest event that both have. Histories only grow, so that two of one desk are alike
    up to there and nowhere after: it is found by halving."""
    last = min(_last(ours), _last(theirs))
    low, high = 0, last
    while low < high:
        middle = (low + high + 1) // 2
        if _event(ours, middle) == _event(theirs, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _last(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0])


def _event(connection: sqlite3.Connection, row: int) -> str | None:
    found = connection.execute(
        "SELECT public_id FROM event WHERE id <= ? ORDER BY id DESC LIMIT 1", (row,)
    ).fetchone()
    return str(found[0]) if found else None


def _replace_damaged(desk: Path, kept: Path, clock: Clock) -> Path:
    """Move what is damaged aside with its log, and give a copy of the backup its name."""
    part = desk.with_name(f".{desk.name}.{secrets.token_hex(4)}.part")
    name = (desk.stem, _("damaged"), f"{clock():%Y-%m-%d %H.%M}{desk.suffix}")
    aside = _free(desk.with_name(" ".join(name)))
    try:
        backup.copy(kept, part)
        for side in ("-wal", "-shm", ""):
            if (old := Path(f"{desk}{side}")).exists():
                old.replace(f"{aside}{side}")
        backup.put(part, desk)
    except OSError as error:
        raise OutputError(
            _("“{path}” cannot be written: {reason}.").format(path=desk, reason=error.strerror)
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    return aside
