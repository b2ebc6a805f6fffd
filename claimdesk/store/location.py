"""Whether a desk lies where SQLite cannot keep it safe: on another computer's disk, whose locks
do not hold, or in a folder that a cloud service copies while it is written to.

Only what the system says at once is asked; nothing touches the network.
"""

import ctypes
import os
import re
import sys
from pathlib import Path, PureWindowsPath

from claimdesk.i18n import _

_NETWORK_TYPES = frozenset(
    {"9p", "afs", "afpfs", "ceph", "cifs", "davfs", "davfs2", "lustre", "ncpfs", "nfs", "nfs3"}
    | {"nfs4", "smb", "smb2", "smb3", "smbfs", "vboxsf", "webdav"}
    | {"fuse.cephfs", "fuse.curlftpfs", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse"}
    | {"fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs"}
)
_CLOUD_FOLDERS = (
    ("Dropbox", re.compile(r"dropbox( \(.+\))?")),
    ("OneDrive", re.compile(r"onedrive( -.+|-.+)?")),
    ("Google Drive", re.compile(r"google ?drive( \(.+\))?|googledrive-.+|my ?drive")),
    ("iCloud Drive", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
    ("Nextcloud", re.compile(r"nextcloud\d*")),
    ("ownCloud", re.compile(r"owncloud\d*")),
    ("pCloud", re.compile(r"pcloud( ?drive)?|pclouddrive")),
    ("Box", re.compile(r"box( sync)?|box-box")),
)
_REMOTE_DRIVE = 4
"""GetDriveTypeW's DRIVE_REMOTE."""


def warning(desk: Path) -> str | None:
    """What to say before the first write to a desk, with what to do instead; None where its
    place is a good one."""
    try:
        real = desk.resolve()
    except OSError:
        real = desk.absolute()
    if service := cloud_service(desk.absolute()) or cloud_service(real):
        return _(
            "“{name}” lies in a folder that {service} copies while you work, which can damage or "
            "double a desk; keep it outside, and put a copy there (File, Save a copy)."
        ).format(name=desk.name, service=service)
    if is_remote(real):
        return _(
            "“{name}” lies on a network disk, where a desk can be damaged; keep it on this "
            "computer, and put a copy there (File, Save a copy)."
        ).format(name=desk.name)
    return None


def cloud_service(path: Path) -> str | None:
    """The service whose folder a path leads through."""
    for part in path.parts[:-1]:
        for service, folder in _CLOUD_FOLDERS:
            if folder.fullmatch(part.casefold()):
                return service
    return None


def is_remote(path: Path) -> bool:
    """Whether a file lies on another computer, as far as this system says."""
    if is_share(str(path)):
        return True
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{path.drive}\\") == _REMOTE_DRIVE)
    if sys.platform == "darwin":
        return str(path).startswith("/Volumes/") and _mounted_as(path) in _NETWORK_TYPES
    try:
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return file_system(path, mounts) in _NETWORK_TYPES


def is_share(path: str) -> bool:
    """Whether a path names another computer, as Windows writes it: \\\\server\\share."""
    return PureWindowsPath(path).drive.startswith("\\\\")


def file_system(path: Path, mounts: str) -> str:
    """The type of the file system that a path lies on, by Linux's mountinfo (see proc(5)); of
    two mounted on one folder the later counts. Empty where none fits."""
    found, longest = "", -1
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4]))
        if len(point.parts) >= longest and path.is_relative_to(point):
            found, longest = after.split(" ")[0], len(point.parts)
    return found


def _mounted_as(path: Path) -> str:
    """The type of file system that macOS's statfs names; empty where it does not answer."""
    if sys.platform != "darwin":
        return ""
    buffer = ctypes.create_string_buffer(4096)
    statfs = getattr(ctypes.CDLL(None), "statfs$INODE64", None) or ctypes.CDLL(None).statfs
    if statfs(os.fsencode(path), buffer) != 0:
        return ""
    return buffer.raw[72:88].split(b"\0")[0].decode("ascii", "replace")
